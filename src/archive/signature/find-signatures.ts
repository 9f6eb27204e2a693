/** A signature dictionary of a PDF: which bytes are signed, the CMS that signs them, and what it says besides. */
export type SignatureDictionary = Readonly<{
  /** Bytes signed before and behind the CMS itself; `end`: first byte no longer covered. */
  parts: readonly [Buffer, Buffer]
  end: number
  cms: Buffer
  subFilter: string | null
  /** Entry M of the dictionary, as written: "D:20250203104725+07'00'". */
  time: string | null
}>

/** More signatures than any paper has: a file with more is read so far. */
const MOST_SIGNATURES = 32
/** How far from its byte range the other entries of the dictionary are looked for. */
const REACH = 4096
const RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g

/**
 * Signature dictionaries in the order they stand in the file (ISO 32000-1, 12.8). A signed range begins at the first byte
 * and leaves out exactly one hexadecimal string, the CMS: any other range could hide what was not signed, so it is none.
 */
export function findSignatures(bytes: Buffer): readonly SignatureDictionary[] {
  const text = bytes.toString('latin1')
  const found: SignatureDictionary[] = []
  for (const match of text.matchAll(RANGE)) {
    const one = signatureAt(bytes, text, match)
    if (one) found.push(one)
    if (found.length >= MOST_SIGNATURES) break
  }
  return found
}

function signatureAt(bytes: Buffer, text: string, match: RegExpExecArray): SignatureDictionary | null {
  const [start, length, next, rest] = match.slice(1, 5).map(Number) as [number, number, number, number]
  const end = next + rest
  if (start !== 0 || length >= next || end > bytes.length || text[length] !== '<' || text[next - 1] !== '>') return null
  const hex = text.slice(length + 1, next - 1)
  if (/[^0-9A-Fa-f\s]/.test(hex)) return null
  // The dictionary stands around its range; the CMS, which may be long, is jumped over.
  const before = text.slice(Math.max(0, match.index - REACH), match.index)
  const around = before.slice(Math.max(0, before.lastIndexOf(' obj'))) + text.slice(match.index, match.index + REACH)
  return {
    parts: [bytes.subarray(0, length), bytes.subarray(next, end)],
    end,
    cms: Buffer.from(hex.replace(/\s+/g, ''), 'hex'),
    subFilter: /\/SubFilter\s*\/([A-Za-z0-9.]+)/.exec(around)?.[1] ?? null,
    time: /\/M\s*\((D:[^)]{4,40})\)/.exec(around)?.[1] ?? null
  }
}
