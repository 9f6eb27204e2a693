import { printDay } from './print-day.ts'

/** "Năm 2021", "Nhiệm kỳ 2020–2025", else the days; `whole` where no day was named. */
export function periodLine(
  from: string | null,
  to: string | null,
  termStarts: readonly string[],
  whole: string
): string {
  if (from === null && to === null) return whole
  if (from === null) return `Đến ngày ${printDay(to ?? '')}`
  if (to === null) return `Từ ngày ${printDay(from)}`
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  if (from === `${first}-01-01` && to === `${last}-12-31`)
    return first === last ? `Năm ${first}` : `Năm ${first}–${last}`
  if (termStarts.includes(from) && Number(last) - Number(first) >= 2) return `Nhiệm kỳ ${first}–${last}`
  if (from === to) return `Ngày ${printDay(from)}`
  const month = from.slice(0, 7)
  if (from === `${month}-01` && to === lastDay(month)) return `Tháng ${printDay(from).slice(3)}`
  return `Từ ngày ${printDay(from)} đến ngày ${printDay(to)}`
}

function lastDay(month: string): string {
  const [year = '', number = ''] = month.split('-')
  return new Date(Date.UTC(Number(year), Number(number), 0)).toISOString().slice(0, 10)
}
