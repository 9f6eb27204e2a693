import { describe, expect, test } from 'vitest'
import { deriveDocument } from '#archive/derive/derive.ts'
import type { CitationDecision } from '#archive/ledger/events.ts'
import { citationsOf, citedBy } from '#archive/store/citations.ts'
import { documentValidity } from '#archive/store/validity.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { dump, type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'

const CITING = `Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin trên mạng xã hội.
Tiếp tục chỉ đạo thực hiện nghiêm Chỉ thị số 12-CT/HU của Ban Thường vụ Huyện ủy.`

const DIRECTIVE: Partial<DocumentForm> = {
  direction: 'incoming',
  number: '713',
  symbol: 'CV/TU',
  documentType: 'cong-van',
  issuedOn: '2021-08-09',
  issuer: 'Tỉnh ủy Lâm Đồng'
}
const OWN: Partial<DocumentForm> = { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name }

function own(number: string, symbol: string, issuedOn: string): Partial<DocumentForm> {
  return { number, symbol, issuedOn, issuer: OFFICE.name, documentType: 'chi-thi' }
}
function status(archive: MemoryArchive, id: string, reference: string) {
  const found = citationsOf(archive.db, id).find((one) => one.reference === reference)
  return found ? `${found.status} ${found.to?.id ?? found.candidates.map((one) => one.id).join(',')}`.trim() : 'none'
}
function keyOf(archive: MemoryArchive, id: string, reference: string): string {
  const found = citationsOf(archive.db, id).find((one) => one.reference === reference)
  return found?.id.slice(id.length + 1) ?? ''
}
function decide(archive: MemoryArchive, id: string, reference: string, decision: CitationDecision): void {
  const key = keyOf(archive, id, reference)
  archive.record({ kind: 'citation-decided', data: { documentId: id, key, decision, before: null } })
}

describe('links come and go with the documents', () => {
  test('a stub heals when the document is filed later (C07)', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d_own0', OWN, CITING)
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('missing')
    archive.file('d_tu00', DIRECTIVE)
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('linked d_tu00')
    expect(citedBy(archive.db, 'd_tu00').map((one) => one.from.id)).toEqual(['d_own0'])
  })

  test('withdrawing unlinks, restoring links again, both ways', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d_own0', OWN, CITING)
    archive.file('d_tu00', DIRECTIVE)
    const linked = dump(archive.db, ['term', 'document', 'fm', 'fb'])
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd_tu00', reason: 'trùng' } })
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('missing')
    archive.record({ kind: 'document-restored', data: { documentId: 'd_tu00', reason: '' } })
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd_own0', reason: 'nhầm' } })
    expect(citedBy(archive.db, 'd_tu00')).toEqual([])
    expect(citationsOf(archive.db, 'd_own0')).toEqual([])
    archive.record({ kind: 'document-restored', data: { documentId: 'd_own0', reason: '' } })
    expect(dump(archive.db, ['term', 'document', 'fm', 'fb'])).toEqual(linked)
  })

  test('a correction of number or date links, unlinks and asks', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d_own0', OWN, CITING)
    archive.file('d_tu00', { ...DIRECTIVE, issuedOn: '2021-08-08' })
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('date-mismatch d_tu00')
    const correct = (before: Partial<DocumentForm>, after: Partial<DocumentForm>) =>
      archive.record({
        kind: 'document-corrected',
        data: { documentId: 'd_tu00', before: formOf(before), after: formOf(after), reason: 'đọc lại' }
      })
    correct({ ...DIRECTIVE, issuedOn: '2021-08-08' }, DIRECTIVE)
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('linked d_tu00')
    correct(DIRECTIVE, { ...DIRECTIVE, number: '731' })
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('missing')
  })

  test('a second one of the same number turns an inferred link into a question', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d_own0', OWN, CITING)
    archive.file('d_ct01', own('12', 'CT/HU', '2021-03-01'))
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('inferred d_ct01')
    archive.file('d_ct02', own('12', 'CT/HU', '2018-03-15'))
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('ambiguous d_ct01,d_ct02')
  })

  test('read from a scan, only an equal date links', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('d_tu00', DIRECTIVE)
    archive.file('d_ct01', own('12', 'CT/HU', '2021-03-01'))
    archive.file('d_own0', OWN, CITING, 'scan')
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('linked d_tu00')
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('ambiguous d_ct01')
  })

  test('the head of an annex names its own paper: no link, no stub', () => {
    const archive = memoryArchive(OFFICE)
    const text = 'QUY CHẾ\n(Ban hành kèm theo Quyết định số 305-QĐ/HU ngày 12/9/2023 của Ban Thường vụ Huyện ủy)'
    archive.file('d_qd00', { ...own('305', 'QĐ/HU', '2023-09-12'), documentType: 'quyet-dinh' }, text)
    expect(citationsOf(archive.db, 'd_qd00')).toEqual([])
  })

  test('the office moves its terms: every citation is resolved anew', () => {
    const archive = memoryArchive({ ...OFFICE, termStarts: ['2015-08-01', '2021-05-01'] })
    archive.file('d_own0', OWN, CITING)
    archive.file('d_ct01', own('12', 'CT/HU', '2021-03-01'))
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('ambiguous d_ct01')
    archive.record({ kind: 'office-saved', data: { office: OFFICE, before: OFFICE } })
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('inferred d_ct01')
  })
})

describe("a person's word stands (C11)", () => {
  function asked() {
    const archive = memoryArchive(OFFICE)
    archive.file('d_ct01', own('12', 'CT/HU', '2021-03-01'))
    archive.file('d_ct02', own('12', 'CT/HU', '2018-03-15'))
    archive.file('d_own0', OWN, CITING)
    return archive
  }
  const readAgain = (archive: MemoryArchive) => deriveDocument(archive.db, 'd_own0', archive.texts)

  test('a chosen target and relation survive reading again and a new candidate', () => {
    const archive = asked()
    decide(archive, 'd_own0', '12-CT/HU', { kind: 'link', documentId: 'd_ct02' })
    decide(archive, 'd_own0', '12-CT/HU', { kind: 'relation', relation: 'based-on' })
    readAgain(archive)
    archive.file('d_ct03', own('12', 'CT/HU', '2021-05-05'))
    const found = citationsOf(archive.db, 'd_own0').find((one) => one.reference === '12-CT/HU')
    expect(found).toMatchObject({ status: 'linked', to: { id: 'd_ct02' }, relation: 'based-on', decided: true })
    decide(archive, 'd_own0', '12-CT/HU', { kind: 'relation', relation: null })
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('linked d_ct02')
    decide(archive, 'd_own0', '12-CT/HU', { kind: 'undecided' })
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('ambiguous d_ct03,d_ct01,d_ct02')
  })

  test('"not a citation" stays rejected', () => {
    const archive = asked()
    decide(archive, 'd_own0', '713-CV/TU', { kind: 'not-a-citation' })
    archive.file('d_tu00', DIRECTIVE)
    readAgain(archive)
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('rejected')
    expect(citedBy(archive.db, 'd_tu00')).toEqual([])
  })

  test('"another one, not held" is no question any more, and a later paper still heals it', () => {
    const archive = asked()
    decide(archive, 'd_own0', '12-CT/HU', { kind: 'not-held' })
    readAgain(archive)
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('missing')
    archive.file('d_ct03', own('12', 'CT/HU', '2021-06-06'))
    expect(status(archive, 'd_own0', '12-CT/HU')).toBe('inferred d_ct03')
  })

  test('a chosen target that is withdrawn lets go, and holds again when it is restored', () => {
    const archive = asked()
    archive.file('d_odd0', own('99', 'NQ/HU', '2020-01-01'))
    decide(archive, 'd_own0', '713-CV/TU', { kind: 'link', documentId: 'd_odd0' })
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd_odd0', reason: 'x' } })
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('missing')
    archive.record({ kind: 'document-restored', data: { documentId: 'd_odd0', reason: 'x' } })
    expect(status(archive, 'd_own0', '713-CV/TU')).toBe('linked d_odd0')
  })

  test('one added by hand stands beside those read, resolved like them, and survives reading again', () => {
    const archive = asked()
    const reference = { number: '99', suffix: null, separator: '-', symbol: 'NQ/HU' } as const
    const data = { documentId: 'd_own0', key: 'added:99-nq-hu@2020-01-01', reference, documentType: null, issuer: null }
    archive.record({
      kind: 'citation-added',
      data: { ...data, issuedOn: '2020-01-01', relation: 'mentions', quote: 'nói đến 99-NQ/HU', target: null }
    })
    expect(status(archive, 'd_own0', '99-NQ/HU')).toBe('missing')
    archive.file('d_nq00', own('99', 'NQ/HU', '2020-01-01'))
    readAgain(archive)
    expect(status(archive, 'd_own0', '99-NQ/HU')).toBe('linked d_nq00')
    expect(citationsOf(archive.db, 'd_own0').at(-1)).toMatchObject({ origin: 'human', quoteStart: 8, quoteEnd: 16 })
    archive.record({ kind: 'citation-removed', data: { documentId: 'd_own0', key: data.key } })
    expect(status(archive, 'd_own0', '99-NQ/HU')).toBe('none')
  })
})

test('validity follows the links: replaced by a decision, not by a paper that only proposes it', () => {
  const archive = memoryArchive(OFFICE)
  archive.file('d_old0', { ...own('412', 'QĐ/HU', '2018-12-10'), documentType: 'quyet-dinh' })
  archive.file(
    'd_ask0',
    { ...own('22', 'TTr/VPHU', '2021-01-10'), documentType: 'to-trinh' },
    'Đề nghị bãi bỏ Quyết định số 412-QĐ/HU, ngày 10/12/2018 của Ban Thường vụ Huyện ủy.'
  )
  expect(documentValidity(archive.db, 'd_old0')).toEqual({ status: 'in-force', by: null })
  archive.file(
    'd_new0',
    { ...own('97', 'QĐ/HU', '2021-02-18'), documentType: 'quyet-dinh' },
    'Điều 3. Quyết định này thay thế Quyết định số 412-QĐ/HU, ngày 10/12/2018 của Ban Thường vụ Huyện ủy.'
  )
  expect(documentValidity(archive.db, 'd_old0')).toMatchObject({ status: 'replaced', by: { id: 'd_new0' } })
  expect(documentValidity(archive.db, 'd_old0', '2020-01-01').status).toBe('in-force')
})

test('the sentence is quoted on one line with the place of the citation in it', () => {
  const archive = memoryArchive(OFFICE)
  archive.file(
    'd_own0',
    OWN,
    'Thực hiện nội dung Công văn số\n713-CV/TU, ngày 09/8/2021 của\nBan Thường vụ Tỉnh ủy về việc này.'
  )
  const [found] = citationsOf(archive.db, 'd_own0')
  expect(found?.quote).not.toContain('\n')
  expect(found?.quote.slice(found.quoteStart, found.quoteEnd)).toContain('713-CV/TU, ngày 09/8/2021')
})
