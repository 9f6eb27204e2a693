/** Words of the desktop program's own menus and messages; the screens have theirs in `src/renderer/strings`. */
export const words = {
  program: 'Văn Khố',
  menus: { file: '&Tệp', edit: '&Sửa', view: '&Xem', go: 'Đ&i đến', help: 'Trợ &giúp' },
  file: {
    newDocument: 'Vào sổ văn bản mới',
    addFiles: 'Thêm tệp…',
    print: 'In…',
    quit: 'Thoát'
  },
  edit: {
    undo: 'Hoàn tác',
    cut: 'Cắt',
    copy: 'Chép',
    paste: 'Dán',
    selectAll: 'Chọn tất cả'
  },
  view: {
    palette: 'Bảng lệnh, tìm văn bản',
    find: 'Lọc, tìm',
    details: 'Khung chi tiết',
    rail: 'Thu, mở cột trái',
    larger: 'Phóng to',
    smaller: 'Thu nhỏ',
    plainSize: 'Cỡ thường',
    fullScreen: 'Toàn màn hình'
  },
  /** The sections by the names the rail has for them. */
  go: {
    search: 'Tìm kiếm',
    incoming: 'Văn bản đến',
    outgoing: 'Văn bản đi',
    filing: 'Vào sổ',
    delivery: 'Chuyển giao',
    lineage: 'Lược đồ chỉ đạo',
    worklists: 'Việc còn lại',
    handling: 'Thời hạn',
    dossiers: 'Hồ sơ',
    reports: 'Báo cáo',
    directory: 'Danh bạ',
    store: 'Kho'
  },
  help: {
    keys: 'Phím tắt',
    about: 'Về Văn Khố'
  },
  about: (version: string) => `Văn Khố ${version}`,
  aboutDetail: 'Kho văn bản của Văn phòng Huyện ủy. Chương trình chạy trên máy này và không kết nối ra ngoài.',
  close: 'Đóng',
  engineRestarted: 'Phần giữ kho vừa dừng và đã được mở lại.',
  engineRestartedDetail:
    'Những gì đã ghi vào kho còn nguyên. Việc đang làm dở lúc đó chưa được ghi: hãy xem lại rồi làm lại việc ấy.',
  engineNotReopened: 'Phần giữ kho vừa dừng; kho chưa mở lại được.',
  engineNotReopenedDetail: 'Những gì đã ghi vào kho còn nguyên. Hãy chọn lại kho ở màn hình đầu.',
  engineGaveUp: 'Phần giữ kho dừng nhiều lần liền.',
  engineGaveUpDetail:
    'Những gì đã ghi vào kho còn nguyên. Hãy đóng chương trình rồi mở lại; nếu vẫn dừng, hãy kiểm tra kho bằng bản sao lưu gần nhất.',
  screensRestarted: 'Màn hình vừa dừng và đã được mở lại.',
  screensRestartedDetail: 'Kho không dừng. Những gì đã ghi còn nguyên; ô đang điền được giữ đến lần ghi tạm cuối.',
  filesNotTaken: (count: number) => `${count} tệp chưa nhận được vào chỗ chờ vào sổ.`,
  filesNotTakenDetail: (names: string) => `Các tệp gốc còn nguyên ở chỗ cũ. Chưa nhận: ${names}`
} as const
