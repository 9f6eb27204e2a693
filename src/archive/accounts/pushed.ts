import type { EngineEvent } from '#contract/events.ts'
import { keepsRegister } from '#contract/operations/operation.ts'
import { hiddenFrom } from '../store/accounts.ts'
import { readerOf } from './access.ts'
import { type Redacting, redactJob, redactState } from './redact.ts'

/** What a window whose session stands so hears of an event; null: nothing at all. */
export function heard(event: EngineEvent, how: Redacting): EngineEvent | null {
  const { role } = how.caller
  if (keepsRegister(role)) return event
  switch (event.type) {
    case 'archive':
      return { type: 'archive', state: redactState(event.state, how) }
    case 'session':
      return null
    case 'job':
      if (role === 'nobody' || !how.owns(event.job.id)) return null
      return { type: 'job', job: redactJob(event.job, how) }
    case 'changed': {
      if (role === 'nobody' || event.what === 'intake' || event.what === 'secret') return null
      if (event.what === 'accounts' && role !== 'admin') return null
      const { what, documentId } = event
      // That something of an area changed, and when; never what, and by role, not by whether anything is hidden (ADR 15).
      if (documentId === null) return { type: 'changed', what, documentId }
      const reader = readerOf(how.caller)
      const hidden = reader !== null && hiddenFrom(how.db, reader).some((one) => one.id === documentId)
      return hidden ? null : { type: 'changed', what, documentId }
    }
  }
}
