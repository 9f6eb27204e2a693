import { fold } from '../text/fold.ts'

/**
 * Thể loại (Quy định 399-QĐ/TW; NĐ 30/2020/NĐ-CP Phụ lục III; practice). `symbols`: abbreviations met in a symbol.
 * QĐ stands for Quyết định and Quy định alike: the title decides (domain.md §3.2).
 */
export const DOCUMENT_TYPES = {
  'nghi-quyet': { name: 'Nghị quyết', symbols: ['NQ'] },
  'quyet-dinh': { name: 'Quyết định', symbols: ['QĐ'] },
  'quy-dinh': { name: 'Quy định', symbols: ['QĐ', 'QĐi', 'QyĐ'] },
  'chi-thi': { name: 'Chỉ thị', symbols: ['CT'] },
  'ket-luan': { name: 'Kết luận', symbols: ['KL'] },
  'quy-che': { name: 'Quy chế', symbols: ['QC'] },
  'thong-tri': { name: 'Thông tri', symbols: ['TT'] },
  'thong-tu': { name: 'Thông tư', symbols: ['TT'] },
  'thong-tu-lien-tich': { name: 'Thông tư liên tịch', symbols: ['TTLT'] },
  'thong-cao': { name: 'Thông cáo', symbols: ['TC'] },
  'huong-dan': { name: 'Hướng dẫn', symbols: ['HD'] },
  'thong-bao': { name: 'Thông báo', symbols: ['TB'] },
  'bao-cao': { name: 'Báo cáo', symbols: ['BC'] },
  'ke-hoach': { name: 'Kế hoạch', symbols: ['KH'] },
  'quy-hoach': { name: 'Quy hoạch', symbols: ['QH'] },
  'chuong-trinh': { name: 'Chương trình', symbols: ['CTr', 'CTR'] },
  'chien-luoc': { name: 'Chiến lược', symbols: ['CL'] },
  'de-an': { name: 'Đề án', symbols: ['ĐA'] },
  'phuong-an': { name: 'Phương án', symbols: ['PA'] },
  'du-an': { name: 'Dự án', symbols: ['DA'] },
  'to-trinh': { name: 'Tờ trình', symbols: ['TTr', 'TTR', 'TTrr'] },
  'cong-van': { name: 'Công văn', symbols: ['CV'] },
  'cong-dien': { name: 'Công điện', symbols: ['CĐ'] },
  'bien-ban': { name: 'Biên bản', symbols: ['BB'] },
  'quy-trinh': { name: 'Quy trình', symbols: ['QTr'] },
  'nghi-dinh': { name: 'Nghị định', symbols: ['NĐ'] },
  luat: { name: 'Luật', symbols: ['QH'] },
  'bo-luat': { name: 'Bộ luật', symbols: ['QH'] },
  'phap-lenh': { name: 'Pháp lệnh', symbols: ['PL', 'UBTVQH'] },
  lenh: { name: 'Lệnh', symbols: ['L'] },
  'dieu-le': { name: 'Điều lệ', symbols: ['ĐL'] },
  'hiep-dinh': { name: 'Hiệp định', symbols: [] },
  'giay-moi': { name: 'Giấy mời', symbols: ['GM'] },
  'giay-gioi-thieu': { name: 'Giấy giới thiệu', symbols: ['GGT', 'GT'] },
  'phieu-chuyen': { name: 'Phiếu chuyển', symbols: ['PC'] },
  'phieu-gui': { name: 'Phiếu gửi', symbols: ['PG'] },
  'thu-cong': { name: 'Thư công', symbols: [] },
  'tuyen-bo': { name: 'Tuyên bố', symbols: ['TBố'] },
  'loi-keu-goi': { name: 'Lời kêu gọi', symbols: [] },
  'ban-sao': { name: 'Bản sao', symbols: ['BS', 'SY', 'SL', 'TrS'] }
} as const satisfies Readonly<Record<string, { name: string; symbols: readonly string[] }>>

export type DocumentType = keyof typeof DOCUMENT_TYPES
export const DOCUMENT_TYPE_CODES = Object.keys(DOCUMENT_TYPES) as readonly DocumentType[] as readonly [
  DocumentType,
  ...DocumentType[]
]

type SymbolUse = Readonly<{ separator: '-' | '/'; symbol: string }>

const BY_NAME: ReadonlyMap<string, DocumentType> = new Map(
  DOCUMENT_TYPE_CODES.map((code) => [fold(DOCUMENT_TYPES[code].name), code])
)
/** Names as they stand in running text, folded, longest first: for building patterns. */
export const FOLDED_TYPE_NAMES: readonly string[] = [...BY_NAME.keys()].toSorted((a, b) => b.length - a.length)

/** The type of a name however it is cased or marked ("CHỈ THỊ", "chi thi"); null when it is none. */
export function documentTypeOfName(name: string): DocumentType | null {
  return BY_NAME.get(fold(name.normalize('NFC')).replace(/\s+/g, ' ').trim()) ?? null
}

const BY_SYMBOL = bySymbol((symbol) => symbol)
const BY_FOLDED_SYMBOL = bySymbol(fold)

/** Types whose abbreviation this is ("QĐ" → Quyết định, Quy định); without marks where none has it letter for letter. */
export function documentTypesOfCode(code: string): readonly DocumentType[] {
  const plain = code.normalize('NFC')
  return BY_SYMBOL.get(plain) ?? BY_FOLDED_SYMBOL.get(fold(plain)) ?? []
}

/** The type's part of a symbol: "CV/TU" → CV, "2022/NĐ-CP" → NĐ, "UBND-KTTH" → UBND. */
export function typeCodeOf(symbol: string): string {
  return symbol.replace(/^\d{4}\//, '').split(/[-/]/)[0] ?? ''
}

/**
 * The type a symbol tells by itself. TT is Thông tri with the Party's dash and Thông tư with the State's slash; QĐ is
 * Quyết định there and undecided here; a State symbol without a type is a Công văn ("574/UBND-KTTH"). null: undecided.
 */
export function documentTypeOfSymbol(reference: SymbolUse): DocumentType | null {
  const code = typeCodeOf(reference.symbol)
  const types = documentTypesOfCode(code)
  const state = reference.separator === '/'
  const parts = reference.symbol.split(/[-/]/)
  if (types.includes('thong-tri')) return state ? 'thong-tu' : 'thong-tri'
  if (types.includes('quyet-dinh')) return state ? 'quyet-dinh' : null
  if (types.length === 1) return types[0] ?? null
  return state && types.length === 0 && parts.length === 2 && /^\p{Lu}{2,}$/u.test(code) ? 'cong-van' : null
}

function bySymbol(key: (symbol: string) => string): ReadonlyMap<string, readonly DocumentType[]> {
  const types = new Map<string, DocumentType[]>()
  for (const type of DOCUMENT_TYPE_CODES) {
    for (const symbol of DOCUMENT_TYPES[type].symbols) {
      const held = types.get(key(symbol)) ?? []
      if (!held.includes(type)) types.set(key(symbol), [...held, type])
    }
  }
  return types
}
