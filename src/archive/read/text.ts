import { type DocumentText, splitPages } from '#domain/text/page-text.ts'
import { decodeLegacy, legacyEncodingOf, repairLegacy } from './legacy-repair.ts'
import { unmark } from './markdown.ts'

/** True where the bytes can be a text: few control characters in the first part, whatever the encoding. */
export function looksLikeText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 65536)
  if (utf16(head)) return true
  let odd = 0
  for (const byte of head) if (byte === 0 || (byte < 0x20 && ![9, 10, 12, 13].includes(byte))) odd++
  return odd === 0
}

/** Plain text of any of the encodings an office has: UTF-8, UTF-16, and the 8-bit TCVN3, VNI and Windows ones. */
export function readText(bytes: Buffer): DocumentText {
  const text = decode(bytes).replace(/\r\n?/g, '\n').replaceAll('\t', '    ').normalize('NFC')
  const plain = unmark(repairLegacy(text))
    .replace(/[ \u00a0]+$/gm, '')
    .replace(/\n+$/, '')
  const pages = splitPages(plain)
  return { kind: /\p{L}/u.test(plain) ? 'born-digital' : 'none', pages }
}

/** Text of any of these encodings as letters, line ends and all. */
export function decode(bytes: Buffer): string {
  const wide = utf16(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeBytes(bytes)
  }
}

/** 8-bit text: TCVN3 or VNI where its words say so, else Windows-1258. */
function decodeBytes(bytes: Buffer): string {
  const latin = bytes.toString('latin1')
  const encoding = legacyEncodingOf(latin)
  return encoding ? decodeLegacy(latin, encoding) : new TextDecoder('windows-1258').decode(bytes)
}

function utf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return zerosAt(bytes, 1) ? 'utf-16le' : zerosAt(bytes, 0) ? 'utf-16be' : null
}

/** Without a mark, UTF-16 Vietnamese shows by the zero high bytes of its spaces and ASCII letters, all on one side. */
function zerosAt(bytes: Buffer, side: 0 | 1): boolean {
  const head = bytes.subarray(0, 4096)
  if (head.length < 8) return false
  let here = 0
  let there = 0
  for (let at = 0; at < head.length; at++) if (head[at] === 0) at % 2 === side ? here++ : there++
  return there === 0 && here > head.length / 8
}
