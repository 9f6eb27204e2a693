import { extname } from 'node:path'
import { MOST_BYTES, UnreadableFile } from '../../read/read-result.ts'
import { xmlTokens } from '../../read/xml-tokens.ts'
import { readZipEntry, zipEntries } from '../../read/zip-directory.ts'
import { ATTACHMENT_NAMES, HEADER_PATHS, type HeaderField } from './edxml-names.ts'

/** What stands in the header, each field as often as it stands there, white space closed up; a field not there is empty. */
export type EdxmlHeader = Readonly<Record<HeaderField, readonly string[]>>
export type EdxmlAttachment = Readonly<{ name: string; contentType: string; bytes: Buffer }>
export type EdxmlPackage = Readonly<{ header: EdxmlHeader; attachments: readonly EdxmlAttachment[] }>

/** A package larger than this is refused before it is looked at: it is held in memory as a whole. */
export const MOST_PACKAGE_BYTES = 150 * 1024 * 1024
/** Mark-up itself is small; the rest is base64. Kept low, so that no text made to be slow is slow (reliability.md S2). */
const MOST_TAG = 2000
const MOST_TAGS = 20_000
const MOST_MARKUP = 1_000_000
const MOST_ATTACHMENTS = 200
const MOST_TEXT = 20_000

const PATHS: ReadonlyMap<string, HeaderField> = new Map(
  (Object.entries(HEADER_PATHS) as [HeaderField, string][]).map(([field, path]) => [path.toLowerCase(), field])
)
const HEADER = 'edxmlheader'
const ATTACHMENT = 'attachment'

/** Whether bytes begin as a package does. */
export function looksLikeEdxml(begin: Buffer): boolean {
  return /<(?:[\w-]{1,20}:)?edXML[\s>]/i.test(decoded(begin.subarray(0, 4096)))
}

/**
 * Reads a package: names in any case, namespaces passed over, fields that are missing left out. No entities, no DOCTYPE,
 * nothing outside the file; everything is counted. Throws `UnreadableFile`.
 */
export function readEdxml(bytes: Buffer): EdxmlPackage {
  if (bytes.length > MOST_PACKAGE_BYTES) throw new UnreadableFile('file-too-large', 'package')
  const xml = decoded(bytes)
  requireModestMarkup(xml)
  const header: Record<HeaderField, string[]> = emptyHeader()
  const attachments: EdxmlAttachment[] = []
  const path: string[] = []
  let attachment: Record<string, string> | null = null
  let text: string[] = []
  let root: string | null = null
  for (const token of xmlTokens(xml)) {
    if (token.kind === 'text') {
      if (path.length > 0) text.push(token.text)
      continue
    }
    const name = localName(token.name)
    if (token.kind === 'open') {
      root ??= name
      path.push(name)
      text = []
      if (name === ATTACHMENT) attachment = {}
      continue
    }
    if (path.at(-1) !== name) throw new UnreadableFile('file-damaged', 'unbalanced')
    if (name === ATTACHMENT && attachment) {
      if (attachments.length >= MOST_ATTACHMENTS) throw new UnreadableFile('file-damaged', 'too-many-parts')
      const read = attachmentOf(attachment)
      if (read) attachments.push(read)
      attachment = null
    } else if (attachment && path.at(-2) === ATTACHMENT) {
      attachment[name] = text.join('')
    } else {
      const field = fieldAt(path)
      const value = field ? closedUp(text) : ''
      if (field && value !== '') header[field].push(value)
    }
    path.pop()
    text = []
  }
  if (path.length > 0) throw new UnreadableFile('file-damaged', 'truncated')
  if (root !== 'edxml') throw new UnreadableFile('file-unsupported', 'no-edxml')
  return { header, attachments }
}

function emptyHeader(): Record<HeaderField, string[]> {
  return Object.fromEntries(Object.keys(HEADER_PATHS).map((field) => [field, []])) as unknown as Record<
    HeaderField,
    string[]
  >
}

/** The field this element is, by its place below the header; what stands around the header does not count. */
function fieldAt(path: readonly string[]): HeaderField | undefined {
  const at = path.indexOf(HEADER)
  return at < 0 ? undefined : PATHS.get(path.slice(at + 1).join('/'))
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}

function closedUp(text: readonly string[]): string {
  return text.join('').slice(0, MOST_TEXT).toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim()
}

function attachmentOf(parts: Readonly<Record<string, string>>): EdxmlAttachment | null {
  const part = (name: string): string => (parts[name.toLowerCase()] ?? '').trim()
  const content = part(ATTACHMENT_NAMES.content)
  if (content === '') return null
  if (!/^[A-Za-z0-9+/=\s]*$/.test(content)) throw new UnreadableFile('file-damaged', 'base64')
  const bytes = Buffer.from(content, 'base64')
  if (bytes.length > MOST_BYTES) throw new UnreadableFile('file-too-large', 'attachment')
  const name = part(ATTACHMENT_NAMES.name) || part(ATTACHMENT_NAMES.description) || 'tep'
  return { name: name.slice(0, 300), contentType: part(ATTACHMENT_NAMES.contentType), bytes: unpacked(name, bytes) }
}

/** Some programs zip each attachment by itself before writing it: a ZIP that holds one file of the attachment's kind. */
function unpacked(name: string, bytes: Buffer): Buffer {
  if (bytes.subarray(0, 4).toString('latin1') !== 'PK\x03\x04' || extname(name).toLowerCase() === '.zip') return bytes
  const [only, another] = zipEntries(bytes) ?? []
  if (!only || another || only.encrypted || extname(only.name).toLowerCase() !== extname(name).toLowerCase())
    return bytes
  try {
    return readZipEntry(bytes, only, MOST_BYTES)
  } catch {
    throw new UnreadableFile('file-damaged', 'packed-attachment')
  }
}

/** Refuses mark-up no program writes before anything is made of it. */
function requireModestMarkup(xml: string): void {
  let tags = 0
  let markup = 0
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const plain = !xml.startsWith('<!--', at) && !xml.startsWith('<![CDATA[', at)
    const end = plain ? xml.indexOf('>', at) : -1
    markup += end < 0 ? 0 : end - at
    if (++tags > MOST_TAGS || markup > MOST_MARKUP || end - at > MOST_TAG) {
      throw new UnreadableFile('file-damaged', 'too-much-markup')
    }
  }
}

function decoded(bytes: Buffer): string {
  const sign = bytes.subarray(0, 2).toString('hex')
  const encoding = sign === 'fffe' ? 'utf-16le' : sign === 'feff' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
