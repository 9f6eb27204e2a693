import { describe, expect, it } from 'vitest'
import { historyLine } from '#renderer/features/document/history-lines.ts'

const event = (kind: string, facts: Record<string, string>) => ({
  seq: 1,
  at: '2021-08-12T09:00:00Z',
  actor: 'Nguyễn Thị Hạnh',
  kind,
  documentId: 'd_abcd',
  reference: '221-CV/HU',
  facts
})

describe('a fact of the ledger as a sentence', () => {
  it('a correction names its fields, old and new, and the reason', () => {
    const line = historyLine(
      event('document-corrected', { issuedOn: '2021-08-12', 'issuedOn.before': '2021-08-11', reason: 'Nhầm ngày' })
    )
    expect(line.text).toBe('Nguyễn Thị Hạnh sửa ngày văn bản')
    expect(line.details).toEqual(['Ngày văn bản: 11/08/2021 → 12/08/2021', 'Lý do: Nhầm ngày'])
  })
  it('an emptied field says so', () => {
    const line = historyLine(event('document-corrected', { note: '', 'note.before': 'cũ' }))
    expect(line.details[0]).toBe('Ghi chú: cũ → trống')
  })
  it('a withdrawal keeps its reason', () => {
    expect(historyLine(event('document-withdrawn', { reason: 'Ghi nhầm sổ' })).details).toEqual(['Lý do: Ghi nhầm sổ'])
  })
  it('deliveries are counted', () => {
    expect(historyLine(event('deliveries-sent', { deliveries: '69', sentOn: '2021-08-12' })).text).toBe(
      'Nguyễn Thị Hạnh chuyển giao 69 nơi'
    )
    expect(historyLine(event('deliveries-marked', { what: 'acknowledged', deliveries: '2' })).text).toContain(
      'ghi ký nhận 2 nơi'
    )
  })
  it('a bút phê tells who handles the paper and until when, put right with the old day, the result its reply', () => {
    const given = historyLine(
      event('handling-assigned', { opinion: 'Tham mưu', main: 'Ban Tuyên giáo', due: '2021-08-25' })
    )
    expect(given.text).toBe('Nguyễn Thị Hạnh ghi bút phê')
    expect(given.details).toEqual(['Ý kiến: Tham mưu', 'Chủ trì: Ban Tuyên giáo', 'Thời hạn: 25/08/2021'])
    const right = historyLine(event('handling-assigned', { due: '2021-08-27', 'due.before': '2021-08-25' }))
    expect(right.details).toEqual(['Thời hạn: 25/08/2021 → 27/08/2021'])
    expect(historyLine(event('handling-done', { target: '31-BC/HU', by: 'Ban Tuyên giáo' })).details).toEqual([
      'Văn bản trả lời: 31-BC/HU',
      'Ban Tuyên giáo'
    ])
  })
  it('a kind of a newer program is still a line', () => {
    expect(historyLine(event('something-new', {})).text).toBe('Nguyễn Thị Hạnh thay đổi')
  })
})
