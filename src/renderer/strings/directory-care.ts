import type { DirectoryIssue } from '#contract/operations/directory-care.ts'

/** Words of sheets of the directory, merged entries, and what went to a body. */
export const directoryCareWords = {
  placeholder: 'cần ghi tên',
  waiting: (count: number) => `${count} dòng mẫu cần ghi tên, chưa gửi được`,
  showWaiting: 'Xem',
  merged: 'Gộp với…',
  log: 'Văn bản đã gửi',
  more: 'Nhập, xuất',
  exportXlsx: 'Xuất ra Excel (XLSX)',
  exportCsv: 'Xuất ra CSV',
  importSheet: 'Nhập từ Excel, CSV…',
  exported: (name: string) => `Đã lưu ${name}.`,
  notExported: 'Chưa xuất được danh bạ.',
  use: {
    title: 'Đang dùng ở',
    groups: (names: string) => `Nhóm: ${names}.`,
    deliveries: (count: number, documents: number) => `${count} lượt gửi của ${documents} văn bản.`,
    none: 'Chưa dùng ở đâu.'
  },
  merge: {
    title: (name: string) => `Gộp ${name} với dòng khác`,
    about:
      'Hai dòng của cùng một nơi thành một. Lượt gửi, nhóm, tên đã gắn, cấp dưới, kế tục đều chuyển sang dòng giữ lại; tên cũ thành tên gọi khác. Nhật ký kho giữ cả hai, và có thể hoàn tác.',
    find: 'Tìm dòng kia',
    keep: 'Dòng giữ lại',
    gone: 'Dòng gộp vào',
    swap: 'Đổi chiều',
    moves: 'Sẽ chuyển:',
    move: {
      deliveries: (count: number) => `${count} lượt gửi`,
      groups: (names: string) => `nhóm: ${names}`,
      assignments: (count: number) => `${count} tên đã gắn trong văn bản`,
      dismissals: (count: number) => `${count} dòng “không phải gửi”`,
      children: (count: number) => `${count} cơ quan cấp dưới`,
      predecessors: (count: number) => `${count} cơ quan được kế tục`,
      nothing: 'chỉ có các tên gọi'
    },
    action: (keep: string) => `Gộp vào ${keep}`,
    done: (gone: string, keep: string) => `Đã gộp ${gone} vào ${keep}.`,
    notDone: 'Chưa gộp.',
    otherKind: 'Không gộp cơ quan với cá nhân.',
    choose: 'Chọn dòng kia để xem những gì sẽ chuyển.',
    noMatch: 'Không có dòng nào khớp.'
  },
  imported: {
    title: 'Nhập danh bạ',
    about:
      'Tệp Excel (XLSX) hoặc CSV có cột Tên; các cột khác không bắt buộc. Xuất danh bạ ra để lấy mẫu: sửa, thêm dòng rồi nhập lại. Dòng không có trong tệp được giữ nguyên.',
    choose: 'Chọn tệp',
    reading: 'Đang đọc tệp, chưa ghi gì vào danh bạ.',
    counts: (rows: number) => `${rows} dòng`,
    added: (count: number) => `${count} thêm mới`,
    changed: (count: number) => `${count} sửa`,
    same: (count: number) => `${count} như cũ`,
    wrong: (count: number) => `${count} sai, không nhập`,
    groups: (added: number, changed: number) => `nhóm: ${added} thêm, ${changed} sửa`,
    strange: (titles: string) => `Cột không dùng: ${titles}.`,
    issues: 'Dòng sai',
    preview: 'Sẽ ghi',
    row: 'Dòng',
    column: 'Cột',
    value: 'Đang ghi',
    what: 'Sai ở đâu',
    name: 'Tên',
    change: 'Thay đổi',
    new: 'thêm mới',
    nothing: 'Tệp giống danh bạ, không có gì để nhập.',
    action: (count: number) => `Nhập ${count} dòng`,
    done: (added: number, changed: number, groups: number) =>
      `Đã nhập danh bạ: ${added} thêm mới, ${changed} sửa, ${groups} nhóm.`,
    notDone: 'Chưa nhập gì vào danh bạ.',
    noNames: 'Tệp không có cột “Tên”. Thêm một dòng đầu bảng có chữ Tên rồi chọn lại; danh bạ chưa thay đổi.'
  },
  fields: {
    name: 'tên',
    shortName: 'tên tắt',
    kind: 'loại',
    level: 'cấp',
    code: 'ký hiệu',
    parentId: 'cấp trên',
    aliases: 'tên gọi khác',
    validFrom: 'từ ngày',
    validTo: 'đến ngày',
    successorId: 'kế tục',
    channel: 'cách gửi',
    note: 'ghi chú'
  } as Readonly<Record<string, string>>,
  bodyLog: {
    title: 'Văn bản đã gửi',
    back: 'Trở lại danh bạ (Alt ←)',
    print: 'In danh sách',
    counts: (total: number, signed: number, waiting: number, copies: number) =>
      `${total} lượt gửi, ${copies} bản: ${signed} đã ký nhận, ${waiting} chưa ký`,
    empty: 'Không gửi văn bản nào cho nơi này trong kỳ',
    emptyText: 'Chọn kỳ khác hoặc bỏ bớt chữ lọc.',
    unknown: 'Không có cơ quan này trong danh bạ',
    keys: { open: 'mở văn bản', print: 'in danh sách' }
  }
} as const

const ISSUES: Readonly<Record<DirectoryIssue['code'], string>> = {
  'no-name': 'Thiếu tên',
  'too-long': 'Quá dài',
  'bad-kind': 'Loại phải là Cơ quan, Cá nhân hoặc Nhóm',
  'bad-level': 'Cấp phải là Trung ương, Tỉnh, Huyện hoặc Cơ sở',
  'bad-channel': 'Không có cách gửi này',
  'bad-day': 'Không phải ngày có thật (ngày/tháng/năm)',
  'dates-order': 'Ngày kết thúc trước ngày bắt đầu',
  'unknown-parent': 'Không có cơ quan cấp trên này trong danh bạ và trong tệp',
  'unknown-successor': 'Không có cơ quan kế tục này trong danh bạ và trong tệp',
  itself: 'Không thể là chính nó',
  'duplicate-row': 'Trùng một dòng khác',
  'two-entries': 'Danh bạ có hai dòng tên này: ghi cột Mã để biết dòng nào',
  'merged-away': 'Dòng này đã gộp vào dòng khác'
}

export function directoryIssueWords(issue: DirectoryIssue): string {
  const other = issue.otherRow === null ? '' : ` (dòng ${issue.otherRow})`
  const into = issue.code === 'merged-away' && issue.value ? `: ${issue.value}` : ''
  return `${ISSUES[issue.code]}${other}${into}.`
}
