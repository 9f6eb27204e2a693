import type { FailureCode } from '#contract/failures.ts'
import type { Draft } from '#domain/layout/draft.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { confirmBySignature } from '#domain/signature/confirm-by-signature.ts'
import { readBanners } from '#domain/signature/read-banner.ts'
import { type DocumentText, joinPages } from '#domain/text/page-text.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { readOnce } from '../derive/read-once.ts'
import { withHeader } from '../export/edxml/header-draft.ts'
import { headerOf } from '../export/edxml/open-packages.ts'
import { throwIfDiskFailed } from '../files/disk-failed.ts'
import { hasLetters, pagesWithoutText } from '../ocr/needs-ocr.ts'
import { readFile } from '../read/read-file.ts'
import { EXTENSIONS, type MediaType } from '../read/read-result.ts'
import { office } from '../store/office.ts'
import { type IntakeRecord, identityOf, readItemText, removeItemNow, saveRecord, saveText } from './intake-items.ts'
import { doubtsOf, emptyDraft, prefillForm } from './prefill-form.ts'
import { secrecyOfForm, secrecyOfName, secrecyOfText } from './refuse-secret.ts'
import { stagedFile, stagedSource, wipe } from './staging.ts'

/** Refused for what they are, nothing kept: the clerk still has the file. */
const REFUSED: ReadonlySet<FailureCode> = new Set(['file-empty', 'file-too-large', 'file-unsupported'])

export type ItemRead =
  | Readonly<{ kind: 'read'; record: IntakeRecord; text: DocumentText; draft: Draft }>
  | Readonly<{ kind: 'refused'; code: FailureCode; detail: Record<string, string | number> }>
  | Readonly<{ kind: 'cancelled' }>

/**
 * Reads a waiting file: its text in a bounded thread, then its fields. A paper stamped Mật is wiped before anything of
 * its text reaches the disk. A file that is whole but cannot be read stays waiting, with the reason; since nobody could look
 * for a stamp in it, only a clerk files it. `keep`: where it is to
 * be filed at once, what was read is written with the document alone; a stop in between costs reading it again.
 */
export async function readItem(
  archive: ArchiveContext,
  record: IntakeRecord,
  signal: AbortSignal,
  keep: 'always' | 'unreadable' = 'always'
): Promise<ItemRead> {
  const source = stagedSource(archive.folder, record.id)
  if (secrecyOfName(record.name)) return refuseSecret(archive, record)
  const result = await readFile(source, { signal })
  if (!result.ok && result.code === 'cancelled') return { kind: 'cancelled' }
  if (!result.ok && result.code === 'io-error') {
    // A disk that did not answer says nothing of the file: it waits, and is read another time.
    throwIfDiskFailed({ code: result.detail.problem })
  }
  if (!result.ok && (REFUSED.has(result.code) || result.mediaType === null)) {
    await wipe(source.path)
    removeItemNow(archive.folder, record.id)
    return { kind: 'refused', code: result.code, detail: facts(result.detail) }
  }
  const text: DocumentText = result.ok ? result.text : { kind: 'none', pages: [] }
  const draft = withHeader(draftOf(text, archive.today()), headerOf(archive.folder, record.id))
  if (secrecyOfText(text.pages, draft) || secrecyOfForm(inWords(draft))) return refuseSecret(archive, record)
  const mediaType = result.mediaType ?? 'text/plain'
  const form = prefillForm(draft, office(archive.db), archive.today(), result.ok ? result.pages : null)
  const read: IntakeRecord = {
    ...record,
    state: 'read',
    name: nameFor(record.name, mediaType),
    mediaType,
    pages: result.ok ? result.pages : 0,
    textKind: text.kind,
    problem: result.ok ? null : result.code,
    reference: draft.reference ? printReference(draft.reference.value) : null,
    subject: draft.subject?.value ?? null,
    doubts: doubtsOf(form),
    identity: identityOf(form),
    // A scanner's own letters need no other reading.
    ...(text.kind === 'scan' && pagesWithoutText(mediaType, text).length === 0 ? { ocr: true } : {})
  }
  if (keep === 'always' || !result.ok) {
    await saveText(archive.folder, record.id, text)
    await saveRecord(archive.folder, read)
  }
  return { kind: 'read', record: read, text, draft }
}

/**
 * Puts letters read off the picture into a waiting file's text and reads its fields again, as hints. A stamp Mật seen
 * only now is treated as if it had been seen at once.
 */
export async function putOcrText(
  archive: ArchiveContext,
  record: IntakeRecord,
  withOcr: (text: DocumentText) => DocumentText
): Promise<Readonly<{ text: DocumentText | null; refused: FailureCode | null }>> {
  const text = withOcr(readItemText(archive.folder, record.id))
  const draft = withHeader(draftOf(text, archive.today()), headerOf(archive.folder, record.id))
  if (secrecyOfText(text.pages, draft)) {
    await refuseSecret(archive, record)
    return { text: null, refused: 'secret-refused' }
  }
  const pages = Math.max(record.pages, text.pages.length)
  const form = prefillForm(draft, office(archive.db), archive.today(), pages)
  await saveText(archive.folder, record.id, text)
  await saveRecord(archive.folder, {
    ...record,
    pages,
    ocr: hasLetters(text),
    reference: draft.reference?.certainty === 'sure' ? printReference(draft.reference.value) : null,
    subject: draft.subject?.value ?? null,
    doubts: doubtsOf(form)
  })
  return { text, refused: null }
}

/** The fields of a text. A reader that stumbles reads nothing: the paper is still filed by hand. */
export function draftOf(text: DocumentText, today: string): Draft {
  if (text.pages.every((page) => page.text.trim() === '')) return emptyDraft()
  const draft = readOnce(text.pages, today)
  return confirmBySignature(draft, text.signatures ?? [], readBanners(joinPages(text.pages)))
}

/** What a header that came with the file may say in words. */
function inWords(draft: Draft): Parameters<typeof secrecyOfForm>[0] {
  return { subject: draft.subject?.value ?? null, note: null, paperLocation: null }
}

async function refuseSecret(archive: ArchiveContext, record: IntakeRecord): Promise<ItemRead> {
  await wipe(stagedFile(archive.folder, record.id))
  removeItemNow(archive.folder, record.id)
  return { kind: 'refused', code: 'secret-refused', detail: {} }
}

/** A name whose ending lies gets the true one behind it, so that it opens in the right program. */
function nameFor(name: string, mediaType: MediaType): string {
  const ending = EXTENSIONS[mediaType]
  const has = /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
  const same: Readonly<Record<string, string>> = { '.jpeg': '.jpg', '.tiff': '.tif', '.md': '.txt', '.text': '.txt' }
  return (same[has] ?? has) === ending ? name : `${name}${ending}`
}

function facts(detail: Readonly<Record<string, string | number | boolean | null>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(detail).filter((entry): entry is [string, string | number] =>
      ['string', 'number'].includes(typeof entry[1])
    )
  )
}
