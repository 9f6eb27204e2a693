import type { DocumentFile, DocumentForm } from '#contract/schemas.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { hasLetters } from '../ocr/needs-ocr.ts'
import { documentFiles, documentForm } from '../store/documents.ts'
import { office } from '../store/office.ts'
import { type IntakeRecord, identityOf, listRecords, putItem, removeItem } from './intake-items.ts'
import { doubtsOf, prefillForm } from './prefill-form.ts'
import { draftOf } from './read-item.ts'
import { formReference } from './warnings.ts'

/** Files put back at the same time. */
const AT_ONCE = 8

/** A document's file on its way back to the queue; `form`: as it was filed, where the filing itself is taken back. */
export type PutBack = Readonly<{ documentId: string; file: DocumentFile; form: DocumentForm | null }>

/** All files of a document whose filing is taken back; its form goes with the main one, as a half-filled form. */
export function filesOfFiling(archive: ArchiveContext, documentId: string): readonly PutBack[] {
  const form = documentForm(archive.db, documentId) ?? null
  return documentFiles(archive.db, documentId).map((file) => ({
    documentId,
    file,
    form: file.role === 'main' ? form : null
  }))
}

/**
 * Puts files among those that wait again, before the fact that takes them from their documents: a stop in between leaves a
 * waiting file that is known as filed, never a file nobody waits for. Says which items are new, for the case that the fact
 * is refused. The originals stay where they are.
 */
export async function putBack(archive: ArchiveContext, files: readonly PutBack[]): Promise<readonly string[]> {
  const waiting = new Set(listRecords(archive.folder).map((record) => `${record.from} ${record.sha256}`))
  const left = files.filter(({ documentId, file }) => !waiting.has(`${documentId} ${file.sha256}`))
  const ids: string[] = []
  const work = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) ids.push(await putOne(archive, next))
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return ids
}

export function takeOutAgain(archive: ArchiveContext, ids: readonly string[]): void {
  for (const id of ids) removeItem(archive.folder, id)
}

async function putOne(archive: ArchiveContext, { documentId, file, form }: PutBack): Promise<string> {
  const text = archive.texts.get(file.sha256) ?? { kind: 'none', pages: [] }
  const draft = draftOf(text, archive.today())
  const asRead = prefillForm(draft, office(archive.db), archive.today(), file.pages)
  // A number of arrival that the book gave is given anew; one that stood on the paper stays.
  const stamped = asRead.arrivalNumber !== null && asRead.arrivalNumber === form?.arrivalNumber
  const saved = form && { ...form, arrivalNumber: stamped ? form.arrivalNumber : null }
  const reference = formReference(saved ?? asRead)
  const record: IntakeRecord = {
    id: archive.newId('i'),
    name: file.name,
    receivedAt: archive.clock.now().toISOString(),
    state: 'read',
    sha256: file.sha256,
    bytes: file.bytes,
    mediaType: file.mediaType,
    pages: file.pages ?? 0,
    textKind: file.textKind,
    problem: null,
    ...(file.textKind === 'scan' || file.textKind === 'mixed' ? { ocr: hasLetters(text) } : {}),
    reference: reference ? printReference(reference) : null,
    subject: (saved ?? asRead).subject,
    doubts: doubtsOf(asRead),
    identity: identityOf(asRead),
    from: documentId,
    form: saved
  }
  await putItem(archive.folder, record, text, archive.originals.path(file.sha256))
  return record.id
}
