import type { SaidDeadlines } from '#contract/operations/handling.ts'
import { plainAssignment } from '#contract/plain-assignment.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import type { ArchiveContext } from '../archive-context.ts'
import type { FiledDeadlines } from '../ledger/events.ts'

/** What the clerk said to the deadlines of the paper: part of the filing, taken back with it (D08). */
export function filedDeadlines(
  archive: Pick<ArchiveContext, 'today' | 'newId'>,
  form: DocumentForm,
  said: SaidDeadlines | undefined
): Readonly<{ deadlines?: FiledDeadlines }> {
  if (form.direction !== 'incoming' || !said || (said.taken === null && said.dismissed.length === 0)) return {}
  const { taken, dismissed } = said
  const assignment = taken && {
    ...plainAssignment(archive.today()),
    main: form.handler,
    due: taken.due,
    dueFrom: { key: taken.key, quote: taken.quote }
  }
  return { deadlines: { taken: assignment && { handlingId: archive.newId('h'), assignment }, dismissed } }
}
