import type { ReportName } from '#contract/operations/registers.ts'

/** Words of the list of print views. */
export const reportWords = {
  title: 'Báo cáo',
  list: 'Các bản in',
  groups: { registers: 'Sổ', delivery: 'Chuyển giao', links: 'Viện dẫn' },
  names: {
    'register-in': 'Sổ đăng ký văn bản đến',
    'register-out': 'Sổ đăng ký văn bản đi',
    'handover-book': 'Sổ chuyển giao văn bản',
    'signature-sheet': 'Danh sách ký nhận',
    'distribution-log': 'Nhật ký chuyển giao',
    unacknowledged: 'Danh sách chưa ký nhận',
    'missing-documents': 'Văn bản chưa có trong kho',
    'lineage-sheet': 'Phiếu truy vết'
  } satisfies Readonly<Record<ReportName, string>>,
  about: {
    'register-in': 'Mười cột theo mẫu, khổ ngang, đầu bảng lặp lại mỗi tờ.',
    'register-out': 'Mười cột theo mẫu, khổ ngang, đầu bảng lặp lại mỗi tờ.',
    'handover-book': 'Văn bản đã chuyển trong kỳ và chỗ ký nhận.',
    'signature-sheet': 'Nơi nhận của một văn bản, mỗi nơi một chỗ ký.',
    'distribution-log': 'Đã gửi nơi nào, ngày nào, ai ký, nơi nào còn thiếu.',
    unacknowledged: 'Nơi đã nhận mà chưa ký, lâu nhất đứng đầu.',
    'missing-documents': 'Văn bản được viện dẫn mà kho chưa có, nhiều nơi viện dẫn đứng đầu.',
    'lineage-sheet': 'Chuỗi chỉ đạo của một văn bản: dẫn văn bản nào, được văn bản nào dẫn.'
  } satisfies Readonly<Record<ReportName, string>>,
  onlyUnsigned: 'Chỉ nơi chưa ký',
  document: 'Văn bản',
  changeDocument: 'Chọn văn bản khác',
  needDocument: 'Chọn văn bản để lập bản in này',
  needDocumentText: 'Gõ số, ký hiệu ở ô trên, Enter để chọn.',
  print: 'In',
  preview: 'Xem trước',
  previewOf: (title: string) => `Xem trước: ${title}`,
  rows: (count: string) => `${count} dòng`,
  noRows: 'không có dòng nào trong kỳ này',
  making: 'Đang lập bản in …',
  noPrinter:
    'Máy chưa có Chrome, Edge hoặc Chromium nên chưa lưu thẳng ra PDF được. Bấm In, ở ô máy in chọn “Lưu thành PDF”.',
  keys: { choose: 'chọn bản in', print: 'in', document: 'chọn văn bản' }
} as const
