import type { Office } from '#contract/operations/archive.ts'
import { parseReference } from '#domain/reference/parse-reference.ts'
import type { Reference } from '#domain/reference/reference.ts'
import { readIssuingBody } from '#domain/resolve/issuing-body.ts'
import type { Candidate, CitingDocument, Resolution } from '#domain/resolve/resolution.ts'
import { resolveCitation } from '#domain/resolve/resolve-citation.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'

/** What resolving needs of a row of `citation`. */
export type ResolvableRow = Readonly<{
  key: string
  raw: string
  reference: string | null
  match_key: string | null
  document_type: DocumentType | null
  issued_on: string | null
  issuer: string | null
  read_relation: Relation
  /** JSON list. */
  flags: string
}>

export type Effective = Readonly<{
  relation: Relation
  status: Resolution['status'] | 'rejected'
  target_id: string | null
  candidates: readonly string[]
  decided: 0 | 1
}>

type Decision = Readonly<{
  kind: 'link' | 'not-held' | 'not-a-citation' | 'relation'
  target_id: string | null
  relation: Relation | null
  seen_n: number
}>

/** The row with the decision of a person merged over what the resolver says (C11). */
export function effectiveRow(
  db: ReadableDb,
  row: ResolvableRow,
  citing: CitingDocument,
  office: Office,
  addedTarget: string | null,
  held: Held = new Map()
): Effective {
  const decisions = prepared<[string, string], Decision>(
    db,
    'SELECT kind, target_id, relation, seen_n FROM citation_decision WHERE document_id = ? AND key = ?'
  ).all(citing.id, row.key)
  const relation = decisions.find((one) => one.kind === 'relation')?.relation ?? row.read_relation
  const target = decisions.find((one) => one.kind !== 'relation')
  const decided = decisions.length > 0 || addedTarget !== null ? 1 : 0
  if (target?.kind === 'not-a-citation') {
    return { relation, status: 'rejected', target_id: null, candidates: [], decided }
  }
  const chosen = target ? target.target_id : addedTarget
  if (chosen !== null && isStanding(db, chosen)) {
    return { relation, status: 'linked', target_id: chosen, candidates: [], decided }
  }
  const since = target?.kind === 'not-held' ? target.seen_n : 0
  const found = resolveCitation(identityOf(row), citing, candidatesOf(db, row, since, held), {
    level: office.level,
    starts: office.termStarts
  })
  const { status, candidates } = found
  return { relation, status, target_id: found.target, candidates, decided }
}

function identityOf(row: ResolvableRow) {
  return {
    raw: row.raw,
    reference: row.reference ? asReference(row.reference) : null,
    documentType: row.document_type,
    issuedOn: row.issued_on,
    issuer: row.issuer,
    flags: JSON.parse(row.flags) as string[]
  }
}

/** A reference the strict grammar does not read stays one: its key was made when it was found. */
function asReference(printed: string): Reference {
  return parseReference(printed) ?? { number: '', suffix: null, separator: '-', symbol: printed }
}

const CANDIDATE = `n, id, number, separator, symbol, document_type AS documentType, issued_on AS issuedOn, issuer, subject`

type Found = Candidate & Readonly<{ n: number }>

/** Documents already read for a key: those a number of citations look for are read once. */
export type Held = Map<string, readonly Found[]>

/** Standing documents a citation may mean, by index. `since`: only those filed after the document of that number. */
export function candidatesOf(
  db: ReadableDb,
  row: Pick<ResolvableRow, 'match_key' | 'document_type' | 'issued_on'>,
  since = 0,
  held: Held = new Map()
): readonly Candidate[] {
  if (row.match_key === null) return []
  const known = held.get(row.match_key)
  const found = known ?? standing(db, row.match_key, row)
  if (!known) held.set(row.match_key, found)
  return since === 0 ? found : found.filter((one) => one.n > since)
}

function standing(
  db: ReadableDb,
  key: string,
  row: Pick<ResolvableRow, 'document_type' | 'issued_on'>
): readonly Found[] {
  return key.startsWith('~')
    ? prepared<unknown[], Found>(
        db,
        `SELECT ${CANDIDATE} FROM document WHERE document_type = ? AND issued_on = ? AND withdrawn_at IS NULL`
      ).all(row.document_type, row.issued_on)
    : prepared<[string], Found>(
        db,
        `SELECT ${CANDIDATE} FROM document WHERE match_key = ? AND withdrawn_at IS NULL`
      ).all(key)
}

function isStanding(db: ReadableDb, id: string): boolean {
  return (
    prepared<[string], { one: number }>(db, 'SELECT 1 AS one FROM document WHERE id = ? AND withdrawn_at IS NULL').get(
      id
    ) !== undefined
  )
}

type CitingRow = Readonly<{
  id: string
  issuedOn: string | null
  issuer: string | null
  parentBody: string | null
  textKind: string
}>

/** The citing document as resolving sees it. undefined: withdrawn or not there. */
export function citingDocument(db: ReadableDb, id: string, office: Office): CitingDocument | undefined {
  const row = prepared<[string], CitingRow>(
    db,
    `SELECT id, issued_on AS issuedOn, issuer, parent_body AS parentBody, text_kind AS textKind
     FROM document WHERE id = ? AND withdrawn_at IS NULL`
  ).get(id)
  if (!row) return undefined
  return {
    id: row.id,
    issuedOn: row.issuedOn,
    issuer: row.issuer,
    bodies: bodiesAround(row.issuer, row.parentBody, office),
    ocr: row.textKind === 'scan' || row.textKind === 'mixed'
  }
}

/** Names that tell district and province; the office's own parent where the paper stands in the office's district. */
export function bodiesAround(issuer: string | null, parentBody: string | null, office: Office): readonly string[] {
  const names = [issuer, parentBody].filter((name) => name !== null && name !== '')
  const own = readIssuingBody(office.name)
  const inside = names.some((name) => {
    const body = readIssuingBody(name ?? '')
    return body.level === own.level && body.place !== null && body.place === own.place
  })
  const all = inside ? [...names, office.name, office.parentBody] : names
  return all.filter((name): name is string => name !== null && name !== '')
}
