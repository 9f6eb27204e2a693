import type { LinkStatus } from '#domain/lineage/graph.ts'

export type CommandWords = Readonly<{ usage: string; does: string }>

/** A line of help for each command. */
export const COMMAND_WORDS = {
  inspect: {
    usage: 'inspect TỆP… [--ocr]',
    does: 'Đọc thử tệp, in ra những gì đọc được; không ghi gì vào kho (--ocr: đọc cả chữ trên ảnh quét)'
  },
  import: {
    usage: 'import TỆP_HOẶC_THƯ_MỤC… [--ocr] [--summary TỆP.csv|.html]',
    does: 'Đưa tệp vào kho và ghi ngay, để rà sau; dừng giữa chừng thì chạy lại là làm tiếp (--ocr: đọc luôn chữ trên ảnh quét)'
  },
  register: {
    usage: 'register TỆP.xlsx|.csv [--dry-run] [--sheet N] [--year NĂM] | register --undo MÃ_ĐỢT [--keep-touched]',
    does: 'Nhập sổ cũ thành văn bản chưa có tệp; hoặc hoàn tác một đợt'
  },
  search: { usage: 'search CÂU_TÌM [--limit N]', does: 'Tìm văn bản' },
  trace: {
    usage: 'trace SỐ_KÝ_HIỆU [--up|--down] [--depth N] [--to SỐ_KÝ_HIỆU] [--format json|csv|graphml] [--out TỆP]',
    does: 'Lược đồ chỉ đạo của một văn bản, hoặc đường đi tới văn bản khác'
  },
  show: { usage: 'show SỐ_KÝ_HIỆU', does: 'In một văn bản: các ô, viện dẫn, nơi nhận' },
  distribution: { usage: 'distribution SỐ_KÝ_HIỆU', does: 'Đối chiếu nơi nhận với chuyển giao' },
  books: { usage: 'books', does: 'Các sổ đánh số: số đầu, số cuối, số hủy, số chờ, số khuyết' },
  gaps: { usage: 'gaps', does: 'Số khuyết, số trùng, văn bản lùi ngày của từng sổ' },
  report: {
    usage:
      'report TÊN [--from NGÀY] [--to NGÀY] [--document SỐ_KÝ_HIỆU] [--direction incoming|outgoing|internal] [--only-unsigned] [--by type|sender|signer|handler|month] [--envelope c5|c6|dl] [--format html|pdf|xlsx|docx|csv] [--out TỆP]',
    does: 'Lập sổ hoặc danh sách'
  },
  verify: { usage: 'verify [--quick|--deep|--head DẤU]', does: 'Kiểm tra kho, hay đối chiếu dấu sổ đã in' },
  backup: {
    usage: 'backup --out THƯ_MỤC | backup --scheduled',
    does: 'Sao lưu kho vào một thư mục; hoặc vào mọi nơi sao lưu đang cắm mà hôm nay chưa có bản (dùng cho lịch của máy)'
  },
  media: {
    usage: 'media [--add TÊN --folder THƯ_MỤC [--disk]] [--drop TÊN]',
    does: 'Các nơi sao lưu: xem, thêm (USB, hoặc ổ đĩa nếu có --disk), bỏ'
  },
  repair: {
    usage: 'repair --from BẢN_SAO_LƯU',
    does: 'Lấy lại tệp gốc, chữ, dòng nhật ký hỏng hoặc mất từ bản sao lưu; tệp hỏng được cất lại, không xóa'
  },
  drill: {
    usage: 'drill --from BẢN_SAO_LƯU [--out TỆP.pdf]',
    does: 'Thử phục hồi vào chỗ tạm, kiểm tra, đếm và so với kho; ghi biên bản'
  },
  scrub: { usage: 'scrub', does: 'Đọc lại phần tệp gốc của hôm nay (30 ngày hết một vòng)' },
  account: {
    usage: 'account reset --account TÊN_QUẢN_TRỊ [--new-password-file TỆP]',
    does: 'Đặt mật khẩu mới cho một quản trị khi không còn quản trị nào nhớ mật khẩu; làm tại máy, kho không mở ở đâu khác; ghi vào nhật ký'
  },
  encrypt: {
    usage: 'encrypt --to THƯ_MỤC_MỚI [--new-password-file TỆP] [--recovery-key-out TỆP]',
    does: 'Lập một bản mã hóa của kho trong thư mục mới, kho cũ giữ nguyên'
  },
  restore: { usage: 'restore BẢN_SAO_LƯU --to THƯ_MỤC_MỚI', does: 'Phục hồi bản sao lưu vào thư mục mới' },
  export: {
    usage: 'export --out THƯ_MỤC_MỚI | export --restore BẢN_XUẤT --to THƯ_MỤC_MỚI',
    does: 'Xuất cả kho thành tệp và bảng đọc được không cần chương trình; hoặc lập lại kho từ bản xuất'
  },
  'hand-over': {
    usage: 'hand-over SỐ_HỒ_SƠ… --out THƯ_MỤC_MỚI | hand-over --fonds --out THƯ_MỤC_MỚI',
    does: 'Lập gói bàn giao (BagIt) của hồ sơ, hoặc của phông đã kết thúc'
  },
  edxml: {
    usage: 'edxml TỆP… | edxml --write SỐ_KÝ_HIỆU [--out TỆP]',
    does: 'Đọc thử gói edXML (đưa vào kho bằng import); hoặc ghi văn bản thành gói edXML'
  },
  ocr: { usage: 'ocr [SỐ_KÝ_HIỆU…]', does: 'Đọc chữ từ ảnh quét (không ghi số: mọi văn bản chưa đọc được chữ)' },
  rebuild: { usage: 'rebuild', does: 'Dựng lại cơ sở dữ liệu từ nhật ký kho và tệp gốc' },
  update: {
    usage: 'update GÓI.vankho-update | update --back',
    does: 'Đặt bản chương trình mới từ gói có chữ ký (bản mang theo), hoặc quay về bản trước'
  },
  serve: { usage: 'serve [--port N] [--no-open]', does: 'Mở Văn Khố trong trình duyệt của máy này' },
  demo: { usage: 'demo [--folder THƯ_MỤC] [--no-serve]', does: 'Lập kho mẫu, in chuyện của 221-CV/HU, rồi mở kho' }
} as const satisfies Readonly<Record<string, CommandWords>>

export type CommandName = keyof typeof COMMAND_WORDS

export const LINK_WORDS: Readonly<Record<LinkStatus | 'rejected', string>> = {
  linked: 'đã nối',
  inferred: 'nối theo suy luận',
  ambiguous: 'mơ hồ',
  'date-mismatch': 'lệch ngày',
  missing: 'chưa có trong kho',
  rejected: 'không phải viện dẫn'
}

export const words = {
  title: 'Văn Khố: kho văn bản của Văn phòng cấp ủy',
  usage: 'Cách dùng: vankho LỆNH [tham số] [--archive THƯ_MỤC] [--json]',
  commands: 'Các lệnh:',
  common: [
    'Tham số chung:',
    '  --archive THƯ_MỤC  kho để làm việc (nếu không ghi: kho mở gần nhất)',
    '  --recovery-key-file TỆP   khóa khôi phục của kho đã mã hóa (hoặc biến VANKHO_RECOVERY_KEY_FILE); không có thì dùng mật khẩu',
    '  --account TÊN      tài khoản, nếu kho có tài khoản (hoặc biến VANKHO_ACCOUNT); mật khẩu được hỏi khi chạy',
    '  --password-file TỆP  đọc mật khẩu từ dòng đầu của tệp, “-” là đầu vào chuẩn (hoặc biến VANKHO_PASSWORD_FILE)',
    '  --json             in kết quả cho máy đọc',
    '  --help             in trang này'
  ],
  codes:
    'Mã kết thúc: 0 xong · 1 lỗi · 2 sai tham số · 3 không thấy · 4 hư hỏng · 5 kho đang mở nơi khác · 6 có tệp không nhận · 130 dừng',
  noSuchCommand: (name: string) => `Không có lệnh “${name}”. Xem “vankho --help”.`,
  badOption: (what: string) => `Tham số chưa đúng: ${what}. Xem “vankho --help”.`,
  needs: (what: string) => `Thiếu ${what}. Xem “vankho --help”.`,
  accountOption: '--account TÊN (kho này có tài khoản)',
  passwordFileOption: 'mật khẩu: gõ ở cửa sổ lệnh, hoặc --password-file TỆP',
  askPassword: 'Mật khẩu:',
  file: 'tệp',
  query: 'câu tìm',
  reference: 'số và ký hiệu',
  reportName: (names: readonly string[]) => `tên sổ hoặc danh sách (${names.join(', ')})`,
  folderOption: (name: string) => `--${name} THƯ_MỤC`,
  oldNode: (have: string) => `Văn Khố cần Node 22 trở lên, máy đang chạy ${have}. Chạy bằng “npm run -s vankho -- …”.`,
  several: (reference: string) => `Có nhiều văn bản mang số ${reference}; ghi rõ mã văn bản:`,
  notHeld: (reference: string) => `Trong kho không có văn bản ${reference}.`,
  noHits: 'Không có văn bản nào khớp (đã tìm toàn bộ kho).',
  hits: (shown: number, total: number) => (shown < total ? `${shown} trong ${total} văn bản.` : `${total} văn bản.`),
  noReference: 'không số',
  noSubject: 'chưa có trích yếu',
  stub: 'chưa có trong kho',
  cites: 'Viện dẫn',
  citedBy: 'Được viện dẫn bởi',
  up: 'Dẫn lên',
  down: 'Dẫn xuống',
  nothing: '(không có)',
  truncated: 'Lược đồ còn dài hơn; tăng --depth để xem thêm.',
  again: '(đã in ở trên)',
  summaryTitle: 'Kết quả đưa tệp vào kho',
  summaryHeads: ['Tệp', 'Kết quả', 'Mã văn bản'],
  imported: (filed: number, rest: number) =>
    `Đã vào sổ ${filed} tệp${rest ? `, ${rest} tệp không vào sổ (xem từng dòng)` : ''}.`,
  verified: (ok: boolean, checked: { events: number; documents: number; files: number }, seconds: number) =>
    `${ok ? 'Kho nguyên vẹn' : 'KHO CÓ CHỖ HƯ HỎNG'}: ${checked.events} dòng nhật ký, ${checked.documents} văn bản, ${checked.files} tệp, ${seconds.toFixed(1)} giây.`,
  markNow: (mark: string, line: number) => `Dấu sổ: ${mark} (dòng ${line}).`,
  noMark: 'Dấu sổ gồm 16 chữ và số in ở cuối sổ, thí dụ --head ABCD-EFGH-JKMN-PQRS.',
  markFound: ({ line, at, newer }: Readonly<{ line: number; at: string; newer: number }>) =>
    `Khớp với dòng ${line} ghi lúc ${at}; nhật ký từ đầu đến dòng này còn nguyên${newer > 0 ? `, sau đó đã ghi thêm ${newer} dòng` : ''}.`,
  markMissing:
    'KHÔNG KHỚP: nhật ký kho không có dòng nào mang dấu này. Xem lại dấu; nếu đúng, nhật ký đã bị sửa hoặc bị thay.',
  backedUp: (folder: string) => `Đã sao lưu và kiểm tra lại: ${folder}`,
  restored: (folder: string) => `Đã phục hồi vào ${folder}. Kho đang dùng không bị thay đổi.`,
  rebuilt: (documents: number) => `Đã dựng lại cơ sở dữ liệu: ${documents} văn bản.`,
  ocrLine: (name: string, verdict: string, pages: number, unread: number, doubtful: number) =>
    `${name}: ${verdict}, ${pages} trang${unread ? `, ${unread} trang không đọc được` : ''}${doubtful ? `, ${doubtful} dòng không chắc` : ''}`,
  ocrVerdicts: {
    'ocr-read': 'đã đọc chữ từ ảnh',
    'ocr-partly': 'đọc được một phần',
    'ocr-nothing': 'không thấy chữ nào'
  } as Readonly<Record<string, string>>,
  ocrWaiting: (documents: number) =>
    `${documents} văn bản là ảnh quét, chưa đọc chữ; chạy “vankho ocr” để đọc (mỗi trang khoảng 5–10 giây).`,
  textKinds: {
    'born-digital': 'tệp có chữ',
    scan: 'ảnh quét',
    mixed: 'có trang chữ, có trang ảnh',
    none: 'không có chữ'
  },
  pageCount: (pages: number) => `${pages} trang`,
  readByOcr: (pages: number) => `${pages} trang máy đọc từ ảnh (có thể sai)`,
  readByScanner: (pages: number) => `${pages} trang có lớp chữ do máy quét tạo (có thể sai)`,
  ocrDone: (read: number, rest: number) =>
    `Đã đọc chữ của ${read} tệp${rest ? `, ${rest} tệp chưa đọc được hết` : ''}. Chữ máy đọc có thể sai: chỉ để tìm và nối viện dẫn.`,
  written: (file: string) => `Đã ghi ${file}`,
  serving: 'Văn Khố đang chạy trên máy này. Mở địa chỉ sau trong trình duyệt (chỉ máy này mở được); Ctrl+C để dừng:',
  opened: 'Đã mở cửa sổ Văn Khố. Ctrl+C để dừng.',
  noScreens: 'Chưa dựng màn hình (out/renderer). Chạy “npm run build” trước.',
  stopped: 'Đã đóng kho và dừng.',
  sampleFolder: (folder: string) => `Kho mẫu: ${folder}`,
  sampleFiled: (documents: number, seconds: number) =>
    `Đã đọc và vào sổ ${documents} văn bản trong ${seconds.toFixed(1)} giây.`,
  notTaken: 'Không nhận:',
  linksTitle: 'Viện dẫn:',
  linkCounts: (linked: number, inferred: number, ambiguous: number, mismatch: number, missing: number) =>
    `  đã nối ${linked}, nối theo suy luận ${inferred}, mơ hồ ${ambiguous}, lệch ngày ${mismatch}, chưa có trong kho ${missing}`,
  openQuestions: 'Chưa nối được:',
  andMore: (count: number) => `… và ${count} dòng nữa (màn hình Việc còn lại)`,
  times: (count: number) => `${count} lần`,
  traceFormats: '--format json|csv|graphml',
  traceTitle: (reference: string) => `Lược đồ chỉ đạo của ${reference}:`,
  distributionLog: (file: string) => `Nhật ký chuyển giao (PDF): ${file}`,
  distributionLogHtml: (file: string) =>
    `Chưa tạo được PDF (cần Chromium hoặc Edge); nhật ký chuyển giao (HTML): ${file}`,
  signedBy: 'Ký',
  addressees: 'Kính gửi',
  recipients: 'Nơi nhận',
  delivered: (expected: number, sent: number, acknowledged: number) =>
    `Chuyển giao: phải gửi ${expected}, đã gửi ${sent}, đã ký nhận ${acknowledged}`,
  deliveryStates: {
    'not-sent': 'chưa gửi',
    sent: 'đã gửi, chưa ký nhận',
    received: 'đã nhận, chưa ký nhận',
    acknowledged: 'đã ký nhận',
    returned: 'trả lại',
    recalled: 'thu hồi',
    dismissed: 'không phải gửi',
    unknown: 'chưa có trong danh bạ'
  },
  fields: {
    text: 'Chữ',
    direction: 'Chiều',
    reference: 'Số, ký hiệu',
    type: 'Thể loại',
    issuedOn: 'Ngày',
    place: 'Nơi ban hành',
    issuer: 'Cơ quan ban hành',
    parentBody: 'Cơ quan cấp trên',
    subject: 'Trích yếu',
    urgency: 'Độ khẩn',
    secrecy: 'Độ mật',
    signer: 'Người ký',
    signerTitle: 'Chức vụ',
    authority: 'Quyền ký'
  },
  directions: { incoming: 'đến', outgoing: 'đi', internal: 'nội bộ' }
} as const

/** Words of `vankho encrypt`. */
export const encryptWords = {
  shortest: 8,
  keyFileThere: (file: string) => `Đã có tệp ${file}; chọn tên khác cho --recovery-key-out.`,
  newPasswordOption: '--new-password-file TỆP (dòng đầu là mật khẩu mới)',
  newPassword: 'Mật khẩu mới (ít nhất 8 ký tự, gõ không hiện chữ):',
  again: 'Gõ lại mật khẩu:',
  tooShort: 'Mật khẩu quá ngắn: dùng ít nhất 8 ký tự, ví dụ một câu dễ nhớ.',
  notTheSame: 'Hai lần gõ mật khẩu khác nhau. Chưa làm gì; chạy lại.',
  done: (folder: string, key: string | null, file: string | null) => [
    `Đã lập kho mã hóa ở ${folder}, đã đối chiếu bằng kho cũ. Kho cũ còn nguyên.`,
    ...(key === null ? [`Khóa khôi phục ở tệp ${file}: in ra giấy, cất nơi khóa, rồi xóa tệp.`] : []),
    ...(key === null ? [] : ['Khóa khôi phục (chỉ hiện lần này; chép ra giấy, cất nơi khóa):', `    ${key}`]),
    'Mất cả mật khẩu lẫn khóa khôi phục thì không ai mở được kho nữa.'
  ]
} as const

/** "2021-08-12" → "12/08/2021". */
export function showDay(iso: string | null): string {
  const found = iso ? /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) : null
  return found ? `${found[3]}/${found[2]}/${found[1]}` : 'không ngày'
}
