import type { WritableDb } from '../../../archive-context.ts'

/** The high-water mark of the ledger, the office, fonds, documents, their files and their recipient lines. */
export const archiveMigration = {
  number: 10,
  name: 'archive-and-documents',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE fonds(id TEXT PRIMARY KEY, name TEXT NOT NULL, opened_on TEXT, closed_on TEXT) WITHOUT ROWID;
      CREATE TABLE document(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        fonds_id TEXT,
        direction TEXT NOT NULL,
        number TEXT, suffix TEXT, separator TEXT NOT NULL, symbol TEXT,
        reference TEXT,      -- "221-CV/HU"
        reference_key TEXT,  -- "221-cv-hu"
        match_key TEXT,      -- reference_key with writings of one symbol made equal (QĐi = QĐ): what citations look for
        document_type TEXT, issued_on TEXT, place TEXT,
        issuer TEXT, issuer_key TEXT, parent_body TEXT, acting_body TEXT, level TEXT,
        subject TEXT, urgency TEXT, signer TEXT, signer_title TEXT, authority TEXT,
        arrival_number INTEGER, arrived_on TEXT, handler TEXT,
        copies INTEGER, page_count INTEGER, paper_location TEXT, note TEXT,
        text_kind TEXT NOT NULL,
        reviewed INTEGER NOT NULL,
        filed_at TEXT NOT NULL, filed_by TEXT NOT NULL,
        withdrawn_at TEXT, withdrawn_reason TEXT,
        revision INTEGER NOT NULL,
        row_hash TEXT NOT NULL  -- SHA-256 of the row's facts: SQLite's own check does not see a flipped bit
      );
      CREATE INDEX document_reference ON document(reference_key, issued_on);
      CREATE INDEX document_match ON document(match_key, issuer_key) WHERE match_key IS NOT NULL;
      CREATE INDEX document_type_day ON document(document_type, issued_on);
      CREATE INDEX document_arrival ON document(direction, arrived_on, arrival_number);
      CREATE INDEX document_issued ON document(direction, issued_on);
      CREATE TABLE document_file(
        document_id TEXT NOT NULL REFERENCES document(id),
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        role TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL, pages INTEGER, text_kind TEXT NOT NULL,
        PRIMARY KEY(document_id, sha256)
      ) WITHOUT ROWID;
      CREATE INDEX document_file_hash ON document_file(sha256);
      CREATE TABLE recipient_line(
        document_id TEXT NOT NULL REFERENCES document(id),
        list TEXT NOT NULL,   -- addressees or recipients
        position INTEGER NOT NULL,
        text TEXT NOT NULL, kind TEXT NOT NULL,
        names TEXT NOT NULL,  -- JSON list
        note TEXT,
        evidence TEXT,        -- JSON or null
        PRIMARY KEY(document_id, list, position)
      ) WITHOUT ROWID;
    `)
  }
} as const
