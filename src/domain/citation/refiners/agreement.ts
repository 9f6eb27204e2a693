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
  return noisy ? agreeOnDays(mentions.filter((one) => !isMisreading(one, mentions))) : mentions
}

function isMisreading(one: Mention, mentions: readonly Mention[]): boolean {
  const { reference } = one
  if (!reference || one.flags.includes('range')) return false
  const same = (other: Mention): boolean =>
    other.reference !== null && referenceKey(other.reference) === referenceKey(reference)
  const times = mentions.filter(same).length
  return mentions.some((other) => {
    if (!other.reference || same(other)) return false
    const often = mentions.filter((third) => third.reference && referenceKey(third.reference) === keyOf(other)).length
    if (times > 1 || (often < 2 && other.issuedOn === null)) return false
    const sameDay = one.issuedOn !== null && one.issuedOn === other.issuedOn
    const undated = one.issuedOn === null && often + (other.issuedOn === null ? 0 : 1) >= 2
    if (reference.symbol === other.reference.symbol) {
      const [a, b] = [plainNumber(reference.number), plainNumber(other.reference.number)]
      return (undated && looksMisread(a, b)) || (sameDay && often >= 2 && a.length !== b.length && withinOneEdit(a, b))
    }
    return (
      sameDay &&
      often >= 2 &&
      reference.number === other.reference.number &&
      withinOneEdit(reference.symbol, other.reference.symbol)
    )
  })
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

function agreeOnDays(mentions: readonly Mention[]): readonly Mention[] {
  return mentions.map((one) => {
    const day = one.issuedOn
    if (day === null || !one.reference) return one
    const days = mentions.flatMap((other) =>
      keyOf(other) === keyOf(one) && other.issuedOn !== null ? [other.issuedOn] : []
    )
    const times = (given: string): number => days.filter((other) => other === given).length
    const rival = [...new Set(days)]
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
