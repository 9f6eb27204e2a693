import { isOver } from '#domain/lineage/validity.ts'
import { RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import type { ReadableDb } from '../archive-context.ts'
import { documentLine } from '../store/document-lines.ts'
import { documentValidity } from '../store/validity.ts'
import type { Warning } from './warnings.ts'

/** A citation that would link, or links: to which document, and how. */
export type Cited = Readonly<{ relation: Relation; to: Readonly<{ id: string }> | null }>

/**
 * Documents a paper rests on that are in force no longer on its day (C13), each told once, with what ended it. A paper that
 * itself replaces, repeals or amends is right to name them; so is one that ended them.
 */
export function citesOver(
  db: ReadableDb,
  cited: readonly Cited[],
  issuedOn: string | null,
  itself: string | null
): readonly Warning[] {
  const ids = new Set(cited.flatMap(({ relation, to }) => (to && !RELATIONS[relation].validity ? [to.id] : [])))
  return [...ids].flatMap((id): Warning[] => {
    const { status, by } = documentValidity(db, id, issuedOn)
    const document = documentLine(db, id)
    if (!isOver(status) || !by || by.id === itself || !document) return []
    const detail = { status, by: by.reference ?? '', date: by.issuedOn ?? '' }
    return [{ code: 'cites-replaced', field: null, document, detail }]
  })
}
