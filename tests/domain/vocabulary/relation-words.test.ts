import { expect, it } from 'vitest'
import { fold } from '#domain/text/fold.ts'
import { ISSUER_HEADS, ISSUER_STOPS } from '#domain/vocabulary/issuer-words.ts'
import { RELATION_WORDINGS, WORDINGS_BEHIND } from '#domain/vocabulary/relation-words.ts'
import { RELATION_CODES } from '#domain/vocabulary/relations.ts'

it('every relation but the one of annex heads has a wording', () => {
  const worded = new Set(RELATION_WORDINGS.map((one) => one.relation))
  expect(RELATION_CODES.filter((code) => !worded.has(code))).toEqual(['issued-with'])
})

it('wordings and heads of names are folded, stop words bear their marks', () => {
  for (const { words } of [...RELATION_WORDINGS, ...WORDINGS_BEHIND]) expect(fold(words)).toBe(words)
  for (const head of ISSUER_HEADS) expect(fold(head)).toBe(head)
  expect(ISSUER_STOPS.filter((word) => fold(word) !== word).length).toBeGreaterThan(ISSUER_STOPS.length / 2)
})

it('no word is listed twice', () => {
  expect(new Set(ISSUER_HEADS).size).toBe(ISSUER_HEADS.length)
  expect(new Set(ISSUER_STOPS).size).toBe(ISSUER_STOPS.length)
})
