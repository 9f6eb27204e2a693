import { describe, expect, it } from 'vitest'
import { findText, findValue } from '#renderer/features/document/find-value.ts'
import { holds } from '#renderer/features/document/use-document-pages.ts'
import { blankForm } from '#renderer/features/filing/form/fields.ts'

const page = (text: string, offset = 0) => ({ page: 1, offset, text, width: 0, height: 0, runs: [] })
const pages = [
  page('HUYỆN ỦY ĐAM RÔNG\nSố 221-CV/HU\nĐam Rông, ngày 12 tháng 8 năm 2021'),
  page('V/v tăng cường\ncông tác (chỉ đạo)', 200)
]

describe('where a value stands on the page', () => {
  it('whatever marks, case and line ends', () => {
    expect(findText('Huyện uỷ Đam Rông', pages, 'issuer')).toMatchObject({ start: 0, end: 17 })
    expect(findText('tăng cường công tác (chỉ đạo)', pages, 'subject')).toMatchObject({ start: 204 })
  })
  it('a day in the words of the paper', () => {
    const form = { ...blankForm('outgoing', null), issuedOn: '2021-08-12' }
    const found = findValue(form, 'issuedOn', null, pages)
    expect(pages[0]?.text.slice(found?.start, found?.end)).toBe('ngày 12 tháng 8 năm 2021')
  })
  it('a line of a list by its own evidence', () => {
    const line = {
      text: 'x',
      kind: 'body' as const,
      names: [],
      note: null,
      evidence: { page: 1, start: 7, end: 9, rule: 'r' }
    }
    expect(findValue({ ...blankForm('outgoing', null), recipients: [line] }, 'recipients', 0, pages)).toMatchObject({
      start: 7
    })
  })
  it('nothing where it does not stand, and no pattern of the clerk is run', () => {
    expect(findText('.*', pages, 'subject')).toBeNull()
    expect(findValue(blankForm('outgoing', null), 'issuer', null, pages)).toBeNull()
  })
})

it('knows in which file a span lies', () => {
  expect(holds(pages, { start: 5, end: 210 })).toBe(true)
  expect(holds(pages, { start: 400, end: 410 })).toBe(false)
  expect(holds([], { start: 0, end: 1 })).toBe(false)
})
