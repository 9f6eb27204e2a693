import type { Urgency } from '#domain/vocabulary/marks.ts'

/**
 * Names of QCVN 102:2016/BTTTT in the one place to put them right: the regulation itself was not at hand, they are as
 * remembered and as programs in use write them (ADR 0013). Reading takes them in any case and under any namespace.
 */
export const EDXML_NAMESPACE = 'http://www.mic.gov.vn/TBT/QCVN_102_2016'

/** Elements of the header by where they stand below `edXMLHeader`, in the order they are written. */
export const HEADER_PATHS = {
  fromId: 'MessageHeader/From/OrganId',
  fromName: 'MessageHeader/From/OrganName',
  toName: 'MessageHeader/To/OrganName',
  codeNumber: 'MessageHeader/Code/CodeNumber',
  codeNotation: 'MessageHeader/Code/CodeNotation',
  place: 'MessageHeader/PromulgationInfo/Place',
  promulgationDate: 'MessageHeader/PromulgationInfo/PromulgationDate',
  typeName: 'MessageHeader/DocumentType/TypeName',
  subject: 'MessageHeader/Subject',
  content: 'MessageHeader/Content',
  competence: 'MessageHeader/SignerInfo/Competence',
  position: 'MessageHeader/SignerInfo/Position',
  fullName: 'MessageHeader/SignerInfo/FullName',
  dueDate: 'MessageHeader/DueDate',
  toPlace: 'MessageHeader/ToPlaces/Place',
  priority: 'MessageHeader/OtherInfo/Priority',
  sphere: 'MessageHeader/OtherInfo/SphereOfPromulgation',
  typer: 'MessageHeader/OtherInfo/TyperNotation',
  copies: 'MessageHeader/OtherInfo/PromulgationAmount',
  pages: 'MessageHeader/OtherInfo/PageAmount',
  documentId: 'MessageHeader/DocumentId',
  traceTime: 'TraceHeaderList/TraceHeader/Timestamp',
  business: 'TraceHeaderList/Bussiness/BussinessDocType'
} as const

export type HeaderField = keyof typeof HEADER_PATHS

/** Elements of an attachment, below `AttachmentEncoded/Attachment`. */
export const ATTACHMENT_NAMES = {
  contentType: 'ContentType',
  contentId: 'ContentId',
  description: 'Description',
  content: 'ContentTransferEncoded',
  name: 'AttachmentName'
} as const

/** OtherInfo/Priority; the place in the list is the number. 4 is an urgency with an hour, which we have no name for. */
export const PRIORITIES: readonly (Urgency | null)[] = [null, 'khan', 'thuong-khan', 'hoa-toc', 'hoa-toc']
/** BussinessDocType of a paper that was not sent before. */
export const NEW_DOCUMENT = '0'
