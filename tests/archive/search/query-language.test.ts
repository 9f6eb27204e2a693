import { describe, expect, test } from 'vitest'
import { parseQuery } from '#archive/search/query-language.ts'

/** A clause as a short line: field, sign, phrase in quotes, prefix star. */
function show(typed: string): string {
  return parseQuery(typed)
    .alternatives.map((all) =>
      all
        .map((clause) => {
          const words = clause.words.map((word) => word.term + (word.prefix ? '*' : '')).join(' ')
          return `${clause.negated ? '-' : ''}${clause.field ? `${clause.field}:` : ''}${clause.phrase ? `"${words}"` : words}`
        })
        .join(' ')
    )
    .join(' | ')
}

describe('what was typed becomes clauses', () => {
  test.each([
    ['mạng xã hội', 'mang xa hoi*'],
    ['mạng xã hội ', 'mang xa hoi'],
    ['"mạng xã hội"', '"mang xa hoi"'],
    ['"mạng xã', '"mang xa"'],
    ['221-CV/HU', '"221 cv hu*"'],
    ['ký kí quý', 'ki ki qui*'],
    ['an OR ninh', 'an | ninh*'],
    ['rừng HOẶC "phòng cháy"', 'rung | "phong chay"'],
    ['rừng KHÔNG cháy', 'rung -chay*'],
    ['rừng -cháy nhà', 'rung -chay nha*'],
    ['713 -CV/TU', '713 "cv tu*"'],
    ['cq: huyện ủy', 'issuer:huyen issuer:uy*'],
    ['người ký: hạnh', 'signer:hanh*'],
    ['nguoi_ky:hanh', 'signer:hanh*'],
    ['nơi nhận:công an', 'recipient:cong recipient:an*'],
    ['số: 221 cq: tỉnh ủy', 'number:221 issuer:tinh issuer:uy*'],
    ['rừng KHÔNG cq: tỉnh ủy', 'rung -issuer:tinh -issuer:uy*'],
    ['KHÔNG cq: tỉnh ủy số: 5', '-issuer:tinh -issuer:uy number:5*'],
    ['-cq:tỉnh ủy KHÔNG cháy nhà', '-issuer:tinh -issuer:uy -chay nha*'],
    ['KHÔNG cq: "tỉnh ủy" rừng', '-issuer:"tinh uy" rung*'],
    ['KHÔNG cq: tỉnh ủy HOẶC rừng', '-issuer:tinh -issuer:uy | rung*'],
    ['ngày: 09/8/2021', 'date:"09 8 2021*"'],
    ['hoặc và không', 'hoac va khong*']
  ])('%s', (typed, expected) => {
    expect(show(typed)).toBe(expected)
  })

  test.each([
    '',
    '   ',
    '"',
    '""',
    '|',
    'OR',
    '---',
    ':::',
    'NOT NOT',
    '(((',
    '*',
    '🙂',
    'NEAR(a b)',
    'a:b:c',
    "'; DROP TABLE document;--"
  ])('never fails on %j', (typed) => {
    expect(() => parseQuery(typed)).not.toThrow()
    for (const all of parseQuery(typed).alternatives)
      for (const clause of all) expect(clause.words.length).toBeGreaterThan(0)
  })
})
