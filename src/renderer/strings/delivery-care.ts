/** Words of returned sheets, proofs, recalls, and the reconciliation of a period. */
export const careWords = {
  sheet: {
    title: 'Bản ký nhận trả về',
    about: 'Đúng thứ tự trên bản in: Space đánh dấu nơi đã ký và xuống dòng, Enter ghi tất cả.',
    open: 'Nhập bản ký nhận',
    openBook: 'Nhập sổ chuyển giao đã ký',
    bookTitle: 'Sổ chuyển giao trả về',
    back: 'Trở lại (Alt ←)',
    onlyUnsigned: 'Bản in cho nơi chưa ký',
    sent: 'Ngày chuyển',
    order: 'STT',
    signed: 'Đã ký',
    tick: (name: string) => `${name}: đã ký`,
    body: 'Nơi nhận',
    reference: 'Số, ký hiệu',
    sentOn: 'Ngày chuyển',
    signer: 'Người ký nhận',
    signerOf: (name: string) => `Người ký nhận của ${name}`,
    state: 'Đang ghi',
    record: (count: number) => `Ghi ký nhận ${count} nơi`,
    proof: 'Kèm bản chụp…',
    proofChosen: (name: string) => `Kèm: ${name}`,
    noProof: 'Bỏ bản chụp',
    done: (count: number, sent: number) =>
      sent > 0
        ? `Đã ghi ký nhận ${count} nơi, trong đó ${sent} nơi ghi gửi cùng ngày.`
        : `Đã ghi ký nhận ${count} nơi.`,
    notDone: 'Chưa ghi ký nhận nơi nào.',
    ticked: (count: number, open: number) => `${count} / ${open} nơi chưa ký`,
    empty: 'Không có dòng nào trong khoảng ngày này',
    emptyText: 'Chọn khoảng ngày khác, hoặc bỏ chọn “Bản in cho nơi chưa ký”.',
    emptyDocument: 'Không còn nơi nào trên bản này',
    unknown: 'chưa rõ là ai',
    keys: { tick: 'đã ký, xuống dòng', all: 'đánh dấu hết', record: 'ghi tất cả', name: 'người ký' }
  },
  sign: {
    title: (name: string) => `Ghi ký nhận: ${name}`,
    on: 'Ngày ký nhận',
    by: 'Người ký nhận (có thể để trống)',
    basis: 'Căn cứ'
  },
  proof: {
    attach: 'Đính bản chụp có chữ ký…',
    about: 'Ảnh hoặc bản quét của tờ đã ký (PDF, JPG, PNG, TIFF). Không tìm chữ trong tệp này.',
    title: 'Bản chụp có chữ ký',
    line: (name: string, count: number, others: number) =>
      others > 0 ? `${name}: ${count} nơi của văn bản này, ${others} nơi của văn bản khác` : `${name}: ${count} nơi`,
    attached: (name: string, count: number) => `Đã đính ${name} cho ${count} nơi.`,
    notAttached: (name: string) => `Chưa đính ${name}.`,
    none: 'Đánh dấu các nơi có chữ ký trên tờ đó, rồi đính bản chụp.',
    by: (day: string, name: string) => `Đính ${day}, ${name}.`,
    has: 'có bản chụp'
  },
  notice: {
    open: 'Thu hồi, thay thế, đính chính…',
    title: (reference: string) => `${reference}: thu hồi, thay thế, đính chính`,
    kinds: { recall: 'Thu hồi', replace: 'Thay thế', correct: 'Đính chính' },
    kind: 'Việc',
    paper: 'Văn bản thông báo',
    noPaper: 'Không có văn bản, chỉ ghi thu hồi',
    another: 'Văn bản khác…',
    choose: 'Số, ký hiệu văn bản thông báo',
    on: 'Ngày',
    reason: 'Lý do',
    recall: 'Đồng thời thu hồi văn bản cũ',
    holders: (count: number) => `${count} nơi đã nhận văn bản này:`,
    noHolders: 'Văn bản này chưa gửi nơi nào, không có gì để thu hồi.',
    willRecall: (count: number) => `Ghi thu hồi ở ${count} nơi còn giữ.`,
    willSend: (reference: string, count: number) => `Ghi gửi ${reference} cho đúng ${count} nơi đó.`,
    give: 'Ghi',
    done: (kind: string, recalled: number, sent: number) =>
      [
        `Đã ghi ${kind.toLowerCase()}.`,
        recalled > 0 ? `Thu hồi ở ${recalled} nơi.` : '',
        sent > 0 ? `Gửi ${sent} nơi.` : ''
      ]
        .filter(Boolean)
        .join(' '),
    notDone: 'Chưa ghi thu hồi, thay thế.',
    offer: (kind: string, reference: string) => `Văn bản này ${kind.toLowerCase()} ${reference}.`,
    offerDo: (count: number, reference: string) => `Gửi đúng ${count} nơi đã nhận ${reference}`,
    about: (kind: string, day: string, by: string) =>
      by ? `${kind} ngày ${day} bằng ${by}.` : `${kind} ngày ${day}, không có văn bản.`,
    given: (kind: string, reference: string, count: number) => `${kind} ${reference}: ${count} nơi đã nhận.`,
    returned: (returned: number, recalled: number) => `${returned} / ${recalled} nơi đã trả lại`,
    showWaiting: 'Xem nơi chưa trả'
  },
  origin: {
    holders: 'Đã nhận văn bản trước',
    because: (reference: string) => `Vì đã nhận ${reference}.`,
    from: (line: string) => `Theo dòng “${line}”.`,
    fromGroup: (group: string, line: string) =>
      group === line ? `Thuộc nhóm “${group}”.` : `Thuộc nhóm “${group}”, theo dòng “${line}”.`,
    once: (places: string) => `Còn ở: ${places}. Chỉ gửi một lần.`,
    copies: 'Số bản',
    channel: 'Cách gửi'
  },
  more: 'Việc khác',
  prints: 'In',
  print: {
    log: 'Nhật ký chuyển giao',
    sheet: 'Danh sách ký nhận',
    absent: 'Danh sách ký nhận, nơi chưa ký',
    reconciliation: 'Phiếu đối chiếu',
    slips: 'Phiếu gửi',
    envelopes: 'Bì thư (khổ C5)',
    labels: 'Nhãn địa chỉ'
  },
  period: {
    tab: 'Đối chiếu theo kỳ',
    label: 'Kỳ',
    presets: {
      month: 'Tháng này',
      'last-month': 'Tháng trước',
      quarter: 'Quý này',
      year: 'Năm nay',
      all: 'Từ trước đến nay',
      days: 'Chọn ngày…'
    },
    days: (from: string, to: string) => `${from || '…'} – ${to || '…'}`,
    directions: { outgoing: 'Văn bản đi', internal: 'Nội bộ', incoming: 'Văn bản đến' },
    direction: 'Chiều văn bản',
    only: 'Hiện',
    filters: {
      all: 'Mọi việc',
      'not-sent': 'Có trong văn bản, chưa gửi',
      unacknowledged: 'Chưa ký nhận',
      extra: 'Gửi ngoài nơi nhận',
      unknown: 'Chưa rõ là ai'
    },
    openOnly: 'Chỉ văn bản còn việc',
    body: 'Nơi nhận',
    anyBody: 'Mọi nơi nhận',
    text: 'Lọc theo số, trích yếu',
    lights: { red: 'thiếu hoặc quá hạn', amber: 'đang chờ', green: 'đã xong' },
    summary: (count: number) => `${count} văn bản`,
    print: 'In bảng đối chiếu',
    group: (expected: number, sent: number, signed: number) => `${expected} nơi: ${sent} đã gửi, ${signed} đã ký`,
    matters: {
      'not-sent': 'Chưa gửi',
      unacknowledged: 'Chưa ký nhận',
      extra: 'Ngoài nơi nhận',
      unknown: 'Chưa rõ là ai'
    },
    late: (days: number) => `${days} ngày`,
    columns: { matter: 'Tình trạng', body: 'Nơi nhận', line: 'Ghi trong văn bản', sentOn: 'Ngày gửi', age: 'Số ngày' },
    done: 'Mọi nơi đã gửi và đã ký nhận.',
    empty: 'Không có văn bản nào trong kỳ này',
    emptyText: 'Chọn kỳ khác hoặc bỏ bớt điều kiện lọc.'
  },
  add: {
    open: (name: string) => `Thêm “${name}” vào danh bạ`,
    title: 'Thêm vào danh bạ',
    name: 'Tên đầy đủ',
    kind: 'Loại',
    level: 'Cấp',
    channel: 'Cách gửi thường dùng',
    save: 'Thêm và dùng',
    back: 'Chọn trong danh bạ',
    done: (name: string) => `Đã thêm ${name} vào danh bạ.`,
    notDone: 'Chưa thêm được vào danh bạ.'
  }
} as const
