import type { FailureCode } from '#contract/failures.ts'
import { openOle } from './ole.ts'
import type { MediaType } from './read-result.ts'
import { looksLikeText } from './text.ts'
import { readZipEntry, type ZipEntry, zipEntries } from './zip-directory.ts'

export type Sniffed =
  | Readonly<{ mediaType: MediaType }>
  | Readonly<{ code: FailureCode; problem: string; mediaType: MediaType | null }>

const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const ODT: MediaType = 'application/vnd.oasis.opendocument.text'
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** What a file is, from its content: names and endings lie (F01, reliability.md S4). */
export function sniff(bytes: Buffer): Sniffed {
  if (bytes.length === 0) return { code: 'file-empty', problem: 'empty', mediaType: null }
  const pdfAt = bytes.subarray(0, 1024).indexOf('%PDF-')
  if (pdfAt >= 0) return sniffPdf(bytes)
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return sniffZip(bytes)
  if (bytes.subarray(0, 8).equals(OLE)) return sniffOle(bytes)
  if (isRtf(bytes)) return { mediaType: 'application/rtf' }
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
  const mediaType = entries.some((entry) => entry.name === 'word/document.xml')
    ? DOCX
    : isOdt(bytes, entries)
      ? ODT
      : null
  if (mediaType === null) return { code: 'file-unsupported', problem: 'zip', mediaType: null }
  // An OpenDocument file with a password has a whole directory, with the encryption told in its manifest.
  if (entries.some((entry) => entry.encrypted) || (mediaType === ODT && isLockedOdt(bytes, entries))) {
    return { code: 'file-encrypted', problem: 'password', mediaType }
  }
  return { mediaType }
}

/** The format has its name in a first part of its own; files made by hand may leave it out and still have the text. */
function isOdt(bytes: Buffer, entries: readonly ZipEntry[]): boolean {
  const told = smallPart(bytes, entries, 'mimetype', 200)
  if (told !== null) return /^application\/vnd\.oasis\.opendocument\.text(?:-template)?\s*$/.test(told)
  return entries.some((entry) => entry.name === 'content.xml')
}

function isLockedOdt(bytes: Buffer, entries: readonly ZipEntry[]): boolean {
  return smallPart(bytes, entries, 'META-INF/manifest.xml', 1_000_000)?.includes('manifest:encryption-data') ?? false
}

function smallPart(bytes: Buffer, entries: readonly ZipEntry[], name: string, most: number): string | null {
  const entry = entries.find((one) => one.name === name)
  if (!entry) return null
  try {
    return readZipEntry(bytes, entry, most).toString('utf8')
  } catch {
    return null
  }
}

/** Word 97–2003 files and password-protected DOCX both lie in an OLE container; its streams' names tell them apart. */
function sniffOle(bytes: Buffer): Sniffed {
  const ole = openOle(bytes)
  if (ole?.names.includes('EncryptedPackage')) return { code: 'file-encrypted', problem: 'password', mediaType: DOCX }
  if (ole?.names.includes('WordDocument')) return { mediaType: 'application/msword' }
  // A cut container has lost its directory; the names may still lie open in what is left of it.
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return { code: 'file-encrypted', problem: 'password', mediaType: DOCX }
  }
  if (ole === null && bytes.includes(Buffer.from('WordDocument', 'utf16le'))) {
    return { code: 'file-damaged', problem: 'truncated', mediaType: 'application/msword' }
  }
  return { code: 'file-unsupported', problem: 'ole', mediaType: null }
}

function isRtf(bytes: Buffer): boolean {
  let at = bytes.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex')) ? 3 : 0
  while (at < 64 && (bytes[at] ?? 0) <= 0x20 && at < bytes.length) at++
  return bytes.toString('latin1', at, at + 5) === '{\\rtf'
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
