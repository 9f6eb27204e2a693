export const paletteWords = {
  title: 'Bảng lệnh',
  input: 'Tìm văn bản hoặc chọn lệnh',
  documents: 'Văn bản',
  words: 'Tìm trong kho',
  sections: 'Đến phần',
  commands: 'Lệnh',
  with: (reference: string) => `Làm với ${reference}`,
  search: (text: string) => `Tìm “${text}” trong toàn kho`,
  lineage: 'Vẽ lược đồ chỉ đạo',
  delivery: 'Đối chiếu nơi nhận',
  addFiles: 'Thêm tệp vào hàng chờ',
  backup: 'Sao lưu kho',
  verify: 'Kiểm tra kho',
  theme: 'Đổi nền sáng, tối',
  bigger: 'Đổi cỡ chữ',
  none: 'Không có lệnh hay gợi ý nào khớp. Enter để tìm trong nội dung.',
  keys: { choose: 'chọn', run: 'làm', close: 'đóng' }
} as const
