import { describe, expect, it } from 'vitest'
import {
  blankForm,
  cleanForm,
  firstDoubt,
  formReference,
  separatorFor,
  settleNumber,
  showNumber,
  takeCount,
  takeNumber,
  takeSymbol
} from '#renderer/features/filing/form/fields.ts'

const form = blankForm('incoming', '2021-08-13')

describe('number and suffix as one field', () => {
  it.each([
    ['221', { number: '221', suffix: null }],
    ['44a', { number: '44', suffix: 'a' }],
    ['44 A', { number: '44', suffix: 'a' }],
    ['08', { number: '08', suffix: null }],
    ['12đ', { number: '12', suffix: 'đ' }],
    ['', { number: null, suffix: null }]
  ])('%s', (typed, expected) => {
    expect(takeNumber(typed)).toEqual(expected)
  })

  it('keeps what is not a number as typed, letter by letter', () => {
    expect(takeNumber('221-CV/H')).toEqual({ number: '221-CV/H', suffix: null })
    expect(showNumber({ number: '44', suffix: 'a' })).toBe('44a')
  })

  it('parts a whole reference only when the cursor leaves', () => {
    expect(settleNumber({ ...form, number: '221-CV/HU' })).toEqual({
      number: '221',
      suffix: null,
      separator: '-',
      symbol: 'CV/HU'
    })
    expect(settleNumber({ ...form, number: '4512/KH-UBND' })?.separator).toBe('/')
    expect(settleNumber({ ...form, number: '221' })).toBeNull()
    expect(settleNumber({ ...form, number: 'abc' })).toBeNull()
  })
})

describe('symbol', () => {
  it.each([
    ['CV/HU', '-'],
    ['QĐ/TWĐTN-VP', '-'],
    ['CV/TC-NV', '-'],
    ['KH-UBND', '/'],
    ['2022/NĐ-CP', '/'],
    ['UBND-TC', '/']
  ])('%s is parted by %s', (symbol, separator) => {
    expect(separatorFor(symbol)).toBe(separator)
    expect(takeSymbol(symbol)).toEqual({ symbol, separator })
  })

  it('an empty symbol leaves the separator alone', () => {
    expect(takeSymbol('')).toEqual({ symbol: null })
  })

  it('makes the reference with its separator', () => {
    expect(formReference({ ...form, number: '44', suffix: 'a', symbol: 'CV/VPHU' })).toBe('44a-CV/VPHU')
    expect(formReference({ ...form, number: '44' })).toBeNull()
  })
})

describe('the form as it is sent', () => {
  it('cuts blanks, composes letters, turns empty into null', () => {
    const clean = cleanForm({
      ...form,
      number: ' 221 ',
      symbol: 'CV/HU',
      subject: '  Về việc \n họp ',
      issuer: 'Huyện ủy'.normalize('NFD'),
      note: '   '
    })
    expect(clean.number).toBe('221')
    expect(clean.subject).toBe('Về việc họp')
    expect(clean.issuer).toBe('Huyện ủy'.normalize('NFC'))
    expect(clean.note).toBeNull()
  })

  it('an outgoing paper has no arrival', () => {
    const clean = cleanForm({ ...form, direction: 'outgoing', arrivalNumber: 12, arrivedOn: '2021-08-13' })
    expect(clean.arrivalNumber).toBeNull()
    expect(clean.arrivedOn).toBeNull()
  })

  it('parts a reference that was never left', () => {
    expect(cleanForm({ ...form, number: '15-CV/ĐU' })).toMatchObject({ number: '15', symbol: 'CV/ĐU' })
  })

  it('keeps a number within the contract', () => {
    expect(cleanForm({ ...form, number: '123456789012345' }).number).toHaveLength(11)
  })

  it('leaves out lines without text', () => {
    const line = { text: '  ', kind: 'body' as const, names: [], note: null, evidence: null }
    expect(cleanForm({ ...form, recipients: [line] }).recipients).toEqual([])
  })
})

describe('where the cursor starts', () => {
  it('is the first needed field that is empty', () => {
    expect(firstDoubt(form)).toBe('number')
    expect(firstDoubt({ ...form, number: '1', symbol: 'CV/HU' })).toBe('issuedOn')
  })

  it('is the number when nothing is missing', () => {
    const whole = {
      ...form,
      number: '1',
      symbol: 'CV/HU',
      issuedOn: '2021-08-12',
      documentType: 'cong-van' as const,
      issuer: 'Huyện ủy',
      subject: 'họp'
    }
    expect(firstDoubt(whole)).toBe('number')
  })
})

describe('counts', () => {
  it.each([
    ['1274', 1274],
    ['1.274', 1274],
    ['', null],
    ['0', null],
    ['abc', null],
    ['12345678', null]
  ])('%s', (typed, expected) => {
    expect(takeCount(typed, 1, 999_999)).toBe(expected)
  })
})
