/** Words that many screens share. */
export const commonWords = {
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
  dayPlace: 'nn',
  monthPlace: 'tt',
  yearPlace: 'nnnn',
  noSuchDay: 'Không có ngày này trong lịch.',
  directions: { incoming: 'Văn bản đến', outgoing: 'Văn bản đi', internal: 'Văn bản nội bộ' },
  directionShort: { incoming: 'Đến', outgoing: 'Đi', internal: 'Nội bộ' },
  noReference: 'Không số',
  noSubject: 'Chưa có trích yếu',
  withdrawn: 'Đã rút',
  notReviewed: 'Chưa rà',
  keep: 'Giữ nguyên',
  save: 'Ghi',
  cancel: 'Thôi',
  close: 'Đóng',
  open: 'Mở',
  retry: 'Thử lại',
  choose: 'Chọn',
  reason: 'Lý do (bắt buộc, ghi vào nhật ký kho)',
  opening: 'Đang mở …',
  searching: 'Đang tìm …',
  columns: 'Cột',
  columnsTitle: 'Cột hiện trong bảng',
  rowsHave: (count: string) => `${count} dòng`,
  page: 'Trang',
  textKinds: {
    'born-digital': 'Đọc được chữ',
    scan: 'Bản quét',
    mixed: 'Có trang quét',
    none: 'Không đọc được chữ'
  },
  linkStatus: {
    linked: 'đã nối',
    inferred: 'đã nối theo suy luận',
    ambiguous: 'mơ hồ',
    'date-mismatch': 'lệch ngày',
    missing: 'chưa có',
    rejected: 'không phải viện dẫn'
  },
  validity: {
    'in-force': 'Còn hiệu lực',
    amended: 'Được sửa đổi',
    replaced: 'Bị thay thế',
    repealed: 'Bị bãi bỏ',
    expired: 'Hết hiệu lực'
  }
} as const
