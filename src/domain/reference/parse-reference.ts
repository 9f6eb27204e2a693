import type { Reference } from './reference.ts'

const DASH = '[-‐‑‒–—−\\u00ad]'
const SLASH = '[/⁄∕／]'
const CODE = '[\\p{L}][\\p{L}\\d]*'

/** "221-CV/HU", "44a - CV/VPHU", "5053-CV/VPTW/nb", "29-CV/TC-NV": number, dash, type, slash, issuer. */
const PARTY = new RegExp(
  `^(\\d{1,6})\\s?(\\p{Ll})?\\s*${DASH}\\s*(${CODE})\\s*${SLASH}\\s*(${CODE}(?:\\s*(?:${DASH}|${SLASH})\\s*${CODE})*)$`,
  'u'
)
/** "4512/KH-UBND", "574/UBND-KTTH", "42/2022/NĐ-CP", "25/2022/UBTVQH15". */
const STATE = new RegExp(
  `^(\\d{1,6})\\s?(\\p{Ll})?\\s*${SLASH}\\s*((?:(?:19|20)\\d\\d\\s*${SLASH}\\s*)?${CODE}(?:\\s*(?:${DASH}|_|${SLASH})\\s*${CODE})*)$`,
  'u'
)

/**
 * Reads a text that is one reference and nothing else, as a clerk types it or a head has it; "Số" and a colon before it
 * are passed over. null where it is none. U+00D0 is taken for Đ (domain.md §8).
 */
export function parseReference(text: string): Reference | null {
  const plain = text
    .normalize('NFC')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u00d0', 'Đ')
    .replaceAll('\u00f0', 'đ')
    .trim()
    .replace(/^số\s*:?\s*/iu, '')
    .replace(/[.,;]$/, '')
  const party = PARTY.exec(plain)
  if (party?.[1] && party[3] && party[4]) {
    return { number: party[1], suffix: party[2] ?? null, separator: '-', symbol: `${party[3]}/${tidy(party[4])}` }
  }
  const state = STATE.exec(plain)
  if (state?.[1] && state[3]) {
    return { number: state[1], suffix: state[2] ?? null, separator: '/', symbol: tidy(state[3]) }
  }
  return null
}

function tidy(symbol: string): string {
  return symbol
    .replace(new RegExp(`\\s*(?:${DASH}|_)\\s*`, 'gu'), '-')
    .replace(new RegExp(`\\s*${SLASH}\\s*`, 'gu'), '/')
}
