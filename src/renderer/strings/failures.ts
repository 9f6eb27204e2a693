import type { Failure, FailureCode, FailureDetail } from '#contract/failures.ts'
import { showDay } from './dates.ts'
import { fieldWords } from './filing.ts'
import { updateProblem } from './update.ts'

/** What happened, what is safe, what to do (ui README, "Writing"). */
export type FailureWords = Readonly<{ happened: string; safe: string; todo: string }>

const KEPT = 'Các văn bản đã ghi còn nguyên.'
const FILE_KEPT = 'Tệp gốc trên máy còn nguyên, kho không thay đổi.'

type Speak = (detail: FailureDetail) => FailureWords
const say =
  (happened: string, safe: string, todo: string): Speak =>
  () => ({ happened, safe, todo })

const file = (detail: FailureDetail) => (typeof detail.name === 'string' ? `“${detail.name}”` : 'Tệp này')

/** Fields of dialogs that are no fields of the form. */
const OTHER_FIELDS: Readonly<Record<string, string>> = {
  sentOn: 'Ngày gửi',
  on: 'Ngày',
  by: 'Người nhận',
  reason: 'Lý do',
  name: 'Tên',
  aliases: 'Tên gọi khác',
  validFrom: 'Có từ ngày',
  validTo: 'Đến ngày',
  successorId: 'Cơ quan kế tục',
  parentId: 'Trực thuộc',
  returnedOn: 'Ngày thu hồi, trả lại',
  target: 'Là văn bản',
  documentId: 'Văn bản',
  folder: 'Thư mục',
  termStarts: 'Ngày mở nhiệm kỳ',
  acknowledgeDays: 'Nhắc ký nhận sau'
}

/** A field as the screen calls it, by its name in the contract ("form.subject"); null: the screen has no word for it. */
function fieldName(detail: FailureDetail): string | null {
  const name = String(detail.field ?? '')
    .split('.')
    .findLast((part) => !/^\d+$/.test(part))
  if (!name) return null
  if (Object.hasOwn(fieldWords, name)) return fieldWords[name as keyof typeof fieldWords]
  return OTHER_FIELDS[name] ?? null
}

/** "năm 2025", "nhiệm kỳ từ 01/8/2020". */
function bookYear(detail: FailureDetail): string {
  const from = String(detail.from ?? '')
  return detail.period === 'term' ? `nhiệm kỳ từ ${showDay(from)}` : `năm ${from.slice(0, 4)}`
}

function onDay(day: FailureDetail[string] | undefined): string {
  return typeof day === 'string' ? ` ngày ${showDay(day)}` : ''
}

function waiting(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
}

const SPEECH: Readonly<Record<FailureCode, Speak>> = {
  'bad-input': (detail) => ({
    happened: fieldName(detail) ? `Ô “${fieldName(detail)}” có giá trị chưa hợp lệ.` : 'Một ô có giá trị chưa hợp lệ.',
    safe: 'Chưa ghi gì vào kho.',
    todo: 'Xem lại các ô vừa nhập.'
  }),
  'unknown-operation': say('Chương trình và màn hình khác phiên bản.', KEPT, 'Đóng rồi mở lại Văn Khố.'),
  'not-allowed': say('Tài khoản này không được làm việc đó.', KEPT, 'Nhờ văn thư hoặc người quản trị.'),
  'sign-in-needed': say('Phiên làm việc đã kết thúc.', KEPT, 'Đăng nhập lại.'),
  'sign-in-failed': say(
    'Tên hoặc mật khẩu không đúng.',
    KEPT,
    'Nhập lại; nếu quên mật khẩu, nhờ người quản trị đặt lại.'
  ),
  'too-many-tries': (detail) => ({
    happened: 'Đã nhập sai mật khẩu nhiều lần.',
    safe: KEPT,
    todo: `Chờ ${waiting(Number(detail.seconds ?? 0))} rồi nhập lại.`
  }),
  'weak-password': (detail) => ({
    happened:
      detail.problem === 'name'
        ? 'Mật khẩu trùng với tên tài khoản.'
        : detail.problem === 'guessable'
          ? 'Mật khẩu này dễ đoán, ai muốn dò cũng thử nó trước tiên.'
          : 'Mật khẩu quá ngắn hoặc quá dài.',
    safe: 'Mật khẩu chưa được đặt.',
    todo: `Dùng từ ${detail.least ?? 8} đến ${detail.most ?? 200} ký tự, ví dụ một câu dễ nhớ.`
  }),
  'approval-needed': say('Việc này cần lãnh đạo đồng ý.', KEPT, 'Gửi đề nghị để lãnh đạo quyết định.'),
  'not-found': say('Không còn thấy văn bản hoặc mục này trong kho.', KEPT, 'Trở lại danh sách và mở lại.'),
  'no-archive': say('Chưa mở kho nào.', 'Không có gì bị thay đổi.', 'Mở kho đã có hoặc lập kho mới.'),
  'archive-missing': say(
    'Thư mục này không phải là kho văn bản.',
    'Không có gì bị thay đổi.',
    'Chọn thư mục có tệp archive.json.'
  ),
  'archive-exists': say('Thư mục này đã có một kho.', 'Kho đó còn nguyên.', 'Mở kho đó, hoặc chọn thư mục khác.'),
  'archive-newer': say('Kho do bản Văn Khố mới hơn ghi.', 'Kho không bị thay đổi.', 'Cài bản Văn Khố mới rồi mở lại.'),
  'archive-locked': say(
    'Kho đang mở ở một chương trình khác.',
    'Kho không bị thay đổi.',
    'Đóng chương trình kia rồi mở lại.'
  ),
  'archive-sealed': say(
    'Kho này đã mã hóa và đang khóa.',
    'Kho không bị thay đổi.',
    'Nhập mật khẩu hoặc khóa khôi phục để mở.'
  ),
  'key-wrong': (detail) =>
    detail.problem === 'mistyped'
      ? {
          happened:
            typeof detail.group === 'number'
              ? `Khóa khôi phục gõ sai ở nhóm thứ ${detail.group}.`
              : 'Khóa khôi phục thiếu hoặc thừa ký tự.',
          safe: 'Kho không bị thay đổi.',
          todo: 'Gõ lại đúng như trên tờ giấy: 6 nhóm, mỗi nhóm 6 ký tự.'
        }
      : {
          happened:
            detail.problem === 'password'
              ? 'Mật khẩu không mở được kho này.'
              : 'Khóa khôi phục không phải của kho này.',
          safe: 'Kho không bị thay đổi.',
          todo: 'Nhập lại; quên mật khẩu thì dùng khóa khôi phục trên tờ giấy đã in.'
        },
  'key-file-lost': (detail) => ({
    happened:
      detail.problem === 'missing'
        ? 'Không thấy tệp khóa (keys.json) của kho đã mã hóa.'
        : 'Tệp khóa (keys.json) của kho đã mã hóa bị hỏng.',
    safe: 'Kho không bị thay đổi, nhưng chưa mở được.',
    todo: 'Chép keys.json từ bản sao lưu của chính kho này vào thư mục kho, rồi mở lại.'
  }),
  'archive-damaged': say(
    'Kho có chỗ hư hỏng.',
    'Nhật ký kho và tệp gốc không bị chương trình sửa.',
    'Vào Kho, kiểm tra toàn bộ để biết chỗ hỏng.'
  ),
  'archive-read-only': say('Kho đang ở chế độ chỉ đọc, chưa ghi được.', KEPT, 'Vào Kho xem lý do, rồi mở lại kho.'),
  'folder-unusable': say(
    'Không dùng được thư mục này để đặt kho.',
    'Không có gì bị thay đổi.',
    'Chọn thư mục trống trên ổ của máy, ghi được, không phải ổ mạng hay thư mục đồng bộ.'
  ),
  'disk-full': say('Ổ đĩa đã đầy, chưa ghi được.', KEPT, 'Dọn ổ để trống ít nhất 500 MB, rồi ghi lại.'),
  'io-error': (detail) =>
    detail.printer === undefined
      ? { happened: 'Ổ đĩa không ghi hoặc không đọc được.', safe: KEPT, todo: 'Kiểm tra ổ đĩa, rồi mở lại kho.' }
      : {
          happened: 'Trình duyệt của máy không tạo được tệp PDF: bị treo hoặc tự đóng.',
          safe: KEPT,
          todo: 'Lưu lại lần nữa; chưa được thì lưu Word, Excel, trang web, hoặc bấm In.'
        },
  'file-empty': (detail) => ({
    happened: `${file(detail)} rỗng, không có nội dung.`,
    safe: FILE_KEPT,
    todo: 'Quét hoặc lưu lại tệp.'
  }),
  'file-too-large': (detail) => ({
    happened: `${file(detail)} quá lớn.`,
    safe: FILE_KEPT,
    todo: 'Quét lại ở 200–300 dpi hoặc tách nhỏ.'
  }),
  'file-encrypted': (detail) => ({
    happened: `${file(detail)} có mật khẩu.`,
    safe: FILE_KEPT,
    todo: 'Lưu một bản không mật khẩu, rồi thêm lại.'
  }),
  'file-damaged': (detail) => ({
    happened: `${file(detail)} hỏng, không đọc được.`,
    safe: FILE_KEPT,
    todo: 'Xin lại tệp hoặc quét lại bản giấy.'
  }),
  'file-unread': (detail) => ({
    happened: `Chưa đọc được nội dung ${file(detail)}: tệp đòi nhiều bộ nhớ hoặc thời gian hơn mức cho phép.`,
    safe: FILE_KEPT,
    todo: 'Mở tệp xem, rồi ghi vào sổ bằng tay.'
  }),
  'file-unsupported': (detail) => ({
    happened: `${file(detail)} không phải PDF, Word (DOCX, DOC), ODT, RTF, tệp chữ hay ảnh quét.`,
    safe: FILE_KEPT,
    todo: 'Chuyển sang PDF rồi thêm lại.'
  }),
  'secret-refused': (detail) => ({
    happened: `${file(detail)} có dấu mật: không nhận tệp này.`,
    safe: 'Không giữ lại nội dung.',
    todo: 'Quản lý văn bản này theo chế độ bảo mật.'
  }),
  duplicate: (detail) => ({
    happened: detail.reference
      ? `Đã có ${String(detail.reference)} trong kho.`
      : 'Văn bản hoặc tệp này đã có trong kho.',
    safe: KEPT,
    todo: 'Mở văn bản đã có, hoặc thêm tệp vào văn bản đó.'
  }),
  'missing-field': (detail) => ({
    happened: fieldName(detail) ? `Thiếu ${fieldName(detail)?.toLowerCase()}.` : 'Còn thiếu một ô phải có.',
    safe: 'Chưa ghi gì vào kho.',
    todo: 'Nhập thêm rồi ghi lại.'
  }),
  'number-taken': (detail) => ({
    happened: `Số ${detail.reference ?? detail.number ?? ''} đã có trong sổ${
      detail.state === 'void' ? ' (số đã hủy)' : detail.state === 'reserved' ? ' (số giữ chờ)' : ''
    }.`,
    safe: 'Chưa ghi gì vào sổ.',
    todo: `Lấy số tiếp theo (${detail.next ?? ''})${
      detail.nextSuffix ? `, hoặc số ${detail.number ?? ''}${detail.nextSuffix}` : ''
    }, hoặc ghi lý do dùng trùng số.`
  }),
  'book-closed': (detail) => ({
    happened: `Sổ ${bookYear(detail)} đã đóng${onDay(detail.closedOn)}.`,
    safe: 'Sổ đã đóng còn nguyên, chưa ghi gì.',
    todo: 'Xem lại ngày, hoặc mở lại sổ (ghi lý do) ở Sổ và số rồi làm lại.'
  }),
  'fonds-closed': (detail) => ({
    happened: `Cơ quan đã kết thúc hoạt động${onDay(detail.closedOn)}, các sổ không cấp số nữa.`,
    safe: 'Các sổ đã đóng còn nguyên, chưa ghi gì.',
    todo: 'Văn bản có ngày trước đó vẫn vào kho được, giữ nguyên số trên văn bản. Sửa dòng sổ đã đóng thì mở lại phông (ghi lý do) ở Sổ và số.'
  }),
  'outside-book': (detail) => ({
    happened: `Ngày ${showDay(String(detail.day ?? ''))} thuộc sổ ${bookYear(detail)}, không thuộc sổ đang chọn.`,
    safe: 'Chưa cấp số nào.',
    todo: 'Xem lại ngày, hoặc chọn đúng sổ.'
  }),
  conflict: say('Văn bản đã được sửa, rút, hoặc sổ đã đóng trong lúc này.', KEPT, 'Mở lại để thấy bản mới nhất.'),
  'dossier-empty': (detail) => ({
    happened: `${String(detail.name ?? 'Hồ sơ')} không có văn bản nào để giao.`,
    safe: 'Chưa ghi gói nào.',
    todo: 'Bỏ hồ sơ trống ra khỏi danh sách giao, hoặc xếp văn bản vào hồ sơ rồi làm lại.'
  }),
  'dossier-closed': say(
    'Hồ sơ này đã kết thúc, không thêm bớt được nữa.',
    KEPT,
    'Mở lại hồ sơ (ghi lý do) rồi sửa, hoặc chọn hồ sơ khác.'
  ),
  'secret-book-off': say(
    'Cơ quan chưa mở sổ văn bản mật trong chương trình này.',
    'Chưa ghi gì. Các dòng đã ghi trước đây, nếu có, còn nguyên.',
    'Mở sổ ở Kho, mục Cơ quan, sau khi đọc điều kiện và ghi lý do.'
  ),
  'secret-subject-refused': say(
    'Dòng sổ của văn bản Tuyệt mật không ghi trích yếu.',
    'Chưa ghi gì vào sổ.',
    'Xóa phần trích yếu rồi ghi lại.'
  ),
  'update-refused': (detail) => ({
    happened: updateProblem(detail.problem),
    safe: 'Bản đang dùng và kho còn nguyên.',
    todo: 'Lấy lại gói cập nhật từ nơi phát hành, rồi thử lại.'
  }),
  'no-printer': say(
    'Máy này không có Chromium hoặc Edge để tạo tệp PDF.',
    KEPT,
    'Bấm In và chọn “Lưu thành PDF”, hoặc lưu Word, Excel, trang web.'
  ),
  'no-ocr': say(
    'Bản cài này không có bộ đọc chữ từ ảnh.',
    KEPT,
    'Nhờ người cài đặt bổ sung, hoặc thêm bản Word hay PDF có chữ.'
  ),
  cancelled: say('Đã dừng theo yêu cầu.', 'Phần đã làm xong được giữ.', ''),
  internal: (detail) =>
    detail.problem === 'unreached'
      ? { happened: 'Chương trình nền không trả lời.', safe: KEPT, todo: 'Đóng cửa sổ này rồi mở lại Văn Khố.' }
      : {
          happened: 'Chương trình gặp lỗi khi làm việc này.',
          safe: KEPT,
          todo: 'Thử lại; nếu vẫn lỗi, mở lại Văn Khố.'
        }
}

/** Words for a failure of the contract; null: an error of the screen itself. */
export function failureWords(failure: Pick<Failure, 'code' | 'detail'> | null): FailureWords {
  if (!failure) return SPEECH.internal({})
  return SPEECH[failure.code](failure.detail)
}

/** True for a code of the closed list (job results carry others too). */
export function isFailureCode(code: string): code is FailureCode {
  return Object.hasOwn(SPEECH, code)
}
