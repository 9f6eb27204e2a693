import type { Draft, Reading } from '#domain/layout/draft.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { referenceKey } from '#domain/reference/reference-key.ts'

type Sums = Readonly<{ right: number; wrong: number; unread: number }>
export type FieldSums = Readonly<{
  sureRight: number
  /** Names of fields that were offered as certain and are not what the page says. */
  sureWrong: readonly string[]
  hintRight: number
  hintWrong: number
  unread: number
  citations: Sums
}>

export const NO_FIELDS: FieldSums = {
  sureRight: 0,
  sureWrong: [],
  hintRight: 0,
  hintWrong: 0,
  unread: 0,
  citations: { right: 0, wrong: 0, unread: 0 }
}

type Value = Readonly<{ value: string; certainty: 'sure' | 'hint' }>

/** What was read off the picture against what is read off the text itself. */
export function compareFields(truth: Draft, read: Draft): FieldSums {
  let sums = { ...NO_FIELDS }
  const [wanted, got] = [valuesOf(truth), valuesOf(read)]
  for (const [name, of] of wanted) {
    const found = got.get(name) ?? null
    if (of === null && found === null) continue
    if (found === null) sums = { ...sums, unread: sums.unread + 1 }
    else {
      const right = of !== null && plain(of.value) === plain(found.value)
      if (found.certainty === 'sure' && !right) sums = { ...sums, sureWrong: [...sums.sureWrong, name] }
      else if (found.certainty === 'sure') sums = { ...sums, sureRight: sums.sureRight + 1 }
      else if (right) sums = { ...sums, hintRight: sums.hintRight + 1 }
      else sums = { ...sums, hintWrong: sums.hintWrong + 1 }
    }
  }
  return { ...sums, citations: compareKeys(keysOf(truth), keysOf(read)) }
}

export function addFields(a: FieldSums, b: FieldSums): FieldSums {
  return {
    sureRight: a.sureRight + b.sureRight,
    sureWrong: [...a.sureWrong, ...b.sureWrong],
    hintRight: a.hintRight + b.hintRight,
    hintWrong: a.hintWrong + b.hintWrong,
    unread: a.unread + b.unread,
    citations: {
      right: a.citations.right + b.citations.right,
      wrong: a.citations.wrong + b.citations.wrong,
      unread: a.citations.unread + b.citations.unread
    }
  }
}

function valuesOf(draft: Draft): ReadonlyMap<string, Value | null> {
  const as = (reading: Reading<string> | null): Value | null =>
    reading && { value: reading.value, certainty: reading.certainty }
  const { reference } = draft
  return new Map([
    ['reference', reference && { value: printReference(reference.value), certainty: reference.certainty }],
    ['date', as(draft.issuedOn)],
    ['issuer', as(draft.issuer)],
    ['type', as(draft.documentType)],
    ['subject', as(draft.subject)],
    ['signer', as(draft.signer)],
    ['title', as(draft.signerTitle)],
    ['authority', as(draft.authority)]
  ])
}

function keysOf(draft: Draft): readonly string[] {
  return draft.citations.flatMap(({ reference }) => (reference ? [referenceKey(reference)] : []))
}

function compareKeys(truth: readonly string[], read: readonly string[]): Sums {
  const left = [...truth]
  let right = 0
  for (const key of read) {
    const at = left.indexOf(key)
    if (at < 0) continue
    left.splice(at, 1)
    right++
  }
  return { right, wrong: read.length - right, unread: left.length }
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
