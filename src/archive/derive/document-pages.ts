import type { DocumentFile } from '#contract/schemas.ts'
import type { PageText } from '#domain/text/page-text.ts'
import type { ReadableDb, TextStore } from '../archive-context.ts'
import { documentFiles } from '../store/documents.ts'

/** Reading order of a document's files: offsets of citations and hits count in their texts joined so. */
const ROLE_ORDER: readonly DocumentFile['role'][] = ['main', 'signed', 'source', 'appendix']

/** All pages of a document's files in reading order, numbered through. */
export function documentPages(db: ReadableDb, documentId: string, texts: Pick<TextStore, 'get'>): readonly PageText[] {
  const files = documentFiles(db, documentId)
  const [only] = files
  if (only && files.length === 1) {
    // The very pages that were stored, so that what was read of them before is known.
    const pages = texts.get(only.sha256)?.pages ?? []
    if (pages.every((page, index) => page.page === index + 1)) return pages
  }
  return files
    .toSorted((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role))
    .flatMap((file) => texts.get(file.sha256)?.pages ?? [])
    .map((page, index) => (page.page === index + 1 ? page : { ...page, page: index + 1 }))
}
