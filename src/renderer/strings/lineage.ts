/** Words of the lineage screen. */
export const lineageWords = {
  title: 'Lược đồ chỉ đạo',
  print: 'In một trang',
  directions: { up: 'Chỉ cấp trên', both: 'Cả hai chiều', down: 'Chỉ cấp dưới' },
  direction: 'Chiều',
  depths: { '1': '1 bậc', '2': '2 bậc', '12': 'Tất cả' },
  depth: 'Số bậc',
  stubs: 'Văn bản chưa có',
  validityOnly: 'Chỉ tác động hiệu lực',
  counts: (nodes: number, edges: number, missing: number, open: number) =>
    [`${nodes} văn bản`, `${edges} quan hệ`, missing > 0 ? `${missing} chưa có` : '', open > 0 ? `${open} chưa rõ` : '']
      .filter(Boolean)
      .join(' · '),
  truncated: 'Lược đồ lớn, chỉ hiện phần gần gốc nhất.',
  rows: { TW: ['TW', 'Trung ương'], TU: ['TU', 'Tỉnh ủy'], HU: ['HU', 'Huyện ủy'], XA: ['Xã', 'xã, ban, ngành'] },
  picture: (reference: string) =>
    `Lược đồ chỉ đạo của ${reference} theo cấp và thời gian; danh sách bên cạnh ghi cùng nội dung`,
  pictureScroll: 'Hình lược đồ',
  notHeld: 'chưa có trong kho',
  noDate: 'không ghi ngày',
  noReference: 'không số',
  list: 'Danh sách',
  listHint: 'cùng nội dung với hình',
  above: (reference: string) => `Cấp trên của ${reference}`,
  same: 'Cùng cấp',
  below: (count: number) => `Cấp dưới: ${count} văn bản`,
  root: 'gốc',
  through: (reference: string) => `qua ${reference}`,
  cites: (relation: string, reference: string) => `${relation} ${reference}`,
  status: { linked: '', inferred: 'nối suy ra', ambiguous: 'mơ hồ', 'date-mismatch': 'lệch ngày', missing: 'chưa có' },
  legend: {
    directs: 'căn cứ, thực hiện',
    talks: 'trả lời, đôn đốc, nhắc đến',
    validity: 'thay thế, sửa đổi',
    stub: 'chưa có trong kho',
    arrow: 'mũi tên chỉ về văn bản được dẫn'
  },
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  makeRoot: 'Lấy làm gốc',
  open: 'Mở văn bản',
  quote: 'Câu viện dẫn',
  chooseTitle: 'Chọn một văn bản để xem lược đồ',
  chooseText: 'Ghi số và ký hiệu, hoặc vài chữ của trích yếu. Từ màn hình văn bản bấm Ctrl L cũng tới đây.',
  choose: 'Số, ký hiệu hoặc trích yếu',
  recent: 'Xem gần đây',
  none: 'Không có văn bản nào khớp.',
  aloneTitle: 'Văn bản này chưa nối với văn bản nào',
  aloneText: 'Chữ của văn bản không viện dẫn văn bản khác, và chưa có văn bản nào trong kho viện dẫn nó.',
  keys: { follow: 'đi theo quan hệ', open: 'mở', root: 'lấy làm gốc', zoom: 'phóng to, thu nhỏ', print: 'in' }
} as const
