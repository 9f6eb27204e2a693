import type { WritableDb } from '../../../archive-context.ts'

/** Who may sign in, which documents are not for everyone, and withdrawals that wait for a leader. All of it facts. */
export const accountsMigration = {
  number: 130,
  name: 'accounts',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE access_rule(
        one INTEGER PRIMARY KEY CHECK (one = 1), -- no row: the archive keeps no accounts
        on_at TEXT NOT NULL, on_by TEXT NOT NULL,
        idle_minutes INTEGER NOT NULL
      );
      CREATE TABLE account(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        name_key TEXT NOT NULL UNIQUE, -- in one writing and case: two people are not told apart by those
        role TEXT NOT NULL,
        verifier TEXT NOT NULL,        -- JSON
        disabled TEXT,                 -- the reason
        created_at TEXT NOT NULL, signed_in_at TEXT,
        changed_seq INTEGER NOT NULL   -- of the last fact that ends its sessions
      );
      CREATE TABLE document_access(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL,
        at TEXT NOT NULL, by TEXT NOT NULL, seq INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE document_access_to(
        document_id TEXT NOT NULL REFERENCES document(id),
        kind TEXT NOT NULL,            -- account or role
        who TEXT NOT NULL,
        PRIMARY KEY(document_id, kind, who)
      ) WITHOUT ROWID;
      CREATE TABLE withdrawal_request(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL,
        asked_at TEXT NOT NULL, asked_by TEXT NOT NULL
      ) WITHOUT ROWID;
    `)
  }
} as const
