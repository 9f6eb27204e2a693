import { expect, test } from 'vitest'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { citedIdentity } from '#domain/resolve/identity.ts'
import { matchKey, typeDayKey } from '#domain/resolve/match-key.ts'

const key = (text: string) => {
  const reference = parseReference(text)
  if (!reference) throw new Error(text)
  return matchKey(reference)
}

test.each([
  ['06-QĐi/HU', '06-QĐ/HU'],
  ['21/CT-TU', '21-CT/TU'],
  ['412-QÐ/HU', '412-QĐ/HU'],
  ['1310-CV/VPTU/nb', '1310-CV/VPTU'],
  ['08-TT/TU', '8-TT/TU'],
  ['12 - CT/HU', '12-CT/HU']
])('%s is looked for as %s', (one, other) => {
  expect(key(one)).toBe(key(other))
})

test.each([
  ['12-NQ/HU', '12-CT/HU'],
  ['44a-CV/VPHU', '44-CV/VPHU'],
  ['145-KH/TU', '145-KH/HU'],
  ['112-HD/BTGTW', '112/MTTQ-BTT']
])('%s is not %s', (one, other) => {
  expect(key(one)).not.toBe(key(other))
})

test('what has no reference is looked for by type and day', () => {
  expect(typeDayKey('luat', '2017-11-15')).toBe('~luat@2017-11-15')
  expect(typeDayKey('luat', null)).toBeNull()
})

test('the same document elsewhere: reference and day, else the body it is said to come from', () => {
  const of = (issuedOn: string | null, issuer: string | null) =>
    citedIdentity({ matchKey: '35-bc-du', raw: '35-BC/ĐU', documentType: 'bao-cao', issuedOn, issuer })
  expect(of('2023-06-15', 'Đảng ủy xã Đạ Nhar')).toBe(of('2023-06-15', null))
  expect(of(null, 'Đảng ủy xã Đạ Nhar')).not.toBe(of(null, 'Đảng ủy xã Liên Sơn'))
  expect(of(null, 'Ban Thường vụ Đảng ủy xã Đạ Nhar')).toBe(of(null, 'Đảng uỷ xã Đạ Nhar'))
})
