/** Words of the list of superiors' directives that wait for a paper of the office. */
export const unansweredWords = {
  table: 'Văn bản cấp trên chưa triển khai',
  columns: {
    reference: 'Số, ký hiệu',
    since: 'Ngày đến',
    age: 'Đã chờ',
    subject: 'Trích yếu',
    issuer: 'Cơ quan ban hành',
    excuse: 'Lý do không phải triển khai'
  },
  days: (count: string) => `${count} ngày`,
  shown: 'Hiện',
  shownAs: { waiting: 'Chờ triển khai', excused: 'Không phải triển khai' },
  issuer: 'Cơ quan ban hành',
  everyIssuer: 'Mọi cơ quan ban hành',
  issuerOf: (issuer: string, count: string) => `${issuer} (${count})`,
  after: (days: number) => `Sau ${days} ngày …`,
  excuse: 'Không phải triển khai',
  require: 'Lại phải triển khai',
  question: (reference: string) => `${reference} không phải triển khai?`,
  excused: (reference: string) => `Đã ghi ${reference} không phải triển khai.`,
  required: (reference: string) => `${reference} lại nằm trong danh sách chờ triển khai.`,
  notWritten: (reference: string) => `Chưa ghi được cho ${reference}.`,
  help: (days: number) =>
    `Văn bản đến của Trung ương, của tỉnh quá ${days} ngày mà chưa có văn bản nào của huyện thực hiện, kể cả qua văn bản trung gian của tỉnh. Báo cáo, giấy mời, luật không tính.`,
  helpExcused: 'Người đã ghi các văn bản này không phải triển khai. Lý do có trong nhật ký kho.',
  empty: (days: number) => `Không có văn bản cấp trên nào chờ quá ${days} ngày`,
  emptyExcused: 'Chưa ghi văn bản nào không phải triển khai',
  emptyText: 'Danh sách tự đổi khi văn bản vào sổ.',
  daysTitle: 'Chờ bao nhiêu ngày',
  daysLabel: 'Số ngày chờ văn bản triển khai (1 đến 365)',
  daysSet: (days: number) => `Văn bản cấp trên chờ quá ${days} ngày sẽ nằm trong danh sách.`,
  daysNotSet: 'Chưa đổi được số ngày chờ.',
  keys: { row: 'chọn văn bản', open: 'mở', lineage: 'lược đồ' }
} as const
