import type { Reference } from '../../reference/reference.ts'
import { referenceKey } from '../../reference/reference-key.ts'
import { withinOneEdit } from '../../text/edit-distance.ts'
import { type Mention, withFlag } from '../mention.ts'
import { codeDistance } from '../restore/code-distance.ts'

/**
 * Mentions of one misread page held against one another. A number named once and without its day, that a scan would make of a
 * number this paper names twice or with its day ("138-KH/HU" beside "133-KH/HU, ngày 25/9/2019"), is dropped: it is that
 * one or none that can be told. Two days of one number that are a letter apart are one day misread: the one said more often
 * counts, none where they are said alike.
 */
export function agree(mentions: readonly Mention[], noisy: boolean): readonly Mention[] {
  if (!noisy) return mentions
  const numbers = numbersOf(mentions)
  return agreeOnDays(
    mentions.filter((one) => !isMisreading(one, numbers)),
    numbers
  )
}

/** All the mentions of a number and symbol, and how often each day is said of it. */
type Said = Readonly<{ mentions: readonly Mention[]; days: ReadonlyMap<string, number> }>

function numbersOf(mentions: readonly Mention[]): ReadonlyMap<string, Said> {
  const numbers = Map.groupBy(mentions, keyOf)
  numbers.delete('')
  return new Map([...numbers].map(([key, all]) => [key, { mentions: all, days: daysOf(all) }]))
}

function daysOf(mentions: readonly Mention[]): ReadonlyMap<string, number> {
  const days = new Map<string, number>()
  for (const { issuedOn } of mentions) if (issuedOn !== null) days.set(issuedOn, (days.get(issuedOn) ?? 0) + 1)
  return days
}

function isMisreading(one: Mention, numbers: ReadonlyMap<string, Said>): boolean {
  const key = keyOf(one)
  if (!one.reference || one.flags.includes('range') || numbers.get(key)?.mentions.length !== 1) return false
  for (const [other, said] of numbers) if (other !== key && isLike(one, one.reference, said)) return true
  return false
}

/** True where a scan would make this number, said once, of another that is said oftener or with its day. */
function isLike(one: Mention, reference: Reference, { mentions, days }: Said): boolean {
  const other = mentions[0]?.reference
  const often = mentions.length
  if (!other || (often < 2 && days.size === 0)) return false
  const sameDay = one.issuedOn !== null && often >= 2 && days.has(one.issuedOn)
  const undated = one.issuedOn === null && often + Math.min(1, days.size) >= 2
  if (!sameDay && !undated) return false
  if (reference.symbol === other.symbol) {
    const [a, b] = [plainNumber(reference.number), plainNumber(other.number)]
    return (undated && looksMisread(a, b)) || (sameDay && a.length !== b.length && withinOneEdit(a, b))
  }
  return sameDay && reference.number === other.number && withinOneEdit(reference.symbol, other.symbol)
}

function keyOf({ reference }: Mention): string {
  return reference ? referenceKey(reference) : ''
}

function plainNumber(number: string): string {
  return number.replace(/^0+(?=\d)/, '')
}

/** A digit doubled, lost or taken for one that is like it. */
function looksMisread(a: string, b: string): boolean {
  if (a.length === b.length) return codeDistance(a, b, 1) === 0.5
  return a !== '' && b !== '' && withinOneEdit(a, b) && Math.max(a.length, b.length) > 1
}

function agreeOnDays(mentions: readonly Mention[], numbers: ReadonlyMap<string, Said>): readonly Mention[] {
  return mentions.map((one) => {
    const day = one.issuedOn
    const days = day === null ? undefined : numbers.get(keyOf(one))?.days
    if (day === null || !days || days.size < 2) return one
    const times = (given: string): number => days.get(given) ?? 0
    const rival = [...days.keys()]
      .filter((other) => other !== day && isNear(other, day))
      .toSorted((a, b) => times(b) - times(a))[0]
    if (rival === undefined || times(rival) < times(day)) return one
    const issuedOn = times(rival) > times(day) ? rival : null
    return { ...one, issuedOn, dateSource: issuedOn === null ? null : one.dateSource, flags: withFlag(one, 'ocr-date') }
  })
}

/** "2017-10-09" and "2017-01-09": one part of the day differs, by one letter. */
function isNear(a: string, b: string): boolean {
  const [left, right] = [a.split('-').map(Number), b.split('-').map(Number)]
  const apart = left.flatMap((part, at) => (part === right[at] ? [] : [[String(part), String(right[at])] as const]))
  const [only, ...more] = apart
  return only !== undefined && more.length === 0 && withinOneEdit(only[0], only[1])
}
