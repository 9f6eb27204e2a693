import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { isSyllable } from '#domain/text/syllable.ts'
import { generatePapers, type Paper } from './generator.ts'

/** Letters a line of a generated page holds. */
const LINE = 92
/** Bytes of a PDF's text that stand for the Vietnamese letters of its page. */
const FIRST_BYTE = 128

/**
 * A folder as an office keeps it: of ten papers five are Word files, three PDFs with a text layer and two plain texts. One in
 * fifty lies there a second time under another name; so many files in all.
 */
export function writeBacklogFolder(folder: string, count: number, seed: number): readonly string[] {
  mkdirSync(folder, { recursive: true })
  const paths: string[] = []
  let index = 0
  for (const paper of generatePapers(count, seed)) {
    const [name, bytes] = fileOf(paper, index)
    const path = join(folder, name)
    writeFileSync(path, bytes)
    paths.push(path)
    if (index % 50 === 49 && paths.length < count) {
      const copy = join(folder, `ban sao ${name}`)
      writeFileSync(copy, bytes)
      paths.push(copy)
    }
    if (paths.length >= count) break
    index++
  }
  return paths
}

function fileOf(paper: Paper, index: number): readonly [string, Uint8Array] {
  const stem = `${String(index).padStart(5, '0')}-${paper.symbol.replace('/', '-')}`
  const lines = linesOf(paper)
  const kind = index % 10
  if (kind < 5) return [`${stem}.docx`, docx(lines)]
  if (kind < 8) return [`${stem}.pdf`, pdf(lines)]
  return [`${stem}.txt`, strToU8(lines.join('\n'))]
}

/** The paper with head, body and signature, as one types it. */
function linesOf(paper: Paper): readonly string[] {
  const [year, month, day] = paper.issuedOn.split('-')
  const body = paper.body.split('\n').map(sound).flatMap(wrapped)
  return [
    `${paper.issuer.toUpperCase().padEnd(48)}ĐẢNG CỘNG SẢN VIỆT NAM`,
    `${'*'.padStart(12).padEnd(48)}Đức Lâm, ngày ${day} tháng ${month} năm ${year}`,
    `Số ${paper.number}-${paper.symbol}`,
    `V/v ${paper.subject}`,
    '',
    'Kính gửi: Huyện ủy Đức Lâm.',
    '',
    ...body,
    '',
    `${'Nơi nhận:'.padEnd(48)}T/M BAN THƯỜNG VỤ`,
    '- Như trên;',
    '- Lưu Văn phòng.',
    `${''.padEnd(48)}${paper.signer}`
  ]
}

/** Without the made-up syllables that no Vietnamese word has: a text full of them would pass for a misread scan. */
function sound(text: string): string {
  return text
    .split(' ')
    .filter((word) => /[\d,.;]/.test(word) || isSyllable(word))
    .join(' ')
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line.length + word.length >= LINE) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** The least that is a Word file. */
function docx(lines: readonly string[]): Uint8Array {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
  return zipSync({
    '[Content_Types].xml': strToU8(
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs.join('')}</w:body></w:document>`
    )
  })
}

/** A PDF whose text layer says its letters by a table of its own, as most that Word writes. */
function pdf(lines: readonly string[]): Uint8Array {
  const strange = [...new Set(lines.join(''))].filter((letter) => letter > '~')
  const bytes = new Map(strange.map((letter, at) => [letter, FIRST_BYTE + at]))
  const hex = (text: string) =>
    [...text].map((letter) => (bytes.get(letter) ?? letter.charCodeAt(0)).toString(16).padStart(2, '0')).join('')
  const plain = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
  const map = [...plain, ...strange]
    .map((letter) => `<${hex(letter)}> <${letter.charCodeAt(0).toString(16).padStart(4, '0')}>`)
    .join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /T def\n/CMapType 2 def\n1 begincodespacerange\n<00> <ff>\nendcodespacerange\n${plain.length + strange.length} beginbfchar\n${map}\nendbfchar\nendcmap\nend\nend`
  const pages: (readonly string[])[] = []
  for (let at = 0; at < lines.length; at += 48) pages.push(lines.slice(at, at + 48))
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding/FirstChar 0/LastChar 255/Widths[${Array.from({ length: 256 }, () => 500).join(' ')}]/ToUnicode 4 0 R>>`,
    `<</Length ${cmap.length}>>\nstream\n${cmap}\nendstream`
  ]
  for (const [at, page] of pages.entries()) {
    const text = page.map((line, row) => `BT /F 10 Tf 50 ${790 - row * 15} Td <${hex(line)}> Tj ET`).join('\n')
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${6 + at * 2} 0 R>>`,
      `<</Length ${text.length}>>\nstream\n${text}\nendstream`
    )
  }
  let file = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${xref}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
