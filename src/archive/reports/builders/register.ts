import type { RegisterRow, ReportParams } from '#contract/operations/registers.ts'
import type { Direction } from '#contract/schemas.ts'
import { URGENCY_NAMES } from '#domain/vocabulary/marks.ts'
import { office } from '../../store/office.ts'
import { listRegister } from '../../store/registers.ts'
import type { ReportArchive, ReportBody } from '../base.ts'
import { periodLine } from '../period-line.ts'
import { spellMonth } from '../print-day.ts'
import type { PrintGroup, PrintRow } from '../print-document.ts'

export const NO_DAY = 'Không ghi ngày'

/** All lines of a register in the period, withdrawn numbers among them: a number never vanishes (domain.md §13.7). */
export function registerRows(
  archive: ReportArchive,
  params: ReportParams,
  direction: Direction
): readonly RegisterRow[] {
  return listRegister(
    archive.db,
    {
      direction,
      from: params.from,
      to: params.to,
      text: '',
      sort: direction === 'incoming' ? 'number' : 'issued',
      descending: false,
      group: 'month',
      withdrawn: true,
      offset: 0,
      limit: Number.MAX_SAFE_INTEGER
    },
    archive.today()
  ).rows
}

/** Fewer lines a month than this, and heads and totals of months would be most of what is printed. */
const LINES_A_MONTH = 4

/** Lines in their months, each month with its total; a single month, or months of a line or two, need neither. */
export function monthGroups(
  rows: readonly RegisterRow[],
  print: (row: RegisterRow) => PrintRow
): readonly PrintGroup[] {
  const months = new Map<string, PrintRow[]>()
  for (const row of rows) {
    const held = months.get(row.group)
    if (held) held.push(print(row))
    else months.set(row.group, [print(row)])
  }
  if (months.size < 2 || rows.length < months.size * LINES_A_MONTH) {
    return [{ title: null, rows: [...months.values()].flat(), total: null }]
  }
  return [...months].map(([key, held]) => {
    const title = key === '' ? NO_DAY : spellMonth(key)
    return { title, rows: held, total: `Cộng ${title.charAt(0).toLocaleLowerCase('vi')}${title.slice(1)}` }
  })
}

export function registerPeriod(archive: ReportArchive, params: ReportParams): string {
  return periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ sổ')
}

export const WITHDRAWN = 'ĐÃ RÚT KHỎI SỔ.'

/** Ghi chú: độ khẩn, what the clerk noted or why the number was withdrawn, who has not signed yet. */
export function registerNote(row: RegisterRow): string {
  const { urgency, withdrawn } = row.document
  if (withdrawn) return row.note ? `Lý do: ${row.note}` : ''
  return [
    urgency ? URGENCY_NAMES[urgency] : '',
    row.note ?? '',
    row.unacknowledged > 0 ? `Còn ${row.unacknowledged} nơi chưa ký nhận` : ''
  ]
    .filter(Boolean)
    .join('; ')
}

/** A cell is narrow: many signatures stand in the handover book. */
export function signedFor(row: RegisterRow): string {
  const text = row.signedFor ?? ''
  return text.length > 60 ? 'Xem sổ chuyển giao' : text
}

export const REGISTER_PARTS = {
  landscape: true,
  numbered: true,
  pageTotals: true,
  closing: 'Cộng từ đầu bản in',
  empty: 'Không có văn bản nào trong kỳ này.',
  signer: 'NGƯỜI LẬP SỔ'
} as const satisfies Partial<ReportBody>
