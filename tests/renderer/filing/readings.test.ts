import { describe, expect, it } from 'vitest'
import { blankForm } from '#renderer/features/filing/form/fields.ts'
import {
  fieldFocus,
  pageMarks,
  type Readings,
  showReading,
  standing,
  takeHint
} from '#renderer/features/filing/form/readings.ts'

const evidence = { page: 1, start: 10, end: 20, rule: 'head' }
const form = blankForm('incoming', null)
const readings: Readings = {
  number: { value: '221', certainty: 'hint', evidence: { ...evidence, start: 10, end: 13 } },
  symbol: { value: 'KH-UBND', certainty: 'hint', evidence: { ...evidence, start: 14, end: 21 } },
  issuer: { value: 'Huyện ủy Đam Rông', certainty: 'sure', evidence: { ...evidence, start: 40, end: 57 } }
}

describe('how a field stands to what was read', () => {
  it('a hint stays a hint while the field is empty', () => {
    expect(standing(form, 'number', readings.number)).toBe('hint')
  })
  it("a hint taken is as good as read, another value is the clerk's", () => {
    expect(standing({ ...form, number: '221' }, 'number', readings.number)).toBe('read')
    expect(standing({ ...form, number: '22' }, 'number', readings.number)).toBe('changed')
  })
  it('a sure value that was emptied is changed, never a hint', () => {
    expect(standing({ ...form, issuer: 'Huyện ủy Đam Rông' }, 'issuer', readings.issuer)).toBe('read')
    expect(standing(form, 'issuer', readings.issuer)).toBe('changed')
  })
  it('nothing read: nothing said', () => {
    expect(standing(form, 'subject', undefined)).toBe('none')
  })
})

describe('F4', () => {
  it('takes the hint of an empty field, the symbol with its separator', () => {
    expect(takeHint(form, 'number', readings)).toMatchObject({ number: '221' })
    expect(takeHint(form, 'symbol', readings)).toEqual({ symbol: 'KH-UBND', separator: '/' })
  })
  it('never overwrites, and takes nothing that is no hint', () => {
    expect(takeHint({ ...form, number: '5' }, 'number', readings)).toBeNull()
    expect(takeHint(form, 'issuer', readings)).toBeNull()
    expect(takeHint(form, 'subject', readings)).toBeNull()
  })
})

describe('marks on the page', () => {
  it('are sure, unsure or a citation', () => {
    const marks = pageMarks(form, readings, [{ id: 'c' as never, start: 100, end: 120 }])
    expect(marks.map((mark) => [mark.id, mark.tone])).toEqual([
      ['number', 'unsure'],
      ['symbol', 'unsure'],
      ['issuer', 'sure'],
      ['c', 'cite']
    ])
  })
  it('do not cover one stretch twice: the shorter place keeps it', () => {
    const both: Readings = {
      place: { value: 'Đam Rông', certainty: 'sure', evidence: { ...evidence, start: 0, end: 30 } },
      issuedOn: { value: '2021-08-12', certainty: 'sure', evidence: { ...evidence, start: 10, end: 20 } }
    }
    const marks = pageMarks(form, both, [])
    expect(marks.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['place', 0, 10],
      ['issuedOn', 10, 20],
      ['place', 20, 30]
    ])
  })
  it('a citation without a place is not marked', () => {
    expect(pageMarks(form, {}, [{ id: 'c' as never, start: null, end: null }])).toEqual([])
  })
})

describe('the focus of a field', () => {
  it('is where its value was read, in the tone of its certainty', () => {
    expect(fieldFocus(form, readings, 'number', null)).toMatchObject({ start: 10, end: 13, tone: 'unsure' })
    expect(fieldFocus(form, readings, 'subject', null)).toBeNull()
  })
  it('of a list is the line of the cursor', () => {
    const line = (start: number) => ({
      text: 'Ban',
      kind: 'body' as const,
      names: ['Ban'],
      note: null,
      evidence: { ...evidence, start, end: start + 3 }
    })
    const listed = { ...form, recipients: [line(200), line(300)] }
    expect(fieldFocus(listed, {}, 'recipients', 1)?.start).toBe(300)
    expect(fieldFocus(listed, {}, 'recipients', 9)?.start).toBe(200)
  })
})

it('shows a hint as the clerk would type it', () => {
  expect(showReading('issuedOn', '2021-08-12')).toBe('12/08/2021')
  expect(showReading('documentType', 'cong-van')).toBe('Công văn')
  expect(showReading('urgency', 'khan')).toBe('Khẩn')
  expect(showReading('number', '221')).toBe('221')
})
