import { ANSWER_DAYS_KEY } from '../store/answer-days.ts'
import { prepared } from '../store/db/prepared.ts'
import { writeMeta } from '../store/office.ts'
import type { Appliers } from './appliers.ts'

export const applyDirectives: Appliers<'directive-excused' | 'directive-required' | 'answer-days-set'> = {
  'directive-excused': (db, { data }) => {
    prepared<[string, string]>(
      db,
      `INSERT INTO directive_excuse(document_id, reason) VALUES (?, ?)
       ON CONFLICT(document_id) DO UPDATE SET reason = excluded.reason`
    ).run(data.documentId, data.reason)
  },
  'directive-required': (db, { data }) => {
    prepared<[string]>(db, 'DELETE FROM directive_excuse WHERE document_id = ?').run(data.documentId)
  },
  'answer-days-set': (db, { data }) => {
    writeMeta(db, ANSWER_DAYS_KEY, String(data.days))
  }
}
