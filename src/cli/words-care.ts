import type { DrillReport, Medium } from '#contract/operations/care.ts'

const PRESENCE: Readonly<Record<Medium['presence'], string>> = {
  present: 'đang có',
  absent: 'chưa cắm',
  other: 'ổ khác đang cắm'
}

type Detail = Readonly<Record<string, string | number>>

/** What `backup --scheduled`, `media`, `repair`, `drill` and `scrub` say. */
export const careWords = {
  backedUp: (name: string, folder: string): string => `${name}: đã sao lưu và kiểm tra lại: ${folder}`,
  notBackedUp: (name: string, why: string): string => `${name}: CHƯA sao lưu được (${why})`,
  removed: (name: string, count: number): string => `${name}: đã dọn ${count} bản cũ`,
  upToDate: 'Mọi nơi sao lưu đang có đều đã có bản hôm nay.',
  noMedia: 'Chưa có nơi sao lưu nào. Thêm bằng “vankho media --add TÊN --folder THƯ_MỤC”.',
  nonePresent: 'Không nơi sao lưu nào đang cắm.',
  medium: ({ name, presence, folder, lastBackupAt }: Medium): string =>
    `${name} (${PRESENCE[presence]})  ${folder}  ${lastBackupAt === null ? 'chưa sao lưu lần nào' : `bản gần nhất ${lastBackupAt}`}`,
  added: (name: string): string => `Đã thêm nơi sao lưu ${name}.`,
  dropped: (name: string): string => `Đã bỏ nơi sao lưu ${name}; các bản ở đó còn nguyên.`,
  noMedium: (name: string): string => `không có nơi sao lưu “${name}”`,
  addFolder: '--folder THƯ_MỤC',
  mended: (name: string): string => `  đã sửa: ${name}`,
  left: (name: string, code: string): string =>
    `  CHƯA sửa: ${name} (${code === 'backup-bad' ? 'bản sao cũng hỏng' : 'không có trong bản sao'})`,
  repaired: (counts: Detail): string =>
    `Đã xem ${counts.checked} tệp gốc: ${counts.damaged} hỏng hoặc mất, đã sửa ${counts.mended}; lấy lại chữ của ${counts.texts} tệp, ${counts.ledgerLines} dòng nhật ký.`,
  backupFolder: '--from BẢN_SAO_LƯU',
  drilled: (report: DrillReport): string =>
    `${report.ok ? 'ĐẠT' : `KHÔNG ĐẠT (${report.problem})`}: bản sao lưu ${report.backup}, ${report.restored.documents}/${report.expected.documents} văn bản, ${report.restored.originals}/${report.expected.originals} tệp gốc, ${report.findings} chỗ hỏng, ${report.seconds.toFixed(1)} giây.`,
  scrubbed: (checked: number, files: number, findings: number): string =>
    `Đã đọc lại ${checked}/${files} tệp của vòng này; ${findings === 0 ? 'không thấy tệp hỏng' : `${findings} tệp hỏng hoặc mất`}.`
} as const
