import type { Failure, FailureCode, FailureDetail } from '#contract/failures.ts'

/** What happened, what is safe, what to do (ui README, "Writing"), for the command line. */
type Speech = readonly [happened: string, safe: string, todo: string]

const KEPT = 'Các văn bản đã ghi còn nguyên.'
const FILE_KEPT = 'Tệp gốc trên máy còn nguyên.'
const UNTOUCHED = 'Không có gì bị thay đổi.'

const SPEECH: Readonly<Record<FailureCode, (detail: FailureDetail) => Speech>> = {
  'bad-input': (detail) => [`Tham số chưa hợp lệ${named(detail.field)}.`, UNTOUCHED, 'Xem “vankho --help”.'],
  'unknown-operation': () => ['Chương trình không có việc này.', UNTOUCHED, 'Cài lại Văn Khố.'],
  'not-allowed': () => ['Tài khoản này không được làm việc đó.', UNTOUCHED, 'Nhờ văn thư hoặc người quản trị.'],
  'sign-in-needed': () => ['Kho này có tài khoản: phải đăng nhập.', KEPT, 'Thêm --account TÊN và nhập mật khẩu.'],
  'sign-in-failed': () => ['Tên hoặc mật khẩu không đúng.', KEPT, 'Chạy lại; nếu quên, nhờ người quản trị đặt lại.'],
  'too-many-tries': (detail) => [
    'Đã nhập sai mật khẩu nhiều lần.',
    KEPT,
    `Chờ ${detail.seconds ?? 'vài'} giây rồi chạy lại.`
  ],
  'weak-password': (detail) => [
    'Mật khẩu quá ngắn, quá dài, dễ đoán hoặc trùng tên tài khoản.',
    UNTOUCHED,
    `Dùng từ ${detail.least ?? 8} đến ${detail.most ?? 200} ký tự.`
  ],
  'approval-needed': () => ['Việc này cần lãnh đạo đồng ý.', KEPT, 'Gửi đề nghị trong Văn Khố.'],
  'not-found': (detail) => [
    `Không thấy${named(detail.name ?? detail.reference)}.`,
    UNTOUCHED,
    'Kiểm tra lại số, ký hiệu hoặc đường dẫn.'
  ],
  'no-archive': () => ['Chưa có kho nào được mở.', UNTOUCHED, 'Thêm --archive THƯ_MỤC, hoặc lập kho trong Văn Khố.'],
  'archive-missing': () => ['Thư mục này không phải là kho văn bản.', UNTOUCHED, 'Chọn thư mục có tệp archive.json.'],
  'archive-exists': () => ['Thư mục này đã có một kho.', 'Kho đó còn nguyên.', 'Chọn thư mục khác.'],
  'archive-newer': () => ['Kho do bản Văn Khố mới hơn ghi.', UNTOUCHED, 'Cài bản Văn Khố mới rồi chạy lại.'],
  'archive-locked': () => ['Kho đang mở ở một chương trình khác.', UNTOUCHED, 'Đóng chương trình kia rồi chạy lại.'],
  'archive-sealed': () => [
    'Kho đã mã hóa, cần mật khẩu hoặc khóa khôi phục.',
    UNTOUCHED,
    'Thêm --password-file TỆP hoặc --recovery-key-file TỆP, hoặc chạy ở cửa sổ dòng lệnh để nhập.'
  ],
  'key-wrong': (detail) =>
    detail.problem === 'mistyped'
      ? [
          detail.group === null
            ? 'Khóa khôi phục thiếu hoặc thừa ký tự.'
            : `Khóa khôi phục gõ sai ở nhóm thứ ${detail.group}.`,
          UNTOUCHED,
          'Gõ lại đúng như trên tờ giấy: 6 nhóm, mỗi nhóm 6 ký tự.'
        ]
      : [
          detail.problem === 'password' ? 'Mật khẩu không mở được kho này.' : 'Khóa khôi phục không phải của kho này.',
          UNTOUCHED,
          'Nhập lại; quên mật khẩu thì dùng khóa khôi phục trên tờ giấy đã in.'
        ],
  'key-file-lost': (detail) => [
    detail.problem === 'missing'
      ? 'Không thấy tệp khóa (keys.json) của kho đã mã hóa.'
      : 'Tệp khóa (keys.json) của kho đã mã hóa bị hỏng.',
    UNTOUCHED,
    'Chép keys.json từ bản sao lưu của chính kho này vào thư mục kho.'
  ],
  'archive-damaged': (detail) => [
    `Kho hoặc bản sao lưu có chỗ hư hỏng${named(detail.problem ?? detail.code)}.`,
    'Nhật ký kho và tệp gốc không bị chương trình sửa.',
    'Chạy “vankho verify --deep” để biết chỗ hỏng.'
  ],
  'archive-read-only': () => ['Kho đang ở chế độ chỉ đọc, chưa ghi được.', KEPT, 'Chạy “vankho verify” để biết lý do.'],
  'folder-unusable': () => [
    'Không dùng được thư mục này.',
    UNTOUCHED,
    'Chọn thư mục trống trên ổ của máy, ghi được, không phải ổ mạng hay thư mục đồng bộ.'
  ],
  'disk-full': () => ['Ổ đĩa đã đầy, chưa ghi được.', KEPT, 'Dọn ổ để trống ít nhất 500 MB rồi chạy lại.'],
  'io-error': (detail) =>
    detail.printer === undefined
      ? ['Ổ đĩa không ghi hoặc không đọc được.', KEPT, 'Kiểm tra ổ đĩa rồi chạy lại.']
      : ['Trình duyệt của máy không tạo được tệp PDF.', KEPT, 'Chạy lại, hoặc dùng --format docx, xlsx, html.'],
  'file-empty': () => ['Tệp rỗng, không có nội dung.', FILE_KEPT, 'Quét hoặc lưu lại tệp.'],
  'file-too-large': () => ['Tệp quá lớn (quá 200 MB).', FILE_KEPT, 'Quét lại ở 200–300 dpi hoặc tách nhỏ.'],
  'file-encrypted': () => ['Tệp có mật khẩu.', FILE_KEPT, 'Lưu một bản không mật khẩu rồi thêm lại.'],
  'file-damaged': () => ['Tệp hỏng, không đọc được.', FILE_KEPT, 'Xin lại tệp hoặc quét lại bản giấy.'],
  'file-unread': () => [
    'Chưa đọc được nội dung: tệp đòi nhiều bộ nhớ hoặc thời gian hơn mức cho phép.',
    FILE_KEPT,
    'Mở tệp xem có dấu Mật không, rồi ghi vào sổ bằng tay ở màn hình Vào sổ.'
  ],
  'file-unsupported': () => [
    'Tệp không phải PDF, Word (DOCX, DOC), ODT, RTF, tệp chữ hay ảnh quét.',
    FILE_KEPT,
    'Chuyển sang PDF rồi thêm lại.'
  ],
  'secret-refused': () => [
    'Có dấu mật: không nhận tệp này.',
    'Không giữ lại nội dung.',
    'Quản lý văn bản này theo chế độ bảo mật.'
  ],
  duplicate: () => ['Văn bản hoặc tệp này đã có trong kho.', KEPT, 'Mở văn bản đã có.'],
  'missing-field': (detail) => [
    `Còn thiếu một ô phải có${named(detail.field)}.`,
    UNTOUCHED,
    'Vào sổ bằng màn hình để nhập thêm.'
  ],
  'number-taken': (detail) => [
    `Số đã có trong sổ${named(detail.reference ?? detail.number)}.`,
    KEPT,
    'Lấy số tiếp theo, hoặc ghi lý do dùng trùng số.'
  ],
  'book-closed': (detail) => [`Sổ đã đóng${named(detail.from)}.`, KEPT, 'Xem lại ngày, hoặc mở lại sổ trong Văn Khố.'],
  'fonds-closed': () => [
    'Cơ quan đã kết thúc hoạt động, các sổ không cấp số nữa.',
    KEPT,
    'Chỉ vào kho được văn bản có ngày trước khi kết thúc.'
  ],
  'outside-book': (detail) => [
    `Ngày của văn bản thuộc sổ khác${named(detail.from)}.`,
    KEPT,
    'Xem lại ngày, hoặc chọn đúng sổ.'
  ],
  conflict: () => ['Văn bản đã được sửa hoặc rút trong lúc này.', KEPT, 'Chạy lại.'],
  'dossier-empty': (detail) => [
    `Không có văn bản nào để giao${named(detail.name)}.`,
    UNTOUCHED,
    'Bỏ hồ sơ trống ra khỏi danh sách giao.'
  ],
  'dossier-closed': () => ['Hồ sơ này đã kết thúc.', KEPT, 'Mở lại hồ sơ trên màn hình rồi làm lại.'],
  'secret-book-off': () => ['Cơ quan chưa mở sổ văn bản mật.', UNTOUCHED, 'Mở sổ trong Văn Khố, mục Kho, Cơ quan.'],
  'secret-subject-refused': () => ['Dòng sổ Tuyệt mật không ghi trích yếu.', UNTOUCHED, 'Bỏ phần trích yếu.'],
  'update-refused': (detail) => [
    `Không nhận gói cập nhật này${named(detail.problem)}.`,
    'Bản đang dùng và kho còn nguyên.',
    'Lấy lại gói từ nơi phát hành.'
  ],
  'no-printer': () => [
    'Máy này không có Chromium hoặc Edge để tạo tệp PDF.',
    KEPT,
    'Dùng --format docx hoặc xlsx; hoặc --format html rồi in bằng trình duyệt.'
  ],
  'no-ocr': () => [
    'Bản cài này không có bộ đọc chữ từ ảnh.',
    KEPT,
    'Cài lại đủ các gói kèm theo (npm ci), rồi chạy lại.'
  ],
  cancelled: () => ['Đã dừng theo yêu cầu.', 'Phần đã làm xong được giữ.', ''],
  internal: () => ['Chương trình gặp lỗi khi làm việc này.', KEPT, 'Chạy lại; nếu vẫn lỗi, chạy “vankho verify”.']
}

function named(value: FailureDetail[string] | undefined): string {
  return value === undefined || value === null || value === '' ? '' : ` (${String(value)})`
}

/** The message of a failure, one line. */
export function failureMessage(failure: Pick<Failure, 'code' | 'detail'>): string {
  return SPEECH[failure.code](failure.detail).filter(Boolean).join(' ')
}

/** Why a file was not taken, in a few words; job lines carry codes of their own besides the contract's. */
export function fileVerdict(code: string): string {
  if (code in VERDICTS) return VERDICTS[code] ?? code
  return code in SPEECH ? SPEECH[code as FailureCode]({})[0].replace(/\.$/, '') : code
}

const VERDICTS: Readonly<Record<string, string>> = {
  filed: 'đã vào sổ',
  ok: 'đọc được',
  waiting: 'đang chờ rà',
  unreadable: 'đã vào sổ, chưa đọc được nội dung',
  'not-a-file': 'lối tắt, liên kết hoặc không phải tệp; không mở theo',
  'no-text': 'không có chữ để đọc',
  duplicate: 'đã có trong kho'
}
