import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prefillForm } from '#archive/intake/prefill-form.ts'
import { citationsOf } from '#archive/store/citations.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'

const CORPUS = join(import.meta.dirname, '../../../../shared/corpus/party')

type GoldCitation = Readonly<{
  raw: string
  number_symbol: string | null
  date: string | null
  relation: string
  resolves_to: string
  inferred?: boolean
  candidates?: readonly string[]
  likely?: string
}>
type Gold = Readonly<{
  file: string
  direction: DocumentForm['direction']
  number_symbol: string
  type: string
  date: string
  place: string
  issuer: string
  parent_body: string | null
  acting_body: string | null
  subject: string
  secrecy: string | null
  citations: readonly GoldCitation[]
}>

const OFFICE: Office = {
  name: 'Huyện ủy Đức Lâm',
  parentBody: 'Đảng bộ tỉnh Lâm Sơn',
  officeName: 'Văn phòng Huyện ủy',
  place: 'Đức Lâm',
  code: 'HU',
  level: 'HU',
  clerk: 'Văn thư Huyện ủy',
  termStarts: ['2015-08-01', '2020-08-01'],
  acknowledgeDays: 7
}

const gold: readonly Gold[] = existsSync(join(CORPUS, 'gold.jsonl'))
  ? readFileSync(join(CORPUS, 'gold.jsonl'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Gold)
  : []

describe.skipIf(gold.length === 0)('the party corpus, filed and resolved', () => {
  const inOrder = [...gold].sort((a, b) =>
    a.file === '240.txt' ? 1 : b.file === '240.txt' ? -1 : a.date < b.date ? -1 : 1
  )

  test('filed by date, the late arrival last: no wrong link, the questions are asked', () => {
    const result = compare(fileAll(inOrder))
    console.log(result.report)
    expect(result.wrong).toEqual([])
    expect(result.asked).toEqual(result.expected)
    expect(result.right).toBeGreaterThanOrEqual(155)
    expect(result.questions).toEqual({ ambiguous: 4, 'date-mismatch': 2 })
  })

  test.each([1, 2, 3])('shuffled %i: the order of filing changes nothing', (seed) => {
    const straight = links(fileAll(inOrder))
    expect(links(fileAll(shuffled(inOrder, seed)))).toEqual(straight)
  })

  test('filed with the fields as they were read, not as labelled: no wrong link either', () => {
    const result = compare(fileAll(inOrder, true))
    console.log(result.report)
    expect(result.wrong).toEqual([])
    expect(result.right).toBeGreaterThanOrEqual(150)
  })

  test('no paper links to itself', () => {
    const archive = fileAll(inOrder)
    for (const one of gold) {
      expect(citationsOf(archive.db, idOf(one.file)).filter((citation) => citation.to?.id === idOf(one.file))).toEqual(
        []
      )
    }
  })
})

function fileAll(papers: readonly Gold[], asRead = false): MemoryArchive {
  const archive = memoryArchive(OFFICE)
  for (const one of papers) {
    const text = readFileSync(join(CORPUS, one.file), 'utf8')
    if (asRead) {
      const draft = readDocument(splitPages(text.normalize('NFC')), { today: '2026-01-15' })
      archive.file(idOf(one.file), prefillForm(draft, OFFICE, '2026-01-15', 1), text)
      continue
    }
    const reference = parseReference(one.number_symbol)
    const type = DOCUMENT_TYPE_CODES.find((code) => DOCUMENT_TYPES[code].name === one.type) ?? null
    archive.file(
      idOf(one.file),
      {
        direction: one.direction,
        number: reference?.number ?? null,
        suffix: reference?.suffix ?? null,
        separator: reference?.separator ?? '-',
        symbol: reference?.symbol ?? null,
        documentType: type,
        issuedOn: one.date,
        place: one.place,
        issuer: one.issuer,
        parentBody: one.parent_body,
        actingBody: one.acting_body,
        subject: one.subject
      },
      text
    )
  }
  return archive
}

function compare(archive: MemoryArchive) {
  const lines: string[] = []
  const wrong: string[] = []
  const questions = { ambiguous: 0, 'date-mismatch': 0 }
  const asked: unknown[] = []
  const expected: unknown[] = []
  let right = 0
  let total = 0
  for (const paper of gold) {
    const found = citationsOf(archive.db, idOf(paper.file))
    const used = new Set<string>()
    for (const cited of paper.citations) {
      total++
      const reference = cited.number_symbol ? parseReference(cited.number_symbol) : null
      const mine = found.find(
        (one) =>
          !used.has(one.id) &&
          (reference
            ? one.reference !== null && keyOf(one.reference) === matchKey(reference) && one.issuedOn === cited.date
            : one.reference === null && flat(cited.raw).includes(flat(one.raw).slice(0, 20)))
      )
      if (mine) used.add(mine.id)
      const got = mine ? (mine.to ? mine.to.id : mine.status) : 'not found'
      const self = cited.resolves_to === paper.file
      const wanted = self
        ? 'not found'
        : cited.resolves_to.endsWith('.txt')
          ? idOf(cited.resolves_to)
          : cited.resolves_to
      if (got === wanted || (wanted === 'missing' && got === 'not found')) right++
      else
        lines.push(
          `${paper.file} ${cited.raw.slice(0, 70)} → ${wanted}${cited.inferred ? ' (inferred)' : ''}, got ${got}`
        )
      if (mine?.to && mine.to.id !== wanted) wrong.push(`${paper.file} ${mine.raw} → ${mine.to.id}, not ${wanted}`)
      if (mine?.status === 'ambiguous' || mine?.status === 'date-mismatch') questions[mine.status]++
      if (mine && cited.candidates && cited.resolves_to !== 'missing') {
        const ids = mine.candidates.map((one) => one.id as string)
        asked.push({ raw: cited.raw, candidates: ids.toSorted(), first: cited.likely ? ids[0] : undefined })
        expected.push({
          raw: cited.raw,
          candidates: cited.candidates.map(idOf).toSorted(),
          first: cited.likely ? idOf(cited.likely) : undefined
        })
      }
    }
    for (const one of found.filter((citation) => citation.to && !used.has(citation.id))) {
      const target = one.to?.id
      if (!paper.citations.some((cited) => idOf(cited.resolves_to) === target)) {
        wrong.push(`${paper.file} ${one.raw} → ${target}, a citation the gold does not have`)
      }
    }
  }
  return { right, wrong, questions, asked, expected, report: `${right} of ${total} as labelled\n${lines.join('\n')}` }
}

/** Every link and question of the archive, by citing paper and key. */
function links(archive: MemoryArchive): readonly string[] {
  return archive.db
    .prepare<[], { line: string }>(
      "SELECT document_id || ' ' || key || ' ' || status || ' ' || coalesce(target_id, candidates) AS line FROM citation ORDER BY 1"
    )
    .all()
    .map((row) => row.line)
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const result = [...list]
  let state = seed * 2_654_435_761
  for (let at = result.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = state % (at + 1)
    const kept = result[at] as T
    result[at] = result[other] as T
    result[other] = kept
  }
  return result
}

function idOf(file: string): string {
  return `d_${file.replace('.txt', '')}x`
}

function keyOf(printed: string): string {
  const reference = parseReference(printed)
  return reference ? matchKey(reference) : printed
}

function flat(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
