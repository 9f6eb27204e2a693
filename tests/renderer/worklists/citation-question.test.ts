import { describe, expect, it } from 'vitest'
import type { CitationView, DocumentLine } from '#contract/schemas.ts'
import {
  type CitationRow,
  choicesOf,
  citedName,
  citingLine,
  questionReason,
  questionTitle,
  rowAfter,
  rowKey
} from '#renderer/features/worklists/citation-question.ts'
import { countOf } from '#renderer/features/worklists/kinds-pane.tsx'

const line = (id: string, reference: string | null = id, issuer: string | null = null) =>
  ({ id, reference, issuer }) as unknown as DocumentLine
const citation = (
  status: CitationView['status'],
  candidates: readonly DocumentLine[],
  more: Partial<CitationView> = {}
) => ({ status, candidates, issuedOn: null, issuer: null, from: line('19-BC/ĐU'), ...more }) as unknown as CitationView
const row = (kind: CitationRow['kind'], reference: string | null, more: Partial<CitationRow> = {}): CitationRow => ({
  kind,
  reference,
  documentType: null,
  issuedOn: null,
  issuer: null,
  times: 1,
  citations: [],
  ...more
})

describe('answers to an ambiguous citation', () => {
  it('are the candidates, another document, and no citation, in the order of the keys', () => {
    const choices = choicesOf(citation('ambiguous', [line('a'), line('b')]), null)
    expect(choices.map((one) => one.decision.kind)).toEqual(['link', 'link', 'not-held', 'not-a-citation'])
    expect(choices[1]?.document?.id).toBe('b')
  })
  it('take in a document that was looked up, once', () => {
    expect(choicesOf(citation('ambiguous', [line('a')]), line('c'))).toHaveLength(4)
    expect(choicesOf(citation('ambiguous', [line('a')]), line('a'))).toHaveLength(3)
  })
  it('of a missing document do not say that it is missing', () => {
    expect(choicesOf(citation('missing', []), null).map((one) => one.decision.kind)).toEqual(['not-a-citation'])
    expect(choicesOf(citation('missing', []), line('c')).map((one) => one.decision.kind)).toEqual([
      'link',
      'not-a-citation'
    ])
  })
})

describe('the question', () => {
  it('names type and number, the day that differs, or that it is not held', () => {
    expect(questionTitle(row('ambiguous', '145-CV/HU', { documentType: 'cong-van' }))).toBe('Công văn 145-CV/HU nào?')
    expect(questionTitle(row('date-mismatch', '713-CV/TU', { issuedOn: '2021-08-08' }))).toBe(
      '713-CV/TU ngày 08/08/2021: có phải văn bản này?'
    )
    expect(questionTitle(row('missing', '05-CT/TW'))).toBe('05-CT/TW chưa có trong kho')
  })
  it('names a law by its type and day', () => {
    expect(citedName(row('missing', null, { documentType: 'luat', issuedOn: '2011-11-11' }))).toBe('Luật 11/11/2011')
    expect(citedName(row('missing', null))).toBe('Không ghi số')
  })
  it('says why the program did not link by itself', () => {
    const asked = row('ambiguous', '145-CV/HU')
    expect(questionReason(asked, citation('ambiguous', []))).toContain('không ghi ngày, không ghi cơ quan')
    expect(questionReason(asked, citation('ambiguous', [], { issuer: 'Huyện ủy' }))).toContain('nhiều văn bản cùng số')
    expect(questionReason(asked, citation('ambiguous', [], { issuedOn: '2021-05-04' }))).toContain('nhiều văn bản hợp')
    expect(
      questionReason(row('date-mismatch', 'x'), citation('date-mismatch', [], { issuedOn: '2021-08-08' }))
    ).toContain('08/08/2021')
  })
  it('names who cites, each paper once', () => {
    const one = citation('missing', [], { from: line('d1', '35-BC/ĐU', 'Đảng ủy xã Đạ Nhar') })
    const two = citation('missing', [], { from: line('d2', '63-KH/HU') })
    expect(citingLine({ citations: [one, one] })).toBe('35-BC/ĐU, Đảng ủy xã Đạ Nhar')
    expect(citingLine({ citations: [one, two, two] })).toBe('35-BC/ĐU và 1 văn bản')
  })
})

describe('the list', () => {
  const sorted = [row('ambiguous', 'a'), row('ambiguous', 'b'), row('date-mismatch', 'd'), row('missing', 'm')]
  it('goes on to the next row, at the end to the one before', () => {
    expect(rowAfter(sorted, rowKey(row('ambiguous', 'a')))).toBe(rowKey(row('ambiguous', 'b')))
    expect(rowAfter(sorted, rowKey(row('missing', 'm')))).toBe(rowKey(row('date-mismatch', 'd')))
    expect(rowAfter([row('missing', 'm')], rowKey(row('missing', 'm')))).toBeNull()
    expect(rowAfter(sorted, 'unknown')).toBeNull()
    // Rows further on may not be known yet.
    expect(rowAfter([null, ...sorted, null], rowKey(row('missing', 'm')))).toBe(rowKey(row('date-mismatch', 'd')))
  })
  it('tells rows apart by kind, number and day', () => {
    expect(rowKey(row('missing', 'a'))).not.toBe(rowKey(row('ambiguous', 'a')))
    expect(rowKey(row('missing', 'a', { issuedOn: '2021-01-01' }))).not.toBe(rowKey(row('missing', 'a')))
  })
  it('sums the kinds of citations', () => {
    expect(countOf({ ambiguous: 4, 'date-mismatch': 2, missing: 21, 'no-text': 5 }, 'all')).toBe(27)
    expect(countOf({}, 'no-text')).toBe(0)
  })
})
