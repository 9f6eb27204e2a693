import { isSyllable } from '#domain/text/syllable.ts'
import { fromTcvn3, fromVni } from './legacy-text.ts'

export type LegacyEncoding = 'tcvn3' | 'vni'

/** Words that become syllables before a text is believed to be, or to hold, an old encoding. */
const FEWEST_WORDS = 3
/** Of the words changed at all, so many must become syllables that were none. */
const LEAST_SHARE = 0.6
/** A stretch without a letter beyond Latin-1: what an 8-bit encoding read as Latin-1 looks like. */
const STRETCH = /[\t\n\f\x20-\xff‘’“”–—…\u00ad]+/gu
const HIGH = /[\u00a1-\u00ff]/u
/** "µm", "µg": measures, and no "àm" of TCVN3. */
const MICRO = /(?<!\p{L})µ[mgls](?!\p{L})/u
/** Letters of Vietnamese that Latin-1 has not. */
const BEYOND_LATIN = /[\u0100-\u017f\u01a0-\u01b0\u1ea0-\u1ef9]/u
const EDGES = /^[\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e‘’“”–—…\d]+|[\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e‘’“”–—…\d]+$/gu

type Votes = Readonly<{ won: number; lost: number }>

/**
 * Which old encoding a text decoded as Latin-1 (or shown in a wrong font) is in, by what its words become: words that
 * are no Vietnamese syllables and would be. Unicode text has no such words, so it is never taken for one. null: neither.
 */
export function legacyEncodingOf(text: string): LegacyEncoding | null {
  if (!HIGH.test(text)) return null
  const tcvn3 = weigh(text, fromTcvn3)
  const vni = weigh(text, fromVni)
  const [best, encoding] =
    tcvn3.won - tcvn3.lost >= vni.won - vni.lost ? [tcvn3, 'tcvn3' as const] : [vni, 'vni' as const]
  return best.won >= FEWEST_WORDS && best.won >= LEAST_SHARE * (best.won + best.lost) ? encoding : null
}

export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === 'tcvn3' ? fromTcvn3(text) : fromVni(text)
}

/**
 * Text with stretches of TCVN3 or VNI in it (pasted from an old paper, or a file opened without its fonts) made
 * Unicode. Each stretch between Unicode letters is judged by its own words; Unicode text comes back as it was.
 */
export function repairLegacy(text: string): string {
  const encoding = legacyEncodingOf(text)
  if (!encoding) return text
  const decode = encoding === 'tcvn3' ? fromTcvn3 : fromVni
  const all = weigh(text, decode)
  const whole = all.lost === 0 && !BEYOND_LATIN.test(text)
  if (whole) return decode(text)
  return text
    .split(/(?<=\n)/)
    .map((line) =>
      line.replace(STRETCH, (stretch, at: number) => {
        // A letter at the edge belongs to a Unicode word that goes on beyond the stretch.
        const head = at > 0 ? (/^[^\s]*/.exec(stretch)?.[0].length ?? 0) : 0
        const after = at + stretch.length < line.length
        const tail = after ? (/[^\s]*$/.exec(stretch)?.[0].length ?? 0) : 0
        if (head + tail >= stretch.length) return stretch
        const body = stretch.slice(head, stretch.length - tail)
        const votes = weigh(body, decode)
        if (votes.won === 0 || votes.lost > votes.won) return stretch
        return stretch.slice(0, head) + decode(body) + stretch.slice(stretch.length - tail)
      })
    )
    .join('')
}

/** A few words typed or pasted, made Unicode where they are in an old encoding; no letter of Unicode alone may stand among them. */
export function repairTyped(typed: string): string {
  const text = typed.normalize('NFC')
  const decode = isBeyondLatin(text) ? null : typedDecoder(text)
  return decode ? decode(text) : text
}

/** What no old encoding read as Latin-1 has. */
export function isBeyondLatin(text: string): boolean {
  return BEYOND_LATIN.test(text)
}

/**
 * How to read a few words, too few to be judged as a text: by the encoding that makes a syllable of at least one word
 * that is none, and spoils none. null: as they are.
 */
export function typedDecoder(text: string): ((latin: string) => string) | null {
  if (!HIGH.test(text) || MICRO.test(text)) return null
  const [best] = [fromTcvn3, fromVni]
    .map((decode) => ({ decode, ...weigh(text, decode) }))
    .filter((one) => one.won > 0 && one.lost === 0)
    .sort((a, b) => b.won - a.won)
  return best?.decode ?? null
}

/**
 * Different words that decoding makes syllables of, and syllables that it spoils. Words it leaves alone have no vote, nor
 * has what is no word: signs ("±"), measures met again and again ("µm").
 */
function weigh(text: string, decode: (latin: string) => string): Votes {
  const won = new Set<string>()
  const lost = new Set<string>()
  for (const token of text.split(/\s+/u)) {
    const word = token.replace(EDGES, '')
    if (!HIGH.test(word) || !/[a-z]/i.test(word)) continue
    const decoded = decode(word)
    if (decoded === word) continue
    const before = isSyllable(word)
    const after = isSyllable(decoded)
    if (after && !before) won.add(word)
    else if (before && !after) lost.add(word)
  }
  return { won: won.size, lost: lost.size }
}
