import { hash } from 'node:crypto'
import { OperationError } from '#contract/failures.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import type { ArchiveContext } from '../../archive-context.ts'
import { documentFiles, documentForm } from '../../store/documents.ts'
import { office } from '../../store/office.ts'
import { SealBroken } from '../../vault/seal-broken.ts'
import { readStored } from '../../vault/stored-file.ts'
import { safeName } from '../safe-name.ts'
import { escapeXml } from '../xml-text.ts'
import {
  ATTACHMENT_NAMES,
  EDXML_NAMESPACE,
  HEADER_PATHS,
  type HeaderField,
  NEW_DOCUMENT,
  PRIORITIES
} from './edxml-names.ts'

/** Files of one package: more goes on a stick, not through another office's program. */
const MOST_FILE_BYTES = 60 * 1024 * 1024

export type Sent = Readonly<{ name: string; xml: string; attachments: number }>

/** A document as a package to send (X04): header from its register entry, files as base64, the main one first. */
export async function edxmlOf(
  archive: Pick<ArchiveContext, 'db' | 'originals' | 'clock'>,
  documentId: string
): Promise<Sent> {
  const form = documentForm(archive.db, documentId)
  if (!form) throw new OperationError('not-found', { id: documentId })
  const files = documentFiles(archive.db, documentId)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (bytes > MOST_FILE_BYTES) throw new OperationError('file-too-large', { most: MOST_FILE_BYTES })
  const own = office(archive.db)
  const reference = referenceOf(form)
  const header = headerOf(form, { id: own.code, name: form.issuer ?? own.name }, timestamp(archive.clock.now()))
  const attached: string[] = []
  for (const file of files) attached.push(attachmentXml(file, await wholeFile(archive, file)))
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<edXML xmlns="${EDXML_NAMESPACE}">\n`,
    `  <edXML:edXMLEnvelope xmlns:edXML="${EDXML_NAMESPACE}">\n    <edXML:edXMLHeader>\n`,
    headerXml(header),
    '    </edXML:edXMLHeader>\n    <edXML:edXMLBody>\n      <edXML:edXMLManifest version="1.0">\n',
    ...files.map(referenceXml),
    '      </edXML:edXMLManifest>\n    </edXML:edXMLBody>\n  </edXML:edXMLEnvelope>\n',
    ...(attached.length === 0 ? [] : ['  <AttachmentEncoded>\n', ...attached, '  </AttachmentEncoded>\n']),
    '</edXML>\n'
  ].join('')
  const name = `${safeName((reference ?? documentId).replaceAll('.', '-'))}.edxml`
  return { name, xml, attachments: files.length }
}

type Values = Readonly<Partial<Record<HeaderField, string | readonly string[] | null>>>

function headerOf(form: DocumentForm, from: Readonly<{ id: string; name: string }>, now: string): Values {
  const day = form.issuedOn?.replaceAll('-', '/') ?? null
  const priority = PRIORITIES.indexOf(form.urgency)
  return {
    fromId: from.id,
    fromName: from.name,
    toName: form.addressees.flatMap((line) => line.names),
    codeNumber: `${form.number ?? ''}${form.suffix ?? ''}`,
    codeNotation: form.symbol,
    place: form.place,
    promulgationDate: day,
    typeName: form.documentType === null ? null : DOCUMENT_TYPES[form.documentType].name,
    subject: form.subject,
    content: form.subject,
    competence: form.authority,
    position: form.signerTitle,
    fullName: form.signer,
    toPlace: form.recipients.map((line) => line.text),
    priority: String(Math.max(0, priority)),
    copies: form.copies === null ? null : String(form.copies),
    pages: form.pageCount === null ? null : String(form.pageCount),
    documentId: [from.id, day, referenceOf(form)].filter(Boolean).join(','),
    traceTime: now,
    business: NEW_DOCUMENT
  }
}

/** The header's elements in the table's order, those that share a parent under one; a list repeats its element. */
function headerXml(values: Values): string {
  const lines: string[] = []
  let open: readonly string[] = []
  function moveTo(parents: readonly string[]): void {
    let same = 0
    while (same < open.length && same < parents.length && open[same] === parents[same]) same++
    for (let at = open.length - 1; at >= same; at--) lines.push(`${blank(at)}</edXML:${open[at]}>\n`)
    for (let at = same; at < parents.length; at++) lines.push(`${blank(at)}<edXML:${parents[at]}>\n`)
    open = parents
  }
  for (const [field, path] of Object.entries(HEADER_PATHS) as [HeaderField, string][]) {
    const value = values[field] ?? null
    const parts = path.split('/')
    const name = parts.at(-1) ?? ''
    for (const [index, one] of (typeof value === 'string' ? [value] : (value ?? [])).entries()) {
      // Each body it goes to is a To of its own.
      if (field === 'toName' && index > 0) moveTo(parts.slice(0, -2))
      moveTo(parts.slice(0, -1))
      lines.push(`${blank(parts.length - 1)}<edXML:${name}>${escapeXml(one)}</edXML:${name}>\n`)
    }
  }
  moveTo([])
  return lines.join('')
}

function blank(depth: number): string {
  return '  '.repeat(depth + 3)
}

function referenceXml(file: DocumentFile): string {
  const names = ATTACHMENT_NAMES
  return [
    '        <edXML:Reference>\n',
    `          <edXML:${names.contentId}>cid:${file.sha256}</edXML:${names.contentId}>\n`,
    `          <edXML:${names.contentType}>${escapeXml(file.mediaType)}</edXML:${names.contentType}>\n`,
    `          <edXML:${names.name}>${escapeXml(file.name)}</edXML:${names.name}>\n`,
    '        </edXML:Reference>\n'
  ].join('')
}

function attachmentXml(file: DocumentFile, bytes: Buffer): string {
  const names = ATTACHMENT_NAMES
  return [
    '    <Attachment>\n',
    `      <${names.contentType}>${escapeXml(file.mediaType)}</${names.contentType}>\n`,
    `      <${names.contentId}>cid:${file.sha256}</${names.contentId}>\n`,
    `      <${names.description}>${escapeXml(file.name)}</${names.description}>\n`,
    `      <${names.content}>${bytes.toString('base64')}</${names.content}>\n`,
    `      <${names.name}>${escapeXml(file.name)}</${names.name}>\n`,
    '    </Attachment>\n'
  ].join('')
}

/** An original that is no longer what it was is not sent. */
async function wholeFile(archive: Pick<ArchiveContext, 'originals'>, file: DocumentFile): Promise<Buffer> {
  const damaged = (damage: string) => new OperationError('archive-damaged', { damage, file: file.name })
  if (!archive.originals.has(file.sha256)) throw damaged('file-missing')
  const bytes = await readStored(archive.originals.file(file.sha256)).catch((error: unknown) => {
    throw error instanceof SealBroken ? damaged('file-changed') : error
  })
  if (hash('sha256', bytes) !== file.sha256) throw damaged('file-changed')
  return bytes
}

function referenceOf(form: DocumentForm): string | null {
  if (form.number === null || form.symbol === null) return null
  return printReference({ number: form.number, suffix: form.suffix, separator: form.separator, symbol: form.symbol })
}

/** "2021/08/12 09:30:00" by the office's clock. */
function timestamp(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('/')
  return `${day} ${[now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':')}`
}
