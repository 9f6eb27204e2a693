import type { HandlingRow } from '#contract/operations/handling.ts'
import { printDay } from './print-day.ts'

/** "Quá hạn 5 ngày", "Còn 3 ngày", "Đến hạn hôm nay"; nothing where no day was set or the work is done. */
export function dueWords(row: Pick<HandlingRow, 'state' | 'daysPast'>): string {
  if (row.state === 'done' || row.daysPast === null) return ''
  if (row.daysPast > 0) return `Quá hạn ${row.daysPast} ngày`
  return row.daysPast === 0 ? 'Đến hạn hôm nay' : `Còn ${-row.daysPast} ngày`
}

/** Tiến độ giải quyết: what was done and when, else what was last reported, and how late it is. */
export function progressWords(row: HandlingRow): string {
  if (row.doneOn !== null) {
    const late = row.daysPast !== null && row.daysPast > 0 ? `, chậm ${row.daysPast} ngày` : ''
    return `Đã xong ngày ${printDay(row.doneOn)}${late}`
  }
  const told = row.progress === null ? '' : `${printDay(row.progressOn ?? '')}: ${row.progress}`
  return [told, row.state === 'overdue' ? dueWords(row) : ''].filter(Boolean).join('\n')
}

export function helpersWords(row: Pick<HandlingRow, 'co'>): string {
  return row.co.length > 0 ? `Phối hợp: ${row.co.join(', ')}` : ''
}
