import type { WritableDb } from '../../../archive-context.ts'

/**
 * What the work lists are counted by at 100,000 documents. `text_missing`: papers of which nothing was read, written with
 * the index; the two indexes that were there are made to tell all that the lists ask, so that no row is read for a count.
 */
export const workListsMigration = {
  number: 141,
  name: 'work-lists',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE text_missing(n INTEGER PRIMARY KEY);
      INSERT INTO text_missing(n) SELECT d.n FROM document d WHERE d.withdrawn_at IS NULL AND (
        (d.text_kind = 'none' AND EXISTS (SELECT 1 FROM document_file one WHERE one.document_id = d.id))
        OR (d.text_kind = 'scan' AND EXISTS (SELECT 1 FROM search_text t WHERE t.n = d.n
          AND octet_length(t.body) < 150 * max(1, json_array_length(t.pages)))));
      CREATE INDEX document_not_reviewed ON document(reviewed) WHERE reviewed = 0 AND withdrawn_at IS NULL;
      DROP INDEX IF EXISTS document_match;
      CREATE INDEX document_match ON document(match_key, issuer_key, document_type, separator, issued_on, withdrawn_at)
        WHERE match_key IS NOT NULL;
      DROP INDEX IF EXISTS citation_act; -- the next one finds them as well
      DROP INDEX IF EXISTS citation_target;
      CREATE INDEX citation_target ON citation(target_id, relation, status) WHERE target_id IS NOT NULL;
    `)
  }
} as const
