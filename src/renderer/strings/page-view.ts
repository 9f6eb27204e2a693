export const pageWords = {
  region: 'Trang văn bản',
  page: 'Trang',
  pageOf: (page: string, total: string) => `Trang ${page}/${total}`,
  before: 'Trang trước',
  after: 'Trang sau',
  bigger: 'Phóng to (Ctrl +)',
  smaller: 'Thu nhỏ (Ctrl −)',
  fit: 'Vừa khung',
  how: 'Cách xem trang',
  image: 'Ảnh trang',
  text: 'Chữ đọc được',
  read: 'đã đọc',
  unsure: 'chưa chắc',
  opening: 'Đang mở trang …',
  noPages: 'Tệp này không vẽ được thành trang.',
  noPagesText: 'Tệp gốc vẫn giữ nguyên trong kho.',
  noText: 'Tệp này không có chữ nào đọc được.'
} as const
