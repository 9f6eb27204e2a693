import type { FailureCode } from '#contract/failures.ts'
import type { MediaType } from './read-result.ts'
import { looksLikeText } from './text.ts'
import { zipEntries } from './zip-directory.ts'

export type Sniffed =
  | Readonly<{ mediaType: MediaType }>
  | Readonly<{ code: FailureCode; problem: string; mediaType: MediaType | null }>

const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** What a file is, from its content: names and endings lie (F01, reliability.md S4). */
export function sniff(bytes: Buffer): Sniffed {
  if (bytes.length === 0) return { code: 'file-empty', problem: 'empty', mediaType: null }
  const pdfAt = bytes.subarray(0, 1024).indexOf('%PDF-')
  if (pdfAt >= 0) return sniffPdf(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return sniffZip(bytes)
  if (bytes.subarray(0, 8).equals(OLE)) return sniffOle(bytes)
  const image = sniffImage(bytes)
  if (image) return { mediaType: image }
  if (isBlank(bytes)) return { code: 'file-empty', problem: 'blank', mediaType: null }
  if (looksLikeText(bytes)) return { mediaType: 'text/plain' }
  return { code: 'file-unsupported', problem: 'unknown-type', mediaType: null }
}

/** A PDF ends with "%%EOF"; one that does not was cut on its way, and reading half a directive is worse than none. */
function sniffPdf(bytes: Buffer): Sniffed {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end--
  if (bytes.subarray(Math.max(0, end - 2048), end).includes('%%EOF')) return { mediaType: 'application/pdf' }
  return { code: 'file-damaged', problem: 'truncated', mediaType: 'application/pdf' }
}

function sniffZip(bytes: Buffer): Sniffed {
  const entries = zipEntries(bytes)
  if (!entries) return { code: 'file-damaged', problem: 'truncated', mediaType: mentionsWord(bytes) ? DOCX : null }
  if (!entries.some((entry) => entry.name === 'word/document.xml')) {
    return { code: 'file-unsupported', problem: 'zip', mediaType: null }
  }
  if (entries.some((entry) => entry.encrypted)) return { code: 'file-encrypted', problem: 'password', mediaType: DOCX }
  return { mediaType: DOCX }
}

/** Word 97–2003 files and password-protected DOCX both lie in an OLE container; only the latter names its package so. */
function sniffOle(bytes: Buffer): Sniffed {
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return { code: 'file-encrypted', problem: 'password', mediaType: DOCX }
  }
  return { code: 'file-unsupported', problem: 'word-97', mediaType: null }
}

function sniffImage(bytes: Buffer): MediaType | null {
  const head = bytes.subarray(0, 8).toString('hex')
  if (head.startsWith('ffd8ff')) return 'image/jpeg'
  if (head === '89504e470d0a1a0a') return 'image/png'
  if (head.startsWith('49492a00') || head.startsWith('4d4d002a')) return 'image/tiff'
  return null
}

function mentionsWord(bytes: Buffer): boolean {
  return bytes.subarray(0, 65536).includes('word/')
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20)
}
