import { expect } from 'vitest'
import type { FoundCitation } from '#domain/citation/citation.ts'
import { type CitingDocument, findCitations } from '#domain/citation/find-citations.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import { printReference } from '#domain/reference/print-reference.ts'

/** The paper that cites in every case, where a case names no other: a letter of a district's committee. */
export const LETTER: CitingDocument = {
  reference: parseReference('221-CV/HU'),
  documentType: 'cong-van',
  issuedOn: '2021-08-12',
  issuer: 'Huyện ủy Đam Rông',
  misread: false
}
export const STATE_PAPER: CitingDocument = {
  reference: parseReference('15/QĐ-UBND'),
  documentType: 'quyet-dinh',
  issuedOn: '2021-08-12',
  issuer: 'Ủy ban nhân dân huyện Đam Rông',
  misread: false
}

export function citationsOf(text: string, own: CitingDocument = LETTER): readonly FoundCitation[] {
  return findCitations(text.normalize('NFC'), own)
}

/** "713-CV/TU 2021-08-09": what tells a cited document. A document without a symbol is told by its key. */
export function told(one: FoundCitation): string {
  const name = one.reference ? printReference(one.reference) : one.key.replace(/@.*$/, '')
  return one.issuedOn === null ? name : `${name} ${one.issuedOn}`
}

/** Asserts which documents a text cites, and nothing else. */
export function expectCited(text: string, expected: readonly string[], own: CitingDocument = LETTER): void {
  expect(citationsOf(text, own).map(told)).toEqual(expected)
}

/** The one citation of a text that has one. */
export function soleCitation(text: string, own: CitingDocument = LETTER): FoundCitation {
  const [only, ...others] = citationsOf(text, own)
  if (!only || others.length > 0) throw new Error(`one citation expected in: ${text}`)
  return only
}

/** "713-CV/TU 2021-08-09 | Ban Thường vụ Tỉnh ủy | implements": a cited document with its issuer and relation. */
export function toldInFull(text: string, own: CitingDocument = LETTER): readonly string[] {
  return citationsOf(text, own).map((one) =>
    [told(one), one.issuer, one.relation].filter((part) => part !== null).join(' | ')
  )
}
