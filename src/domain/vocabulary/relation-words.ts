import type { DocumentType } from './document-types.ts'
import type { Relation } from './relations.ts'

/**
 * The wordings that say how a document stands to the one it cites (domain.md §8), as pieces of a pattern over folded text.
 * clause: governs every citation behind it in its clause; near: governs only a citation it stands right before
 * ("theo Quyết định số …", not "theo … trong năm tiếp theo"). Where two begin at one place the earlier line wins.
 */
export type RelationWording = Readonly<{ relation: Relation; words: string; reach: 'clause' | 'near' }>

const DO = '(?:thuc hien|trien khai|quan triet|chap hanh|(?<!hieu luc )(?<!chi tiet )thi hanh)'

export const RELATION_WORDINGS: readonly RelationWording[] = [
  clause('amended-by', 'duoc (?:sua doi|bo sung|dieu chinh)[a-z, ]{0,60}? (?:boi|tai|theo|bang)'),
  clause('mentions', '(?:duoc|bi) (?:thay the|bai bo|huy bo) (?:boi|bang|tai|theo)'),
  near('keeps-in-force', '(?:tiep tuc|van|con)(?: co)? hieu luc(?: thi hanh)?'),
  near('expired', 'het hieu luc(?: thi hanh)?'),
  clause('extends', `(?:keo dai|gia han)(?: [a-z]+){0,6}? (?:${DO}|ap dung)`),
  clause('extends', '(?:keo dai|gia han)'),
  clause(
    'continues-implementing',
    `tiep tuc(?: [a-z]+,?){0,5}? ${DO}(?:(?:,| va|,? to chuc) ${DO})*(?: theo(?: dung)?)?`
  ),
  clause('urges', `don doc(?:,? [a-z0-9]+){0,10}? ${DO}`),
  clause('urges', 'don doc'),
  clause('in-spirit-of', 'tinh than(?: cua)?(?: noi dung)?(?: chi dao)?'),
  clause('implements', DO),
  clause('implements', '(?:cu the hoa|hoc tap)'),
  near('implements', 'theo huong dan (?:tai|cua)'),
  clause('replies-to', '(?:tra loi|phuc dap)'),
  near('replies-to', '(?:dong y|thong nhat)(?: voi)?(?: noi dung)?'),
  clause('at-request-of', '(?:theo|xet) (?:van ban )?(?:de nghi|de xuat)'),
  clause('at-request-of', '(?:de nghi|de xuat) cua'),
  near('at-request-of', 'xet(?= to trinh)'),
  clause('on-opinion-of', 'tren co so'),
  near('on-opinion-of', 'sau khi xem xet(?! y kien)'),
  clause('on-opinion-of', 'xem xet y kien'),
  near('follows', '(?:tiep theo|noi tiep)'),
  clause('replaces', '(?:thay the|thay cho)'),
  clause('repeals', '(?:bai bo|huy bo|cham dut hieu luc)'),
  clause(
    'amends',
    '(?<!luat |cac (?:nghi dinh|nghi quyet|thong tu|quyet dinh) )(?:sua doi|(?<!pham vi )dieu chinh)(?:(?:,| va)? bo sung)?'
  ),
  near('amends', '(?<!doi,? |doi va )bo sung(?: mot so)?(?: noi dung| dieu| khoan| diem)'),
  clause('corrects', 'dinh chinh'),
  clause('forwards', '(?:sao gui|sao luc|sao y|gui ban sao)'),
  clause('based-on', '(?:can cu(?: vao)?|chieu theo|xet)'),
  near('based-on', 'theo(?: dung)? quy dinh (?:tai|cua)'),
  near('based-on', '(?<!kem )theo'),
  clause('mentions', '(?:khac voi|phu hop voi|trai voi|so voi|luu y)'),
  near('mentions', '(?:(?:da )?ban hanh|(?:da |va )co)')
]

/** What may stand between a near wording and the citation: "theo điểm 2 Điều 4 Quy chế ban hành kèm theo …". */
export const BETWEEN_NEAR =
  /^(?: |[\d.,:]|(?:tai|cua|cac|noi dung|quy dinh|khoan|diem|dieu|muc|chuong|phan|phu luc|va)(?![a-z])|[ivx]{1,5}(?![a-z])|[a-z](?![a-z])|quy che (?:duoc )?ban hanh kem theo|quy dinh (?:duoc )?ban hanh kem theo|(?:duoc )?ban hanh kem theo)*$/

/** Said behind a citation in the same item: "Quyết định số … hết hiệu lực kể từ ngày …". */
export const WORDINGS_BEHIND: readonly RelationWording[] = [
  clause('expired', '(?<!cung )het hieu luc'),
  clause('keeps-in-force', '(?:tiep tuc|van|con)(?: co)? hieu luc'),
  clause('continues-implementing', `(?:de nghi |van |duoc |can |phai )?tiep tuc ${DO}`),
  clause('continues-implementing', '(?:van|duoc|van duoc) tiep tuc(?=[,.;])')
]

/** Words that begin the subject of a cited document, right behind its number, date and issuer. */
export const SUBJECT_START =
  /^,? ?(?:ve |v\/v |quy dinh |huong dan |ban hanh |phe duyet |sua doi|thong qua |cong bo |giao |chap thuan |tong hop |phe chuan |bai bo |dieu chinh |day manh |tang cuong )/
/** Where a subject ends and the clause goes on. */
export const SUBJECT_END =
  /[;.)\n]|(?:,| va) (?=(?:(?:theo|can cu|xet|tren co so|tiep theo|thuc hien|yeu cau|de nghi cua|de xuat cua|y kien) ))/

/** "…, Ban Thường vụ Huyện ủy đã …": another body begins to act. */
export const NEW_SUBJECT =
  /, (?:Ban|Sở|UBND|Ủy ban|Uỷ ban|Huyện|Tỉnh|Đảng|Văn phòng|Thường trực|Chi bộ|Chủ tịch|Hội|Công an|Phòng) [^,;]{0,60}(?:đã|báo cáo|xây dựng|ban hành|gửi|có ý kiến|trình) /u
/** What is given in a document and carried out: "thực hiện ý kiến chỉ đạo tại Thông báo số …". */
export const DIRECTIONS =
  /(?<![a-z])(?:chi dao|ket luan|y kien|nhiem vu|noi dung|quy dinh|thong bao|muc tieu|giai phap|yeu cau|giao)(?![a-z])/

/** The end of a line above a list of documents, and what such a line may say of them. */
export const LEAD =
  /(?:sau day|sau|van ban|quyet dinh|nghi quyet|thong tu|chi thi|ke hoach|cong van|quy dinh|hieu luc(?: thi hanh)?|can cu) ?:\s?$/
export const LEAD_RELATIONS: ReadonlySet<Relation> = new Set([
  'repeals',
  'replaces',
  'keeps-in-force',
  'expired',
  'forwards',
  'based-on',
  'continues-implementing',
  'amends'
])

/** Types that order something: "theo Chỉ thị số …" is to carry it out; other types under "theo" are a basis. */
export const ORDERING_TYPES: ReadonlySet<DocumentType> = new Set([
  'chi-thi',
  'ke-hoach',
  'chuong-trinh',
  'cong-dien',
  'ket-luan',
  'nghi-quyet'
])

function clause(relation: Relation, words: string): RelationWording {
  return { relation, words, reach: 'clause' }
}

function near(relation: Relation, words: string): RelationWording {
  return { relation, words, reach: 'near' }
}
