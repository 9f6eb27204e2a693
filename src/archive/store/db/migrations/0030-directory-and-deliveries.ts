import type { WritableDb } from '../../../archive-context.ts'

/** The directory of bodies and groups, and to whom each document went. All of it facts. */
export const directoryMigration = {
  number: 30,
  name: 'directory-and-deliveries',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE body(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, short_name TEXT,
        kind TEXT NOT NULL, level TEXT, code TEXT, parent_id TEXT,
        aliases TEXT NOT NULL,  -- JSON list
        valid_from TEXT, valid_to TEXT, successor_id TEXT,
        channel TEXT NOT NULL, note TEXT
      );
      CREATE TABLE body_group(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        aliases TEXT NOT NULL   -- JSON list
      );
      CREATE TABLE group_member(
        group_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        body_id TEXT NOT NULL,
        from_on TEXT, to_on TEXT,
        PRIMARY KEY(group_id, position)
      ) WITHOUT ROWID;
      CREATE INDEX group_member_body ON group_member(body_id);
      CREATE TABLE recipient_assignment(
        document_id TEXT NOT NULL REFERENCES document(id),
        name_key TEXT NOT NULL,
        name TEXT NOT NULL,
        body_ids TEXT NOT NULL, -- JSON list
        group_id TEXT,
        PRIMARY KEY(document_id, name_key)
      ) WITHOUT ROWID;
      CREATE TABLE recipient_dismissal(
        document_id TEXT NOT NULL REFERENCES document(id),
        body_id TEXT NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY(document_id, body_id)
      ) WITHOUT ROWID;
      CREATE TABLE delivery(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        body_id TEXT NOT NULL,
        channel TEXT NOT NULL, copies INTEGER NOT NULL,
        sent_on TEXT NOT NULL,
        received_on TEXT, received_by TEXT,
        acknowledged_on TEXT, acknowledged_by TEXT, basis TEXT,
        returned_on TEXT, recalled_on TEXT,
        cancelled_on TEXT,      -- entered by mistake: counts for nothing
        note TEXT
      );
      CREATE INDEX delivery_document ON delivery(document_id, body_id);
      CREATE INDEX delivery_body ON delivery(body_id);
      CREATE INDEX delivery_open ON delivery(sent_on) WHERE acknowledged_on IS NULL AND returned_on IS NULL
        AND recalled_on IS NULL AND cancelled_on IS NULL;
    `)
  }
} as const
