import type { WritableDb } from '../../../archive-context.ts'

/**
 * Superiors' directives a person said need no answer of this office (C15): a fact. And an index of the acts that touch
 * whether a document is in force: a hub is cited by thousands, few of which do.
 */
export const directivesMigration = {
  number: 120,
  name: 'directives',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE directive_excuse(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX citation_act ON citation(target_id) WHERE relation IN
        ('replaces', 'repeals', 'amends', 'corrects', 'extends', 'keeps-in-force', 'expired');
    `)
  }
} as const
