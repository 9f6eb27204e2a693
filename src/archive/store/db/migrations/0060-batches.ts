import type { WritableDb } from '../../../archive-context.ts'

/** Facts that belong together: an old register put in, files tied to its lines, papers filed in one go. */
export const batchesMigration = {
  number: 60,
  name: 'batches',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE batch(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL, name TEXT NOT NULL,
        source TEXT NOT NULL,  -- what it was made from: tells work cut off
        rows INTEGER NOT NULL, -- facts to come
        began_at TEXT NOT NULL, began_by TEXT NOT NULL,
        seq INTEGER NOT NULL,  -- of its first line in the ledger
        undone_at TEXT, kept INTEGER
      );
      CREATE INDEX batch_source ON batch(source);
      CREATE TABLE batch_row(
        batch_id TEXT NOT NULL REFERENCES batch(id),
        document_id TEXT NOT NULL REFERENCES document(id),
        sha256 TEXT NOT NULL,  -- of the file tied to the document; '' where the document itself is the fact
        row_key TEXT,          -- recognises the row of a register
        PRIMARY KEY(batch_id, document_id, sha256)
      ) WITHOUT ROWID;
      CREATE INDEX batch_row_key ON batch_row(row_key) WHERE row_key IS NOT NULL;
      CREATE INDEX batch_row_document ON batch_row(document_id);
    `)
  }
} as const
