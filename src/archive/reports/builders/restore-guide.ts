import { ledgerMark } from '#domain/register/ledger-mark.ts'
import { readCare } from '../../care/care-file.ts'
import { type KnownMedium, readPlan } from '../../care/care-plan.ts'
import { readMark } from '../../ledger/high-water-mark.ts'
import { documentCount } from '../../open-database.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, strong, words } from '../cells.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'
import { clock } from './restore-drill.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Việc', mm: 52, align: 'left' },
  { title: 'Cụ thể', mm: 116, align: 'left' }
]
const DOTS = '........................................'
const KINDS = { disk: 'Ổ đĩa', stick: 'USB' } as const

/**
 * Hướng dẫn phục hồi: one page that lies beside the stick, for whoever has a bare machine and not this program's screens: where the
 * backups are, what to do step by step, and the figures the restored archive must show (reliability.md G19).
 */
export function restoreGuide(archive: ReportArchive): PrintDocument {
  const { media } = readPlan(archive.folder)
  const { lastBackupAt } = readCare(archive.folder)
  return printDocument(archive, 'restore-guide', {
    title: 'Hướng dẫn phục hồi kho văn bản',
    lines: ['Để cạnh USB sao lưu; in lại sau mỗi lần thử phục hồi'],
    landscape: false,
    columns: COLUMNS,
    groups: [
      {
        title: 'I. Bản sao lưu ở đâu',
        rows: numbered(media.length > 0 ? media.map(mediumLine) : [NO_MEDIUM]),
        total: null
      },
      { title: 'II. Làm trên máy mới (Windows 10 trở lên, chưa cài gì)', rows: numbered(STEPS.map(step)), total: null },
      { title: 'III. Số liệu để đối chiếu', rows: numbered(figures(archive, lastBackupAt)), total: null }
    ],
    empty: '',
    afterword: [
      'Bản sao lưu hỏng sẽ bị từ chối và gọi tên chỗ hỏng: lấy bản cũ hơn trong cùng thư mục, hoặc USB thứ hai. Không sửa, không xóa gì trên USB.',
      `Người giữ USB: ${DOTS} Điện thoại: ${DOTS}`
    ],
    signer: null
  })
}

type Cells = PrintRow['cells']

function numbered(rows: readonly Cells[]): readonly PrintRow[] {
  return rows.map((cells, index) => ({ cells: [count(index + 1), ...cells], tally: [] }))
}

const NO_MEDIUM: Cells = [words(DOTS.slice(0, 20)), words(`Thư mục: ${DOTS}`)]

function mediumLine(medium: KnownMedium): Cells {
  const last = medium.lastBackupAt === null ? 'chưa sao lưu lần nào' : `bản gần nhất ${clock(medium.lastBackupAt)}`
  return [strong(`${medium.name} (${KINDS[medium.kind]})`), words(`${medium.folder}\n${last}; nơi cất: ${DOTS}`)]
}

const STEPS: readonly (readonly [string, string])[] = [
  [
    'Chép chương trình',
    'Cắm USB, mở trong File Explorer. Chép thư mục VanKho (trên USB, hoặc nơi khác có) vào ổ của máy, ví dụ D:\\VanKho.'
  ],
  ['Mở chương trình', 'Bấm đúp “Van Kho.cmd” trong thư mục ấy. Đợi màn hình Văn Khố hiện ra.'],
  [
    'Phục hồi',
    'Ở màn hình đầu chọn “Phục hồi từ bản sao lưu”. Chọn thư mục sao lưu ở mục I (bản mới nhất mang ngày giờ sau cùng), rồi chọn chỗ đặt kho trên ổ của máy.'
  ],
  ['Chờ', 'Chương trình chép, đọc lại và so mã băm từng tệp. Không rút USB. Xong thì bấm “Mở kho đã phục hồi”.'],
  [
    'Đối chiếu',
    'Vào Kho, phần Kiểm tra: gõ mã ở mục III vào ô đối chiếu, phải thấy đúng dòng ấy. Bản sao mới hơn tờ này thì có thêm dòng sau đó.'
  ],
  ['Kiểm tra', 'Vào Kho, phần Kiểm tra: chọn Toàn bộ, bấm Kiểm tra. Phải báo “không thấy hư hỏng”.'],
  ['Sao lưu tiếp', 'Vào Kho, phần Sao lưu, phục hồi: thêm lại các nơi sao lưu ở mục I.'],
  ['Không có màn hình', 'Gõ lệnh trong thư mục VanKho: vankho restore THƯ_MỤC_SAO_LƯU --to THƯ_MỤC_MỚI']
]

function step([name, text]: readonly [string, string]): Cells {
  return [strong(name), words(text)]
}

function figures(archive: ReportArchive, lastBackupAt: string | null): readonly Cells[] {
  const mark = readMark(archive.db)
  return [
    [words('Kho'), words(`${archive.folder} (mã ${mark.archiveId ?? ''})`)],
    [
      words('Nhật ký khi in tờ này'),
      strong(mark.seq === 0 ? 'chưa có dòng nào' : `dòng ${mark.seq}, mã ${ledgerMark(mark.hash)}`)
    ],
    [words('Số văn bản đã vào sổ'), strong(documentCount(archive.db).toLocaleString('vi-VN'))],
    [words('Sao lưu gần nhất'), words(lastBackupAt === null ? 'chưa lần nào' : clock(lastBackupAt))]
  ]
}
