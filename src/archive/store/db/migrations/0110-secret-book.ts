import type { WritableDb } from '../../../archive-context.ts'

/** The secret book: its lines, their corrections and whether the office has turned it on. No index reads any of it. */
export const secretBookMigration = {
  number: 110,
  name: 'secret-book',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE secret_book(
        one INTEGER PRIMARY KEY CHECK (one = 1),
        is_on INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL
      );
      CREATE TABLE secret_entry(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        direction TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
        arrived_on TEXT, issued_on TEXT, issuer TEXT, reference TEXT, document_type TEXT,
        secrecy TEXT NOT NULL, subject TEXT, signer TEXT, kept_by TEXT, recipients TEXT, copies INTEGER,
        note TEXT, returned_on TEXT,
        voided TEXT,           -- the reason
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
        UNIQUE(direction, year, number)
      );
      CREATE TABLE secret_correction(
        seq INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL REFERENCES secret_entry(id),
        at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL   -- JSON of the line
      );
      CREATE INDEX secret_correction_of ON secret_correction(entry_id, seq);
    `)
  }
} as const
