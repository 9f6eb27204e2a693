import type { Delivery } from '#contract/schemas.ts'
import { printDay } from './print-day.ts'

/** Who signed and when, as entered; "" leaves the place free for the pen. */
export function signedBy(delivery: Delivery): string {
  if (delivery.acknowledgedOn === null) return ''
  const by = delivery.acknowledgedBy ?? 'Đã ký nhận'
  return `${by}, ${printDay(delivery.acknowledgedOn)}`
}

/** What became of it after: sent back, called back. */
export function deliveryFate(delivery: Delivery): string {
  return [
    delivery.recalledOn === null ? '' : `Thu hồi ${printDay(delivery.recalledOn)}`,
    delivery.returnedOn === null ? '' : `Trả lại ${printDay(delivery.returnedOn)}`
  ]
    .filter(Boolean)
    .join('; ')
}

export const STATE_NAMES: Readonly<Record<Delivery['state'] | 'dismissed' | 'unknown', string>> = {
  'not-sent': 'Chưa gửi',
  sent: 'Chưa ký nhận',
  received: 'Đã nhận, chưa ký',
  acknowledged: 'Đã ký nhận',
  returned: 'Đã trả lại',
  recalled: 'Thu hồi, chưa trả',
  dismissed: 'Không phải gửi',
  unknown: 'Chưa rõ là ai'
}
