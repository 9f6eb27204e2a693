import type { Dispatch, SetStateAction } from 'react'
import type { DocumentForm } from '#contract/schemas.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'

/** What outlives the form of one document: half-filled forms by file, and the form that was filed last. */
export type FilingDesk = Readonly<{
  drafts: Readonly<Record<string, DocumentForm>>
  setDrafts: Dispatch<SetStateAction<Readonly<Record<string, DocumentForm>>>>
  last: DocumentForm | null
  setLast: (form: DocumentForm) => void
}>

/** Held by the screen, not by the form: a form goes away in the very moment that it is filed. */
export function useFilingDesk(): FilingDesk {
  const [drafts, setDrafts] = useKeptState<Readonly<Record<string, DocumentForm>>>('filing.drafts', {})
  const [last, setLast] = useKeptState<DocumentForm | null>('filing.last', null)
  return { drafts, setDrafts, last, setLast }
}
