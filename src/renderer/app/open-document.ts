import { paths } from './paths.ts'

/** Where on the paper to open a document: a span of the document text, and the query whose words to mark. */
export type OpenAt = Readonly<{ start: number; end: number; query?: string }>

type Navigate = (to: string) => void

/** Opens the document screen, at a place when one is given; the place is part of the address. */
export function openDocument(navigate: Navigate, documentId: string, at: OpenAt | null = null): void {
  navigate(paths.document(documentId, at ? { at, query: at.query ?? null } : {}))
}
