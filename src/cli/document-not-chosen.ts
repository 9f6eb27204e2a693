import type { DocumentLine } from '#contract/schemas.ts'
import { words } from './words.ts'

/** What a person typed for a document had no document behind it, or several. */
export class DocumentNotChosen extends Error {
  readonly reference: string
  readonly documents: readonly DocumentLine[]
  constructor(reference: string, documents: readonly DocumentLine[]) {
    super(documents.length ? words.several(reference) : words.notHeld(reference))
    this.reference = reference
    this.documents = documents
  }
}
