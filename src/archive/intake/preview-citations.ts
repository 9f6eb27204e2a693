import type { CitationId } from '#contract/ids.ts'
import type { CitationView } from '#contract/schemas.ts'
import type { Draft } from '#domain/layout/draft.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { resolveCitation } from '#domain/resolve/resolve-citation.ts'
import { type DocumentText, joinPages } from '#domain/text/page-text.ts'
import type { ReadableDb } from '../archive-context.ts'
import { rowOfFound } from '../derive/citation-rows.ts'
import { bodiesAround, candidatesOf } from '../derive/resolve-row.ts'
import { documentLine, documentLines } from '../store/document-lines.ts'
import { office } from '../store/office.ts'

/** What the citations of a paper not yet filed would link to; writes nothing. */
export function previewCitations(db: ReadableDb, draft: Draft, text: DocumentText): Omit<CitationView, 'from'>[] {
  const own = office(db)
  const body = joinPages(text.pages)
  const issuer = draft.issuer?.value ?? null
  const issuedOn = draft.issuedOn?.certainty === 'sure' ? draft.issuedOn.value : null
  const citing = {
    id: '',
    issuedOn,
    issuer,
    bodies: bodiesAround(issuer, draft.parentBody?.value ?? null, own),
    ocr: text.kind === 'scan' || text.kind === 'mixed'
  }
  const ownKey = draft.reference ? matchKey(draft.reference.value) : null
  return draft.citations.flatMap((found, position) => {
    const row = rowOfFound(found, body, position)
    if (ownKey !== null && row.match_key === ownKey && (row.issued_on === null || row.issued_on === issuedOn)) return []
    const made = resolveCitation(found, citing, candidatesOf(db, row), { level: own.level, starts: own.termStarts })
    return [
      {
        id: `draft:${row.key}` as CitationId,
        raw: row.raw,
        reference: row.reference,
        documentType: row.document_type,
        issuedOn: row.issued_on,
        issuer: row.issuer,
        relation: found.relation,
        status: made.status,
        to: made.target === null ? null : (documentLine(db, made.target) ?? null),
        candidates: documentLines(db, made.candidates),
        decided: false,
        origin: 'read' as const,
        quote: row.quote,
        quoteStart: row.quote_start,
        quoteEnd: row.quote_end,
        page: row.page,
        start: row.start,
        end: row.end,
        flags: [...found.flags]
      }
    ]
  })
}
