import type { Channel } from '#contract/schemas.ts'

/** Cách gửi, as lists and sheets say it. */
export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  direct: 'Trực tiếp',
  post: 'Bưu điện',
  courier: 'Văn thư chuyển',
  network: 'Mạng',
  meeting: 'Tại cuộc họp',
  other: 'Cách khác'
}
