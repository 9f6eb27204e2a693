import { paths } from './paths.ts'

/** Where on the paper to open a document: a span of the document text, and the query whose words to mark. */
export type OpenAt = Readonly<{ start: number; end: number; query?: string }>

type Navigate = (to: string, options?: Readonly<{ state?: unknown; replace?: boolean }>) => void

/** Opens the document screen, at a place when one is given. The place travels in the history entry, so going back and forth keeps it. */
export function openDocument(navigate: Navigate, documentId: string, at: OpenAt | null = null): void {
  navigate(paths.document(documentId), at ? { state: { at } } : undefined)
}

/** The place the current history entry was opened at, or null. */
export function openedAt(state: unknown = window.history.state): OpenAt | null {
  if (typeof state !== 'object' || state === null || !('at' in state)) return null
  const at = state.at
  if (typeof at !== 'object' || at === null || !('start' in at) || !('end' in at)) return null
  if (typeof at.start !== 'number' || typeof at.end !== 'number') return null
  const query = 'query' in at && typeof at.query === 'string' ? at.query : undefined
  return { start: at.start, end: at.end, ...(query === undefined ? {} : { query }) }
}
