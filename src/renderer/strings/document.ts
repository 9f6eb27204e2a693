import { fieldNames, fieldWords } from './filing.ts'

export const documentWords = {
  title: 'Văn bản',
  back: 'Trở lại (Alt ←)',
  info: 'Thông tin văn bản',
  pageLabel: (reference: string) => `Trang của ${reference}`,
  notFound: 'Không thấy văn bản này trong kho',
  notFoundText: 'Có thể địa chỉ cũ, hoặc văn bản thuộc kho khác.',
  toSearch: 'Tìm trong kho',

  lineage: 'Lược đồ',
  delivery: 'Chuyển giao',
  print: 'In',
  more: 'Việc khác',
  correct: 'Sửa',
  attach: 'Thêm tệp',
  withdraw: 'Rút khỏi sổ',
  restore: 'Đưa trở lại sổ',
  markReviewed: 'Ghi đã rà',

  kinds: { incoming: 'đến', outgoing: 'đi', internal: 'nội bộ' },
  noType: 'Văn bản',
  withdrawnNote: (reason: string) => `Đã rút khỏi sổ. Lý do: ${reason}`,
  validity: {
    title: 'Hiệu lực',
    on: 'Xem hiệu lực tại ngày',
    now: 'theo mọi văn bản trong kho',
    onDay: (day: string) => `tại ngày ${day}`,
    untouched: 'Đến ngày này chưa có văn bản nào tác động.'
  },
  validityBy: (status: string, reference: string, day: string) =>
    `${status} bởi ${reference}${day ? ` ngày ${day}` : ''}`,
  notReviewed: 'Văn bản này được ghi tự động, chưa có người rà. So với trang, sửa chỗ sai (F2) hoặc ghi đã rà.',
  reviewReason: 'Đã rà so với trang',

  tabs: {
    summary: 'Tóm tắt',
    handling: 'Xử lý',
    cites: 'Viện dẫn',
    citedBy: 'Được viện dẫn',
    recipients: 'Nơi nhận',
    files: 'Tệp',
    history: 'Lịch sử'
  },
  arrival: 'Số đến, ngày đến',
  arrivalValue: (number: string, day: string) => [number, day].filter(Boolean).join(' · '),
  noArrival: 'Chưa vào sổ đến',
  filedAt: 'Vào sổ lúc',
  fromRegister: 'Nhập từ sổ',
  copies: 'Bản lưu',
  pages: (count: string) => `${count} trang`,

  citesHead: (count: string) => `Viện dẫn ${count} văn bản`,
  citedByHead: (count: string) => `Được viện dẫn bởi ${count} văn bản`,
  citesHint: 'chọn một dòng, trang bên trái dừng ở câu đó',
  seeAll: (count: string) => `Xem cả ${count}`,
  noCites: 'Không viện dẫn văn bản nào',
  noCitesText: 'Chương trình không đọc thấy viện dẫn trong văn bản này. Nếu có, thêm bằng tay.',
  noCitedBy: 'Chưa có văn bản nào viện dẫn văn bản này',
  noCitedByText: 'Khi một văn bản nhắc tới số này được ghi vào sổ, nó tự hiện ở đây.',
  page: (page: number) => `trang ${page}`,
  possible: (count: number) => `mơ hồ: ${count} khả năng`,
  decided: 'người chọn',
  byHand: 'ghi thêm bằng tay',

  question: (reference: string) => `${reference} là văn bản nào?`,
  answers: 'Câu trả lời',
  undecide: 'Bỏ lựa chọn này',
  undecided: 'Đã bỏ lựa chọn, chương trình xét lại.',
  relation: 'Quan hệ',
  relationSaved: (name: string) => `Đã ghi quan hệ: ${name}.`,
  answered: (reference: string) => `Đã ghi ${reference}.`,
  notAnswered: 'Chưa ghi lựa chọn.',
  also: (count: number) => `Dùng cho cả ${count} chỗ viện dẫn giống thế ở văn bản khác`,
  alsoDone: (count: number) => ` Dùng cho thêm ${count} văn bản.`,
  open: (reference: string) => `Mở ${reference}`,
  otherDocument: 'Văn bản khác trong kho',
  answerMissing: 'Chọn văn bản trong kho …',
  answerOther: 'Nối chỗ khác …',
  flags: {
    'symbol-against-issuer': 'Ký hiệu không khớp cơ quan ghi trong câu.',
    'implausible-date': 'Ngày ghi trong câu khó đúng.',
    'symbol-order': 'Ký hiệu viết ngược thứ tự.',
    'ocr-number': 'Số, ký hiệu bị mờ, chương trình đọc lại: hãy đối chiếu với trang.',
    'ocr-date': 'Hai chỗ ghi ngày khác nhau: hãy đối chiếu với trang.'
  } as Readonly<Record<string, string>>,

  addCite: 'Thêm viện dẫn',
  addCiteTitle: 'Thêm viện dẫn bằng tay',
  addCiteAbout: 'Dùng khi câu có viện dẫn mà chương trình không đọc được. Lựa chọn này giữ nguyên khi đọc lại văn bản.',
  citedReference: 'Số, ký hiệu văn bản được viện dẫn',
  citedReferencePlace: '145-CV/HU',
  badReference: 'Chưa thành số và ký hiệu. Ví dụ: 145-CV/HU.',
  citedDay: 'Ngày văn bản đó',
  citedIssuer: 'Cơ quan ban hành',
  quote: 'Câu viện dẫn',
  target: 'Là văn bản',
  sameNumber: (count: string) => `trong kho có ${count} văn bản số này`,
  targetNone: 'Chưa có trong kho',
  cited: (reference: string) => `Đã thêm viện dẫn ${reference}.`,
  notCited: (reference: string) => `Chưa thêm viện dẫn ${reference}.`,

  signed: (done: string, all: string) => `${done}/${all} đã ký`,
  unsigned: (count: string) => `${count} chưa ký`,
  notSent: (count: string) => `${count} chưa gửi`,
  stack: (signed: number, unsigned: number, notSent: number) =>
    `${signed} đã ký nhận, ${unsigned} chưa ký nhận, ${notSent} chưa gửi`,
  nothingSent: (count: string) => `${count} nơi theo văn bản, chưa gửi nơi nào`,
  toDelivery: 'Chuyển giao',
  reconcile: 'Đối chiếu',
  noRecipients: 'Văn bản không ghi nơi nhận',
  noRecipientsText: 'Sửa văn bản (F2) để ghi kính gửi và nơi nhận, rồi chuyển giao.',
  lineKinds: {
    body: '',
    group: 'nhóm',
    'as-addressed': 'theo kính gửi',
    'by-reference': 'theo nội dung',
    'file-copy': 'bản lưu'
  },

  mainFile: 'đang xem',
  view: 'Xem',
  save: 'Chép ra ngoài',
  saved: (name: string) => `Đã chép ${name} ra thư mục tải về.`,
  notSaved: 'Chưa chép được tệp.',
  noFiles: 'Văn bản giấy, chưa có tệp',
  noFilesText: (place: string) => (place ? `Bản giấy để ở: ${place}.` : 'Chưa ghi chỗ để bản giấy.'),
  attachTitle: (reference: string) => `Thêm tệp vào ${reference}`,
  attachAbout: 'Chọn tệp trên máy. Tệp được chép nguyên vẹn vào kho và đọc chữ như mọi tệp khác.',
  attachRole: 'Tệp này là',
  attachChoose: 'Chọn tệp',
  attaching: 'Đang chép và đọc tệp …',
  attached: (name: string) => `Đã thêm ${name}.`,
  notAttached: (name: string) => `Chưa thêm ${name}.`,
  hashLabel: 'mã kiểm tra',

  correctTitle: (reference: string) => `Sửa ${reference}`,
  correctAbout: 'Dòng sổ cũ vẫn giữ trong nhật ký kho cùng lý do.',
  correctReason: 'Lý do sửa (bắt buộc, ghi vào nhật ký kho)',
  correctSave: 'Ghi sửa đổi',
  corrected: (reference: string) => `Đã sửa ${reference}.`,
  notCorrected: (reference: string) => `Chưa sửa ${reference}.`,
  nothingChanged: 'Chưa có ô nào thay đổi.',
  reviewed: (reference: string) => `Đã ghi ${reference} là đã rà.`,

  withdrawTitle: (reference: string) => `Rút ${reference} khỏi sổ?`,
  withdrawAbout: (number: string) =>
    number
      ? `Số ${number} vẫn giữ trong sổ và ghi “Đã rút”. Tệp gốc và lịch sử không mất. Có thể đưa trở lại.`
      : 'Dòng sổ vẫn giữ và ghi “Đã rút”. Tệp gốc và lịch sử không mất. Có thể đưa trở lại.',
  withdrawCited: (count: string) => `${count} văn bản đang viện dẫn số này, liên kết sẽ ghi “đã rút”.`,
  withdrawSent: (count: string) => `${count} nơi đã được gửi. Rút khỏi sổ không phải là thu hồi.`,
  withdrawn: (reference: string) => `Đã rút ${reference} khỏi sổ.`,
  notWithdrawn: (reference: string) => `Chưa rút ${reference}.`,
  restoreTitle: (reference: string) => `Đưa ${reference} trở lại sổ?`,
  restoreAbout: 'Văn bản hiện lại trong sổ, trong tìm kiếm và các liên kết.',
  restored: (reference: string) => `Đã đưa ${reference} trở lại sổ.`,
  notRestored: (reference: string) => `Chưa đưa ${reference} trở lại.`,

  printTitle: (reference: string) => `In cho ${reference}`,
  prints: {
    'routing-slip': 'Phiếu giải quyết văn bản đến',
    'signature-sheet': 'Danh sách ký nhận',
    unsigned: 'Danh sách ký nhận, chỉ nơi chưa ký',
    'send-slips': 'Phiếu gửi, mỗi nơi nhận một tờ có phiếu nhận gửi trả',
    envelopes: 'Bì thư (khổ C5; khổ khác ở Báo cáo)',
    labels: 'Nhãn địa chỉ (A4, 24 nhãn)',
    'distribution-log': 'Nhật ký chuyển giao',
    'lineage-sheet': 'Phiếu truy vết'
  },
  printWhat: 'In gì',

  hitPlace: 'Chỗ khớp',
  hitNext: 'Chỗ khớp sau (F3)',
  hitBefore: 'Chỗ khớp trước (Shift F3)',
  noHits: 'Không có chỗ khớp trong chữ của văn bản',

  history: {
    'document-filed': 'vào sổ',
    'file-attached': 'thêm tệp',
    'file-detached': 'bỏ tệp',
    'document-corrected': 'sửa',
    'document-withdrawn': 'rút khỏi sổ',
    'document-restricted': 'hạn chế người xem',
    'document-unrestricted': 'bỏ hạn chế người xem',
    'document-read': 'mở xem',
    'withdrawal-asked': 'đề nghị rút khỏi sổ',
    'withdrawal-refused': 'không đồng ý rút',
    'document-restored': 'đưa trở lại sổ',
    'citation-decided': 'trả lời viện dẫn',
    'citation-added': 'thêm viện dẫn',
    'citation-removed': 'bỏ viện dẫn thêm tay',
    'recipient-assigned': 'xác định nơi nhận',
    'recipient-unassigned': 'bỏ xác định nơi nhận',
    'deliveries-sent': 'chuyển giao',
    'deliveries-marked': 'ghi kết quả chuyển giao',
    'deliveries-unmarked': 'bỏ kết quả chuyển giao',
    'recipient-dismissed': 'ghi không phải gửi',
    'recipient-undismissed': 'bỏ ghi không phải gửi',
    'handling-assigned': 'ghi bút phê',
    'handling-removed': 'bỏ bút phê',
    'handling-reported': 'ghi tiến độ',
    'handling-report-removed': 'bỏ dòng tiến độ',
    'handling-done': 'ghi đã giải quyết xong',
    'handling-reopened': 'mở lại việc giải quyết',
    'deadline-dismissed': 'ghi không phải hạn',
    'deadline-undismissed': 'bỏ ghi không phải hạn'
  } as Readonly<Record<string, string>>,
  historyOther: 'thay đổi',
  marked: {
    acknowledged: 'ghi ký nhận',
    received: 'ghi đã nhận',
    returned: 'ghi trả lại',
    recalled: 'ghi thu hồi',
    cancelled: 'bỏ lượt gửi'
  } as Readonly<Record<string, string>>,
  places: (count: string) => `${count} nơi`,
  decisions: {
    link: 'là văn bản trong kho',
    'not-held': 'chưa có trong kho',
    'not-a-citation': 'không phải viện dẫn',
    relation: 'đổi quan hệ',
    undecided: 'bỏ lựa chọn'
  } as Readonly<Record<string, string>>,
  reason: (text: string) => `Lý do: ${text}`,
  change: (before: string, after: string) => `${before || 'trống'} → ${after || 'trống'}`,

  keys: {
    cites: 'viện dẫn',
    open: 'mở văn bản đó',
    back: 'trở lại',
    pane: 'đổi khung',
    answer: 'trả lời',
    correct: 'sửa',
    hit: 'chỗ khớp',
    save: 'ghi sửa đổi',
    cancel: 'thôi'
  }
} as const

/** "Sửa trích yếu, ngày văn bản": the fields a correction touched. */
export function changedNames(fields: readonly string[]): string {
  return fieldNames(fields)
}

export function fieldName(field: string): string {
  return Object.hasOwn(fieldWords, field) ? fieldWords[field as keyof typeof fieldWords] : field
}
