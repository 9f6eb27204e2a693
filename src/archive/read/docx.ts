import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type DocumentText, splitPages } from '#domain/text/page-text.ts'
import { withUnicodeRuns } from './docx-fonts.ts'
import { htmlToText } from './html-lines.ts'
import { repairLegacy } from './legacy-repair.ts'
import { UnreadableFile } from './read-result.ts'
import { readZipEntry, zipEntries } from './zip-directory.ts'

/** Bytes inflated of one file, all parts together: far above any letter, far below what hurts. */
const MOST_INFLATED = 64 * 1024 * 1024
/** Deeper nesting is no paper a person wrote. */
const MOST_DEPTH = 400
/** The parts that hold text and how it is set; pictures, macros and embedded files are never unpacked. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/document\.xml\.rels|word\/(?:document|styles|numbering|footnotes|endnotes)\.xml)$/

const STYLES = ["br[type='page'] => hr", "br[type='column'] => br", 'b => ', 'i => ', 'u => ', 'strike => ']

/** Reads a Word file's text: paragraphs as lines, table rows side by side, explicit page breaks as pages. */
export async function readDocx(bytes: Buffer): Promise<DocumentText> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(unicodeParts(unpack(bytes)), { level: 0 })) },
    {
      styleMap: STYLES,
      ignoreEmptyParagraphs: false,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' }))
    }
  )
  const text = repairLegacy(htmlToText(value).normalize('NFC'))
  return { kind: /\p{L}/u.test(text) ? 'born-digital' : 'none', pages: splitPages(text) }
}

/** Runs in old 8-bit fonts made Unicode before the text is read: afterwards nobody knows their fonts. */
function unicodeParts(parts: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const document = parts['word/document.xml']
  if (!document) return parts
  const text = Buffer.from(document).toString('utf8')
  const changed = withUnicodeRuns(text, Buffer.from(parts['word/styles.xml'] ?? []).toString('utf8'))
  return changed === text ? parts : { ...parts, 'word/document.xml': Buffer.from(changed, 'utf8') }
}

/** The text parts, inflated under one common limit; what the archive says of their sizes is not believed (S2). */
function unpack(bytes: Buffer): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {}
  let left = MOST_INFLATED
  for (const entry of zipEntries(bytes) ?? []) {
    if (!PARTS.test(entry.name) || Object.hasOwn(parts, entry.name)) continue
    const part = readZipEntry(bytes, entry, left)
    left -= part.length
    if (/<!(?:DOCTYPE|ENTITY)/i.test(part.toString('latin1', 0, 4096)))
      throw new UnreadableFile('file-damaged', 'doctype')
    if (depthOf(part.toString('latin1')) > MOST_DEPTH) throw new UnreadableFile('file-damaged', 'nested-too-deep')
    parts[entry.name] = part
  }
  if (!Object.hasOwn(parts, 'word/document.xml')) throw new UnreadableFile('file-damaged', 'no-text-part')
  return parts
}

/** How deep elements stand within one another; mammoth would try for a long time before it gave up. */
function depthOf(xml: string): number {
  let depth = 0
  let most = 0
  for (const [, close, empty] of xml.matchAll(/<(\/?)[a-z_][^<>]*?(\/?)>/gi)) {
    if (close) depth--
    else if (!empty) most = Math.max(most, ++depth)
  }
  return most
}
