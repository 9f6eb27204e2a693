type Detail = Readonly<Record<string, string | number>>

/** What `export`, `hand-over` and `edxml` say. */
export const exportWords = {
  exported: (folder: string, detail: Detail): string =>
    `Đã xuất và đọc lại đủ: ${folder}\n${count(detail.documents)} văn bản, ${count(detail.originals)} tệp gốc, nhật ký đến dòng ${count(detail.seq)}.`,
  missing: (name: string): string => `Thiếu tệp gốc, không có trong bản xuất: ${name}`,
  restored: (folder: string, equal: boolean): string =>
    `Đã lập kho từ bản xuất vào ${folder}. ${equal ? 'Mọi dữ kiện bằng bản xuất.' : 'Dữ kiện khác bản xuất: hãy kiểm tra kho mới.'}`,
  handedOver: (folder: string, detail: Detail): string =>
    `Đã lập gói bàn giao và đọc lại đủ: ${folder}\n${count(detail.dossiers)} hồ sơ, ${count(detail.documents)} văn bản, ${count(detail.originals)} tệp, ${count(detail.paperOnly)} văn bản chỉ có bản giấy.`,
  open: (code: string): string => `Hồ sơ ${code} chưa kết thúc.`,
  noDossier: (code: string): string => `Không có hồ sơ nào mang số, ký hiệu “${code}”.`,
  dossiers: 'số, ký hiệu hồ sơ (hoặc --fonds)',
  package: 'tệp edXML (hoặc --write SỐ_KÝ_HIỆU)',
  to: '--to THƯ_MỤC_MỚI',
  attachments: (names: readonly string[]): string => `Tệp kèm theo: ${names.join('; ') || '(không có)'}`,
  unread: (problem: string): string => `Không đọc được gói edXML (${problem}).`
} as const

function count(value: string | number | undefined): string {
  return String(value ?? 0)
}
