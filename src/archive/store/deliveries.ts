import type { ReadableDb } from '../archive-context.ts'
import { reconcile } from './reconciliation.ts'

export type DeliveryCounts = { expected: number; sent: number; acknowledged: number; notSent: number }

export function deliveryCounts(db: ReadableDb, documentId: string, today: string): DeliveryCounts {
  const { expected, sent, acknowledged, notSent } = reconcile(db, documentId, today).counts
  return { expected, sent, acknowledged, notSent }
}
