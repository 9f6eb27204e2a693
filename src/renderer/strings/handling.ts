import type { BoardState, HandlingRow } from '#contract/operations/handling.ts'
import type { Rhythm } from '#domain/deadline/deadline.ts'
import type { DueWarning } from '#domain/deadline/due-warnings.ts'

/** Words of the handling of incoming papers: bút phê, progress, result, deadlines, the overdue board. */
export const handlingWords = {
  title: 'Bút phê, thời hạn',
  tab: 'Xử lý',
  board: 'Văn bản đến đang giải quyết',
  summary: 'Giải quyết',
  states: { overdue: 'Quá hạn', soon: 'Đến hạn trong 7 ngày', open: 'Đang xử lý', done: 'Đã xong' } satisfies Readonly<
    Record<BoardState, string>
  >,
  noDue: 'không ghi hạn',
  none: 'Chưa có bút phê',
  noneText: 'Ghi ý kiến của lãnh đạo, đơn vị chủ trì và thời hạn; văn bản hiện trong danh sách theo dõi thời hạn.',
  toTab: 'Chi tiết',
  due: 'Thời hạn',

  assign: 'Ghi bút phê',
  assignTitle: 'Ghi bút phê',
  editTitle: 'Sửa bút phê',
  opinion: 'Ý kiến chỉ đạo',
  leader: 'Người cho ý kiến',
  assignedOn: 'Ngày',
  main: 'Đơn vị chủ trì',
  co: 'Đơn vị phối hợp',
  coPlace: 'Thêm đơn vị',
  removeUnit: (name: string) => `Bỏ ${name}`,
  units: 'Đơn vị trong danh bạ',
  note: 'Ghi chú',
  dueFrom: 'Hạn lấy từ câu',
  saved: 'Đã ghi bút phê.',
  savedTo: (main: string) => `Đã ghi bút phê: ${main} chủ trì.`,
  notSaved: 'Chưa ghi bút phê.',
  needSomething: 'Ghi ý kiến, đơn vị chủ trì hoặc thời hạn.',
  edit: 'Sửa',
  remove: 'Bỏ',
  removeTitle: 'Bỏ bút phê này?',
  removeAbout: 'Bút phê vẫn giữ trong nhật ký kho, có thể hoàn tác.',
  removed: 'Đã bỏ bút phê.',
  notRemoved: 'Chưa bỏ bút phê.',
  warnings: {
    'due-before-issue': 'Thời hạn trước ngày văn bản.',
    'due-before-arrival': 'Thời hạn trước ngày văn bản đến.',
    'due-before-assigned': 'Thời hạn trước ngày bút phê.',
    reopened: 'Văn bản đã xong được mở lại.'
  } satisfies Readonly<Record<DueWarning, string>>,

  progress: 'Tiến độ',
  report: 'Ghi tiến độ',
  reportTitle: 'Ghi tiến độ giải quyết',
  reportText: 'Đã làm được gì',
  reportOn: 'Ngày',
  reportBy: 'Người báo',
  reported: 'Đã ghi tiến độ.',
  notReported: 'Chưa ghi tiến độ.',
  reportRemoved: 'Đã bỏ dòng tiến độ.',

  done: 'Ghi đã xong',
  doneTitle: 'Ghi đã giải quyết xong',
  doneOn: 'Ngày xong',
  doneBy: 'Người giải quyết',
  reply: 'Văn bản trả lời',
  replies: 'Văn bản viện dẫn văn bản này',
  replyNone: 'Không có văn bản trả lời',
  replyOther: 'Văn bản khác trong kho',
  replyFind: 'Tìm theo số, ký hiệu',
  replyText: 'Số, ký hiệu văn bản trả lời chưa có trong kho',
  doneSaid: 'Đã ghi giải quyết xong.',
  notDone: 'Chưa ghi giải quyết xong.',
  result: 'Kết quả',
  resultLine: (day: string, by: string) => (by ? `Xong ngày ${day}, ${by}` : `Xong ngày ${day}`),
  answeredBy: 'Trả lời bằng',
  late: (days: number) => `chậm ${days} ngày`,
  reopen: 'Mở lại',
  reopenTitle: 'Mở lại việc giải quyết?',
  reopenAbout: 'Văn bản trở lại danh sách đang xử lý; kết quả đã ghi vẫn giữ trong nhật ký kho.',
  reopened: 'Đã mở lại.',
  notReopened: 'Chưa mở lại.',

  deadlines: 'Thời hạn trong văn bản',
  deadlinesHint: 'chương trình đọc thấy, chưa dùng cho đến khi được nhận',
  take: (day: string) => `Lấy hạn ${day}`,
  takeShort: 'Lấy làm hạn',
  takeOther: 'Ghi hạn …',
  dismiss: 'Không phải hạn',
  taken: (day: string) => `Đã lấy hạn ${day}.`,
  notTaken: 'Chưa lấy hạn.',
  dismissed: 'Đã ghi không phải hạn; câu này không được nêu lại.',
  notDismissed: 'Chưa ghi.',
  isTaken: 'đã lấy làm hạn',
  isDismissed: 'không phải hạn',
  showDismissed: (count: number) => `${count} câu đã bỏ qua`,
  noDay: 'chưa tính được ngày',
  fromPicture: 'chữ máy đọc, so với trang',
  forUnit: (unit: string) => `giao ${unit}`,
  every: {
    week: 'hằng tuần',
    month: 'hằng tháng',
    quarter: 'hằng quý',
    'half-year': '6 tháng một lần',
    year: 'hằng năm'
  } satisfies Readonly<Record<Rhythm, string>>,
  atFiling: 'Thời hạn đọc thấy',
  willTake: (day: string) => `Ghi hạn ${day} khi vào sổ`,
  willNot: 'Không lấy nữa',

  filterUnit: 'Đơn vị',
  everyUnit: 'Mọi đơn vị',
  unitChoice: (name: string, open: number, overdue: number) =>
    overdue > 0 ? `${name} (${open}, quá hạn ${overdue})` : `${name} (${open})`,
  filterText: 'Lọc theo số, trích yếu, ý kiến, đơn vị',
  printList: 'In danh sách',
  printBook: 'Sổ theo dõi',
  columns: {
    arrival: 'Số đến',
    reference: 'Số, ký hiệu',
    subject: 'Trích yếu',
    main: 'Chủ trì',
    opinion: 'Bút phê',
    due: 'Thời hạn',
    state: 'Tình trạng',
    age: 'Đã giao',
    progress: 'Tiến độ',
    doneOn: 'Xong ngày',
    reply: 'Trả lời'
  },
  days: (days: number) => `${days} ngày`,
  empty: {
    overdue: 'Không có văn bản nào quá hạn',
    soon: 'Không có văn bản nào đến hạn trong 7 ngày',
    open: 'Không còn văn bản nào đang xử lý',
    done: 'Chưa có văn bản nào ghi đã xong'
  } satisfies Readonly<Record<BoardState, string>>,
  emptyFiltered: 'Không có văn bản nào hợp với bộ lọc',
  emptyText: 'Mở một văn bản đến, ghi bút phê ở phần Xử lý; văn bản hiện ở đây theo thời hạn.',
  keys: {
    row: 'chọn dòng',
    open: 'mở',
    done: 'ghi đã xong',
    report: 'ghi tiến độ',
    print: 'in',
    assign: 'ghi bút phê',
    take: 'lấy hạn',
    dismiss: 'không phải hạn'
  }
} as const

/** "Quá hạn 5 ngày", "Còn 3 ngày", "Đã xong, chậm 2 ngày". */
export function dueState(row: Pick<HandlingRow, 'state' | 'daysPast'>): string {
  const { state, daysPast } = row
  if (state === 'none') return ''
  if (state === 'done') {
    return daysPast !== null && daysPast > 0
      ? `${handlingWords.states.done}, ${handlingWords.late(daysPast)}`
      : handlingWords.states.done
  }
  if (daysPast === null) return handlingWords.noDue
  if (daysPast > 0) return `Quá hạn ${daysPast} ngày`
  return daysPast === 0 ? 'Đến hạn hôm nay' : `Còn ${-daysPast} ngày`
}
