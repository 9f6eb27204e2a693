import { showCount } from './dates.ts'

/** Words of accounts, signing in, restricted documents and withdrawals that wait for a leader. */
export const accountWords = {
  roles: {
    clerk: 'Văn thư',
    leader: 'Lãnh đạo',
    staff: 'Chuyên viên',
    admin: 'Quản trị'
  },
  /** What each role is for, where one chooses. */
  roleDoes: {
    clerk: 'vào sổ, sửa, chuyển giao; xem mọi văn bản, kể cả văn bản hạn chế',
    leader: 'tra cứu, cho ý kiến, đồng ý rút văn bản, đặt hạn chế',
    staff: 'tra cứu, báo kết quả việc được giao',
    admin: 'giữ tài khoản, sao lưu, phục hồi; không đương nhiên xem văn bản hạn chế'
  },

  signIn: {
    title: 'Đăng nhập',
    name: 'Tên tài khoản',
    password: 'Mật khẩu',
    action: 'Đăng nhập',
    idle: (minutes: number) => `Đã khóa vì ${minutes} phút không có ai làm việc. Đăng nhập lại để làm tiếp.`,
    long: 'Phiên làm việc đã quá 12 giờ. Đăng nhập lại để làm tiếp; phần đang làm dở còn nguyên.',
    changed: 'Tài khoản vừa được đổi. Đăng nhập lại.',
    closed: 'Kho đã được đóng rồi mở lại. Đăng nhập lại.',
    other: 'Mở kho khác',
    failedBefore: (times: number) =>
      `Từ lần đăng nhập trước đã có ${showCount(times)} lần nhập sai mật khẩu của tài khoản này.`,
    resetBefore: (name: string, at: string, user: string) =>
      `Mật khẩu của quản trị ${name} đã được đặt lại bằng lệnh tại máy${user ? ` (người dùng ${user})` : ''}, ${at}. Nếu không biết việc này, xem Nhật ký và báo người phụ trách.`,
    forgotten: 'Quên mật khẩu: nhờ người quản trị đặt mật khẩu mới. Quản trị cũng quên: hướng dẫn chương 16.'
  },

  who: {
    menu: 'Tài khoản của tôi',
    change: 'Đổi mật khẩu …',
    out: 'Đăng xuất'
  },

  change: {
    title: 'Đổi mật khẩu',
    old: 'Mật khẩu đang dùng',
    fresh: 'Mật khẩu mới',
    again: 'Nhập lại mật khẩu mới',
    action: 'Đổi mật khẩu',
    done: 'Đã đổi mật khẩu. Các phiên khác của tài khoản này đã kết thúc.',
    failed: 'Chưa đổi mật khẩu'
  },
  differ: 'Hai lần nhập khác nhau.',
  rule: 'Từ 8 ký tự, ví dụ một câu dễ nhớ; không nhận mật khẩu dễ đoán như 12345678. Phân biệt chữ hoa, chữ thường và dấu.',

  part: {
    heading: 'Tài khoản',
    off: 'Cơ quan chưa dùng tài khoản: ai ngồi ở máy này cũng xem và làm được mọi việc, nhật ký ghi tên văn thư của cơ quan. Một người làm thì thường đủ.',
    offMore:
      'Bật tài khoản khi nhiều người dùng chung máy, hoặc có văn bản chỉ một số người được xem. Bật rồi thì không tắt được.',
    turnOn: 'Bật tài khoản …',
    wall: 'Tài khoản ngăn người dùng chương trình, không ngăn người mở thẳng thư mục kho bằng Explorer. Muốn ngăn cả việc đó: đặt quyền thư mục của Windows, hoặc mã hóa kho.',
    own: (name: string, role: string) => `Đang đăng nhập: ${name} (${role}).`,
    add: 'Thêm tài khoản …',
    idle: 'Tự khóa sau',
    minutes: (count: number) => `${count} phút không làm gì`,
    idleSaved: (count: number) => `Từ nay tự khóa sau ${count} phút.`,
    table: 'Các tài khoản',
    columns: { name: 'Tên', role: 'Vai trò', last: 'Đăng nhập gần nhất', state: 'Tình trạng', deeds: 'Việc' },
    never: 'chưa lần nào',
    active: 'đang dùng',
    disabled: (reason: string) => `đã khóa: ${reason}`,
    edit: 'Sửa …',
    setPassword: 'Đặt mật khẩu …',
    disable: 'Khóa …',
    enable: 'Mở lại',
    deedsOf: (name: string) => `Việc với tài khoản ${name}`
  },

  turnOn: {
    title: 'Bật tài khoản',
    points: [
      'Từ nay ai dùng Văn Khố cũng phải đăng nhập; nhật ký kho ghi tên từng người.',
      'Không tắt lại được. Quên mật khẩu quản trị thì không ai đặt lại được: ghi mật khẩu ra giấy, niêm phong, để trong két.',
      'Sau khi bật, chương trình hỏi đăng nhập ngay.'
    ],
    admin: 'Người quản trị',
    withClerk: 'Văn thư (lập luôn)',
    sure: 'Đã hiểu: không tắt lại được',
    action: 'Bật tài khoản',
    failed: 'Chưa bật tài khoản'
  },

  add: {
    title: 'Thêm tài khoản',
    action: 'Thêm',
    done: (name: string) => `Đã thêm tài khoản ${name}. Đưa mật khẩu cho người đó để tự đổi.`,
    failed: 'Chưa thêm tài khoản',
    role: 'Vai trò'
  },
  edit: {
    title: (name: string) => `Sửa tài khoản ${name}`,
    action: 'Ghi',
    about: 'Đổi tên hoặc vai trò thì các phiên đang mở của tài khoản này kết thúc.',
    done: (name: string) => `Đã sửa tài khoản ${name}.`,
    failed: 'Chưa sửa tài khoản'
  },
  setPassword: {
    title: (name: string) => `Đặt mật khẩu mới cho ${name}`,
    action: 'Đặt mật khẩu',
    about: 'Dùng khi người đó quên mật khẩu. Các phiên đang mở của tài khoản này kết thúc.',
    done: (name: string) => `Đã đặt mật khẩu mới cho ${name}.`,
    failed: 'Chưa đặt mật khẩu'
  },
  disable: {
    title: (name: string) => `Khóa tài khoản ${name}?`,
    action: 'Khóa tài khoản',
    about: 'Người này không đăng nhập được nữa. Những gì người này đã ghi còn nguyên tên trong nhật ký.',
    done: (name: string) => `Đã khóa tài khoản ${name}.`,
    failed: 'Chưa khóa tài khoản'
  },
  enabled: (name: string) => `Đã mở lại tài khoản ${name}.`,
  notEnabled: 'Chưa mở lại tài khoản',

  restricted: {
    mark: 'Hạn chế',
    menu: 'Hạn chế người xem …',
    menuChange: 'Đổi người được xem …',
    menuOpen: 'Bỏ hạn chế …',
    title: (reference: string) => `Ai được xem ${reference}?`,
    about:
      'Chỉ văn thư và những người chọn dưới đây thấy văn bản này. Với người khác, nó không có trong tìm kiếm, sổ, lược đồ, báo cáo hay số đếm nào. Mỗi lần mở được ghi vào nhật ký.',
    notSecret: 'Văn bản đóng dấu Mật trở lên không đưa vào đây: không nhập vào kho.',
    roles: 'Cả vai trò',
    people: 'Từng người',
    noPeople: 'Chưa có tài khoản lãnh đạo, chuyên viên hay quản trị nào.',
    action: 'Hạn chế',
    actionChange: 'Ghi',
    done: (reference: string) => `${reference} chỉ còn những người được chọn thấy.`,
    failed: 'Chưa hạn chế',
    openTitle: (reference: string) => `Bỏ hạn chế ${reference}?`,
    openAction: 'Bỏ hạn chế',
    openAbout: 'Mọi người dùng kho sẽ thấy văn bản này.',
    openDone: (reference: string) => `${reference} lại mở cho mọi người.`,
    openFailed: 'Chưa bỏ hạn chế',
    who: (names: string) => `Hạn chế: văn thư và ${names}`,
    nobodyElse: 'chỉ văn thư',
    onlyClerk: 'Hạn chế: chỉ văn thư',
    heading: 'Văn bản hạn chế',
    none: 'Không có văn bản hạn chế nào. Hạn chế một văn bản: mở văn bản, bấm nút ba chấm, chọn Hạn chế người xem.',
    table: 'Các văn bản hạn chế',
    columns: {
      reference: 'Số, ký hiệu',
      issuedOn: 'Ngày',
      subject: 'Trích yếu',
      who: 'Người được xem',
      reason: 'Lý do'
    },
    more: (count: string) => `và ${count} văn bản nữa`
  },

  withdrawal: {
    ask: 'Đề nghị rút',
    askTitle: (reference: string) => `Đề nghị rút ${reference} khỏi sổ?`,
    askAbout:
      'Cơ quan có tài khoản lãnh đạo: rút văn bản cần lãnh đạo đồng ý. Lãnh đạo thấy đề nghị này ở phần Việc còn lại.',
    asked: (reference: string) => `Đã gửi đề nghị rút ${reference}.`,
    notAsked: 'Chưa gửi đề nghị',
    heading: 'Đề nghị rút văn bản',
    none: 'Không có đề nghị nào chờ lãnh đạo.',
    by: (name: string, at: string) => `${name} đề nghị ${at}`,
    approve: 'Đồng ý, rút khỏi sổ',
    refuse: 'Không đồng ý',
    takeBack: 'Thôi đề nghị',
    approved: (reference: string) => `Đã rút ${reference} khỏi sổ.`,
    notApproved: 'Chưa rút được',
    refuseTitle: (reference: string) => `Không rút ${reference}?`,
    refused: (reference: string) => `${reference} ở lại trong sổ.`,
    notRefused: 'Chưa trả lời được'
  }
} as const
