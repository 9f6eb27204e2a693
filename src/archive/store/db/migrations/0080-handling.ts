import type { WritableDb } from '../../../archive-context.ts'

/** Bút phê on incoming papers, their progress and result (D07); deadlines of the text that are said to be none (D08). */
export const handlingMigration = {
  number: 80,
  name: 'handling',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE handling(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        opinion TEXT, leader TEXT, assigned_on TEXT NOT NULL,
        main TEXT, co TEXT NOT NULL,       -- co: JSON list of names
        due TEXT, due_key TEXT, due_quote TEXT, note TEXT
      );
      CREATE INDEX handling_document ON handling(document_id, assigned_on, n);
      CREATE TABLE handling_progress(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        on_day TEXT NOT NULL, by_whom TEXT, text TEXT NOT NULL
      );
      CREATE INDEX handling_progress_document ON handling_progress(document_id, on_day, n);
      CREATE TABLE handling_result(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        done_on TEXT NOT NULL, done_by TEXT, reply_id TEXT, reply_text TEXT, note TEXT,
        covers TEXT NOT NULL               -- JSON list: the bút phê answered by it
      ) WITHOUT ROWID;
      -- How a paper stands by the tables above: what the board and the registers ask for.
      CREATE TABLE handling_case(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        assigned_on TEXT, main TEXT, unit_keys TEXT NOT NULL, due TEXT, done_on TEXT,
        words TEXT NOT NULL                -- folded: opinions, leaders, units, progress, reply; for the filter
      ) WITHOUT ROWID;
      CREATE INDEX handling_case_open ON handling_case(due) WHERE done_on IS NULL;
      CREATE TABLE deadline_dismissal(
        document_id TEXT NOT NULL REFERENCES document(id),
        key TEXT NOT NULL, quote TEXT NOT NULL,
        PRIMARY KEY(document_id, key)
      ) WITHOUT ROWID;
    `)
  }
} as const
