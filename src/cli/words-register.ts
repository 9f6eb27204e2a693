import type { RegisterIssue } from '#contract/operations/backlog.ts'

/** Words of the command that puts in an old register. */
export const registerWords = {
  needsFile: 'Thiếu tệp sổ (.xlsx hoặc .csv). Xem “vankho --help”.',
  noBatch: (typed: string) => `Mã đợt chưa đúng: ${typed.slice(0, 60)}.`,
  undoReason: 'Hoàn tác nhập sổ bằng dòng lệnh',
  undone: (count: number, kept: number) =>
    `Đã hoàn tác ${count} văn bản${kept ? `, để nguyên ${kept} văn bản đã có việc khác` : ''}.`,
  issue: (row: number, column: string, value: string, what: string) =>
    `Dòng ${row}, cột “${column}”${value ? `, “${value}”` : ''}: ${what}`,
  checked: (rows: number, ready: number, already: number, wrong: number) =>
    `${rows} dòng sổ: ${ready} nhập được, ${already} đã nhập trước đây, ${wrong} có lỗi. Chưa ghi gì vào kho.`,
  filed: (filed: number, already: number, wrong: number, batch: string) =>
    `Đã nhập ${filed} dòng sổ, ${already} đã có từ trước, ${wrong} có lỗi không nhập. Mã đợt để hoàn tác: ${batch}`,
  codes: {
    'no-number': 'không có số (văn bản không số thì ghi “không số”)',
    'bad-reference': 'không đọc được số và ký hiệu',
    'bad-date': 'không có ngày này',
    'bad-number': 'số đến phải là số',
    'no-arrival-day': 'có số đến mà thiếu ngày đến',
    secret: 'có dấu mật, không nhập',
    'too-long': 'nội dung quá dài',
    'duplicate-document': 'văn bản đã có trong kho',
    'duplicate-row': 'trùng với dòng trước',
    'arrival-taken': 'số đến này của năm đã dùng',
    'book-closed': 'sổ của ngày này đã đóng'
  } as const satisfies Readonly<Record<RegisterIssue['code'], string>>
} as const
