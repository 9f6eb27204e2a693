import type { DocumentForm } from '#contract/schemas.ts'
import type { Draft } from '#domain/layout/draft.ts'
import type { DocumentText } from '#domain/text/page-text.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { nextArrivalNumber } from '../books/propose.ts'
import { withHeader } from '../export/edxml/header-draft.ts'
import { headerOf } from '../export/edxml/open-packages.ts'
import { citationsOf } from '../store/citations.ts'
import { office } from '../store/office.ts'
import { citesOver } from './cites-over.ts'
import { type IntakeRecord, readItemText, readRecord } from './intake-items.ts'
import { prefillForm } from './prefill-form.ts'
import { previewCitations } from './preview-citations.ts'
import { draftOf } from './read-item.ts'
import { documentsInTheWay, type Warning, warnings } from './warnings.ts'

type Looking = Pick<ArchiveContext, 'db' | 'folder' | 'today'>

/** A waiting file with what was read of it; the form is the saved one where the clerk had begun. */
export type IntakeDetails = Readonly<{ record: IntakeRecord; text: DocumentText; draft: Draft; form: DocumentForm }>

/** Drafts of the last few files looked at: the screen asks again at each key the clerk types. */
const MOST_KEPT = 8
const kept = new Map<string, { text: DocumentText; draft: Draft }>()

export function intakeDetails(archive: Looking, id: string): IntakeDetails {
  const record = readRecord(archive.folder, id)
  const { text, draft } = reading(archive, record)
  const pages = record.pages > 0 ? record.pages : null
  const form = record.form ?? prefillForm(draft, office(archive.db), archive.today(), pages)
  return { record, text, draft, form }
}

/** What would be said on filing this form, and the number it would get (document.check). */
export function checkForm(
  archive: Looking,
  form: DocumentForm,
  intakeIds: readonly string[],
  except: string | null
): { warnings: Warning[]; nextArrivalNumber: number | null } {
  const records = intakeIds.map((id) => readRecord(archive.folder, id))
  const found = warnings(archive.db, {
    form,
    hashes: records.filter((record) => documentsInTheWay(archive.db, record).length > 0).map((record) => record.sha256),
    citations: records.flatMap((record) => reading(archive, record).draft.citations),
    except,
    today: archive.today(),
    termStarts: office(archive.db).termStarts
  })
  const cited = [
    ...records.flatMap((record) => {
      const { draft, text } = reading(archive, record)
      return previewCitations(archive.db, draft, text)
    }),
    ...(except === null ? [] : citationsOf(archive.db, except))
  ]
  const over = citesOver(archive.db, cited, form.issuedOn ?? archive.today(), except)
  const next = form.direction === 'incoming' ? nextArrivalNumber(archive.db, form, archive.today()) : null
  return { warnings: [...found, ...over], nextArrivalNumber: next }
}

function reading(archive: Looking, record: IntakeRecord): { text: DocumentText; draft: Draft } {
  const key = `${archive.folder}\n${record.id}\n${record.state}\n${record.ocr === true}`
  const known = kept.get(key)
  if (known) return known
  const text = readItemText(archive.folder, record.id)
  const made = { text, draft: withHeader(draftOf(text, archive.today()), headerOf(archive.folder, record.id)) }
  kept.set(key, made)
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break
    kept.delete(oldest)
  }
  return made
}
