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
