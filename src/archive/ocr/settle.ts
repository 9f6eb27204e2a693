import type { FailureCode } from '#contract/failures.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { listRecords } from '../intake/intake-items.ts'
import { draftOf, putOcrText } from '../intake/read-item.ts'
import { secrecyOfText } from '../intake/refuse-secret.ts'
import { documentsHolding, keepText } from './keep-text.ts'
import { listWork, loadWork, type OcrWork, removeWork, saveWork, withOcrPages } from './ocr-work.ts'

/** What became of a file's text. */
export type Settled = Readonly<{ text: DocumentText | null; refused: FailureCode | null }>

/**
 * Puts the pages read where they are looked for: into the text of every document and every waiting file with these
 * bytes. The pages stay beside it until all that is done, so that a crash in between is made good at the next opening.
 */
export async function settle(archive: ArchiveContext, work: OcrWork): Promise<Settled> {
  const { sha256 } = work
  if (work.pages.length === 0) return { text: null, refused: null }
  saveWork(archive.folder, work)
  let settled: Settled = { text: null, refused: null }
  const documents = documentsHolding(archive.db, sha256)
  const stored = documents.length > 0 ? archive.texts.get(sha256) : null
  if (stored) {
    const text = withOcrPages(stored, work)
    // A filed paper's bytes are facts; its text is not spread further when the stamp is seen too late.
    if (secrecyOfText(text.pages, draftOf(text, archive.today()))) settled = { text: null, refused: 'secret-refused' }
    else {
      keepText(archive, sha256, text)
      settled = { text, refused: null }
      for (const id of documents) archive.emit({ type: 'changed', what: 'documents', documentId: id })
    }
  }
  for (const record of listRecords(archive.folder).filter((one) => one.sha256 === sha256 && one.state === 'read')) {
    settled = await putOcrText(archive, record, (text) => withOcrPages(text, work))
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
  }
  removeWork(archive.folder, sha256)
  return settled
}

/** At opening: what a crash left read but not put in place, and what belongs to nothing any more. */
export async function settleLeftovers(archive: ArchiveContext): Promise<void> {
  for (const sha256 of listWork(archive.folder)) {
    const work = loadWork(archive.folder, sha256)
    const wanted =
      documentsHolding(archive.db, sha256).length > 0 ||
      listRecords(archive.folder).some((record) => record.sha256 === sha256)
    if (!wanted) removeWork(archive.folder, sha256)
    else if (work.done) await settle(archive, work)
  }
}
