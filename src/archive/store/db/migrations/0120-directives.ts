import type { WritableDb } from '../../../archive-context.ts'

/** Superiors' directives a person said need no answer of this office (C15). A fact. */
export const directivesMigration = {
  number: 120,
  name: 'directives',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE directive_excuse(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL
      ) WITHOUT ROWID;
    `)
  }
} as const
