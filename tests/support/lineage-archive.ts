import type { DocumentForm } from '#contract/schemas.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'

/** A seeded office's chain of orders: who cites whom, said before any archive is made of it. */
export type LineagePaper = Readonly<{ key: string; form: Partial<DocumentForm>; cites: readonly LineageCite[] }>
export type LineageCite = Readonly<{ key: string; relation: Relation; quote: string }>

const COMMUNES = [
  'Đạ Tông',
  'Phi Liêng',
  'Rô Men',
  "Đạ K'Nàng",
  'Liêng Srônh',
  'Đạ Long',
  'Đạ Rsal',
  'Đạ M’rông'
] as const
const MATTERS = [
  'tăng cường quản lý thông tin trên mạng xã hội',
  'đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'công tác phòng, chống dịch COVID-19',
  'công tác dân vận trong vùng đồng bào dân tộc thiểu số',
  'kiểm tra, giám sát và kỷ luật đảng'
] as const

/** So many papers of one matter: one of the centre, few of the province, some of the district, the rest of communes. */
export function lineagePapers(count: number, seed = 1): readonly LineagePaper[] {
  const random = sequence(seed)
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T
  const papers: LineagePaper[] = []
  const provinces: string[] = []
  const districts: string[] = []
  const matter = pick(MATTERS)
  const add = (key: string, form: Partial<DocumentForm>, cites: readonly LineageCite[]) =>
    papers.push({ key, form: { subject: matter, ...form }, cites })
  add('tw1', paper('35', 'NQ/TW', 'nghi-quyet', '2018-10-22', 'Bộ Chính trị', 'incoming'), [])
  add('tw2', paper('102', 'KL/TW', 'ket-luan', '2020-11-05', 'Ban Bí thư', 'incoming'), [
    cite('tw1', 'in-spirit-of', '35-NQ/TW')
  ])
  for (let n = 1; papers.length < count; n++) {
    const on = day(Math.floor((n / count) * 1100) + Math.floor(random() * 20))
    const share = random()
    const number = String(40 + n)
    if (provinces.length === 0 || share < 0.06) {
      const from = random() < 0.5 ? cite('tw1', 'implements', '35-NQ/TW') : cite('tw2', 'implements', '102-KL/TW')
      add(`tu${n}`, paper(number, 'CV/TU', 'cong-van', on, 'Ban Thường vụ Tỉnh ủy', 'incoming'), [from])
      provinces.push(`tu${n}`)
    } else if (districts.length === 0 || share < 0.22) {
      const above = pick(provinces)
      const own =
        districts.length > 2 && random() < 0.3 ? [cite(pick(districts), 'continues-implementing', 'văn bản trước')] : []
      add(`hu${n}`, paper(number, 'CV/HU', 'cong-van', on, 'Huyện ủy Đam Rông', 'outgoing'), [
        cite(above, 'implements', above),
        ...own
      ])
      districts.push(`hu${n}`)
    } else {
      const type = pick(['KH', 'BC', 'CV'] as const)
      const relation = type === 'BC' ? 'replies-to' : 'implements'
      const above = random() < 0.7 ? (districts[0] ?? '') : pick(districts)
      const kind: DocumentType = type === 'KH' ? 'ke-hoach' : type === 'BC' ? 'bao-cao' : 'cong-van'
      add(`xa${n}`, paper(number, `${type}/ĐU`, kind, on, `Đảng ủy xã ${pick(COMMUNES)}`, 'incoming'), [
        cite(above, relation, above)
      ])
    }
  }
  return papers
}

function paper(
  number: string,
  symbol: string,
  documentType: DocumentType,
  issuedOn: string,
  issuer: string,
  direction: 'incoming' | 'outgoing'
): Partial<DocumentForm> {
  const arrived = direction === 'incoming' ? { arrivedOn: issuedOn } : {}
  return { number, symbol, documentType, issuedOn, issuer, direction, signer: 'Nguyễn Văn A', ...arrived }
}

function cite(key: string, relation: Relation, what: string): LineageCite {
  return { key, relation, quote: `Thực hiện ${what} về việc này, cơ quan triển khai các nội dung sau đây.` }
}

function day(after: number): string {
  return new Date(Date.UTC(2021, 0, 4) + after * 86_400_000).toISOString().slice(0, 10)
}

function sequence(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}
