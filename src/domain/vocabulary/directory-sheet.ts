/** The table a directory is written to and read from: heads of its columns, and the words in its cells. */
export const DIRECTORY_COLUMNS = {
  id: { title: 'Mã', also: ['ma danh ba', 'id'] },
  kind: { title: 'Loại', also: ['loai dong', 'phan loai'] },
  name: { title: 'Tên', also: ['ten day du', 'ten co quan', 'co quan', 'don vi', 'noi nhan', 'ho ten', 'ho va ten'] },
  shortName: { title: 'Tên tắt', also: ['ten viet tat', 'viet tat'] },
  aliases: { title: 'Tên gọi khác', also: ['ten khac'] },
  level: { title: 'Cấp', also: ['cap co quan'] },
  code: { title: 'Ký hiệu', also: ['ma ky hieu'] },
  parent: { title: 'Cơ quan cấp trên', also: ['cap tren', 'truc thuoc'] },
  validFrom: { title: 'Từ ngày', also: ['co tu ngay', 'ngay bat dau'] },
  validTo: { title: 'Đến ngày', also: ['ket thuc ngay', 'ngay ket thuc'] },
  successor: { title: 'Cơ quan kế tục', also: ['ke tuc'] },
  channel: { title: 'Cách gửi', also: ['cach chuyen', 'hinh thuc gui'] },
  note: { title: 'Ghi chú', also: [] },
  groups: { title: 'Thuộc nhóm', also: ['nhom'] }
} as const satisfies Readonly<Record<string, Readonly<{ title: string; also: readonly string[] }>>>

export type DirectoryColumn = keyof typeof DIRECTORY_COLUMNS
export const DIRECTORY_COLUMN_NAMES = Object.keys(DIRECTORY_COLUMNS) as readonly DirectoryColumn[]

export const DIRECTORY_KINDS = { organisation: 'Cơ quan', person: 'Cá nhân', group: 'Nhóm' } as const
export type DirectoryKind = keyof typeof DIRECTORY_KINDS

export const DIRECTORY_LEVELS = { TW: 'Trung ương', TU: 'Tỉnh', HU: 'Huyện', XA: 'Cơ sở' } as const

export const DIRECTORY_CHANNELS = {
  direct: 'Trực tiếp',
  post: 'Bưu điện',
  courier: 'Văn thư chuyển',
  network: 'Mạng',
  meeting: 'Tại cuộc họp',
  other: 'Cách khác'
} as const

export const DIRECTORY_SHEET = { title: 'Danh bạ nơi nhận', file: 'danh-ba-noi-nhan' } as const
