/**
 * How one document stands to another it cites (design §10). The name is what screens and prints say;
 * `validity`: the relation touches whether the cited document is in force (domain.md §5.1).
 */
export const RELATIONS = {
  'based-on': { name: 'căn cứ', gold: 'can_cu', validity: false },
  implements: { name: 'thực hiện', gold: 'thuc_hien', validity: false },
  'in-spirit-of': { name: 'theo tinh thần', gold: 'theo_tinh_than', validity: false },
  'continues-implementing': { name: 'tiếp tục thực hiện', gold: 'tiep_tuc_thuc_hien', validity: false },
  'replies-to': { name: 'trả lời', gold: 'tra_loi', validity: false },
  'at-request-of': { name: 'theo đề nghị', gold: 'theo_de_nghi', validity: false },
  'on-opinion-of': { name: 'trên cơ sở', gold: 'tren_co_so', validity: false },
  follows: { name: 'tiếp theo', gold: 'tiep_theo', validity: false },
  replaces: { name: 'thay thế', gold: 'thay_the', validity: true },
  repeals: { name: 'bãi bỏ', gold: 'bai_bo', validity: true },
  amends: { name: 'sửa đổi, bổ sung', gold: 'sua_doi_bo_sung', validity: true },
  corrects: { name: 'đính chính', gold: 'dinh_chinh', validity: true },
  extends: { name: 'kéo dài', gold: 'keo_dai', validity: true },
  'issued-with': { name: 'ban hành kèm theo', gold: 'ban_hanh_kem_theo', validity: false },
  urges: { name: 'đôn đốc', gold: 'don_doc', validity: false },
  forwards: { name: 'sao gửi', gold: 'sao_gui', validity: false },
  'keeps-in-force': { name: 'tiếp tục hiệu lực', gold: 'tiep_tuc_hieu_luc', validity: true },
  expired: { name: 'hết hiệu lực', gold: 'het_hieu_luc', validity: true },
  mentions: { name: 'nhắc đến', gold: 'nhac_den', validity: false },
  'amended-by': { name: 'được sửa đổi bởi', gold: 'duoc_sua_doi_boi', validity: false }
} as const satisfies Readonly<Record<string, { name: string; gold: string; validity: boolean }>>

export type Relation = keyof typeof RELATIONS
export const RELATION_CODES = Object.keys(RELATIONS) as readonly Relation[] as readonly [Relation, ...Relation[]]
