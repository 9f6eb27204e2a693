-- Made by running every migration; kept for reading and compared in a test.
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
CREATE TABLE batch_row(
        batch_id TEXT NOT NULL REFERENCES batch(id),
        document_id TEXT NOT NULL REFERENCES document(id),
        sha256 TEXT NOT NULL,  -- of the file tied to the document; '' where the document itself is the fact
        row_key TEXT,          -- recognises the row of a register
        PRIMARY KEY(batch_id, document_id, sha256)
      ) WITHOUT ROWID;
CREATE INDEX batch_row_document ON batch_row(document_id);
CREATE INDEX batch_row_key ON batch_row(row_key) WHERE row_key IS NOT NULL;
CREATE INDEX batch_source ON batch(source);
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
CREATE TABLE body_merged(
        gone_id TEXT PRIMARY KEY,
        keep_id TEXT NOT NULL,
        name TEXT NOT NULL
      ) WITHOUT ROWID;
CREATE TABLE book(
        id TEXT PRIMARY KEY,
        place TEXT NOT NULL,       -- JSON: a place that falls in it
        first_number INTEGER, name TEXT,
        opened_at TEXT, opened_by TEXT,
        closed_at TEXT, closed_by TEXT,
        sheet TEXT,                -- JSON, as it was when the book was closed
        closed_fonds TEXT          -- sealed because this fonds was closed
      ) WITHOUT ROWID;
CREATE TABLE book_line(
        id TEXT PRIMARY KEY,       -- of the document, or of the number without one
        book_id TEXT NOT NULL,
        kind TEXT NOT NULL,        -- document, void or reserved
        number INTEGER, suffix TEXT NOT NULL,
        day TEXT NOT NULL,
        withdrawn INTEGER NOT NULL
      ) WITHOUT ROWID;
CREATE INDEX book_line_blank ON book_line(kind) WHERE kind <> 'document';
CREATE INDEX book_line_number ON book_line(book_id, number, suffix, day, kind, withdrawn);
CREATE TABLE book_number(
        id TEXT PRIMARY KEY,
        place TEXT NOT NULL,       -- JSON
        number INTEGER NOT NULL, suffix TEXT NOT NULL,
        state TEXT NOT NULL,       -- reserved or void
        reason TEXT NOT NULL, for_whom TEXT,
        at TEXT NOT NULL, by TEXT NOT NULL,
        used_by TEXT               -- the document it was kept back for
      ) WITHOUT ROWID;
CREATE TABLE book_rule(id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID;
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
CREATE INDEX citation_identity ON citation(identity);
CREATE INDEX citation_match ON citation(match_key) WHERE match_key IS NOT NULL;
CREATE INDEX citation_open ON citation(status, identity) WHERE status IN ('ambiguous', 'date-mismatch', 'missing');
CREATE INDEX citation_target ON citation(target_id, relation, status) WHERE target_id IS NOT NULL;
CREATE TABLE common_bits(expression TEXT NOT NULL UNIQUE, upto INTEGER NOT NULL, bits BLOB NOT NULL, sum INTEGER NOT NULL);
CREATE TABLE common_changed(n INTEGER PRIMARY KEY);
CREATE TABLE deadline_dismissal(
        document_id TEXT NOT NULL REFERENCES document(id),
        key TEXT NOT NULL, quote TEXT NOT NULL,
        PRIMARY KEY(document_id, key)
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
CREATE INDEX delivery_body ON delivery(body_id);
CREATE INDEX delivery_document ON delivery(document_id, body_id);
CREATE TABLE delivery_notice(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        by_document_id TEXT REFERENCES document(id),
        kind TEXT NOT NULL,
        given_on TEXT NOT NULL,
        reason TEXT
      );
CREATE INDEX delivery_notice_by ON delivery_notice(by_document_id);
CREATE INDEX delivery_notice_document ON delivery_notice(document_id);
CREATE INDEX delivery_open ON delivery(sent_on) WHERE acknowledged_on IS NULL AND returned_on IS NULL
        AND recalled_on IS NULL AND cancelled_on IS NULL;
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
CREATE TABLE directive_excuse(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL
      ) WITHOUT ROWID;
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
CREATE INDEX document_arrival ON document(direction, arrived_on, arrival_number);
CREATE TABLE document_file(
        document_id TEXT NOT NULL REFERENCES document(id),
        position INTEGER NOT NULL,
        sha256 TEXT NOT NULL,
        role TEXT NOT NULL, name TEXT NOT NULL, media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL, pages INTEGER, text_kind TEXT NOT NULL,
        PRIMARY KEY(document_id, sha256)
      ) WITHOUT ROWID;
CREATE INDEX document_file_hash ON document_file(sha256);
CREATE INDEX document_issued ON document(direction, issued_on);
CREATE INDEX document_match ON document(match_key, issuer_key, document_type, separator, issued_on, withdrawn_at)
        WHERE match_key IS NOT NULL;
CREATE INDEX document_not_reviewed ON document(reviewed) WHERE reviewed = 0 AND withdrawn_at IS NULL;
CREATE TABLE document_number(
        document_id TEXT PRIMARY KEY,
        flags TEXT NOT NULL,       -- JSON list
        reason TEXT
      ) WITHOUT ROWID;
CREATE INDEX document_reference ON document(reference_key, issued_on);
CREATE INDEX document_register ON document(direction, arrived_on, issued_on, arrival_number, number, suffix,
        withdrawn_at, document_type);
CREATE INDEX document_type_day ON document(document_type, issued_on);
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
CREATE INDEX dossier_document_of ON dossier_document(document_id);
CREATE INDEX dossier_document_place ON dossier_document(dossier_id, position);
CREATE VIRTUAL TABLE fb USING fts5(body, tokenize='ascii', content='', contentless_delete=1);
CREATE VIRTUAL TABLE fm USING fts5(num, subject, issuer, signer, recipients, kind, tokenize='ascii', content='', contentless_delete=1, prefix='1 2 3');
CREATE TABLE fonds(id TEXT PRIMARY KEY, name TEXT NOT NULL, opened_on TEXT, closed_on TEXT, own INTEGER NOT NULL DEFAULT 0, closed_at TEXT, closed_by TEXT, decision TEXT, successor_id TEXT, successor TEXT, note TEXT) WITHOUT ROWID;
CREATE TABLE group_member(
        group_id TEXT NOT NULL,
        position INTEGER NOT NULL,
        body_id TEXT NOT NULL,
        from_on TEXT, to_on TEXT,
        PRIMARY KEY(group_id, position)
      ) WITHOUT ROWID;
CREATE INDEX group_member_body ON group_member(body_id);
CREATE TABLE handling(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        opinion TEXT, leader TEXT, assigned_on TEXT NOT NULL,
        main TEXT, co TEXT NOT NULL,       -- co: JSON list of names
        due TEXT, due_key TEXT, due_quote TEXT, note TEXT
      );
CREATE TABLE handling_case(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        assigned_on TEXT, main TEXT, unit_keys TEXT NOT NULL, due TEXT, done_on TEXT,
        words TEXT NOT NULL                -- folded: opinions, leaders, units, progress, reply; for the filter
      ) WITHOUT ROWID;
CREATE INDEX handling_case_open ON handling_case(due) WHERE done_on IS NULL;
CREATE INDEX handling_document ON handling(document_id, assigned_on, n);
CREATE TABLE handling_progress(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        document_id TEXT NOT NULL REFERENCES document(id),
        on_day TEXT NOT NULL, by_whom TEXT, text TEXT NOT NULL
      );
CREATE INDEX handling_progress_document ON handling_progress(document_id, on_day, n);
CREATE TABLE handling_result(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        done_on TEXT NOT NULL, done_by TEXT, reply_id TEXT, reply_text TEXT, note TEXT,
        covers TEXT NOT NULL               -- JSON list: the bút phê answered by it
      ) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
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
CREATE INDEX recipient_line_text ON recipient_line(text);
CREATE INDEX search_columns ON document(direction, document_type, issuer, issued_on, withdrawn_at);
CREATE TABLE search_text(
        n INTEGER PRIMARY KEY,
        body TEXT NOT NULL,
        pages TEXT NOT NULL, -- JSON: offset of each page in body
        hash TEXT NOT NULL   -- SHA-256 of body
      );
CREATE TABLE secret_book(
        one INTEGER PRIMARY KEY CHECK (one = 1),
        is_on INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL
      );
CREATE TABLE secret_correction(
        seq INTEGER PRIMARY KEY,
        entry_id TEXT NOT NULL REFERENCES secret_entry(id),
        at TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL   -- JSON of the line
      );
CREATE INDEX secret_correction_of ON secret_correction(entry_id, seq);
CREATE TABLE secret_entry(
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        direction TEXT NOT NULL, year INTEGER NOT NULL, number INTEGER NOT NULL,
        arrived_on TEXT, issued_on TEXT, issuer TEXT, reference TEXT, document_type TEXT,
        secrecy TEXT NOT NULL, subject TEXT, signer TEXT, kept_by TEXT, recipients TEXT, copies INTEGER,
        note TEXT, returned_on TEXT,
        voided TEXT,           -- the reason
        recorded_at TEXT NOT NULL, recorded_by TEXT NOT NULL,
        UNIQUE(direction, year, number)
      );
CREATE TABLE term(term TEXT PRIMARY KEY, df INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE text_missing(n INTEGER PRIMARY KEY);
CREATE TABLE withdrawal_request(
        document_id TEXT PRIMARY KEY REFERENCES document(id),
        reason TEXT NOT NULL,
        asked_at TEXT NOT NULL, asked_by TEXT NOT NULL
      ) WITHOUT ROWID;
