export const accountWords = {
  onlyReset: 'Lệnh này chỉ có: account reset --account TÊN_QUẢN_TRỊ. Xem “vankho --help”.',
  whose: '--account TÊN_QUẢN_TRỊ',
  noAccounts: 'Kho này không dùng tài khoản: mở kho không cần mật khẩu.',
  noAdmin: (admins: string) =>
    `Không có tài khoản quản trị nào mang tên ấy. Tài khoản quản trị của kho: ${admins}. Mật khẩu của người khác do quản trị đặt ở màn hình Kho › Tài khoản.`,
  about: (name: string) =>
    `Đặt mật khẩu mới cho quản trị “${name}”. Việc này được ghi vào nhật ký; văn thư và quản trị thấy lời báo khi đăng nhập.`,
  done: (name: string, line: number) =>
    `Đã đặt mật khẩu mới cho quản trị “${name}” (dòng ${line} của nhật ký). Mật khẩu cũ không dùng được nữa.`,
  seen: (name: string, at: string, user: string) =>
    `Mật khẩu của quản trị “${name}” đã được đặt lại tại máy${user ? ` (người dùng ${user})` : ''} lúc ${at}. Nếu cơ quan không biết việc này, xem nhật ký và báo người phụ trách.`
}
