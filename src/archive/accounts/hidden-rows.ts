import type { WritableDb } from '../archive-context.ts'

/**
 * TEMP VIEWs that stand before the tables of the same names: SQLite takes a name without a schema from `temp` first, so
 * that every query written for the whole archive sees only what is open to the caller. `{hidden}` is the list of ids.
 * A table with documents in it that stands nowhere here fails tests/archive/accounts/shadowed-tables.test.ts.
 */
const HIDDEN = '(SELECT id FROM temp.hidden_document)'
const HIDDEN_N = '(SELECT n FROM temp.hidden_document)'

/** Tables each row of which belongs to the document it names. */
export const OF_ONE_DOCUMENT = [
  'document_file',
  'recipient_line',
  'recipient_assignment',
  'recipient_dismissal',
  'delivery',
  'document_number',
  'handling',
  'handling_progress',
  'deadline_dismissal',
  'dossier_document',
  'directive_excuse',
  'batch_row',
  'document_access',
  'document_access_to',
  'withdrawal_request'
] as const

/** Columns of `citation`, in its order. */
const CITATION = `document_id, key, position, origin, raw, reference, match_key, identity, document_type, issued_on, issuer,
  read_relation, relation, relation_of, quote, quote_start, quote_end, page, start, "end", flags, status, target_id,
  candidates, decided`

export const SHADOWS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    OF_ONE_DOCUMENT.map((table) => [table, `SELECT * FROM main.${table} WHERE document_id NOT IN ${HIDDEN}`])
  ),
  document: `SELECT * FROM main.document WHERE n NOT IN ${HIDDEN_N}`,
  text_missing: `SELECT * FROM main.text_missing WHERE n NOT IN ${HIDDEN_N}`,
  search_text: `SELECT * FROM main.search_text WHERE n NOT IN ${HIDDEN_N}`,
  book_line: `SELECT * FROM main.book_line WHERE id NOT IN ${HIDDEN}`,
  book_number: `SELECT * FROM main.book_number WHERE used_by IS NULL OR used_by NOT IN ${HIDDEN}`,
  citation_decision: `SELECT * FROM main.citation_decision WHERE document_id NOT IN ${HIDDEN}
    AND (target_id IS NULL OR target_id NOT IN ${HIDDEN})`,
  citation_added: `SELECT document_id, key, reference, document_type, issued_on, issuer, relation, quote,
    iif(target_id IN ${HIDDEN}, NULL, target_id) AS target_id FROM main.citation_added WHERE document_id NOT IN ${HIDDEN}`,
  // What pointed to a hidden paper is resolved again as if it were not there, and stands in the second half.
  citation: `SELECT ${CITATION} FROM main.citation c WHERE document_id NOT IN ${HIDDEN} AND NOT EXISTS
      (SELECT 1 FROM temp.resolved_again o WHERE o.document_id = c.document_id AND o.key = c.key)
    UNION ALL SELECT ${CITATION} FROM temp.resolved_again`,
  handling_result: `SELECT document_id, done_on, done_by, iif(reply_id IN ${HIDDEN}, NULL, reply_id) AS reply_id,
    reply_text, note, covers FROM main.handling_result WHERE document_id NOT IN ${HIDDEN}`,
  // The words hold the reply's reference.
  handling_case: `SELECT document_id, assigned_on, main, unit_keys, due, done_on, iif(EXISTS (SELECT 1 FROM
      main.handling_result r WHERE r.document_id = c.document_id AND r.reply_id IN ${HIDDEN}), '', words) AS words
    FROM main.handling_case c WHERE document_id NOT IN ${HIDDEN}`,
  delivery_notice: `SELECT * FROM main.delivery_notice WHERE document_id NOT IN ${HIDDEN}
    AND (by_document_id IS NULL OR by_document_id NOT IN ${HIDDEN})`,
  // A sheet signed for several papers shows them all: it is hidden with any of them.
  delivery_proof: `SELECT * FROM main.delivery_proof WHERE id NOT IN (SELECT o.proof_id FROM main.delivery_proof_of o
    JOIN main.delivery v ON v.id = o.delivery_id WHERE v.document_id IN ${HIDDEN})`,
  delivery_proof_of: `SELECT * FROM main.delivery_proof_of WHERE proof_id NOT IN (SELECT o.proof_id
    FROM main.delivery_proof_of o JOIN main.delivery v ON v.id = o.delivery_id WHERE v.document_id IN ${HIDDEN})`,
  // A dossier of nothing but hidden papers is hidden itself; an empty one is not.
  dossier: `SELECT * FROM main.dossier s WHERE NOT EXISTS (SELECT 1 FROM main.dossier_document i
      WHERE i.dossier_id = s.id AND i.document_id IN ${HIDDEN})
    OR EXISTS (SELECT 1 FROM main.dossier_document i WHERE i.dossier_id = s.id AND i.document_id NOT IN ${HIDDEN})`,
  batch: `SELECT * FROM main.batch b WHERE NOT EXISTS (SELECT 1 FROM main.batch_row i
      WHERE i.batch_id = b.id AND i.document_id IN ${HIDDEN})
    OR EXISTS (SELECT 1 FROM main.batch_row i WHERE i.batch_id = b.id AND i.document_id NOT IN ${HIDDEN})`,
  // Words of hidden papers alone are no words of this archive.
  term: `SELECT t.term AS term, t.df AS df FROM main.term t WHERE t.term NOT IN (SELECT term FROM temp.hidden_term)`,
  // Kept answers of the index are of all papers: here the index itself is asked.
  common_bits: 'SELECT * FROM main.common_bits WHERE 0',
  common_changed: 'SELECT * FROM main.common_changed WHERE 0'
}

/** Tables no row of which tells of a document. */
export const PLAIN_TABLES: ReadonlySet<string> = new Set([
  'meta',
  'fonds',
  'body',
  'body_group',
  'group_member',
  'body_merged',
  'book_rule',
  'book', // its closing sheet, numbers alone, is told to nobody but the register's keepers
  'access_rule',
  'account',
  'secret_book', // the secret book is the register's keepers' by role
  'secret_entry',
  'secret_correction'
])

/** Makes the views and the lists they look into, on a connection of its own that can only read the archive. */
export function shadow(db: WritableDb): void {
  db.exec(`
    CREATE TEMP TABLE hidden_document(n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
    CREATE TEMP TABLE hidden_term(term TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE resolved_again AS SELECT * FROM main.citation WHERE 0;
    CREATE UNIQUE INDEX temp.resolved_again_key ON resolved_again(document_id, key);
    CREATE INDEX temp.resolved_again_target ON resolved_again(target_id);
  `)
  const there = new Set(db.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table'").pluck().all())
  for (const [name, select] of Object.entries(SHADOWS)) {
    if (there.has(name)) db.exec(`CREATE TEMP VIEW "${name}" AS ${select}`)
  }
}
