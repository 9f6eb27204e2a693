import { expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { differences } from '#archive/care/compare-rows.ts'
import { makeReplica } from '#archive/care/replica.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { clerkOf, LETTERS, letter, NEXT, NUMBER_DAY, numberClock as now } from '#tests/support/numbering.ts'
import { tempArchive } from '#tests/support/temp-archive.ts'
import { seeded } from '../../faults/case-count.ts'

/** A book as a person keeps it on paper. */
type Paper = { given: Set<number>; held: Set<number>; withdrawn: number; voided: number }
type Kind = Readonly<{ name: string; form: (day: string) => DocumentForm; period: (day: string) => string }>

const KINDS: readonly Kind[] = [
  {
    name: 'letters, by term',
    form: (issuedOn) => letter({ issuedOn }),
    period: (day) => (day < '2020-08-01' ? '2015' : '2020')
  },
  {
    name: 'notices, by term',
    form: (issuedOn) => letter({ issuedOn, documentType: 'thong-bao', symbol: 'TB/HU' }),
    period: (day) => (day < '2020-08-01' ? '2015' : '2020')
  },
  {
    name: 'State decisions, by year',
    form: (issuedOn) => letter({ issuedOn, separator: '/', documentType: 'quyet-dinh', symbol: 'QĐ-UBND' }),
    period: (day) => day.slice(0, 4)
  },
  {
    name: 'papers that come in, by year',
    form: (arrivedOn) => letter({ direction: 'incoming', issuer: 'Tỉnh ủy Lâm Đồng', arrivedOn }),
    period: (day) => day.slice(0, 4)
  }
]
const DAYS = ['2018-05-04', '2024-12-31', '2025-01-01', '2025-06-30', '2026-01-02', NUMBER_DAY]

test.each([1, 2, 3])(
  'numbers given in any order are those of a book on paper, seed %i',
  { timeout: 60_000 },
  async (seed) => {
    const { archive } = await tempArchive({ deps: { now } })
    const clerk = clerkOf(archive)
    const random = seeded(seed)
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
    const model = new Map<string, Paper>()
    const samples = new Map<string, DocumentForm>()
    const standing: { id: string; paper: Paper }[] = []
    const reserved: { id: string; number: number; paper: Paper }[] = []
    for (let step = 0; step < 70; step++) {
      const kind = pick(KINDS)
      const day = pick(DAYS)
      const form = kind.form(day)
      const key = `${kind.name} ${kind.period(day)}`
      const paper = model.get(key) ?? { given: new Set(), held: new Set(), withdrawn: 0, voided: 0 }
      model.set(key, paper)
      samples.set(key, form)
      let next = Math.max(0, ...paper.given) + 1
      while (paper.held.has(next)) next++
      const what = random()
      if (what < 0.6) {
        const { document } = await clerk.file(form, NEXT)
        const got = kind.name.startsWith('papers')
          ? document.arrivalNumber
          : Number.parseInt(document.reference ?? '', 10)
        expect(got, `step ${step}: ${key}`).toBe(next)
        paper.given.add(next)
        standing.push({ id: document.id, paper })
      } else if (what < 0.7) {
        const place = { ...LETTERS, ...placeOf(form), day }
        const { numbers } = await clerk.ask('number.reserve', {
          place,
          numbers: [],
          count: 1,
          forWhom: null,
          reason: 'chờ'
        })
        expect(numbers[0]?.number).toBe(next)
        paper.held.add(next)
        if (numbers[0]) reserved.push({ id: numbers[0].id, number: next, paper })
      } else if (what < 0.8 && standing.length > 0) {
        const [one] = standing.splice(Math.floor(random() * standing.length), 1)
        if (!one) continue
        await clerk.withdraw(one.id)
        one.paper.withdrawn++
      } else if (reserved.length > 0) {
        const [one] = reserved.splice(Math.floor(random() * reserved.length), 1)
        if (!one) continue
        one.paper.held.delete(one.number)
        if (what < 0.9) {
          await clerk.ask('number.void', { what: { kind: 'reserved', id: one.id as never }, reason: 'hỏng' })
          one.paper.given.add(one.number)
          one.paper.voided++
        } else await clerk.ask('number.release', { ids: [one.id as never], reason: 'thôi' })
      }
    }
    for (const [key, paper] of model) {
      const form = samples.get(key)
      if (!form) continue
      const { counts } = await clerk.bookOf(form)
      const last = Math.max(0, ...paper.given)
      const missing = Array.from({ length: last }, (_, at) => at + 1).filter(
        (number) => !paper.given.has(number) && !paper.held.has(number)
      )
      expect(counts, key).toEqual({
        first: paper.given.size === 0 ? null : Math.min(...paper.given),
        last: paper.given.size === 0 ? null : last,
        documents: paper.given.size - paper.voided - paper.withdrawn,
        withdrawn: paper.withdrawn,
        voided: paper.voided,
        reserved: paper.held.size,
        missing: missing.length,
        unnumbered: 0
      })
      if (counts.last === null && counts.reserved === 0) continue
      const { id } = await clerk.bookOf(form)
      const gaps = await clerk.ask('book.gaps', { id })
      expect(gaps.counts, key).toEqual(counts)
      expect(
        gaps.missing.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at))
      ).toEqual(missing)
    }
    await sameAsReplay(archive)
  }
)

function placeOf(form: DocumentForm) {
  const incoming = form.direction === 'incoming'
  return {
    direction: incoming ? ('incoming' as const) : ('outgoing' as const),
    separator: incoming ? ('-' as const) : form.separator,
    documentType: form.documentType
  }
}

async function sameAsReplay(archive: OpenedArchive): Promise<void> {
  const replica = await makeReplica(archive.ledger, { to: archive.ledger.head().seq, texts: null })
  expect([...differences(archive.db, replica.db)]).toEqual([])
  replica.close()
}
