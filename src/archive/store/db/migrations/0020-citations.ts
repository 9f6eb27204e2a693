import type { WritableDb } from '../../../archive-context.ts'

/**
 * Citations. Facts: what people decided and what they added by hand. Derived: `citation`, one row for each distinct
 * document a standing document cites, as read or added, with the decision merged in and the link it resolves to.
 */
export const citationsMigration = {
  number: 20,
  name: 'citations',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE citation_decision(
        document_id TEXT NOT NULL REFERENCES document(id),
        key TEXT NOT NULL,
        kind TEXT NOT NULL,       -- link, not-held, not-a-citation, relation
        slot TEXT NOT NULL,       -- target or relation: a person may decide both of one citation
        target_id TEXT,           -- link
        relation TEXT,            -- relation
        seen_n INTEGER NOT NULL,  -- not-held: the newest document there was; a later one may still heal it
        PRIMARY KEY(document_id, key, slot)
      ) WITHOUT ROWID;
      CREATE TABLE citation_added(
        document_id TEXT NOT NULL REFERENCES document(id),
        key TEXT NOT NULL,
        reference TEXT NOT NULL,  -- JSON
        document_type TEXT, issued_on TEXT, issuer TEXT,
        relation TEXT NOT NULL,
        quote TEXT NOT NULL,
        target_id TEXT,
        PRIMARY KEY(document_id, key)
      ) WITHOUT ROWID;
      CREATE TABLE citation(
        document_id TEXT NOT NULL,
        key TEXT NOT NULL,
        position INTEGER NOT NULL,  -- order in the text; added ones stand last
        origin TEXT NOT NULL,       -- read or human
        raw TEXT NOT NULL,
        reference TEXT,             -- as printed
        match_key TEXT,             -- what it looks for: "6-qd-hu", or "~luat@2017-11-15" where it has no reference
        identity TEXT NOT NULL,     -- what counts as the same cited document elsewhere
        document_type TEXT, issued_on TEXT, issuer TEXT,
        read_relation TEXT NOT NULL,
        relation TEXT NOT NULL,     -- read_relation, or the one a person chose
        relation_of TEXT,           -- amended-by: key of the citation that this one amends
        quote TEXT NOT NULL, quote_start INTEGER NOT NULL, quote_end INTEGER NOT NULL,
        page INTEGER, start INTEGER, "end" INTEGER,
        flags TEXT NOT NULL,        -- JSON list
        status TEXT NOT NULL,       -- linked, inferred, ambiguous, date-mismatch, missing, rejected
        target_id TEXT,
        candidates TEXT NOT NULL,   -- JSON list of document ids, the likeliest first
        decided INTEGER NOT NULL,
        PRIMARY KEY(document_id, key)
      ) WITHOUT ROWID;
      CREATE INDEX citation_match ON citation(match_key) WHERE match_key IS NOT NULL;
      CREATE INDEX citation_target ON citation(target_id) WHERE target_id IS NOT NULL;
      CREATE INDEX citation_open ON citation(status, identity) WHERE status IN ('ambiguous', 'date-mismatch', 'missing');
      CREATE INDEX citation_identity ON citation(identity);
    `)
  }
} as const
