import type { WritableDb } from '../../../archive-context.ts'
import { placeAllLines } from '../../book-lines.ts'

/** Numbering books: the office's rules, books opened and closed, numbers without a document, and what stands where. */
export const booksMigration = {
  number: 70,
  name: 'books',
  up(db: WritableDb): void {
    db.exec(`
      ALTER TABLE fonds ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE fonds ADD COLUMN closed_at TEXT;
      ALTER TABLE fonds ADD COLUMN closed_by TEXT;
      ALTER TABLE fonds ADD COLUMN decision TEXT;
      ALTER TABLE fonds ADD COLUMN successor_id TEXT;
      ALTER TABLE fonds ADD COLUMN successor TEXT;
      ALTER TABLE fonds ADD COLUMN note TEXT;
      UPDATE fonds SET own = 1;
      CREATE TABLE book_rule(id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID; -- JSON
      CREATE TABLE book(
        id TEXT PRIMARY KEY,
        place TEXT NOT NULL,       -- JSON: a place that falls in it
        first_number INTEGER, name TEXT,
        opened_at TEXT, opened_by TEXT,
        closed_at TEXT, closed_by TEXT,
        sheet TEXT,                -- JSON, as it was when the book was closed
        closed_fonds TEXT          -- sealed because this fonds was closed
      ) WITHOUT ROWID;
      CREATE TABLE book_number(
        id TEXT PRIMARY KEY,
        place TEXT NOT NULL,       -- JSON
        number INTEGER NOT NULL, suffix TEXT NOT NULL,
        state TEXT NOT NULL,       -- reserved or void
        reason TEXT NOT NULL, for_whom TEXT,
        at TEXT NOT NULL, by TEXT NOT NULL,
        used_by TEXT               -- the document it was kept back for
      ) WITHOUT ROWID;
      CREATE TABLE document_number(
        document_id TEXT PRIMARY KEY,
        flags TEXT NOT NULL,       -- JSON list
        reason TEXT
      ) WITHOUT ROWID;
      CREATE TABLE book_line(
        id TEXT PRIMARY KEY,       -- of the document, or of the number without one
        book_id TEXT NOT NULL,
        kind TEXT NOT NULL,        -- document, void or reserved
        number INTEGER, suffix TEXT NOT NULL,
        day TEXT NOT NULL,
        withdrawn INTEGER NOT NULL
      ) WITHOUT ROWID;
      -- All a register of one direction is ordered by: its first page is found without reading the documents.
      CREATE INDEX document_register ON document(direction, arrived_on, issued_on, arrival_number, number, suffix,
        withdrawn_at, document_type);
      CREATE INDEX book_line_blank ON book_line(kind) WHERE kind <> 'document';
      CREATE INDEX book_line_number ON book_line(book_id, number, suffix, day, kind, withdrawn);
    `)
    placeAllLines(db)
  }
} as const
