import type { WritableDb } from '../../../archive-context.ts'

/** Merged entries of the directory, scans of signed sheets, recalls and corrections. All of it facts. */
export const distributionMigration = {
  number: 90,
  name: 'distribution',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE body_merged(
        gone_id TEXT PRIMARY KEY,
        keep_id TEXT NOT NULL,
        name TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE TABLE delivery_proof(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL, bytes INTEGER NOT NULL,
        note TEXT,
        attached_at TEXT NOT NULL, attached_by TEXT NOT NULL
      );
      CREATE INDEX delivery_proof_file ON delivery_proof(sha256);
      CREATE TABLE delivery_proof_of(
        delivery_id TEXT NOT NULL,
        proof_id TEXT NOT NULL,
        PRIMARY KEY(delivery_id, proof_id)
      ) WITHOUT ROWID;
      CREATE INDEX delivery_proof_of_proof ON delivery_proof_of(proof_id);
      CREATE TABLE delivery_notice(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        by_document_id TEXT REFERENCES document(id),
        kind TEXT NOT NULL,
        given_on TEXT NOT NULL,
        reason TEXT
      );
      CREATE INDEX delivery_notice_document ON delivery_notice(document_id);
      CREATE INDEX delivery_notice_by ON delivery_notice(by_document_id);
    `)
  }
} as const
