import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { CHANNEL_NAMES } from '../../reports/channel-names.ts'

type Names = Readonly<Record<string, string>>

/** A sheet of the export: its file, and the query whose column names are its heads. */
export type ExportTable = Readonly<{
  file: string
  /** What it holds, for the page that explains the folder. */
  about: string
  sql: string
  /** Codes said in words, by head. */
  names?: Readonly<Record<string, Names>>
}>

const DIRECTIONS: Names = { incoming: 'đến', outgoing: 'đi', internal: 'nội bộ' }
const TYPES: Names = Object.fromEntries(Object.entries(DOCUMENT_TYPES).map(([code, { name }]) => [code, name]))
const RELATION_NAMES: Names = Object.fromEntries(Object.entries(RELATIONS).map(([code, { name }]) => [code, name]))
const TEXT_KINDS: Names = {
  'born-digital': 'có chữ',
  scan: 'ảnh quét',
  mixed: 'có chữ và ảnh quét',
  none: 'không có chữ'
}
const ROLES: Names = { main: 'bản chính', appendix: 'phụ lục', signed: 'bản ký', source: 'bản gốc soạn thảo' }
const LINKS: Names = {
  linked: 'đã nối',
  inferred: 'nối theo suy luận',
  ambiguous: 'mơ hồ',
  'date-mismatch': 'lệch ngày',
  missing: 'chưa có trong kho',
  rejected: 'không phải viện dẫn'
}
const NUMBER_STATES: Names = { reserved: 'số chờ', void: 'số hủy' }
const YES: Names = { 0: '', 1: 'có' }

/** Column names of `document` under the heads every sheet uses. */
const DOCUMENT = `d.id AS "Mã văn bản", d.reference AS "Số, ký hiệu", d.issued_on AS "Ngày văn bản"`

export const EXPORT_TABLES: readonly ExportTable[] = [
  {
    file: 'so-dang-ky.csv',
    about: 'mọi văn bản đã vào sổ, mỗi văn bản một dòng, kể cả văn bản đã rút',
    sql: `SELECT d.direction AS "Chiều", d.arrived_on AS "Ngày đến", d.arrival_number AS "Số đến", ${DOCUMENT},
        d.number || coalesce(d.suffix, '') AS "Số", d.symbol AS "Ký hiệu", d.document_type AS "Tên loại",
        d.subject AS "Trích yếu", d.issuer AS "Cơ quan ban hành", d.acting_body AS "Ban hành nhân danh",
        d.parent_body AS "Cơ quan cấp trên", d.place AS "Nơi ban hành", d.authority AS "Thẩm quyền ký",
        d.signer_title AS "Chức vụ người ký", d.signer AS "Người ký", d.urgency AS "Độ khẩn",
        d.handler AS "Đơn vị, người nhận", d.copies AS "Số bản", d.page_count AS "Số trang",
        d.paper_location AS "Nơi để bản giấy", d.note AS "Ghi chú", f.name AS "Phông", d.text_kind AS "Chữ trong tệp",
        d.reviewed AS "Đã rà", d.filed_at AS "Vào sổ lúc", d.filed_by AS "Người vào sổ",
        d.withdrawn_at AS "Rút lúc", d.withdrawn_reason AS "Lý do rút", d.id AS "Thư mục"
      FROM document d LEFT JOIN fonds f ON f.id = coalesce(d.fonds_id, (SELECT id FROM fonds WHERE own = 1))
      ORDER BY d.n`,
    names: { Chiều: DIRECTIONS, 'Tên loại': TYPES, 'Độ khẩn': URGENCY_NAMES, 'Chữ trong tệp': TEXT_KINDS, 'Đã rà': YES }
  },
  {
    file: 'tep.csv',
    about: 'tệp của từng văn bản: nằm ở đâu, tên lúc nhận, mã băm SHA-256',
    sql: `SELECT ${DOCUMENT}, x.role AS "Vai trò", x.name AS "Tên lúc nhận", x.media_type AS "Kiểu tệp",
        x.bytes AS "Số byte", x.pages AS "Số trang", x.text_kind AS "Chữ trong tệp", x.sha256 AS "SHA-256",
        d.id || ' ' || x.sha256 AS "Đường dẫn"
      FROM document_file x JOIN document d ON d.id = x.document_id ORDER BY d.n, x.position`,
    names: { 'Vai trò': ROLES, 'Chữ trong tệp': TEXT_KINDS }
  },
  {
    file: 'noi-nhan.csv',
    about: 'các dòng “Kính gửi” và “Nơi nhận” của từng văn bản',
    sql: `SELECT ${DOCUMENT}, r.list AS "Mục", r.position + 1 AS "Thứ tự", r.text AS "Ghi trên văn bản", r.note AS "Ghi chú"
      FROM recipient_line r JOIN document d ON d.id = r.document_id ORDER BY d.n, r.list, r.position`,
    names: { Mục: { addressees: 'Kính gửi', recipients: 'Nơi nhận' } }
  },
  {
    file: 'chuyen-giao.csv',
    about: 'mỗi lượt chuyển giao một dòng: gửi cho ai, khi nào, ai ký nhận',
    sql: `SELECT ${DOCUMENT}, v.id AS "Mã lượt", b.name AS "Nơi nhận", v.channel AS "Cách gửi", v.copies AS "Số bản",
        v.sent_on AS "Ngày gửi", v.received_on AS "Ngày nhận", v.received_by AS "Người nhận",
        v.acknowledged_on AS "Ngày ký nhận", v.acknowledged_by AS "Người ký nhận", v.basis AS "Căn cứ ghi",
        v.returned_on AS "Ngày trả lại", v.recalled_on AS "Ngày thu hồi", v.cancelled_on AS "Ngày bỏ vì ghi nhầm",
        v.note AS "Ghi chú"
      FROM delivery v JOIN document d ON d.id = v.document_id LEFT JOIN body b ON b.id = v.body_id ORDER BY v.n`,
    names: { 'Cách gửi': CHANNEL_NAMES }
  },
  {
    file: 'vien-dan.csv',
    about: 'mỗi viện dẫn một dòng: văn bản nào dẫn văn bản nào, quan hệ gì, nguyên văn',
    sql: `SELECT ${DOCUMENT}, c.raw AS "Viện dẫn", c.relation AS "Quan hệ", c.reference AS "Số, ký hiệu được dẫn",
        c.issued_on AS "Ngày văn bản được dẫn", c.issuer AS "Cơ quan được dẫn", c.status AS "Tình trạng",
        c.target_id AS "Mã văn bản được dẫn", c.decided AS "Người quyết định", c.page AS "Trang", c.quote AS "Nguyên văn"
      FROM citation c JOIN document d ON d.id = c.document_id ORDER BY d.n, c.position, c.key`,
    names: { 'Quan hệ': RELATION_NAMES, 'Tình trạng': LINKS, 'Người quyết định': YES }
  },
  {
    file: 'danh-ba.csv',
    about: 'danh bạ cơ quan, tổ chức, cá nhân',
    sql: `SELECT b.id AS "Mã", b.name AS "Tên", b.short_name AS "Tên gọi tắt", b.code AS "Ký hiệu", b.level AS "Cấp",
        p.name AS "Cấp trên", b.valid_from AS "Từ ngày", b.valid_to AS "Đến ngày", s.name AS "Cơ quan kế tục",
        b.channel AS "Cách gửi", b.note AS "Ghi chú"
      FROM body b LEFT JOIN body p ON p.id = b.parent_id LEFT JOIN body s ON s.id = b.successor_id ORDER BY b.n`,
    names: { 'Cách gửi': CHANNEL_NAMES }
  },
  {
    file: 'nhom.csv',
    about: 'các nhóm nơi nhận và thành viên theo thời gian',
    sql: `SELECT g.id AS "Mã nhóm", g.name AS "Nhóm", b.name AS "Thành viên", m.from_on AS "Từ ngày", m.to_on AS "Đến ngày"
      FROM body_group g LEFT JOIN group_member m ON m.group_id = g.id LEFT JOIN body b ON b.id = m.body_id
      ORDER BY g.n, m.position`
  },
  {
    file: 'ho-so.csv',
    about: 'danh mục hồ sơ',
    sql: `SELECT o.id AS "Mã", o.code AS "Số, ký hiệu hồ sơ", o.title AS "Tiêu đề", o.heading AS "Đề mục",
        coalesce(o.years || ' năm', 'vĩnh viễn') AS "Thời hạn bảo quản", o.keeper AS "Người lập",
        o.opened_on AS "Ngày mở", o.closed_on AS "Ngày kết thúc", o.paper_location AS "Nơi để", o.note AS "Ghi chú",
        o.removed_at AS "Bỏ lúc", o.removed_reason AS "Lý do bỏ"
      FROM dossier o ORDER BY o.n`
  },
  {
    file: 'ho-so-van-ban.csv',
    about: 'văn bản trong từng hồ sơ, theo thứ tự xếp',
    sql: `SELECT o.code AS "Số, ký hiệu hồ sơ", o.title AS "Tiêu đề", i.position + 1 AS "Thứ tự", ${DOCUMENT},
        d.subject AS "Trích yếu", d.page_count AS "Số trang"
      FROM dossier_document i JOIN dossier o ON o.id = i.dossier_id JOIN document d ON d.id = i.document_id
      ORDER BY o.n, i.position, d.n`
  },
  {
    file: 'but-phe.csv',
    about: 'bút phê của lãnh đạo, đơn vị chủ trì, phối hợp, hạn giải quyết',
    sql: `SELECT ${DOCUMENT}, h.assigned_on AS "Ngày bút phê", h.leader AS "Người bút phê", h.opinion AS "Ý kiến",
        h.main AS "Chủ trì", (SELECT group_concat(value, '; ') FROM json_each(h.co)) AS "Phối hợp", h.due AS "Hạn",
        h.note AS "Ghi chú", r.done_on AS "Xong ngày", r.done_by AS "Người báo xong", r.reply_text AS "Văn bản trả lời"
      FROM handling h JOIN document d ON d.id = h.document_id LEFT JOIN handling_result r ON r.document_id = d.id
      ORDER BY h.n`
  },
  {
    file: 'tien-do.csv',
    about: 'tiến độ giải quyết đã báo',
    sql: `SELECT ${DOCUMENT}, p.on_day AS "Ngày", p.by_whom AS "Người báo", p.text AS "Tiến độ"
      FROM handling_progress p JOIN document d ON d.id = p.document_id ORDER BY p.n`
  },
  {
    file: 'so-khong-van-ban.csv',
    about: 'số chờ và số hủy, không có văn bản',
    sql: `SELECT b.number AS "Số", b.suffix AS "Phụ", b.state AS "Tình trạng", b.for_whom AS "Giữ cho", b.reason AS "Lý do",
        b.at AS "Lúc", b.by AS "Người ghi"
      FROM book_number b WHERE b.used_by IS NULL ORDER BY b.at, b.id`,
    names: { 'Tình trạng': NUMBER_STATES }
  },
  {
    file: 'thu-hoi.csv',
    about: 'thông báo thu hồi, thay thế, đính chính văn bản đã gửi',
    sql: `SELECT ${DOCUMENT}, t.kind AS "Việc", t.given_on AS "Ngày", y.reference AS "Bằng văn bản", t.reason AS "Lý do"
      FROM delivery_notice t JOIN document d ON d.id = t.document_id
      LEFT JOIN document y ON y.id = t.by_document_id ORDER BY t.n`,
    names: { Việc: { recall: 'thu hồi', replace: 'thay thế', correct: 'đính chính' } }
  },
  {
    file: 'phong.csv',
    about: 'các phông trong kho',
    sql: `SELECT id AS "Mã phông", name AS "Tên phông", opened_on AS "Mở ngày", closed_on AS "Kết thúc ngày",
        decision AS "Căn cứ", successor AS "Nơi nhận bàn giao", note AS "Ghi chú" FROM fonds ORDER BY own DESC, name, id`
  }
]

/** Heads whose value is a place in the folder, found by the ids it holds. */
export const FOLDER_HEAD = 'Thư mục'
export const PATH_HEAD = 'Đường dẫn'

export const MISSING_FILE = 'thieu.csv'
export const MISSING_HEADS = ['SHA-256', 'Tên tệp', 'Mã văn bản', 'Vì sao'] as const
export const MISSING_WHY: Readonly<Record<'file-missing' | 'file-changed', string>> = {
  'file-missing': 'tệp gốc không còn trong kho',
  'file-changed': 'tệp gốc trong kho đã bị thay đổi, không chép ra'
}

export const NO_REFERENCE = 'khong-so'
export const NO_YEAR = 'khong-ngay'
export const WITHDRAWN_MARK = '_da-rut'
