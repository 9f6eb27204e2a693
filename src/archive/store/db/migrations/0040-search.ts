import type { WritableDb } from '../../../archive-context.ts'

/**
 * The search index (performance.md §8). `fm`: the register line, with prefix indexes; `fb`: register line and body
 * together, so that a query answered by both is found by one match. Both contentless,
 * over text folded by our own `fold`; FTS5's rowid is `document.n`. `search_text`: NFC text for snippets and reranking.
 */
export const searchMigration = {
  number: 40,
  name: 'search',
  up(db: WritableDb): void {
    db.exec(`
      CREATE VIRTUAL TABLE fm USING fts5(num, subject, issuer, signer, recipients, kind, tokenize='ascii', content='', contentless_delete=1, prefix='1 2 3');
      CREATE VIRTUAL TABLE fb USING fts5(body, tokenize='ascii', content='', contentless_delete=1);
      CREATE TABLE search_text(
        n INTEGER PRIMARY KEY,
        body TEXT NOT NULL,
        pages TEXT NOT NULL, -- JSON: offset of each page in body
        hash TEXT NOT NULL   -- SHA-256 of body
      );
      CREATE TABLE term(term TEXT PRIMARY KEY, df INTEGER NOT NULL) WITHOUT ROWID;
      CREATE INDEX search_columns ON document(direction, document_type, issuer, issued_on, withdrawn_at); -- all that facets count
      CREATE INDEX recipient_line_text ON recipient_line(text);
    `)
  }
} as const
