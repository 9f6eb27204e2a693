import type { DocumentForm } from '#contract/schemas.ts'

/** Labels of the form: the words of the register (NĐ 30/2020; domain.md). */
export const fieldWords = {
  direction: 'Sổ',
  number: 'Số',
  symbol: 'Ký hiệu',
  issuedOn: 'Ngày văn bản',
  documentType: 'Tên loại',
  issuer: 'Cơ quan ban hành',
  parentBody: 'Cơ quan cấp trên',
  actingBody: 'Thay mặt',
  subject: 'Trích yếu',
  signer: 'Người ký',
  authority: 'Thẩm quyền',
  signerTitle: 'Chức vụ',
  place: 'Nơi ban hành',
  urgency: 'Độ khẩn',
  arrivalNumber: 'Số đến',
  arrivedOn: 'Ngày đến',
  handler: 'Đơn vị, người nhận',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  copies: 'Số bản',
  pageCount: 'Số trang',
  paperLocation: 'Chỗ để bản giấy',
  note: 'Ghi chú'
} as const

export const formWords = {
  noType: 'Chưa rõ',
  noUrgency: 'Không',
  directions: { incoming: 'Văn bản đến', outgoing: 'Văn bản đi', internal: 'Nội bộ' },
  hint: (value: string) => `gợi ý ${value}`,
  hintTrail: 'chưa chắc',
  hintTitle: 'Chương trình đọc chưa chắc. F4 để lấy gợi ý.',
  readTrail: (page: number) => `trang ${page}`,
  readTitle: (page: number) => `Đọc được ở trang ${page}`,
  changedTrail: 'đã sửa',
  changedTitle: (value: string) => `Trên trang ghi: ${value}`,
  nextArrival: (number: string) => `số kế tiếp ${number}`,
  noArrivalDay: 'Nhập ngày đến để lấy số.',
  linesHelp: 'mỗi dòng một nơi',
  lineCount: (count: string) => `${count} dòng`,
  fileCopies: (count: string) => `${count} bản lưu`,
  locationPlace: 'hộp, cặp, tờ',
  more: 'Mục khác'
} as const

/** What is said of a form before it is filed; it advises and never stands in the way. */
export function warningWords(
  code: string,
  detail: Readonly<Record<string, string>>,
  reference: string | null,
  day: (iso: string) => string
): string {
  switch (code) {
    case 'duplicate-bytes':
      return reference ? `Tệp này đã có trong kho, ở ${reference}.` : 'Tệp này đã có trong kho.'
    case 'duplicate-identity':
      return reference
        ? `Đã có ${reference} cùng ngày, cùng cơ quan.`
        : 'Đã có văn bản cùng số, cùng ngày, cùng cơ quan.'
    case 'number-taken':
      return `Số ${detail.reference ?? reference ?? ''} đã dùng trong kỳ này.${detail.next ? ` Số tiếp theo: ${detail.next}.` : ''}`
    case 'arrival-number-taken':
      return `Số đến ${detail.number ?? ''} đã dùng trong năm.`
    case 'number-void':
      return `Số ${detail.number ?? ''} đã hủy, không dùng lại.`
    case 'number-reserved':
      return detail.forWhom
        ? `Số ${detail.number ?? ''} đang giữ chờ cho ${detail.forWhom}.`
        : `Số ${detail.number ?? ''} đang giữ chờ.`
    case 'number-withdrawn':
      return `Số ${detail.number ?? ''} đã cấp cho một văn bản nay đã rút.`
    case 'number-late':
      return 'Trong sổ đã có số lớn hơn: ghi là vào sổ muộn.'
    case 'number-back-dated':
      return `Số nhỏ hơn đã ghi ngày ${day(detail.date ?? '')}: ghi là lùi ngày.`
    case 'book-closed':
      return 'Sổ của ngày này đã đóng.'
    case 'fonds-closed':
      return `Cơ quan đã kết thúc hoạt động ngày ${day(detail.date ?? '')}.`
    case 'other-period':
      return 'Ngày này thuộc sổ của kỳ khác.'
    case 'date-future':
      return 'Ngày này chưa tới.'
    case 'arrived-before-issued':
      return 'Ngày đến trước ngày văn bản.'
    case 'date-before-cited':
      return `Văn bản viện dẫn ${detail.cited ?? ''} ngày ${day(detail.date ?? '')}, sau ngày này.`
    case 'no-number':
      return 'Chưa có số.'
    case 'no-date':
      return 'Chưa có ngày văn bản.'
    case 'no-subject':
      return 'Chưa có trích yếu.'
    case 'acting-body-differs':
      return 'Đầu trang và chữ ký ghi khác nhau. Đã lấy theo chữ ký.'
    case 'cites-replaced':
      return citesOver(reference, detail, day)
    default:
      return 'Xem lại ô này.'
  }
}

const ENDED: Readonly<Record<string, string>> = {
  replaced: 'đã bị thay thế',
  repealed: 'đã bị bãi bỏ',
  expired: 'đã hết hiệu lực'
}

/** "Viện dẫn 35-NQ/TW đã bị thay thế bởi 12-NQ/TW ngày 05/09/2026." */
function citesOver(
  reference: string | null,
  detail: Readonly<Record<string, string>>,
  day: (iso: string) => string
): string {
  const by = detail.by ? ` bởi ${detail.by}` : ''
  const on = detail.date ? ` ngày ${day(detail.date)}` : ''
  return `Viện dẫn ${reference ?? 'văn bản'} ${ENDED[detail.status ?? ''] ?? 'không còn hiệu lực'}${by}${on}.`
}

export const filingWords = {
  title: 'Vào sổ',
  waiting: (count: string) => `${count} văn bản chờ`,
  ready: (count: string) => `${count} đủ, ghi được ngay`,
  none: 'không có văn bản chờ',
  addFiles: 'Thêm tệp',
  chooseFiles: 'Chọn tệp để vào sổ',
  chooseFolder: 'Chọn thư mục',
  paperOnly: 'Văn bản giấy',
  fileReady: (count: string) => `Ghi ${count} văn bản đủ`,
  queue: 'Chờ vào sổ',
  queueLabel: 'Văn bản chờ vào sổ',
  today: 'Hôm nay',
  filedToday: 'Đã vào sổ',
  lastFiled: 'Vừa ghi',
  status: {
    ready: 'Đủ, chờ ghi',
    unsure: 'Cần xem',
    unreadable: 'Không đọc được chữ',
    duplicate: 'Đã có trong kho'
  },
  missing: (fields: string) => `Chưa có ${fields}`,
  pages: (count: number) => `${count} trang`,
  scan: 'quét',
  paperItem: 'Văn bản giấy',
  paperItemAbout: 'Không có tệp',
  drop: 'Thả tệp để đưa vào hàng chờ',
  dropAbout: 'PDF, Word (.docx, .doc), ODT, RTF, ảnh quét hoặc tệp chữ',

  emptyTitle: 'Chưa có văn bản chờ vào sổ',
  emptySteps: [
    'Kéo tệp PDF, Word hoặc ảnh quét vào đây, một hay nhiều tệp một lần.',
    'Chương trình đọc số, ngày, cơ quan, trích yếu, nơi nhận, các văn bản viện dẫn. Chỗ chưa chắc để trống và chỉ ra trên trang.',
    'So với trang giấy, bấm Ctrl Enter để ghi vào sổ và sang văn bản sau.'
  ],
  emptySecret: 'Văn bản có dấu Mật trở lên không được đưa vào kho: chương trình từ chối và không giữ lại nội dung.',

  pageLabel: (name: string) => `Trang của ${name}`,
  formLabel: 'Nội dung vào sổ',
  noFile: 'Văn bản giấy, không có tệp',
  noFileAbout: 'Ghi dòng sổ và chỗ để bản giấy. Khi có bản quét, thêm tệp vào văn bản sau.',
  unreadable: 'Không đọc được chữ trong tệp này. Nhìn trang và nhập tay, tệp gốc vẫn được giữ nguyên.',
  problem: (words: string) =>
    `${words} Máy chưa dò được dấu Mật: mở tệp xem trước khi ghi. Tệp vẫn ghi vào sổ được bằng tay, tệp gốc giữ nguyên.`,

  file: 'Ghi vào sổ',
  fileAs: (reference: string) => `Ghi ${reference} vào sổ`,
  attachTo: (reference: string) => `Thêm vào ${reference}`,
  saveDraft: 'Ghi tạm',
  savedDraft: (name: string) => `Đã ghi tạm ${name}.`,
  savedAt: (time: string) => `đã ghi tạm ${time}`,
  notSaved: 'Chưa ghi tạm được.',
  discard: 'Bỏ khỏi hàng chờ',
  discardShort: 'Bỏ tệp',
  discardTitle: (name: string) => `Bỏ ${name} khỏi hàng chờ?`,
  discardAbout: 'Chưa vào sổ nên kho không thay đổi. Tệp gốc trên máy còn nguyên; bản chép trong hàng chờ bị bỏ.',
  discarded: (name: string) => `Đã bỏ ${name} khỏi hàng chờ.`,
  notDiscarded: (name: string) => `Chưa bỏ ${name}.`,
  discardPaper: 'Bỏ trang nhập',

  filed: (reference: string, arrival: string | null) =>
    arrival ? `Đã vào sổ ${reference}, số đến ${arrival}.` : `Đã vào sổ ${reference}.`,
  linked: (count: string) => `Nối ${count} viện dẫn.`,
  healed: (count: string) => `${count} văn bản đã có nay nối được tới đây.`,
  questions: (count: string) => `${count} viện dẫn cần hỏi.`,
  notFiled: (reference: string) => `Chưa ghi ${reference}.`,
  attached: (reference: string) => `Đã thêm tệp vào ${reference}.`,
  notAttached: (reference: string) => `Chưa thêm tệp vào ${reference}.`,

  sameTitle: 'Có thể là tệp khác của văn bản đã có.',
  bytesTitle: 'Tệp này đã có trong kho.',
  sameAsk: 'Chọn một trong hai rồi ghi.',
  other: 'Văn bản khác',
  look: (reference: string) => `Xem ${reference}`,
  lookThere: 'Xem văn bản đó',
  role: 'Thêm làm',
  roles: { main: 'Tệp chính', signed: 'Bản ký, đóng dấu', appendix: 'Phụ lục', source: 'Bản Word gốc' },

  cites: 'Viện dẫn',
  citesRead: (count: string) => `đã đọc ${count}`,
  noCites: 'Không đọc thấy văn bản nào được viện dẫn.',
  people: (addressees: string, recipients: string) => `${addressees} kính gửi, ${recipients} dòng nơi nhận`,

  files: 'Tệp của văn bản',
  joinFile: 'Ghép tệp khác',
  joinTitle: 'Ghép tệp trong hàng chờ vào văn bản này',
  joinNone: 'Không còn tệp nào khác trong hàng chờ.',
  joinDo: 'Ghép',
  unjoin: (name: string) => `Tách ${name} ra`,
  roleOf: (name: string) => `Vai trò của ${name}`,

  carry: 'Như văn bản trước',
  carryChoose: 'Chọn ô lấy theo …',
  carryTitle: 'Ô lấy theo văn bản trước',
  carryAbout: 'Ctrl D chép các ô này vào ô còn trống. Văn bản giấy ghi liền nhau giữ sẵn các ô này.',
  carryNone: 'Chưa ghi văn bản nào trong lần mở này.',
  carryNothing: 'Các ô đã chọn đều có nội dung.',

  manyTitle: (count: string) => `${count} tệp: rà từng văn bản hay ghi ngay?`,
  manyAbout:
    'Ghi ngay thì mỗi tệp thành một dòng sổ, đánh dấu “chưa rà” để xem lại sau. Tệp trùng và tệp mật không nhận.',
  manyReview: 'Đưa vào hàng chờ',
  manyImport: 'Ghi ngay, rà sau',

  readyTitle: (count: string) => `Ghi ${count} văn bản đủ vào sổ?`,
  readyAbout:
    'Các văn bản này đọc được đủ số, ngày, tên loại, cơ quan, trích yếu. Ghi xong đánh dấu “chưa rà” để xem lại sau.',
  readyDone: (count: string) => `Đã vào sổ ${count} văn bản.`,
  readyNow: (done: string, total: string) => `Đang ghi ${done}/${total}`,

  copying: (done: string, total: string) => `Đang chép ${done}/${total} tệp`,
  reading: (done: string, total: string) => `Đang đọc ${done}/${total} tệp`,
  importing: (done: string, total: string) => `Đang ghi ${done}/${total} tệp`,
  jobTitle: { reading: 'Đang đọc tệp', importing: 'Đang ghi tệp vào sổ', done: 'Kết quả thêm tệp' },
  jobCounts: (done: string, total: string) => `${done}/${total} tệp`,
  jobRead: (count: string) => `${count} vào hàng chờ`,
  jobFiled: (count: string) => `${count} đã vào sổ`,
  jobLook: (count: string) => `${count} cần xem`,
  jobRefused: (count: string) => `${count} không nhận`,
  jobSame: (count: string) => `${count} trùng`,
  stopJob: 'Dừng sau tệp này',
  shrink: 'Thu xuống thanh dưới',
  printResults: 'In kết quả',
  jobFile: 'Tệp',
  jobResult: 'Kết quả',
  results: (count: string) => `${count} tệp không nhận hoặc cần xem`,
  seeResults: 'Xem kết quả',
  result: {
    waiting: 'Hàng chờ',
    filed: 'Đã vào sổ',
    duplicate: 'Trùng',
    unreadable: 'Cần xem',
    refused: 'Không nhận'
  },
  resultWaiting: 'đã đọc, chờ ghi vào sổ',
  resultFiled: 'đã ghi vào sổ',
  resultSame: (reference: string) => (reference ? `đã có ${reference}` : 'đã có trong kho'),
  resultUnreadable: 'không đọc được chữ, ghi bằng tay',
  notAdded: 'Chưa thêm được tệp.',

  keys: {
    next: 'ô sau',
    hint: 'lấy gợi ý',
    file: 'ghi, sang bản sau',
    before: 'như văn bản trước',
    draft: 'ghi tạm',
    later: 'để sau',
    add: 'thêm tệp',
    paper: 'văn bản giấy',
    pane: 'đổi khung'
  }
} as const

/** Names of fields inside a sentence: "Chưa có số, ngày văn bản". */
export function fieldNames(fields: readonly string[]): string {
  return fields
    .filter((field) => Object.hasOwn(fieldWords, field))
    .map((field) => fieldWords[field as keyof typeof fieldWords])
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join(', ')
}

export const directionChoices: readonly Readonly<{ value: DocumentForm['direction']; text: string }>[] = [
  { value: 'incoming', text: formWords.directions.incoming },
  { value: 'outgoing', text: formWords.directions.outgoing },
  { value: 'internal', text: formWords.directions.internal }
]

/** Words beside the number of a paper that goes out. */
export const numberHelpWords = {
  takeNext: (number: number) => `Lấy số ${number}`,
  takeSuffix: (number: string) => `Lấy số ${number}`,
  useReserved: (count: number) => `Dùng số chờ (${count})`,
  openOther: 'Mở văn bản đang giữ số này',
  willGet: 'Cấp khi ghi:',
  expected: (reference: string) => `${reference} (dự kiến)`,
  reason: (flags: string) => (flags === '' ? 'Lý do dùng số này' : `Lý do (${flags})`),
  bookClosed: (name: string) => `${name} đã đóng. Sửa ngày, hoặc mở lại sổ.`,
  fondsClosed: 'Phông đã kết thúc: không cấp số mới. Văn bản có ngày trước ngày kết thúc vẫn ghi bổ sung được.'
} as const
