import type { Office } from '#contract/operations/archive.ts'

export const welcomeWords = {
  title: 'Kho văn bản của cơ quan',
  about: 'Vào sổ, tìm lại, theo dõi nơi nhận và các văn bản viện dẫn nhau.',
  open: 'Mở kho đã có',
  openAbout: 'Chọn thư mục kho trên máy',
  create: 'Lập kho mới',
  createAbout: 'Tên cơ quan, nhiệm kỳ, chỗ đặt kho',
  restore: 'Phục hồi từ bản sao lưu',
  restoreAbout: 'Máy mới, hoặc kho cũ hỏng: lập lại kho từ USB',
  sample: 'Xem kho mẫu',
  sampleAbout: 'Văn bản mẫu để tập; không ảnh hưởng kho thật',
  recent: 'Mở gần đây',
  before: 'Trước khi bắt đầu',
  notes: {
    local: 'Mọi tệp nằm trên máy này. Chương trình không dùng mạng.',
    secret:
      'Không đưa văn bản Mật, Tối mật, Tuyệt mật vào kho. Gặp dấu mật, chương trình từ chối và không giữ lại nội dung.',
    backup: 'Kho là một thư mục. Ở phần Kho, kể tên hai nơi sao lưu; chương trình tự chép mỗi ngày.',
    keys: ['Làm được hết bằng bàn phím. Bấm', 'ở bất cứ màn hình nào để xem phím tắt.']
  },
  size: 'Cỡ chữ',
  theme: 'Nền',
  light: 'Sáng',
  dark: 'Tối',

  openTitle: 'Mở kho đã có',
  openDo: 'Mở kho',
  opening: (folder: string) => `Đang mở ${folder} …`,
  notOpened: (folder: string) => `Chưa mở được ${folder}.`,

  sampleRunning: 'Đang lập kho mẫu …',
  sampleStop: 'Dừng',

  createTitle: 'Lập kho mới',
  createBack: 'Trở lại',
  office: 'Cơ quan',
  name: 'Tên cấp ủy',
  namePlace: 'Huyện ủy Đam Rông',
  parentBody: 'Cấp ủy cấp trên (dòng đầu văn bản)',
  parentBodyPlace: 'Đảng bộ tỉnh Lâm Đồng',
  officeName: 'Văn phòng',
  place: 'Địa danh ghi trước ngày',
  placePlace: 'Đam Rông',
  code: 'Ký hiệu cơ quan',
  codeHelp: 'HU trong 221-CV/HU',
  level: 'Cấp',
  clerk: 'Người làm văn thư',
  clerkHelp: 'ghi vào nhật ký kho',
  terms: 'Ngày mở nhiệm kỳ',
  termsAbout: 'Số văn bản của cấp ủy đánh lại từ đầu mỗi nhiệm kỳ. Để trống thì đánh theo năm.',
  term: (index: number) => `Nhiệm kỳ ${index}`,
  addTerm: 'Thêm nhiệm kỳ',
  acknowledgeDays: 'Nhắc chưa ký nhận sau',
  days: 'ngày',
  where: 'Chỗ đặt kho',
  folder: 'Thư mục kho',
  folderAbout: 'Thư mục mới trên ổ của máy. Không dùng ổ mạng hay thư mục đồng bộ.',
  choose: 'Chọn …',
  chooseTitle: 'Chọn chỗ đặt kho',
  chooseDo: 'Đặt kho ở đây',
  folderName: 'VanKho',
  make: 'Lập kho',
  missing: (fields: string) => `Còn thiếu: ${fields}.`,
  notMade: 'Chưa lập được kho.'
} as const

type Kind = Readonly<{ prefix: string; level: Office['level']; code: string; office: string }>

/** Kinds of committees by the beginning of their names; the longer beginnings stand first. */
export const OFFICE_KINDS: readonly Kind[] = [
  { prefix: 'Tỉnh ủy', level: 'TU', code: 'TU', office: 'Văn phòng Tỉnh ủy' },
  { prefix: 'Huyện ủy', level: 'HU', code: 'HU', office: 'Văn phòng Huyện ủy' },
  { prefix: 'Quận ủy', level: 'HU', code: 'QU', office: 'Văn phòng Quận ủy' },
  { prefix: 'Thị ủy', level: 'HU', code: 'TU', office: 'Văn phòng Thị ủy' },
  { prefix: 'Thành ủy', level: 'HU', code: 'TU', office: 'Văn phòng Thành ủy' },
  { prefix: 'Đảng ủy xã', level: 'XA', code: 'ĐU', office: 'Văn phòng Đảng ủy' },
  { prefix: 'Đảng ủy phường', level: 'XA', code: 'ĐU', office: 'Văn phòng Đảng ủy' },
  { prefix: 'Đảng ủy', level: 'XA', code: 'ĐU', office: 'Văn phòng Đảng ủy' }
]
