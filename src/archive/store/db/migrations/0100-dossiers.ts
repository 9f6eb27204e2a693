import type { WritableDb } from '../../../archive-context.ts'

/** Dossiers and the papers in them, in their order. */
export const dossiersMigration = {
  number: 100,
  name: 'dossiers',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE dossier(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        code TEXT NOT NULL, title TEXT NOT NULL, heading TEXT,
        years INTEGER,         -- NULL: kept for ever
        keeper TEXT, opened_on TEXT NOT NULL, paper_location TEXT, note TEXT,
        rule TEXT,             -- JSON of the search that finds its papers
        closed_on TEXT,
        disposal TEXT,         -- JSON of what was decided after its term
        removed_at TEXT, removed_reason TEXT
      );
      CREATE TABLE dossier_document(
        dossier_id TEXT NOT NULL REFERENCES dossier(id),
        document_id TEXT NOT NULL REFERENCES document(id),
        position INTEGER NOT NULL,
        PRIMARY KEY(dossier_id, document_id)
      ) WITHOUT ROWID;
      CREATE INDEX dossier_document_place ON dossier_document(dossier_id, position);
      CREATE INDEX dossier_document_of ON dossier_document(document_id);
    `)
  }
} as const
