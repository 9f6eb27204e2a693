import type { InputOf, OutputOf } from '#contract/operations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { openDeliveries } from './delivery-rows.ts'
import { daysBefore } from './delivery-state.ts'
import { documentLine } from './document-lines.ts'

type Answer = OutputOf<'delivery.unacknowledged'>
type Group = Answer['groups'][number]

/** "Chưa ký nhận" by body or by document, the longest waiting first (D05). */
export function unacknowledged(db: ReadableDb, input: InputOf<'delivery.unacknowledged'>, today: string): Answer {
  const groups = new Map<string, Group>()
  let total = 0
  for (const delivery of openDeliveries(db, daysBefore(today, input.olderThanDays), today)) {
    const document = documentLine(db, delivery.documentId)
    if (!document) continue
    total++
    const key = input.by === 'body' ? delivery.bodyId : delivery.documentId
    const title = input.by === 'body' ? delivery.bodyName : (document.reference ?? document.subject ?? '')
    const group = groups.get(key) ?? { key, title, oldestDays: 0, deliveries: [] }
    group.deliveries.push({ ...delivery, document })
    group.oldestDays = Math.max(group.oldestDays, delivery.ageDays)
    groups.set(key, group)
  }
  return { total, groups: [...groups.values()].sort((a, b) => b.oldestDays - a.oldestDays) }
}
