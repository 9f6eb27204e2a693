/** Độ khẩn (domain.md §5.1, item 10). */
export const URGENCIES = ['khan', 'thuong-khan', 'hoa-toc'] as const
export type Urgency = (typeof URGENCIES)[number]
export const URGENCY_NAMES: Readonly<Record<Urgency, string>> = {
  khan: 'Khẩn',
  'thuong-khan': 'Thượng khẩn',
  'hoa-toc': 'Hỏa tốc'
}

/** Độ mật. A file that bears one is refused and no byte of it kept (U04). */
export const SECRECIES = ['mat', 'toi-mat', 'tuyet-mat'] as const
export type Secrecy = (typeof SECRECIES)[number]
export const SECRECY_NAMES: Readonly<Record<Secrecy, string>> = {
  mat: 'Mật',
  'toi-mat': 'Tối mật',
  'tuyet-mat': 'Tuyệt mật'
}
