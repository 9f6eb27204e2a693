import { describe, expect, test } from 'vitest'
import { bookOf, type NumberedForm, numberOf, placeOf } from '#domain/numbering/book-of.ts'
import { periodHolding } from '#domain/numbering/book-period.ts'
import { DEFAULT_RULES, type NumberingRule, overlapping, rulesWithDefaults } from '#domain/numbering/book-rule.ts'

const OFFICE = { name: 'Huyện ủy Đam Rông', place: 'Đam Rông' }
const TERMS = ['2015-08-01', '2020-08-01']
const form = (fields: Partial<NumberedForm> = {}): NumberedForm => ({
  direction: 'outgoing',
  fondsId: null,
  number: '221',
  suffix: null,
  separator: '-',
  symbol: 'CV/HU',
  documentType: 'cong-van',
  issuedOn: '2021-08-12',
  issuer: 'Huyện ủy Đam Rông',
  arrivalNumber: null,
  arrivedOn: null,
  ...fields
})
const keyOf = (fields: Partial<NumberedForm>, rules: readonly NumberingRule[] = DEFAULT_RULES) => {
  const place = placeOf(form(fields), OFFICE)
  return place && bookOf(place, rules, TERMS)?.key
}

describe('which book', () => {
  test('Party papers by body, type and term; State ones by body, type and year; what comes in by year', () => {
    expect(keyOf({})).toBe('|default-party|huyen uy|cong-van|term|2020-08-01')
    expect(keyOf({ separator: '/', symbol: 'QĐ-UBND', documentType: 'quyet-dinh' })).toBe(
      '|default-state|huyen uy|quyet-dinh|year|2021-01-01'
    )
    expect(keyOf({ direction: 'incoming', arrivedOn: '2021-08-15' })).toBe('|default-incoming|||year|2021-01-01')
  })

  test('the day of arrival decides for what comes in; without number and day of arrival it stands in none', () => {
    expect(keyOf({ direction: 'incoming', issuedOn: '2021-12-30', arrivedOn: '2022-01-04' })).toMatch(/2022-01-01$/)
    expect(keyOf({ direction: 'incoming', arrivalNumber: 7 })).toMatch(/2021-01-01$/)
    expect(keyOf({ direction: 'incoming' })).toBeNull()
    expect(keyOf({ issuedOn: null })).toBeNull()
  })

  test('one body however it is written; papers of the house with those that go out; the symbol tells a type not read', () => {
    const own = keyOf({})
    for (const issuer of ['HUYỆN ỦY ĐAM RÔNG', 'Huyện uỷ Đam Rông', 'Huyện ủy', null])
      expect(keyOf({ issuer })).toBe(own)
    expect(keyOf({ direction: 'internal' })).toBe(own)
    expect(keyOf({ documentType: null })).toBe(own)
    expect(keyOf({ issuer: 'Văn phòng Huyện ủy' })).not.toBe(own)
  })

  test('numbers as they stand: 08 is 8, 12a is 12 with a, what is no number is none', () => {
    expect(numberOf(form({ number: '08' }))).toEqual({ number: 8, suffix: '' })
    expect(numberOf(form({ number: '12', suffix: 'A' }))).toEqual({ number: 12, suffix: 'a' })
    expect(numberOf(form({ number: '0' })).number).toBeNull()
    expect(numberOf(form({ number: '1/2' })).number).toBeNull()
    expect(numberOf(form({ direction: 'incoming', arrivalNumber: 40 }))).toEqual({ number: 40, suffix: '' })
  })
})

test('periods: years, terms, the last term without end, years before the first term is known', () => {
  expect(periodHolding('2021-08-12', 'year', TERMS)).toEqual({ kind: 'year', from: '2021-01-01', to: '2021-12-31' })
  expect(periodHolding('2020-07-31', 'term', TERMS)).toEqual({ kind: 'term', from: '2015-08-01', to: '2020-07-31' })
  expect(periodHolding('2020-08-01', 'term', TERMS)).toEqual({ kind: 'term', from: '2020-08-01', to: null })
  expect(periodHolding('2015-07-31', 'term', TERMS)).toEqual({ kind: 'year', from: '2015-01-01', to: '2015-07-31' })
  expect(periodHolding('2003-02-03', 'term', TERMS)).toEqual({ kind: 'year', from: '2003-01-01', to: '2003-12-31' })
  expect(periodHolding('2003-02-03', 'term', [])).toMatchObject({ kind: 'year', from: '2003-01-01' })
})

describe('rules', () => {
  const rule = (fields: Partial<NumberingRule>): NumberingRule => ({
    id: 'u_0001',
    fondsId: null,
    direction: 'outgoing',
    body: null,
    separator: null,
    documentTypes: [],
    perType: false,
    period: 'year',
    firstNumber: 1,
    name: null,
    ...fields
  })

  test('the narrower wins: the body before the type before the separator', () => {
    const rules = rulesWithDefaults([
      rule({ id: 'u_type', documentTypes: ['cong-van'] }),
      rule({ id: 'u_body', body: 'Huyện ủy' })
    ])
    expect(keyOf({}, rules)).toContain('u_body')
    expect(keyOf({ issuer: 'Văn phòng Huyện ủy' }, rules)).toContain('u_type')
    expect(keyOf({ issuer: 'Văn phòng Huyện ủy', documentType: 'bao-cao' }, rules)).toContain('default-party')
  })

  test('two that say the same of the same papers overlap; a narrower and a wider do not', () => {
    const one = rule({ documentTypes: ['cong-van', 'giay-moi'] })
    expect(overlapping(rule({ id: 'u_0002', documentTypes: ['giay-moi'] }), [one])).toBe(one)
    expect(overlapping(rule({ id: 'u_0002', documentTypes: ['bao-cao'] }), [one])).toBeNull()
    expect(overlapping(rule({ id: 'u_0002', body: 'Văn phòng', documentTypes: ['giay-moi'] }), [one])).toBeNull()
    expect(overlapping(rule({ id: 'u_0002', separator: '-' }), DEFAULT_RULES)?.id).toBe('default-party')
    expect(overlapping(one, [one])).toBeNull()
  })
})
