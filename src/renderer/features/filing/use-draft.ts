import { useCallback, useEffect, useRef, useState } from 'react'
import type { IntakeId } from '#contract/ids.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient } from '../../transport/context.tsx'
import { cleanForm } from './form/fields.ts'
import type { FilingDesk } from './use-filing-desk.ts'

/** How long after the last key a half-filled form is kept by itself (F10). */
const KEEP_AFTER = 1500

/**
 * The form of one waiting file as the clerk has it. It is kept with the file after a pause, on Ctrl+S and on leaving; a
 * paper without a file is kept only while the window is open.
 */
export function useDraft(
  { drafts, setDrafts }: Pick<FilingDesk, 'drafts' | 'setDrafts'>,
  key: string,
  intakeId: IntakeId | null,
  base: DocumentForm,
  name: string
) {
  const client = useClient()
  const toasts = useToasts()
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const unsaved = useRef<DocumentForm | null>(null)
  const form = drafts[key] ?? base

  const change = useCallback(
    (patch: Partial<DocumentForm>) => {
      setDrafts((old) => {
        const next = { ...(old[key] ?? base), ...patch }
        unsaved.current = next
        return { ...old, [key]: next }
      })
    },
    [key, base, setDrafts]
  )
  const save = useCallback(async (): Promise<void> => {
    const kept = unsaved.current
    if (!kept || intakeId === null) return
    unsaved.current = null
    try {
      await client.call('intake.saveForm', { id: intakeId, form: cleanForm(kept) })
      setSavedAt(new Date())
    } catch (error) {
      unsaved.current ??= kept
      throw error
    }
  }, [client, intakeId])
  useEffect(() => {
    const timer = setTimeout(() => void save().catch(() => {}), KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [form, save])
  useEffect(() => () => void save().catch(() => {}), [save])

  /** The form is filed or thrown away: nothing of it is to be kept any more. */
  const forget = useCallback(() => {
    unsaved.current = null
    setDrafts((old) => Object.fromEntries(Object.entries(old).filter(([one]) => one !== key)))
  }, [key, setDrafts])
  const saveNow = async () => {
    try {
      unsaved.current ??= form
      await save()
      toasts.done(words.savedDraft(name))
    } catch (error) {
      toasts.failed(error, words.notSaved)
    }
  }
  return { form, change, saveNow, savedAt, forget } as const
}
