import { termWords } from '../../reports/builders/one-dossier.ts'
import { printDay } from '../../reports/print-day.ts'

/** What of a fonds the fields are filled from. */
export type FondsFacts = Readonly<{
  organId: string
  name: string
  from: string | null
  to: string | null
  documents: number
  withFile: number
  pages: number
  dossiers: number
  note: string | null
}>

export type DossierFacts = Readonly<{
  organId: string
  catalog: string
  code: string
  title: string
  heading: string | null
  years: number | null
  from: string | null
  to: string | null
  documents: number
  pages: number | null
  note: string | null
  folder: string
}>

export type DocumentFacts = Readonly<{
  id: string
  fileCode: string
  ordinal: number
  type: string
  number: string
  notation: string
  issuedOn: string | null
  author: string | null
  subject: string | null
  pages: number | null
  textKind: string
  /** Bút phê on it. */
  written: string
  note: string | null
  files: readonly Readonly<{ path: string; name: string; sha256: string; bytes: number }>[]
}>

/** A field of the circular: its name in XML, its title, and what we know of it; '' where the program knows nothing. */
export type ArchiveField<F> = Readonly<{ name: string; title: string; of(facts: F): string }>

const LANGUAGE = 'Tiếng Việt'
const ORIGINS: Readonly<Record<string, string>> = {
  'born-digital': 'Gốc điện tử',
  scan: 'Số hóa',
  mixed: 'Hỗn hợp',
  none: ''
}
const unknown = (): string => ''
const count = (value: number | null): string => (value === null ? '' : String(value))
const span = (from: string | null, to: string | null): string => [from, to].map(day).filter(Boolean).join(' – ')

function day(iso: string | null): string {
  return iso === null ? '' : iso.slice(0, 10).split('-').reverse().join('/')
}

/**
 * The names and order of the circulars on data of electronic archives (TT 02/2019/TT-BNV, kept by TT 05/2025/TT-BNV), as
 * remembered and as programs write them; the one place to put them right (ADR 0013).
 */
export const FONDS_FIELDS: readonly ArchiveField<FondsFacts>[] = [
  { name: 'Identifier', title: 'Mã cơ quan lưu trữ', of: unknown },
  { name: 'OrganId', title: 'Mã phông lưu trữ', of: (one) => one.organId },
  { name: 'FondName', title: 'Tên phông lưu trữ', of: (one) => one.name },
  { name: 'FondHistory', title: 'Lịch sử đơn vị hình thành phông', of: (one) => one.note ?? '' },
  { name: 'ArchivesTime', title: 'Thời gian tài liệu', of: (one) => span(one.from, one.to) },
  { name: 'PaperTotal', title: 'Tổng số tài liệu', of: (one) => count(one.documents) },
  { name: 'PaperDigital', title: 'Số tài liệu có tệp điện tử', of: (one) => count(one.withFile) },
  { name: 'FileTotal', title: 'Số hồ sơ', of: (one) => count(one.dossiers) },
  { name: 'PageTotal', title: 'Số trang', of: (one) => count(one.pages) },
  { name: 'KeyGroups', title: 'Các nhóm tài liệu chủ yếu', of: () => 'Tài liệu hành chính' },
  { name: 'OtherTypes', title: 'Các loại hình tài liệu khác', of: unknown },
  { name: 'Language', title: 'Ngôn ngữ', of: () => LANGUAGE },
  { name: 'LookupTools', title: 'Công cụ tra cứu', of: () => 'Mục lục hồ sơ; mục lục văn bản' },
  { name: 'CopyNumber', title: 'Số trang đã lập bản sao bảo hiểm', of: unknown },
  { name: 'Description', title: 'Ghi chú', of: unknown }
]

export const DOSSIER_FIELDS: readonly ArchiveField<DossierFacts>[] = [
  { name: 'FileCode', title: 'Mã hồ sơ', of: fileCode },
  { name: 'Identifier', title: 'Mã cơ quan lưu trữ', of: unknown },
  { name: 'OrganId', title: 'Mã phông lưu trữ', of: (one) => one.organId },
  { name: 'FileCatalog', title: 'Mục lục số hoặc năm hình thành hồ sơ', of: (one) => one.catalog },
  { name: 'FileNotation', title: 'Số và ký hiệu hồ sơ', of: (one) => one.code },
  { name: 'Title', title: 'Tiêu đề hồ sơ', of: (one) => one.title },
  { name: 'Maintenance', title: 'Thời hạn bảo quản', of: (one) => termWords(one.years) },
  { name: 'Rights', title: 'Chế độ sử dụng', of: unknown },
  { name: 'Language', title: 'Ngôn ngữ', of: () => LANGUAGE },
  { name: 'StartDate', title: 'Thời gian bắt đầu', of: (one) => day(one.from) },
  { name: 'EndDate', title: 'Thời gian kết thúc', of: (one) => day(one.to) },
  { name: 'TotalDoc', title: 'Tổng số văn bản trong hồ sơ', of: (one) => count(one.documents) },
  { name: 'Description', title: 'Chú giải', of: (one) => one.note ?? '' },
  { name: 'InforSign', title: 'Ký hiệu thông tin', of: unknown },
  { name: 'Keyword', title: 'Từ khóa', of: (one) => one.heading ?? '' },
  { name: 'PageNumber', title: 'Số lượng trang', of: (one) => count(one.pages) },
  { name: 'Format', title: 'Tình trạng vật lý', of: unknown }
]

export const DOCUMENT_FIELDS: readonly ArchiveField<DocumentFacts>[] = [
  { name: 'DocCode', title: 'Mã định danh văn bản', of: (one) => one.id },
  { name: 'FileCode', title: 'Mã hồ sơ', of: (one) => one.fileCode },
  { name: 'DocOrdinal', title: 'Số thứ tự văn bản trong hồ sơ', of: (one) => count(one.ordinal) },
  { name: 'TypeName', title: 'Tên loại văn bản', of: (one) => one.type },
  { name: 'CodeNumber', title: 'Số của văn bản', of: (one) => one.number },
  { name: 'CodeNotation', title: 'Ký hiệu của văn bản', of: (one) => one.notation },
  { name: 'IssuedDate', title: 'Ngày, tháng, năm văn bản', of: (one) => day(one.issuedOn) },
  { name: 'OrganName', title: 'Tên cơ quan, tổ chức ban hành văn bản', of: (one) => one.author ?? '' },
  { name: 'Subject', title: 'Trích yếu nội dung', of: (one) => one.subject ?? '' },
  { name: 'Language', title: 'Ngôn ngữ', of: () => LANGUAGE },
  { name: 'PageAmount', title: 'Số lượng trang của văn bản', of: (one) => count(one.pages) },
  { name: 'Description', title: 'Ghi chú', of: (one) => one.note ?? '' },
  { name: 'InforSign', title: 'Ký hiệu thông tin', of: unknown },
  { name: 'Keyword', title: 'Từ khóa', of: unknown },
  { name: 'Mode', title: 'Chế độ sử dụng', of: unknown },
  { name: 'ConfidenceLevel', title: 'Mức độ tin cậy', of: (one) => ORIGINS[one.textKind] ?? '' },
  { name: 'Autograph', title: 'Bút tích', of: (one) => one.written },
  { name: 'Format', title: 'Tình trạng vật lý', of: (one) => (one.files.length === 0 ? 'Chỉ có bản giấy' : '') }
]

/** Mã hồ sơ is made of the parts that are known, in the circular's order. */
export function fileCode(one: Pick<DossierFacts, 'organId' | 'catalog' | 'code'>): string {
  return [one.organId, one.catalog, one.code].filter(Boolean).join('.')
}

/** Mục lục hồ sơ, tài liệu nộp lưu: the seven columns of NĐ 30/2020/NĐ-CP Phụ lục V. */
export const DOSSIER_LIST_HEADS = [
  'Số TT',
  'Số, ký hiệu hồ sơ',
  'Tiêu đề hồ sơ',
  'Thời gian tài liệu',
  'Thời hạn bảo quản',
  'Số tờ/Số trang',
  'Ghi chú'
] as const

export function dossierListRow(one: DossierFacts, index: number): readonly (string | number | null)[] {
  return [index + 1, one.code, one.title, span(one.from, one.to), termWords(one.years), one.pages, one.note]
}

/** Mục lục văn bản, tài liệu trong hồ sơ, and where its files lie. */
export const DOCUMENT_LIST_HEADS = [
  'STT',
  'Số, ký hiệu văn bản',
  'Ngày tháng năm văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Tác giả văn bản',
  'Tờ số/Trang số',
  'Ghi chú',
  'Tệp'
] as const

export type ListedDocument = Readonly<{
  reference: string | null
  issuedOn: string | null
  typeAndSubject: string
  author: string | null
  sheets: string
  note: string | null
  files: readonly string[]
}>

export function documentListRow(one: ListedDocument, index: number): readonly (string | number | null)[] {
  const on = one.issuedOn === null ? null : printDay(one.issuedOn)
  const files = one.files.length === 0 ? 'chỉ có bản giấy' : one.files.join('; ')
  return [index + 1, one.reference, on, one.typeAndSubject, one.author, one.sheets, one.note, files]
}

/** Names of the package's own files and folders. */
export const BAG_NAMES = {
  data: 'du-lieu.xml',
  fonds: 'phong.csv',
  dossiers: 'muc-luc-ho-so.csv',
  dossierFields: 'ho-so.csv',
  documentFields: 'van-ban.csv',
  documents: 'muc-luc-van-ban.csv',
  documentsPrint: 'muc-luc-van-ban.docx',
  minutes: 'bien-ban-giao-nhan.docx',
  dossierFolder: 'ho-so',
  looseFolder: 'van-ban-le',
  paths: 'Tệp'
} as const

export const bagInfoWords = {
  dossiers: (count: number) => `Hồ sơ, tài liệu giao nộp: ${count} hồ sơ`,
  fonds: (name: string) => `Phông ${name} bàn giao nguyên khối`
} as const
