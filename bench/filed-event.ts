import type { NewEvent } from '#archive/ledger/events.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import type { Paper } from './generator.ts'

export const OFFICE: Office = {
  name: 'Huyện ủy Đức Lâm',
  parentBody: 'Đảng bộ tỉnh Lâm Sơn',
  officeName: 'Văn phòng Huyện ủy',
  place: 'Đức Lâm',
  code: 'HU',
  level: 'HU',
  clerk: 'Văn thư',
  termStarts: ['2010-08-01', '2015-08-01', '2020-08-01'],
  acknowledgeDays: 7
}

/** The fact of filing a generated paper with its one file. */
export function filedEvent(documentId: string, paper: Paper, sha256: string, bytes: number): NewEvent {
  const file: DocumentFile = {
    sha256: sha256 as DocumentFile['sha256'],
    role: 'main',
    name: `${paper.number}.txt`,
    mediaType: 'text/plain',
    bytes,
    pages: 1,
    textKind: 'born-digital'
  }
  return { kind: 'document-filed', data: { documentId, form: formOf(paper), files: [file], reviewed: true } }
}

function formOf(paper: Paper): DocumentForm {
  return {
    direction: paper.symbol.endsWith('/HU') ? 'outgoing' : 'incoming',
    fondsId: null,
    number: paper.number,
    suffix: null,
    separator: '-',
    symbol: paper.symbol,
    documentType: 'cong-van',
    issuedOn: paper.issuedOn,
    place: null,
    issuer: paper.issuer,
    parentBody: null,
    actingBody: null,
    subject: paper.subject,
    urgency: null,
    signer: paper.signer,
    signerTitle: null,
    authority: null,
    addressees: [],
    recipients: paper.recipients.map((text) => ({ text, kind: 'body', names: [text], note: null, evidence: null })),
    arrivalNumber: null,
    arrivedOn: null,
    handler: null,
    copies: null,
    pageCount: 1,
    paperLocation: null,
    note: null
  }
}
