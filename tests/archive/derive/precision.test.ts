import { beforeAll, describe, expect, test } from 'vitest'
import { citationsOf } from '#archive/store/citations.ts'
import type { CitationView } from '#contract/schemas.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { type ResolverPaper, resolverArchive, TERM_STARTS } from '#tests/support/resolver-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

/** VANKHO_RESOLVER_DOCUMENTS=20000: more of them, by hand. */
const COUNT = Number(process.env.VANKHO_RESOLVER_DOCUMENTS ?? 700)
const SEEDS = (process.env.VANKHO_RESOLVER_SEEDS ?? '1,2').split(',').map(Number)
/** Issue 5: automatic links that are right. */
const PRECISION = 0.998

/** Without a day, a district's "…/HU" without a place is the one around the paper that says it. */
function around({ from, reference, issuedOn }: CitationView): string {
  if (issuedOn !== null || !reference?.endsWith('/HU')) return ''
  if (from.issuer?.startsWith('Tỉnh')) return ''
  return from.issuer?.includes('Lâm Hà') ? 'Lâm Hà' : 'Đam Rông'
}

type Judged = Readonly<{ citation: CitationView; means: string }>

function filed(papers: readonly ResolverPaper[]): MemoryArchive {
  const archive = memoryArchive({ ...OFFICE, termStarts: [...TERM_STARTS] })
  const held = papers.filter((paper) => paper.held)
  for (const paper of [...held.filter((one) => !one.late), ...held.filter((one) => one.late)]) {
    archive.file(paper.id, paper.form, paper.text, paper.kind)
  }
  return archive
}

describe.each(SEEDS)('links of a generated office, seed %i', (seed) => {
  const { papers, truth } = resolverArchive(COUNT, seed)
  const judged: Judged[] = []
  let archive: MemoryArchive
  beforeAll(() => {
    archive = filed(papers)
    for (const paper of papers.filter((one) => one.held)) {
      for (const citation of citationsOf(archive.db, paper.id)) {
        const mark = /mục A\d+Z/.exec(citation.quote)?.[0]
        const means = mark === undefined ? undefined : truth.get(mark)
        if (means !== undefined) judged.push({ citation, means })
      }
    }
    const wrong = linked().filter(({ citation, means }) => citation.to?.id !== means).length
    console.info(`seed ${seed}: ${judged.length} citations, ${linked().length} linked by themselves, ${wrong} wrong`)
  }, 600_000)
  const linked = () => judged.filter(({ citation }) => citation.to !== null)

  test('are right in at least 998 of 1000, and there are many of them', () => {
    const wrong = linked().filter(({ citation, means }) => citation.to?.id !== means)
    const told = wrong.map(
      ({ citation, means }) =>
        `${citation.quote} → ${citation.to?.reference} ${citation.to?.issuedOn} ${citation.to?.issuer} (${citation.status}), means ${means}`
    )
    expect(linked().length, 'links').toBeGreaterThan(COUNT * 0.8)
    expect(1 - wrong.length / linked().length, told.join('\n')).toBeGreaterThanOrEqual(PRECISION)
  })

  test('most of what is cited with its true day and is held is linked, also where it came late', () => {
    const held = new Set(papers.filter((paper) => paper.held).map((paper) => paper.id))
    const days = new Map(papers.map((paper) => [paper.id, paper.form.issuedOn]))
    const sure = judged.filter(({ citation, means }) => {
      const paper = papers.find((one) => one.id === means)
      const own = paper ? `${paper.form.number}-${paper.form.symbol}` : ''
      return held.has(means) && citation.issuedOn === days.get(means) && citation.reference === own
    })
    const right = sure.filter(({ citation, means }) => citation.to?.id === means)
    expect(sure.length).toBeGreaterThan(COUNT * 0.5)
    expect(right.length / sure.length).toBeGreaterThanOrEqual(0.97)
    const late = new Set(papers.filter((paper) => paper.late).map((paper) => paper.id))
    const ofLate = sure.filter(({ means }) => late.has(means))
    expect(
      ofLate.filter(({ citation, means }) => citation.to?.id === means).length / ofLate.length
    ).toBeGreaterThanOrEqual(0.97)
  })

  test('stand nowhere two documents remain that the words fit', () => {
    const byKey = new Map<string, ResolverPaper[]>()
    for (const paper of papers.filter((one) => one.held)) {
      const { number, symbol } = paper.form
      const key = matchKey({ number: number ?? '', suffix: null, separator: '-', symbol: symbol ?? '' })
      byKey.set(key, [...(byKey.get(key) ?? []), paper])
    }
    for (const { citation } of linked()) {
      const reference = citation.reference === null ? null : parseReference(citation.reference)
      const place = /(?:Đam Rông|Lâm Hà|Đạ Tông|Phi Liêng|Rô Men|Lâm Đồng)/.exec(citation.issuer ?? '')?.[0]
      const fitting = (reference ? (byKey.get(matchKey(reference)) ?? []) : []).filter(
        ({ id, form }) =>
          id !== citation.from.id &&
          (form.issuedOn ?? '') <= (citation.from.issuedOn ?? '') &&
          (citation.issuedOn === null || form.issuedOn === citation.issuedOn) &&
          (form.issuer ?? '').includes(place ?? around(citation))
      )
      if (citation.issuedOn !== null)
        expect(
          fitting.map((one) => one.id),
          citation.quote
        ).toEqual([citation.to?.id])
      else {
        // Without a day the term of the citing paper tells them apart, where it is our own committee's number.
        const term = (day: string | null | undefined) => (day ?? '') >= TERM_STARTS[1]
        const inTerm = fitting.filter(({ form }) => term(form.issuedOn) === term(citation.from.issuedOn))
        expect([fitting.map((one) => one.id), inTerm.map((one) => one.id)], citation.quote).toContainEqual([
          citation.to?.id
        ])
      }
    }
  })
})
