/** Words of the choice of days. */
export const daysWords = {
  title: 'Trong khoảng ngày',
  from: 'Từ ngày',
  to: 'Đến ngày',
  apply: 'Lọc'
} as const
