import { OperationError } from '#contract/failures.ts'
import type { JobId } from '#contract/ids.ts'
import type { intakeOperations } from '#contract/operations/intake.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { busyItems } from '../intake/busy-items.ts'
import { checkForm, intakeDetails } from '../intake/intake-details.ts'
import { listRecords, readRecord, removeItem, saveRecord } from '../intake/intake-items.ts'
import { resumeImport, resumeIntake, startImport, startIntake } from '../intake/intake-jobs.ts'
import { intakePage } from '../intake/intake-page.ts'
import { intakeFile, intakeItem, pageViews } from '../intake/intake-view.ts'
import { paperForm, savePaperForm } from '../intake/paper-form.ts'
import { fieldReadings } from '../intake/prefill-form.ts'
import { previewCitations } from '../intake/preview-citations.ts'
import { secrecyOfForm } from '../intake/refuse-secret.ts'
import { documentsWithFile } from '../intake/warnings.ts'
import { startOcrOfItems } from '../ocr/ocr-jobs.ts'
import { documentHandlers } from './documents.ts'
import type { Handlers } from './handlers.ts'

export const intakeHandlers: Handlers<keyof typeof intakeOperations> = {
  ...documentHandlers,
  'intake.start': async (archive, input) => ({ jobId: (await startIntake(archive, input.staged)) as JobId }),
  'intake.import': async (archive, input, caller) => ({
    jobId: (await startImport(archive, input.staged, caller)) as JobId
  }),
  'intake.known': (archive, input) => ({
    known: input.sha256.flatMap((sha256) => {
      const [document] = documentsWithFile(archive.db, sha256)
      return document ? [{ sha256, document }] : []
    })
  }),
  'intake.list': (archive, input, caller) => {
    resumeOnce(archive, caller)
    return intakePage(archive, input.limit, input.current)
  },
  'intake.get': (archive, input) => {
    const { record, text, draft, form } = intakeDetails(archive, input.id)
    return {
      item: intakeItem(archive.db, record),
      file: intakeFile(record),
      form,
      readings: fieldReadings(draft),
      citations: previewCitations(archive.db, draft, text),
      pages: pageViews(text.pages),
      signatures: [...(text.signatures ?? [])],
      warnings: checkForm(archive, form, [record.id], null).warnings
    }
  },
  'intake.saveForm': async (archive, input) => {
    if (secrecyOfForm(input.form)) throw new OperationError('secret-refused', {})
    await saveRecord(archive.folder, { ...readRecord(archive.folder, input.id), form: input.form })
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    return {}
  },
  'intake.savePaper': (archive, input) => {
    if (input.form && secrecyOfForm(input.form)) throw new OperationError('secret-refused', {})
    savePaperForm(archive.folder, input.form)
    return {}
  },
  'intake.paper': (archive) => ({ form: paperForm(archive.folder) }),
  'intake.discard': (archive, input) => {
    removeItem(archive.folder, readRecord(archive.folder, input.id).id)
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    return {}
  },
  'document.check': (archive, input) => checkForm(archive, input.form, input.intakeIds, input.except)
}

const resumed = new WeakSet<ArchiveContext>()

/** What a crash left unread is read now, once for each time the archive is open. */
function resumeOnce(archive: ArchiveContext, caller: Caller): void {
  if (resumed.has(archive)) return
  resumed.add(archive)
  resumeImport(archive, caller)
  const records = listRecords(archive.folder)
  const left = records.filter((record) => record.state === 'unread' && !busyItems(archive).has(record.id))
  if (left.length > 0) resumeIntake(archive, left)
  startOcrOfItems(
    archive,
    records.filter((record) => record.ocr === undefined && record.textKind !== 'born-digital')
  )
}
