/** Words of the sổ văn bản mật: its lines, its form, and what turning it on means. */
export const secretWords = {
  title: 'Sổ văn bản mật',
  mark: 'Sổ mật',
  link: 'Sổ mật',
  directions: { incoming: 'Mật đến', outgoing: 'Mật đi' },
  books: 'Sổ hiện ra',
  year: 'Năm',
  everyYear: 'Mọi năm',
  filter: 'Lọc theo số, nơi gửi, nơi nhận',
  record: 'Ghi dòng',
  print: 'In sổ',
  list: { incoming: 'Sổ văn bản mật đến', outgoing: 'Sổ văn bản mật đi' },
  totals: (lines: string, voided: number) => `${lines} dòng${voided > 0 ? `, ${voided} số đã hủy` : ''}`,
  empty: (year: string) => `Chưa có dòng nào trong ${year}`,
  emptyYear: (year: string) => `năm ${year}`,
  emptyAll: 'sổ này',
  emptyText: 'Mỗi năm một sổ, số bắt đầu từ 1. Số do chương trình cấp khi ghi.',
  noMatch: (text: string) => `Không có dòng nào khớp “${text}”`,

  columns: {
    number: { incoming: 'Số đến', outgoing: 'STT' },
    arrivedOn: 'Ngày đến',
    issuer: 'Cơ quan ban hành',
    reference: 'Số, ký hiệu',
    issuedOn: 'Ngày văn bản',
    documentType: 'Loại',
    subject: 'Trích yếu',
    secrecy: 'Độ mật',
    signer: 'Người ký',
    keptBy: 'Đơn vị lưu',
    copies: 'Số lượng',
    recipients: { incoming: 'Đơn vị, người nhận', outgoing: 'Nơi nhận' },
    returnedOn: { incoming: 'Ngày trả lại', outgoing: 'Ngày thu hồi' },
    note: 'Ghi chú'
  },
  noSubject: 'không ghi trích yếu',
  voided: 'Đã hủy',
  voidedWhy: (reason: string) => `Đã hủy: ${reason}`,
  returned: {
    incoming: (day: string) => `Đã trả lại ${day}`,
    outgoing: (day: string) => `Đã thu hồi ${day}`
  },

  detail: 'Dòng đang chọn',
  place: (number: number, year: number) => `Số ${number} năm ${year}`,
  recorded: (when: string, by: string) => `Ghi ${when}, ${by}`,
  correct: 'Sửa',
  voidEntry: 'Hủy số',
  giveBack: { incoming: 'Ghi trả lại', outgoing: 'Ghi thu hồi' },
  history: 'Đã sửa',
  corrected: (when: string, by: string, reason: string) => `${when}, ${by}: ${reason}`,
  change: (field: string, before: string, after: string) => `${field}: ${before || 'trống'} → ${after || 'trống'}`,

  form: {
    record: { incoming: 'Ghi dòng sổ mật đến', outgoing: 'Ghi dòng sổ mật đi' },
    correct: (number: number, year: number) => `Sửa dòng số ${number} năm ${year}`,
    next: (number: number, year: number) => `Sẽ là số ${number} của năm ${year}.`,
    nextNone: 'Nhập ngày để biết số.',
    noType: 'Chưa rõ',
    subjectHelp: 'Có thể để trống, hoặc ghi “theo nội dung công văn mật”',
    subjectNever: 'Tuyệt mật: không ghi trích yếu',
    missing: {
      arrivedOn: 'Nhập ngày đến.',
      issuedOn: 'Nhập ngày văn bản.',
      issuer: 'Nhập cơ quan ban hành.',
      reason: 'Ghi lý do sửa.'
    },
    wrongCopies: 'Ghi một số từ 1 đến 9999.',
    beforeDay: 'Không thể trước ngày của dòng.',
    reason: 'Lý do sửa',
    save: 'Ghi vào sổ',
    saveCorrection: 'Ghi sửa',
    only: 'Chỉ ghi dòng sổ. Không chép nội dung văn bản vào bất kỳ ô nào.'
  },
  saved: (number: number, book: string, year: number) => `Đã ghi số ${number}, sổ ${book} năm ${year}`,
  notSaved: 'Chưa ghi dòng sổ',
  correctedDone: (number: number) => `Đã sửa dòng số ${number}`,
  nothingChanged: 'Không có gì thay đổi.',
  voidTitle: (number: number, year: number) => `Hủy số ${number} năm ${year}?`,
  voidText: 'Dòng vẫn hiện trong sổ với chữ “Đã hủy” và lý do. Số không dùng lại.',
  voidDone: (number: number) => `Đã hủy số ${number}`,
  notVoided: 'Chưa hủy số',
  returnTitle: {
    incoming: (number: number) => `Trả lại văn bản số ${number}`,
    outgoing: (number: number) => `Thu hồi văn bản số ${number}`
  },
  returnReason: { incoming: 'Ghi ngày trả lại', outgoing: 'Ghi ngày thu hồi' },
  returnDone: { incoming: 'Đã ghi trả lại', outgoing: 'Đã ghi thu hồi' },
  notReturned: 'Chưa ghi được',

  setting: {
    heading: 'Sổ văn bản mật',
    off: 'Đang tắt. Văn bản có dấu Mật trở lên vẫn bị từ chối, không giữ lại gì.',
    offKept: (lines: string) => `Đang tắt. ${lines} dòng đã ghi trước đây còn nguyên, không hiện ra.`,
    on: (day: string, by: string) => `Đang mở từ ${day}, ${by}.`,
    why: (reason: string) => `Lý do: ${reason}`,
    turnOn: 'Mở sổ mật',
    turnOff: 'Tắt sổ mật',
    look: 'Xem sổ mật'
  },
  offTitle: 'Sổ văn bản mật đang tắt',
  offText:
    'Sổ này chỉ ghi dòng sổ của văn bản Mật, Tối mật, Tuyệt mật: không tệp, không nội dung. Chương trình để tắt cho đến khi cơ quan quyết định mở.',
  switchOn: {
    title: 'Mở sổ văn bản mật',
    points: [
      'Chỉ ghi dòng sổ: số, ngày, nơi gửi, nơi nhận, độ mật. Không nhận tệp, không quét, không chép nội dung. Văn bản Tuyệt mật không ghi trích yếu.',
      'Căn cứ Luật Bảo vệ bí mật nhà nước số 117/2025/QH15 và Nghị định số 63/2026/NĐ-CP: chỉ dùng máy được phép, không nối Internet hay bất kỳ mạng nào. Chưa chắc thì hỏi người phụ trách bảo vệ bí mật nhà nước trước khi mở.',
      'Dòng sổ không hiện ở tìm kiếm, thống kê hay báo cáo khác. Nhật ký kho và bản sao lưu có giữ các dòng này: quản lý ổ đĩa và bản sao lưu như sổ mật.',
      'Tắt lúc nào cũng được: sổ không hiện nữa, các dòng đã ghi còn nguyên. Đã ghi thì không xóa được, chỉ hủy số.'
    ],
    sure: 'Máy này không nối mạng và được phép dùng để quản lý văn bản mật.',
    reason: 'Lý do, căn cứ cho phép',
    action: 'Mở sổ mật',
    done: 'Đã mở sổ văn bản mật',
    notDone: 'Chưa mở sổ mật'
  },
  switchOff: {
    title: 'Tắt sổ văn bản mật?',
    text: 'Sổ không hiện ra và không ghi thêm được. Các dòng đã ghi còn nguyên trong kho, mở lại sẽ thấy.',
    action: 'Tắt sổ mật',
    done: 'Đã tắt sổ văn bản mật',
    notDone: 'Chưa tắt sổ mật'
  },
  /** Where the queue has refused a paper. */
  refused: 'Ghi dòng sổ mật',

  keys: { row: 'chọn dòng', correct: 'sửa', record: 'ghi dòng', filter: 'lọc', print: 'in' }
} as const
