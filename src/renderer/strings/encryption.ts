export const encryptionWords = {
  part: 'Mã hóa',
  unlock: {
    title: 'Mở kho đã mã hóa',
    about: 'Kho này được mã hóa trên đĩa. Nhập mật khẩu của kho, hoặc khóa khôi phục trên tờ giấy đã in.',
    by: 'Mở bằng',
    byPassword: 'Mật khẩu',
    byKey: 'Khóa khôi phục',
    password: 'Mật khẩu của kho',
    key: 'Khóa khôi phục',
    keyHelp: '6 nhóm, mỗi nhóm 6 ký tự; chữ hoa hay thường, có gạch hay không đều được',
    wrongGroup: (group: number) => `Nhóm thứ ${group} không đúng như trên giấy.`,
    action: 'Mở kho',
    opening: 'Đang mở …',
    other: 'Chọn kho khác',
    forgotten: 'Quên mật khẩu: dùng khóa khôi phục. Mất cả hai thì không ai mở được kho, kể cả người làm chương trình.'
  },
  backup: {
    title: 'Bản sao lưu đã mã hóa',
    about: 'Nhập mật khẩu của kho, hoặc khóa khôi phục trên tờ giấy đã in.',
    action: 'Phục hồi',
    older: 'Bản sao lưu làm trước lần đổi mật khẩu hoặc khóa thì mở bằng mật khẩu và khóa cũ.'
  },
  offer: {
    legend: 'Mã hóa kho trên đĩa',
    check: 'Mã hóa kho này',
    about:
      'Với kho đã mã hóa, người lấy được máy, ổ đĩa hoặc USB sao lưu mà không có mật khẩu thì không đọc được văn bản, tên tệp, sổ sách. Không che được gì khi kho đang mở, và không chặn được phần mềm độc hại chạy trên máy.',
    loss: 'Mất cả mật khẩu lẫn khóa khôi phục là mất kho: không ai mở lại được, bản sao lưu cũng vậy.',
    password: 'Mật khẩu của kho',
    short: (least: number) => `Dùng ít nhất ${least} ký tự, ví dụ một câu dễ nhớ.`,
    guessable: 'Mật khẩu này dễ đoán, ai muốn dò cũng thử nó trước tiên. Dùng một câu dễ nhớ.',
    key: 'Khóa khôi phục',
    keyAbout:
      'Khóa chỉ hiện lần này. In ra, hoặc chép tay kèm tên kho; bỏ phong bì, cất nơi có khóa, không để cạnh máy.',
    print: 'In tờ khóa',
    check1: (group: number) => `Gõ lại nhóm thứ ${group} trên tờ giấy`,
    checkWrong: 'Chưa đúng nhóm này.',
    checkRight: 'Đúng',
    missing: 'mật khẩu của kho gõ hai lần, nhóm gõ lại từ tờ khóa'
  },
  sheet: {
    title: 'Khóa khôi phục của kho văn bản',
    office: 'Cơ quan',
    folder: 'Thư mục kho',
    made: 'Ngày in',
    use: 'Cách dùng',
    steps: [
      'Dùng khi quên mật khẩu, hoặc phục hồi kho từ bản sao lưu trên máy khác.',
      'Mở Văn Khố, chọn kho, chọn “Khóa khôi phục”, gõ đủ 6 nhóm. Gõ chữ thường, không gạch cũng được.',
      'Mở được rồi, vào Kho, phần Mã hóa, đặt mật khẩu mới.'
    ],
    keep: 'Ai có tờ này và có kho (hoặc bản sao lưu) thì đọc được mọi văn bản. Cất như cất con dấu. Mất cả tờ này lẫn mật khẩu thì không ai mở được kho nữa.',
    signed: 'Người giữ (ký, ghi rõ họ tên)'
  },
  panel: {
    heading: 'Mã hóa kho trên đĩa',
    plain: 'Kho này chưa mã hóa: ai chép được thư mục kho thì đọc được văn bản trong đó.',
    sealed: 'Kho này đã mã hóa. Bản sao lưu của nó cũng mã hóa, mở bằng cùng mật khẩu hoặc khóa khôi phục.',
    convert: 'Lập bản mã hóa …',
    convertTitle: 'Lập bản mã hóa của kho này',
    convertAbout:
      'Chương trình lập một kho mới đã mã hóa, đối chiếu từng văn bản với kho này, rồi mới đưa ra dùng. Kho này giữ nguyên. Trong lúc làm, tìm và xem được nhưng chưa vào sổ được.',
    folder: 'Thư mục của kho mã hóa',
    choose: 'Chọn …',
    chooseTitle: 'Chọn chỗ đặt kho mã hóa',
    chooseDo: 'Đặt ở đây',
    start: 'Lập bản mã hóa',
    done: (folder: string) =>
      `Đã lập và đối chiếu xong bản mã hóa ở ${folder}. Từ nay làm việc ở đó; kho cũ chỉ còn đọc để hai kho không khác nhau. Dùng ổn rồi thì tự cất hoặc xóa thư mục kho cũ và các bản sao lưu cũ của nó: ở đó chưa mã hóa.`,
    open: 'Mở kho mã hóa',
    slots: 'Mở được bằng',
    slotPassword: 'Mật khẩu của cơ quan',
    slotAccount: 'Mật khẩu của một tài khoản',
    slotKey: 'Khóa khôi phục đã in',
    since: (day: string) => `từ ${day}`,
    remove: 'Bỏ',
    changePassword: 'Đổi mật khẩu …',
    newKey: 'In khóa khôi phục khác …',
    oldCopies: 'Bản sao lưu làm trước khi đổi vẫn mở được bằng mật khẩu và khóa cũ.'
  },
  password: {
    title: 'Đổi mật khẩu của kho',
    current: 'Mật khẩu đang dùng',
    action: 'Đổi mật khẩu',
    done: 'Đã đổi mật khẩu của kho.',
    failed: 'Chưa đổi được mật khẩu.'
  },
  newKey: {
    title: 'Khóa khôi phục khác',
    about: 'Khóa cũ mất hoặc đã lộ: in khóa khác và bỏ khóa cũ.',
    fresh: 'Khóa khôi phục mới',
    replace: 'Bỏ các khóa đã in trước đây',
    action: 'Dùng khóa này',
    done: 'Đã nhận khóa khôi phục mới.',
    failed: 'Chưa nhận được khóa mới.'
  },
  removed: 'Đã bỏ.',
  notRemoved: 'Chưa bỏ được: phải còn ít nhất một mật khẩu và một khóa khôi phục.'
} as const
