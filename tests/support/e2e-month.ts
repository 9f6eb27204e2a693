/** A plain model of an office's month: what happened, kept beside the program and compared with what it prints. */

export type MonthIn = Readonly<{ arrival: number; reference: string; issuedOn: string; subject: string }>
export type MonthOut = {
  readonly book: 'CV' | 'KH' | 'TB'
  readonly number: string
  readonly issuedOn: string
  readonly subject: string
  /** Places it was sent to, and those that signed. */
  sent: number
  signed: number
  recalled: boolean
}
export type MonthBlank = Readonly<{
  book: 'CV' | 'KH' | 'TB'
  number: number
  state: 'void' | 'reserved'
  reason: string
}>

export const BOOKS = {
  CV: { type: 'cong-van', name: 'Công văn' },
  KH: { type: 'ke-hoach', name: 'Kế hoạch' },
  TB: { type: 'thong-bao', name: 'Thông báo' }
} as const

/** A letter of the provincial committee to the office, as a file that is read whole. */
export function letterFromAbove(number: number, day: number, subject: string): string {
  const of = String(day).padStart(2, '0')
  return `ĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG BỘ TỈNH LÂM ĐỒNG
TỈNH ỦY LÂM ĐỒNG
*
Đà Lạt, ngày ${of} tháng 8 năm 2021
Số ${number}-CV/TU
V/v ${subject}

Kính gửi: - Huyện ủy Đam Rông.

Ban Thường vụ Tỉnh ủy đề nghị Huyện ủy Đam Rông triển khai ${subject} và báo cáo kết quả thực hiện.

Nơi nhận:
- Như kính gửi,
- Lưu Văn phòng Tỉnh ủy.
T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ



Trần Đình Văn
`
}

/** The reference a number of a book is printed as. */
export function referenceOf(book: MonthOut['book'], number: string): string {
  return `${/^\d[a-z]?$/.test(number) ? `0${number}` : number}-${book}/HU`
}

/** "02/8/2021": a day as paper writes it. */
export function paperDay(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${day}/${Number(month) > 2 ? Number(month) : month}/${year}`
}
