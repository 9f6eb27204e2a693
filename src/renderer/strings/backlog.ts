import type { RegisterFieldName, RegisterIssue } from '#contract/operations/backlog.ts'

/** Words of the backlog: an old register put in, files tied to its lines, batches taken back. */
export const backlogWords = {
  open: 'Nhập sổ cũ',
  printMatch: 'In danh sách chưa khớp',
  title: 'Nhập sổ cũ',
  about:
    'Chọn tệp Excel (.xlsx) hoặc CSV của sổ đăng ký văn bản. Mỗi dòng thành một văn bản chưa có tệp; tệp gắn vào sau. Chưa ghi gì cho đến khi bấm Nhập.',
  choose: 'Chọn tệp sổ',
  looking: 'Đang đọc sổ …',
  oldExcel: 'Tệp Excel cũ (.xls) chưa đọc được. Mở bằng Excel, lưu thành .xlsx rồi chọn lại.',
  noTable: 'Tệp này không phải bảng Excel (.xlsx) hay CSV. Chọn tệp khác.',
  tooMany: 'Sổ có quá 50.000 dòng trong một tờ. Tách theo năm rồi nhập từng tệp.',
  book: (name: string) => `Sổ: ${name}`,
  sheet: 'Tờ',
  sheetRows: (name: string, rows: string) => `${name || 'Tờ 1'} (${rows} dòng)`,
  direction: 'Là sổ',
  directions: { incoming: 'Văn bản đến', outgoing: 'Văn bản đi' },
  year: 'Năm của sổ',
  yearHint: 'cho ngày ghi thiếu năm',
  headRow: 'Dòng tên cột',
  remembered: 'Cột chọn như lần nhập trước của mẫu sổ này.',
  columns: 'Cột trong tệp',
  means: 'Là ô',
  samples: 'Ví dụ',
  skip: 'Bỏ qua',
  noNumberColumn: 'Chọn cột ghi số và ký hiệu.',
  fields: {
    arrivedOn: 'Ngày đến',
    arrivalNumber: 'Số đến',
    reference: 'Số và ký hiệu',
    number: 'Số',
    symbol: 'Ký hiệu',
    issuedOn: 'Ngày văn bản',
    issuer: 'Tác giả, cơ quan ban hành',
    typeAndSubject: 'Tên loại và trích yếu',
    documentType: 'Tên loại',
    subject: 'Trích yếu',
    signer: 'Người ký',
    recipients: 'Nơi nhận',
    handler: 'Đơn vị, người nhận',
    copies: 'Số bản',
    pageCount: 'Số trang',
    paperLocation: 'Chỗ để bản giấy',
    secrecy: 'Độ mật',
    note: 'Ghi chú'
  } as const satisfies Readonly<Record<RegisterFieldName, string>>,
  toCheck: 'Xem thử',
  checking: 'Đang xem thử …',
  back: 'Sửa cột',
  counts: (rows: string) => `${rows} dòng sổ`,
  ready: (count: string) => `${count} nhập được`,
  already: (count: string) => `${count} đã nhập trước đây`,
  wrong: (count: string) => `${count} có lỗi, không nhập`,
  row: 'Dòng',
  column: 'Cột',
  what: 'Lỗi và cách sửa',
  value: 'Trong sổ ghi',
  moreIssues: (count: string) => `Còn lỗi ở các dòng sau; đang hiện ${count} lỗi đầu.`,
  previewTitle: 'Các dòng đầu sẽ vào sổ như sau',
  issuesTitle: 'Dòng không nhập',
  fixFirst: 'Sửa trong tệp rồi chọn lại tệp, hoặc cứ nhập: dòng đã nhập không nhập lần nữa.',
  import: (count: string) => `Nhập ${count} dòng`,
  importing: (done: string, total: string) => `Đang nhập ${done}/${total} dòng`,
  stop: 'Dừng',
  stopped: 'Đã dừng. Các dòng đã nhập được giữ; nhập lại tệp này thì làm tiếp.',
  done: (count: string) => `Đã nhập ${count} dòng sổ.`,
  doneAlready: (count: string) => `${count} dòng đã có từ trước, không nhập lại.`,
  doneWrong: (count: string) => `${count} lỗi, xem danh sách.`,
  nothing: 'Không có dòng nào mới để nhập.',
  undo: 'Hoàn tác đợt nhập',
  undoReason: (name: string) => `Hoàn tác nhập sổ ${name}`,
  undoBatchReason: 'Hoàn tác cả đợt',
  undone: 'Đã hoàn tác cả đợt.',
  notUndone: 'Chưa hoàn tác.',
  undoing: (done: string, total: string) => `Đang hoàn tác ${done}/${total}`,
  touched: (count: string, names: string) =>
    `${count} văn bản của đợt này đã có việc khác sau đó (${names}). Hoàn tác các văn bản còn lại?`,
  undoRest: 'Hoàn tác phần còn lại',
  another: 'Nhập sổ khác',

  match: (count: string) => `Gắn ${count} tệp vào dòng sổ`,
  matchTitle: 'Tệp chờ và dòng sổ chưa có tệp',
  matchAbout:
    'Tệp trong hàng chờ được so với dòng sổ chưa có tệp theo số, ký hiệu, ngày, cơ quan. Khớp đủ là trùng số, ký hiệu và ngày, không có gì trái nhau, không dòng nào khác giống.',
  matchFull: (count: string) => `Gắn ${count} tệp khớp đủ`,
  matchOne: 'Gắn',
  file: 'Tệp',
  line: 'Dòng sổ',
  why: 'Vì sao',
  full: 'Khớp đủ',
  maybe: 'Cần xem',
  matchFields: { number: 'số', symbol: 'ký hiệu', issuedOn: 'ngày', issuer: 'cơ quan' },
  agrees: (fields: string) => `trùng ${fields}`,
  differs: (fields: string) => `khác ${fields}`,
  unsaid: (fields: string) => `không rõ ${fields}`,
  noMatch: 'Chưa có tệp nào trong hàng chờ khớp với dòng sổ chưa có tệp.',
  tabs: {
    matches: (count: string) => `Khớp (${count})`,
    lines: (count: string) => `Dòng chưa có tệp (${count})`,
    files: (count: string) => `Tệp chưa có dòng (${count})`
  },
  attached: (count: string) => `Đã gắn ${count} tệp vào dòng sổ.`,
  notAttached: 'Chưa gắn được tệp.',
  listed: (shown: string) => `Đang hiện ${shown} mục đầu.`,

  acceptDoubts: 'Ghi văn bản',
  acceptLevels: {
    '0': 'đọc đủ mọi ô',
    '1': 'thiếu nhiều nhất 1 ô',
    '2': 'thiếu nhiều nhất 2 ô'
  },
  acceptDo: (count: string) => `Ghi ${count} văn bản`
} as const

/** What is wrong with a row, and what to do. */
export function issueWords(issue: Pick<RegisterIssue, 'code' | 'otherRow'> & { reference: string | null }): string {
  switch (issue.code) {
    case 'no-number':
      return 'Không có số. Ghi số, hoặc ghi “không số” nếu văn bản không có số.'
    case 'bad-reference':
      return 'Không đọc được số và ký hiệu. Ghi như 221-CV/HU.'
    case 'bad-date':
      return 'Không có ngày này. Ghi ngày/tháng/năm, như 12/08/2021.'
    case 'bad-number':
      return 'Số đến phải là số. Bỏ chữ đi kèm, hoặc ghi chữ ấy vào ghi chú.'
    case 'no-arrival-day':
      return 'Có số đến mà thiếu ngày đến. Ghi ngày đến (ô gộp thì bỏ gộp).'
    case 'secret':
      return 'Có dấu mật: không nhập. Quản lý theo chế độ bảo mật.'
    case 'too-long':
      return 'Nội dung ô quá dài. Rút gọn lại.'
    case 'duplicate-document':
      return `Văn bản này đã có trong kho${issue.reference ? ` (${issue.reference})` : ''}. Không phải nhập.`
    case 'duplicate-row':
      return issue.otherRow === null
        ? 'Trùng với dòng khác trong sổ.'
        : `Trùng với dòng ${issue.otherRow}. Xóa một trong hai.`
    case 'book-closed':
      return 'Sổ của ngày này đã đóng: mở lại sổ rồi nhập.'
    case 'arrival-taken':
      return issue.otherRow === null
        ? `Số đến này của năm đã dùng${issue.reference ? ` cho ${issue.reference}` : ''}. Xem lại số.`
        : `Số đến này đã dùng ở dòng ${issue.otherRow}. Xem lại số.`
  }
}
