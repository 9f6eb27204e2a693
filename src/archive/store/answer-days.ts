import { ANSWER_DAYS } from '#domain/lineage/answering.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from './db/prepared.ts'

export const ANSWER_DAYS_KEY = 'answer_days'

/** Days a superior's directive may wait for a paper of this office. */
export function answerDays(db: ReadableDb): number {
  const row = prepared<[string], { value: string }>(db, 'SELECT value FROM meta WHERE key = ?').get(ANSWER_DAYS_KEY)
  return row ? Number(row.value) : ANSWER_DAYS
}
