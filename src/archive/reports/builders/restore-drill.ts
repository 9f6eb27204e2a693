import type { DrillReport } from '#contract/operations/care.ts'
import { ledgerMark } from '#domain/register/ledger-mark.ts'
import { readCare } from '../../care/care-file.ts'
import { localDay } from '../../ids.ts'
import { office as officeOf } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, strong, words } from '../cells.ts'
import { printDay, spellDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 12, align: 'center', whole: true },
  { title: 'Nội dung', mm: 76, align: 'left' },
  { title: 'Trong kho', mm: 34, align: 'center' },
  { title: 'Sau phục hồi', mm: 34, align: 'center' },
  { title: 'Kết quả', mm: 24, align: 'center' }
]
const MEGABYTE = 1_048_576

const PROBLEMS: Readonly<Record<string, string>> = {
  'backup-file': 'một tệp trong bản sao lưu đã hỏng',
  'backup-file-missing': 'bản sao lưu thiếu tệp',
  'backup-manifest': 'danh mục của bản sao lưu đã hỏng',
  'backup-seal': 'bản sao lưu thiếu tệp danh mục',
  'backup-mixed': 'các phần của bản sao lưu không cùng một lúc',
  'backup-database': 'cơ sở dữ liệu trong bản sao lưu không mở được',
  verify: 'kiểm tra sau phục hồi thấy chỗ hỏng',
  counts: 'số đếm khác với kho',
  ledger: 'nhật ký khác với nhật ký kho'
}

/** Biên bản thử phục hồi: what the last drill restored and counted beside what the archive holds (B02). */
export function restoreDrill(archive: ReportArchive): PrintDocument {
  const { lastDrill } = readCare(archive.folder)
  const office = officeOf(archive.db)
  return printDocument(archive, 'restore-drill', {
    title: 'Biên bản thử phục hồi kho văn bản',
    lines: lastDrill ? [`Thử ngày ${clock(lastDrill.at)}; bản sao lưu ngày ${clock(lastDrill.backupAt)}`] : [],
    landscape: false,
    columns: COLUMNS,
    groups: lastDrill ? [{ title: null, rows: rowsOf(lastDrill), total: null }] : [],
    empty: 'Chưa thử phục hồi lần nào.',
    preface: lastDrill ? prefaceOf(lastDrill, office.place, archive.today()) : [],
    afterword: lastDrill ? afterwordOf(lastDrill) : [],
    signer: 'NGƯỜI THỬ',
    confirmer: 'LÃNH ĐẠO VĂN PHÒNG'
  })
}

function rowsOf({ restored, expected, ledger, sameLedger, findings }: DrillReport): readonly PrintRow[] {
  const line = (name: string, key: keyof DrillReport['restored']) =>
    [words(name), count(expected[key]), count(restored[key]), result(expected[key] === restored[key])] as const
  const size = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(1).replace('.', ',')} MB`
  return [
    line('Số văn bản đã vào sổ', 'documents'),
    line('Số tệp gốc', 'originals'),
    [
      words('Dung lượng tệp gốc'),
      words(size(expected.bytes)),
      words(size(restored.bytes)),
      result(expected.bytes === restored.bytes)
    ] as const,
    line('Số tệp đã đọc được chữ', 'texts'),
    [
      words('Dòng cuối của nhật ký'),
      count(ledger.seq),
      count(restored.documents > 0 ? ledger.seq : null),
      result(sameLedger)
    ],
    [words('Chỗ hỏng sau khi kiểm tra toàn bộ'), count(0), count(findings), result(findings === 0)] as const
  ].map((cells, index): PrintRow => ({ cells: [count(index + 1), ...cells], tally: [] }))
}

function result(good: boolean) {
  return good ? words('khớp') : strong('KHÔNG KHỚP')
}

function prefaceOf(drill: DrillReport, place: string, today: string): readonly string[] {
  const at = place === '' ? '' : `, tại ${place}`
  const medium = drill.medium === null ? '' : `, cất ở ${drill.medium}`
  return [
    `Hôm nay, ${spellDay(today)}${at}, lập biên bản về việc thử phục hồi kho văn bản từ bản sao lưu ${drill.backup}${medium}.`,
    'Bản sao lưu được phục hồi vào chỗ tạm trên máy, kiểm tra từng tệp và từng dòng, so với kho đang dùng, rồi chỗ tạm được xóa. Kho đang dùng không bị đụng tới.'
  ]
}

function afterwordOf(drill: DrillReport): readonly string[] {
  const seconds = Math.max(1, Math.round(drill.seconds))
  return [
    `Mã nhật ký của bản sao lưu: ${ledgerMark(drill.ledger.hash)}.`,
    `Thời gian phục hồi và kiểm tra: ${seconds.toLocaleString('vi-VN')} giây.`,
    drill.ok
      ? 'Kết luận: bản sao lưu phục hồi được, đủ và đúng.'
      : `Kết luận: KHÔNG ĐẠT, vì ${PROBLEMS[drill.problem ?? ''] ?? `mã ${drill.problem}`}. Phải sao lưu lại ngay và thử bản mới.`
  ]
}

/** "30/8/2021 lúc 17 giờ 05". */
export function clock(iso: string): string {
  const at = new Date(iso)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${printDay(localDay(at))} lúc ${at.getHours()} giờ ${two(at.getMinutes())}`
}
