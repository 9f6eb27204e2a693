/** As paper writes a day: the day below 10 and the months 1 and 2 padded, "12/8/2021", "05/02/2025" (domain.md §4.4). */
export function printDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
  return `${day}/${printMonth(month)}/${year}`
}

/** "ngày 12 tháng 8 năm 2021". */
export function spellDay(iso: string): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-')
  return `ngày ${day} tháng ${printMonth(month)} năm ${year}`
}

/** "Tháng 8 năm 2021" of "2021-08". */
export function spellMonth(key: string): string {
  const [year = '', month = ''] = key.split('-')
  return `Tháng ${printMonth(month)} năm ${year}`
}

function printMonth(month: string): string {
  return Number(month) > 2 ? String(Number(month)) : month
}
