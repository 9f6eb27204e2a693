import { foldKey } from '../text/fold.ts'
import { type Cell, cellText } from './cell.ts'

/** What a column of an old register can hold. `typeAndSubject`: "Tên loại và trích yếu" in one. */
export const REGISTER_FIELDS = [
  'arrivedOn',
  'arrivalNumber',
  'reference',
  'number',
  'symbol',
  'issuedOn',
  'issuer',
  'typeAndSubject',
  'documentType',
  'subject',
  'signer',
  'recipients',
  'handler',
  'copies',
  'pageCount',
  'paperLocation',
  'secrecy',
  'note'
] as const
export type RegisterField = (typeof REGISTER_FIELDS)[number]

/** Which column each field is read from; a field that is not there is not read. */
export type ColumnMap = Readonly<Partial<Record<RegisterField, number>>>

/**
 * Heads as the books have them, folded: the columns of NĐ 30/2020 (Phụ lục IV), of HD 22-HD/VPTW and of what offices
 * made of them. The first pattern that matches names the field; more exact ones stand first.
 */
const HEADS: readonly (readonly [RegExp, RegisterField])[] = [
  [/^ngay(?: thang)?(?: nam)? (?:nhan|den)\b/, 'arrivedOn'],
  [/^so (?:thu tu )?(?:cong van |vb |van ban )?den$/, 'arrivalNumber'],
  [/^so (?:va )?(?:ki hieu|k h|hieu)\b/, 'reference'],
  [/^so (?:van ban|vb|cong van|cv)\b/, 'reference'],
  [/^so(?: di)?$/, 'number'],
  [/^ki hieu\b/, 'symbol'],
  [/^ngay(?: thang)?(?: nam)?(?: (?:cua )?(?:van ban|vb|cong van|cv|ban hanh|ki|di|phat hanh))*$/, 'issuedOn'],
  [/^(?:co quan|don vi|noi) (?:ban hanh|gui|phat hanh)\b/, 'issuer'],
  [/^(?:tac gia|co quan)\b/, 'issuer'],
  [/^ten loai (?:va )?(?:noi dung|trich yeu)\b/, 'typeAndSubject'],
  [/^(?:ten loai|the loai|loai|hinh thuc)(?: van ban| vb)?$/, 'documentType'],
  [/^(?:trich yeu|noi dung|ve viec|v v)\b/, 'subject'],
  [/^(?:nguoi|lanh dao) ki\b/, 'signer'],
  [/^noi nhan\b/, 'recipients'],
  [/^(?:don vi|nguoi|bo phan)(?: hoac)?(?: nguoi| don vi)? (?:nhan|xu li|luu|giu|thuc hien)\b/, 'handler'],
  [/^so (?:luong|ban)\b/, 'copies'],
  [/^(?:so trang|so to|trang|to)\b/, 'pageCount'],
  [/^(?:hop|cap|cho de|noi luu|noi de|vi tri|ho so|cho luu)\b/, 'paperLocation'],
  [/^(?:muc )?do mat\b/, 'secrecy'],
  [/^(?:ghi chu|gc)\b/, 'note']
]

/** The heads that are of a book and of no use here: when papers were handed on, who signed, the count of the rows. */
const PASSED_OVER = /^(?:ngay chuyen|ki nhan|stt|tt|so thu tu)$/

export function fieldOfHead(title: string): RegisterField | null {
  const key = foldKey(title)
  if (key === '' || key.length > 80 || PASSED_OVER.test(key)) return null
  return HEADS.find(([pattern]) => pattern.test(key))?.[1] ?? null
}

/** A field is taken by the first column that bears its name. */
export function proposeColumns(titles: readonly string[]): ColumnMap {
  const map: Partial<Record<RegisterField, number>> = {}
  titles.forEach((title, index) => {
    const field = fieldOfHead(title)
    if (field && map[field] === undefined) map[field] = index
  })
  // "Số" beside "Ngày đến" and apart from the reference is the number of arrival.
  if (map.number !== undefined && map.reference !== undefined) {
    if (map.arrivedOn !== undefined && map.arrivalNumber === undefined) map.arrivalNumber = map.number
    delete map.number
  }
  return map
}

/** Rows in which the heads are looked for: above them stand the office, the book's name and its year. */
const HEAD_ROWS = 30

/** The row that reads most like heads (two at least); -1 where none does. */
export function headRow(rows: readonly (readonly Cell[])[]): number {
  let best = -1
  let most = 1
  rows.slice(0, HEAD_ROWS).forEach((row, index) => {
    const known = new Set(row.map((cell) => fieldOfHead(cellText(cell))).filter(Boolean)).size
    if (known > most) {
      most = known
      best = index
    }
  })
  return best
}

/** A day of arrival or a number of arrival makes it the book of what came in. */
export function directionOf(map: ColumnMap): 'incoming' | 'outgoing' {
  return map.arrivedOn !== undefined ||
    map.arrivalNumber !== undefined ||
    (map.issuer !== undefined && map.recipients === undefined)
    ? 'incoming'
    : 'outgoing'
}

/** What tells one layout of a book from another, so that the columns chosen for it are remembered. */
export function headsKey(titles: readonly string[]): string {
  return titles.map((title) => foldKey(title)).join('|')
}

/** "A", "B" … "AA": how a sheet's program names a column. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`
}
