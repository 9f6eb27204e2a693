import type { Contents, PackedDocument } from './hand-over-contents.ts'
import { type ArchiveField, DOCUMENT_FIELDS, DOSSIER_FIELDS, FONDS_FIELDS } from './words/archive-fields.ts'
import { escapeXml, xmlLine } from './xml-text.ts'

/** Fonds, dossiers and documents with the circular's fields, each document with its files and their sums. */
export function* handOverXml(contents: Contents): Generator<string, void, undefined> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<HandOver>\n  <Fonds>\n'
  yield fieldLines(2, FONDS_FIELDS, contents.fonds)
  yield '  </Fonds>\n'
  for (const { facts, documents } of contents.dossiers) {
    yield '  <File>\n'
    yield fieldLines(2, DOSSIER_FIELDS, facts)
    for (const document of documents) yield documentXml(2, document)
    yield '  </File>\n'
  }
  for (const document of contents.loose) yield documentXml(1, document)
  yield '</HandOver>\n'
}

function documentXml(depth: number, { facts }: PackedDocument): string {
  const blank = '  '.repeat(depth)
  const files = facts.files.map(
    (file) =>
      `${blank}  <Attachment path="${escapeXml(file.path)}" bytes="${file.bytes}" sha256="${file.sha256}">${escapeXml(file.name)}</Attachment>\n`
  )
  return `${blank}<Document>\n${fieldLines(depth + 1, DOCUMENT_FIELDS, facts)}${files.join('')}${blank}</Document>\n`
}

function fieldLines<F>(depth: number, fields: readonly ArchiveField<F>[], facts: F): string {
  return fields.map((field) => xmlLine(depth, field.name, field.of(facts))).join('')
}
