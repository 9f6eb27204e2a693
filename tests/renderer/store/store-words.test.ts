import { describe, expect, it } from 'vitest'
import type { Office, VerifyReport } from '#contract/operations/archive.ts'
import { eventName, factsLine, valueWords } from '#renderer/features/store/ledger-line.ts'
import { draftOf, officeOf, sameOffice } from '#renderer/features/store/office-form.ts'
import { adviceFor, checkedLine, findingName, verdict } from '#renderer/features/store/verify-words.ts'
import { daysSince } from '#renderer/strings/dates.ts'

const finding = (code: string) => ({ code, document: null, documentId: null, detail: '' })
const report = (depth: VerifyReport['depth'], codes: readonly string[]): VerifyReport => ({
  depth,
  ok: codes.every((code) => code === 'orphan-file'),
  checked: { events: 48210, documents: 1200, files: 1300, bytes: 2_500_000 },
  findings: codes.map(finding),
  seconds: 1.24
})

describe('a report of a check', () => {
  it('says sound or how many places are not, harmless ones left out', () => {
    expect(verdict(report('full', ['orphan-file']))).toBe('Kiểm tra toàn bộ: không thấy hư hỏng.')
    expect(verdict(report('rows', ['row-differs', 'file-missing', 'orphan-file']))).toBe(
      'Kiểm tra từng dòng: có 2 chỗ hỏng.'
    )
  })
  it('counts files only where files were read', () => {
    expect(checkedLine(report('quick', []))).toBe('Đã xem 48.210 dòng nhật ký, 1.200 văn bản · 1,2 giây')
    expect(checkedLine(report('full', []))).toContain('1.300 tệp gốc (2,5 MB)')
  })
  it('advises each thing once, the ledger before all', () => {
    expect(adviceFor(['row-differs', 'row-differs', 'file-changed'].map(finding))).toHaveLength(2)
    expect(adviceFor(['ledger-chain', 'row-differs'].map(finding))).toHaveLength(1)
    expect(adviceFor([finding('orphan-file')])).toEqual([])
  })
  it('has a word for a code it does not know', () => {
    expect(findingName('file-missing')).toBe('Mất tệp gốc')
    expect(findingName('brand-new')).toContain('brand-new')
  })
  it('counts whole days since a backup', () => {
    const now = Date.parse('2021-09-10T08:00:00Z')
    expect(daysSince('2021-09-01T09:00:00Z', now)).toBe(8)
    expect(daysSince('2021-09-11T09:00:00Z', now)).toBe(0)
    expect(daysSince(null, now)).toBeNull()
  })
})

describe('lines of the ledger', () => {
  it('say the deed, with what was marked', () => {
    expect(eventName({ kind: 'document-filed', facts: {} })).toBe('Vào sổ')
    expect(eventName({ kind: 'deliveries-marked', facts: { what: 'acknowledged' } })).toBe('Ghi chuyển giao: ký nhận')
    expect(eventName({ kind: 'something-new', facts: {} })).toBe('Việc khác')
  })
  it('show old and new value, the reason last', () => {
    const facts = {
      reason: 'nhập nhầm',
      issuedOn: '2021-08-12',
      'issuedOn.before': '2021-08-21',
      note: '',
      'note.before': 'x'
    }
    expect(factsLine({ kind: 'document-corrected', reference: '221-CV/HU', facts })).toBe(
      'Ngày văn bản: 21/08/2021 → 12/08/2021 · Ghi chú: x → trống · Lý do: nhập nhầm'
    )
  })
  it('leave out what other columns show', () => {
    expect(
      factsLine({
        kind: 'document-filed',
        reference: '221-CV/HU',
        facts: { reference: '221-CV/HU', subject: 'Về rừng' }
      })
    ).toBe('Trích yếu: Về rừng')
  })
  it('put codes into words and leave the unknown as it is', () => {
    expect(valueWords('documentType', 'cong-van')).toBe('Công văn')
    const filters = { directions: [], documentTypes: [], from: null, to: null }
    expect(valueWords('rule', JSON.stringify({ query: 'bảo vệ rừng', filters }))).toBe('bảo vệ rừng')
    const narrowed = { query: '', filters: { ...filters, from: '2021-01-01' } }
    expect(valueWords('rule', JSON.stringify(narrowed))).toBe('có điều kiện lọc')
    expect(valueWords('level', 'HU')).toBe('Huyện ủy')
    expect(valueWords('termStarts', '["2015-08-01","2020-08-01"]')).toBe('01/08/2015, 01/08/2020')
    expect(valueWords('documentType', 'constructor')).toBe('constructor')
  })
})

describe('the office', () => {
  const office: Office = {
    name: 'Huyện ủy Đam Rông',
    parentBody: 'Đảng bộ tỉnh Lâm Đồng',
    officeName: 'Văn phòng Huyện ủy',
    place: 'Đam Rông',
    code: 'HU',
    level: 'HU',
    clerk: 'Cil Dim',
    termStarts: ['2015-08-01', '2020-08-01'],
    acknowledgeDays: 7
  }
  it('comes back as it was', () => {
    const made = officeOf(draftOf(office))
    expect(made.office && sameOffice(made.office, office)).toBe(true)
  })
  it('is tidied: spaces, terms in order and each once, empty ones left out', () => {
    const made = officeOf({
      ...draftOf(office),
      name: '  Huyện  ủy ',
      termStarts: ['2020-08-01', null, '2015-08-01', '2020-08-01']
    })
    expect(made.office?.name).toBe('Huyện ủy')
    expect(made.office?.termStarts).toEqual(['2015-08-01', '2020-08-01'])
  })
  it('without a name, or with days that are none, is not written', () => {
    expect(officeOf({ ...draftOf(office), name: ' ' }).problem).toBe('name')
    for (const acknowledgeDays of ['', '0', '366', '7 ngày', '-1']) {
      expect(officeOf({ ...draftOf(office), acknowledgeDays }).problem).toBe('days')
    }
  })
})
