import type { DocumentLine } from '#contract/schemas.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { printDay } from './print-day.ts'

type Named = Pick<DocumentLine, 'reference' | 'documentType' | 'issuedOn' | 'issuer' | 'actingBody' | 'subject'>

/** Words a subject begins with that are no name: inside a sentence they are written small. */
const PLAIN_STARTS = new Set(
  (
    'Tăng Triển Thực Tiếp Báo Hướng Xin Góp Cử Mời Đề Chuẩn Tổ Tham Rà Cung Phối Đôn Hỗ Thay Kiểm Xây Sửa Bổ Giao ' +
    'Trả Phúc Gửi Lấy Cho Quán Đăng Rút Nâng Đẩy Chấn Khắc Giải Xử Bảo Phân Phê Lãnh Quản Tập'
  ).split(' ')
)

/** Words that may begin a name ("Thành ủy", "Điều lệ Đảng"), small only with what follows. */
const PLAIN_PAIRS = /^(?:Thành lập|Phòng,? chống|Điều (?:động|chỉnh|chuyển)|Chỉ (?:đạo|định))(?!\p{L})/u

export function typeName(document: Pick<DocumentLine, 'documentType'>): string {
  return document.documentType ? DOCUMENT_TYPES[document.documentType].name : ''
}

/** Tên loại và trích yếu in one: "Công văn về việc tăng cường …", "Kế hoạch kiểm tra, giám sát …". */
export function typeAndSubject(document: Pick<DocumentLine, 'documentType' | 'subject'>): string {
  const type = typeName(document)
  const subject = (document.subject ?? '').trim()
  if (subject === '' || type === '') return subject || type
  if (subject.toLocaleLowerCase('vi').startsWith(type.toLocaleLowerCase('vi'))) return subject
  return `${type} ${aboutWords(subject, document.documentType === 'cong-van')}`
}

/** The document in a sentence: "Công văn số 221-CV/HU, ngày 12/8/2021 của Ban Thường vụ Huyện ủy về …" (domain.md §5.2). */
export function documentSentence(document: Named): string {
  const type = typeName(document) || 'Văn bản'
  const state = document.reference !== null && /^\d+\p{L}?\//u.test(document.reference)
  const number = document.reference === null ? '' : ` số ${document.reference}`
  const on = document.issuedOn === null ? '' : `${state ? '' : ','} ngày ${printDay(document.issuedOn)}`
  const by = document.actingBody ?? document.issuer
  const subject = (document.subject ?? '').trim()
  return `${type}${number}${on}${by ? ` của ${by}` : ''}${subject === '' ? '' : ` ${aboutWords(subject, true)}`}`
}

function aboutWords(subject: string, wantsAbout: boolean): string {
  const about = /^(?:v\/v|về việc|về)(?![\p{L}])[\s:.]*/iu.exec(subject)
  if (!about) return `${wantsAbout ? 'về việc ' : ''}${smallStart(subject)}`
  const word = /^về(?!\s+việc)/iu.test(subject) ? 'về' : 'về việc'
  return `${word} ${smallStart(subject.slice(about[0].length))}`
}

function smallStart(text: string): string {
  const first = /^\p{L}+/u.exec(text)?.[0] ?? ''
  return PLAIN_STARTS.has(first) || PLAIN_PAIRS.test(text)
    ? first.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
    : text
}
