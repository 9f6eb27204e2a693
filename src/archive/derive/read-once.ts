import type { Draft } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import type { PageText } from '#domain/text/page-text.ts'

/** What was read of pages that are still held by somebody: forgotten with them. */
const read = new WeakMap<readonly PageText[], Readonly<{ today: string; draft: Draft }>>()

/** Reads pages once for each day: filing right after reading asks for the same. */
export function readOnce(pages: readonly PageText[], today: string): Draft {
  const known = read.get(pages)
  if (known?.today === today) return known.draft
  const draft = readDocument(pages, { today })
  read.set(pages, { today, draft })
  return draft
}
