/** Words of the list of what is left to do. */
export const worklistWords = {
  title: 'Việc còn lại',
  total: (count: string) => `${count} việc`,
  nothingLeft: 'không còn việc nào',
  print: 'In danh sách',
  requests: {
    name: 'Đề nghị sao gửi',
    word: 'Công văn theo từng cơ quan, Word để sửa',
    pdf: 'Công văn theo từng cơ quan, PDF',
    print: 'In công văn'
  },
  kindsPane: 'Loại việc',
  headings: {
    citations: 'Viện dẫn',
    deliveries: 'Chuyển giao',
    handling: 'Giải quyết',
    files: 'Sổ và tệp',
    accounts: 'Chờ lãnh đạo'
  },
  kinds: {
    all: 'Mọi viện dẫn cần xử lý',
    ambiguous: 'Mơ hồ',
    'date-mismatch': 'Lệch ngày',
    missing: 'Chưa có trong kho',
    unacknowledged: 'Chưa ký nhận',
    overdue: 'Quá hạn giải quyết',
    unanswered: 'Chưa triển khai',
    'no-text': 'Chưa đọc được chữ',
    'not-reviewed': 'Chưa rà',
    'number-taken': 'Trùng số',
    withdrawals: 'Đề nghị rút'
  },
  groupHints: {
    ambiguous: 'cần người chọn',
    'date-mismatch': 'số khớp, ngày không khớp',
    missing: 'tự nối khi văn bản được vào sổ'
  },
  ranked: 'nhiều nơi viện dẫn nhất lên trước',
  citationsTable: 'Danh sách viện dẫn cần xử lý',
  documentsTable: 'Danh sách văn bản',
  columns: {
    cited: 'Được viện dẫn',
    day: 'Ngày ghi',
    inside: 'Trong văn bản',
    times: 'Lần',
    state: 'Tình trạng',
    reference: 'Số, ký hiệu',
    issuedOn: 'Ngày VB',
    author: 'Tác giả',
    subject: 'Trích yếu',
    filedAt: 'Vào sổ lúc'
  },
  states: { ambiguous: 'Mơ hồ', 'date-mismatch': 'Lệch ngày', missing: 'Chưa có' },
  noDay: 'không ghi',
  unnamed: 'Không ghi số',
  inside: (reference: string, others: number) => (others > 0 ? `${reference} và ${others} văn bản` : reference),
  insideOne: (reference: string, issuer: string) => `${reference}, ${issuer}`,
  questionPane: 'Câu hỏi',
  which: (type: string, reference: string) => `${type} ${reference} nào?`,
  mismatch: (reference: string, day: string) => `${reference} ngày ${day}: có phải văn bản này?`,
  missing: (reference: string) => `${reference} chưa có trong kho`,
  place: (at: number, of: number) => `Câu ${at}/${of}`,
  before: 'Câu trước',
  after: 'Câu sau',
  from: (page: number) => `trang ${page}`,
  reasons: {
    ambiguousPlain: 'Câu này không ghi ngày, không ghi cơ quan nên chương trình không tự nối.',
    ambiguousNoDay: 'Câu này không ghi ngày, trong kho có nhiều văn bản cùng số nên chương trình không tự nối.',
    ambiguousMany: 'Trong kho có nhiều văn bản hợp với câu này nên chương trình không tự nối.',
    mismatch: (written: string) =>
      `Câu này ghi ngày ${written}, văn bản trong kho có ngày khác. Có thể câu ghi nhầm, có thể là văn bản khác.`,
    missing: 'Trong kho chưa có văn bản này. Khi văn bản vào sổ, mọi chỗ viện dẫn tự nối.'
  },
  choices: 'Các khả năng',
  dayDiffers: (day: string) => `ngày ${day}, khác ngày ghi trong câu`,
  noDayThere: 'không ghi ngày',
  arrival: (number: number) => `văn bản đến ${number}`,
  notHeld: 'Văn bản khác, chưa có trong kho',
  notACitation: 'Không phải viện dẫn',
  another: 'Văn bản khác trong kho',
  anotherChosen: (reference: string) => `Văn bản khác trong kho: ${reference}`,
  find: 'Tìm theo số, ký hiệu',
  same: (count: number, where: string) => `Áp dụng cho ${count} câu giống hệt trong ${where}`,
  sameMore: (count: number) => `và ${count} văn bản khác`,
  kept: 'Lựa chọn được giữ cả khi đọc lại văn bản',
  link: 'Nối',
  decide: { 'not-held': 'Ghi là chưa có', 'not-a-citation': 'Ghi không phải viện dẫn' },
  choose: 'Chọn câu trả lời',
  openQuote: 'Xem câu này trên trang',
  fileIt: 'Vào sổ văn bản này',
  decided: {
    link: (reference: string) => `Đã nối với ${reference}.`,
    'not-held': (reference: string) => `Đã ghi ${reference} là văn bản khác, chưa có trong kho.`,
    'not-a-citation': 'Đã ghi không phải viện dẫn.'
  },
  alsoSame: (count: number) => ` Áp dụng thêm cho ${count} câu giống hệt.`,
  notDecided: (reference: string) => `Chưa ghi lựa chọn cho ${reference}.`,
  emptyTitles: {
    all: 'Không còn viện dẫn nào cần xử lý',
    ambiguous: 'Không còn viện dẫn mơ hồ',
    'date-mismatch': 'Không còn viện dẫn lệch ngày',
    missing: 'Mọi văn bản được viện dẫn đều đã có trong kho',
    'no-text': 'Mọi văn bản đều đọc được chữ',
    'not-reviewed': 'Không còn văn bản chưa rà',
    'number-taken': 'Không có hai văn bản trùng số'
  },
  emptyText: 'Việc mới hiện ở đây khi văn bản vào sổ.',
  documentHelp: {
    'no-text':
      'Chương trình chưa đọc được chữ trong tệp, nên không tìm được theo nội dung và không nối viện dẫn. Đọc chữ từ ảnh, hoặc thêm bản Word, bản PDF có chữ của văn bản này.',
    'not-reviewed': 'Văn bản vào sổ hàng loạt, chưa có người so với bản giấy. Mở ra, so từng ô, rồi ghi là đã rà.',
    'number-taken':
      'Hai văn bản đi cùng loại, cùng kỳ mang một số. Kiểm tra bản giấy; sửa số có lý do hoặc rút bản ghi nhầm.'
  },
  ocr: {
    start: 'Đọc chữ từ ảnh',
    stop: 'Dừng',
    about: 'Chữ máy đọc có thể sai: chỉ để tìm và nối viện dẫn, không thay bản gốc. Máy vẫn dùng được trong lúc đọc.',
    missing: 'Bản cài này không có bộ đọc chữ từ ảnh.',
    running: (done: string, total: string) => `Đang đọc trang ${done}/${total}`,
    done: (read: string, rest: number) =>
      rest > 0 ? `Đã đọc ${read} văn bản, ${rest} văn bản chưa đọc được hết.` : `Đã đọc ${read} văn bản.`,
    stopped: 'Đã dừng. Các trang đã đọc được giữ; lần sau đọc tiếp từ đó.'
  },
  openDocument: 'Mở văn bản',
  correct: 'Sửa có lý do',
  noText: 'Chưa có chữ để hiện',
  keys: {
    row: 'chọn việc',
    answer: 'chọn câu trả lời',
    write: 'ghi, sang việc sau',
    undo: 'hoàn tác',
    quote: 'xem câu trên trang',
    place: 'câu khác',
    open: 'mở',
    print: 'in'
  }
} as const
