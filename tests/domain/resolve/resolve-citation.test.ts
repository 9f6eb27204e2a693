import { describe, expect, test } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import type { Candidate, CitedIdentity, CitingDocument, NumberingTerms } from '#domain/resolve/resolution.ts'
import { resolveCitation } from '#domain/resolve/resolve-citation.ts'

const TERMS: NumberingTerms = { level: 'HU', starts: ['2015-08-01', '2020-08-01'] }

function cited(reference: string | null, more: Partial<CitedIdentity> = {}): CitedIdentity {
  const parsed = reference ? parseReference(reference) : null
  return { raw: reference ?? '', reference: parsed, documentType: null, issuedOn: null, issuer: null, ...more }
}

function held(
  id: string,
  reference: string,
  issuedOn: string | null,
  issuer: string | null,
  more: Partial<Candidate> = {}
) {
  const parsed = parseReference(reference)
  const { number = null, separator = '-', symbol = null } = parsed ?? {}
  return { id, number, separator, symbol, documentType: null, issuedOn, issuer, subject: null, ...more } as Candidate
}

function citing(more: Partial<CitingDocument> = {}): CitingDocument {
  const issuer = 'Huyện ủy Đam Rông'
  return {
    id: 'd_citing',
    issuedOn: '2023-06-15',
    issuer,
    bodies: [issuer, 'Đảng bộ tỉnh Lâm Đồng'],
    ocr: false,
    ...more
  }
}

const ours = 'Huyện ủy Đam Rông'
const first = held('first', '12-CT/HU', '2018-03-15', ours, { documentType: 'chi-thi' })
const second = held('second', '12-CT/HU', '2022-08-20', ours, { documentType: 'chi-thi' })

describe('with a date', () => {
  test('the equal date links, whatever else bears the number', () => {
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2018-03-15' }), citing(), [second, first], TERMS)
    expect(got).toEqual({ status: 'linked', target: 'first', candidates: [] })
  })

  test('another date in the same term is shown, not linked', () => {
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2022-08-22' }), citing(), [first, second], TERMS)
    expect(got).toEqual({ status: 'date-mismatch', target: null, candidates: ['second', 'first'] })
  })

  test('a wrong year with day and month right is a mismatch, also across terms', () => {
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2016-08-20' }), citing(), [second], TERMS)
    expect(got.status).toBe('date-mismatch')
  })

  test('a date of another term is another document: numbers begin anew', () => {
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2018-03-15' }), citing(), [second], TERMS)
    expect(got).toEqual({ status: 'missing', target: null, candidates: [] })
  })

  test('State numbers begin anew each year', () => {
    const other = held('x', '47/QĐ-UBND', '2024-01-14', 'Ủy ban nhân dân tỉnh Lâm Đồng')
    const state = cited('47/QĐ-UBND', { issuedOn: '2023-03-02', issuer: 'UBND tỉnh' })
    expect(resolveCitation(state, citing({ issuedOn: '2025-01-01' }), [other], TERMS).status).toBe('missing')
    const sameYear = cited('47/QĐ-UBND', { issuedOn: '2024-03-02', issuer: 'UBND tỉnh' })
    expect(resolveCitation(sameYear, citing({ issuedOn: '2025-01-01' }), [other], TERMS).status).toBe('date-mismatch')
  })

  test('two equal dates: the type decides, else it is asked', () => {
    const decision = held('decision', '08-QĐ/TW', '2018-10-25', 'Ban Chấp hành Trung ương', {
      documentType: 'quyet-dinh'
    })
    const rule = held('rule', '08-QĐi/TW', '2018-10-25', 'Ban Chấp hành Trung ương', { documentType: 'quy-dinh' })
    const by = (documentType: 'quy-dinh' | null) =>
      resolveCitation(cited('08-QĐ/TW', { issuedOn: '2018-10-25', documentType }), citing(), [decision, rule], TERMS)
    expect(by('quy-dinh').target).toBe('rule')
    expect(by(null)).toEqual({
      status: 'ambiguous',
      target: null,
      candidates: expect.arrayContaining(['decision', 'rule'])
    })
  })

  test('the same paper filed twice is asked about', () => {
    const twin = { ...second, id: 'twin' }
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2022-08-20' }), citing(), [second, twin], TERMS)
    expect(got.status).toBe('ambiguous')
  })

  test('an issuer that contradicts the symbol asks, and does not link', () => {
    const plan = held('plan', '145-KH/HU', '2023-06-10', ours)
    const odd = cited('145-KH/HU', { issuedOn: '2023-06-10', issuer: 'Ban Thường vụ Tỉnh ủy' })
    expect(resolveCitation(odd, citing(), [plan], TERMS)).toEqual({
      status: 'ambiguous',
      target: null,
      candidates: ['plan']
    })
  })

  test("another commune's paper of the same number and day is another paper", () => {
    const report = held('report', '35-BC/ĐU', '2023-05-15', 'Đảng ủy xã Đạ Long')
    const of = (issuer: string) => cited('35-BC/ĐU', { issuedOn: '2023-05-15', issuer })
    expect(resolveCitation(of('Đảng ủy xã Rô Men'), citing(), [report], TERMS).status).toBe('missing')
    expect(resolveCitation(of('Đảng ủy xã Đạ Long'), citing(), [report], TERMS).target).toBe('report')
  })

  test('a committee, its Ban Thường vụ and its Thường trực are one issuer', () => {
    for (const issuer of [
      'Ban Thường vụ Huyện uỷ',
      'Thường trực Huyện ủy',
      'Huyện ủy',
      'Ban Chấp hành Đảng bộ huyện khoá XI',
      'BTV Huyện ủy'
    ]) {
      const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2022-08-20', issuer }), citing(), [second], TERMS)
      expect([issuer, got.target]).toEqual([issuer, 'second'])
    }
  })

  test('read from a picture it links by the equal date alone', () => {
    const got = resolveCitation(cited('12-CT/HU', { issuedOn: '2022-08-20' }), citing({ ocr: true }), [second], TERMS)
    expect(got.target).toBe('second')
  })
})

describe('without a date', () => {
  const dateless = cited('12-CT/HU', { issuer: 'Ban Thường vụ Huyện ủy' })

  test('exactly one of that issuer links, drawn as inferred', () => {
    expect(resolveCitation(dateless, citing(), [second], TERMS)).toEqual({
      status: 'inferred',
      target: 'second',
      candidates: []
    })
  })

  test('a number mended on a misread page is asked, not drawn; with its day it links', () => {
    const mended = { ...dateless, flags: ['ocr-number'] }
    expect(resolveCitation(mended, citing(), [second], TERMS)).toEqual({
      status: 'ambiguous',
      target: null,
      candidates: ['second']
    })
    expect(resolveCitation({ ...mended, issuedOn: '2022-08-20' }, citing(), [second], TERMS).target).toBe('second')
    expect(resolveCitation({ ...dateless, flags: ['symbol-order'] }, citing(), [second], TERMS).status).toBe('inferred')
  })

  test('several are asked, the one of the citing period first', () => {
    const got = resolveCitation(dateless, citing(), [first, second], TERMS)
    expect(got).toEqual({ status: 'ambiguous', target: null, candidates: ['second', 'first'] })
    const earlier = resolveCitation(dateless, citing({ issuedOn: '2019-01-01' }), [first, second], TERMS)
    expect(earlier).toEqual({ status: 'inferred', target: 'first', candidates: [] })
  })

  test('the only one is of an earlier term of our own committee: it is asked', () => {
    expect(resolveCitation(dateless, citing(), [first], TERMS)).toEqual({
      status: 'ambiguous',
      target: null,
      candidates: ['first']
    })
    expect(resolveCitation(dateless, citing(), [first]).status).toBe('inferred')
  })

  test('"Huyện ủy" is the district of the citing paper, not any of five hundred', () => {
    const neighbour = held('neighbour', '12-CT/HU', '2022-01-05', 'Huyện ủy Lạc Dương')
    expect(resolveCitation(dateless, citing(), [neighbour], TERMS).status).toBe('missing')
    expect(resolveCitation(dateless, citing(), [neighbour, second], TERMS).target).toBe('second')
    expect(resolveCitation(cited('12-CT/HU'), citing(), [neighbour], TERMS).status).toBe('missing')
  })

  test('the province’s number of an earlier term is asked too: its terms begin with ours', () => {
    const early = held('early', '8-CV/TU', '2018-03-15', 'Tỉnh ủy Lâm Đồng')
    const late = held('late', '8-CV/TU', '2022-01-10', 'Tỉnh ủy Lâm Đồng')
    const said = cited('8-CV/TU', { issuer: 'Tỉnh ủy Lâm Đồng' })
    expect(resolveCitation(said, citing(), [early], TERMS).status).toBe('ambiguous')
    expect(resolveCitation(said, citing(), [late], TERMS).status).toBe('inferred')
  })

  test('"Huyện ủy" in a paper of the province is any district: it is asked', () => {
    const province = citing({ issuer: 'Tỉnh ủy Lâm Đồng', bodies: ['Tỉnh ủy Lâm Đồng'] })
    expect(resolveCitation(dateless, province, [second], TERMS).status).toBe('ambiguous')
    const dated = cited('12-CT/HU', { issuedOn: '2022-08-20', issuer: 'Huyện ủy' })
    expect(resolveCitation(dated, province, [second], TERMS).status).toBe('linked')
  })

  test("a commune's number without an issuer is never linked by itself", () => {
    const report = held('report', '35-BC/ĐU', '2023-05-15', 'Đảng ủy xã Đạ Long')
    expect(resolveCitation(cited('35-BC/ĐU'), citing(), [report], TERMS)).toEqual({
      status: 'ambiguous',
      target: null,
      candidates: ['report']
    })
  })

  test('the centre has one of each: its number alone is enough, if it is held once', () => {
    const central = held('central', '35-NQ/TW', '2018-10-22', 'Bộ Chính trị')
    expect(resolveCitation(cited('35-NQ/TW'), citing(), [central], TERMS).status).toBe('inferred')
    const other = held('other', '35-NQ/TW', '2012-01-01', 'Ban Bí thư')
    expect(resolveCitation(cited('35-NQ/TW'), citing(), [central, other], TERMS).status).toBe('ambiguous')
  })

  test('read from a picture it asks', () => {
    expect(resolveCitation(dateless, citing({ ocr: true }), [second], TERMS).status).toBe('ambiguous')
  })

  test('a document whose issuer is not known is not taken for the one named', () => {
    const nameless = held('nameless', '12-CT/HU', '2022-08-20', null)
    expect(resolveCitation(dateless, citing(), [nameless], TERMS).status).toBe('ambiguous')
  })

  test('QĐ says Quyết định, the held one is a Quy định: it is asked', () => {
    const rule = held('rule', '06-QĐi/HU', '2022-02-21', ours, { documentType: 'quy-dinh' })
    const decision = cited('06-QĐ/HU', { documentType: 'quyet-dinh', issuer: 'Huyện ủy' })
    expect(resolveCitation(decision, citing(), [rule], TERMS).status).toBe('ambiguous')
    expect(resolveCitation({ ...decision, issuedOn: '2022-02-21' }, citing(), [rule], TERMS).target).toBe('rule')
  })
})

describe('never', () => {
  test('the citing paper itself, nor one issued after it', () => {
    const self = { ...second, id: 'd_citing' }
    const later = held('later', '12-CT/HU', '2023-06-16', ours)
    expect(resolveCitation(cited('12-CT/HU', { issuedOn: '2022-08-20' }), citing(), [self], TERMS).status).toBe(
      'missing'
    )
    expect(resolveCitation(cited('12-CT/HU', { issuedOn: '2023-06-16' }), citing(), [later], TERMS).status).toBe(
      'missing'
    )
    expect(resolveCitation(cited('12-CT/HU', { issuer: 'Huyện ủy' }), citing(), [later], TERMS).status).toBe('missing')
  })

  test('nothing held', () => {
    expect(resolveCitation(cited('12-CT/HU'), citing(), [], TERMS)).toEqual({
      status: 'missing',
      target: null,
      candidates: []
    })
  })
})

describe('without a reference', () => {
  const law = held('law', '16/2017/QH14', '2017-11-15', 'Quốc hội', { documentType: 'luat', subject: 'Lâm nghiệp' })
  const other = held('other', '18/2017/QH14', '2017-11-15', 'Quốc hội', { documentType: 'luat', subject: 'Thủy sản' })
  const byDay = cited(null, {
    raw: 'Luật Lâm nghiệp ngày 15 tháng 11 năm 2017',
    documentType: 'luat',
    issuedOn: '2017-11-15'
  })

  test('a law by day and name', () => {
    expect(resolveCitation(byDay, citing(), [law, other], TERMS)).toEqual({
      status: 'inferred',
      target: 'law',
      candidates: []
    })
    expect(resolveCitation(byDay, citing(), [other], TERMS).status).toBe('missing')
  })

  test('a paper by type, day and issuer, where exactly one; its number must not contradict', () => {
    const minutes = held('minutes', '03-BB/ĐU', '2020-03-02', 'Đảng ủy xã Tân Hòa', { documentType: 'bien-ban' })
    const by = (raw: string, issuer: string | null) =>
      resolveCitation(
        cited(null, { raw, issuer, documentType: 'bien-ban', issuedOn: '2020-03-02' }),
        citing(),
        [minutes],
        TERMS
      )
    expect(by('Biên bản số 03 ngày 02/3/2020', 'Đảng ủy xã Tân Hòa').target).toBe('minutes')
    expect(by('Biên bản số 04 ngày 02/3/2020', 'Đảng ủy xã Tân Hòa').status).toBe('missing')
    expect(by('Biên bản ngày 02/3/2020', null).status).toBe('missing')
  })
})
