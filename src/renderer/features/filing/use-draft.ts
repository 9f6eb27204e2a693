import { useCallback, useEffect, useRef, useState } from 'react'
import type { IntakeId } from '#contract/ids.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { useToasts } from '../../app/toasts.tsx'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient } from '../../transport/context.tsx'
import { cleanForm } from './form/fields.ts'
import type { FilingDesk } from './use-filing-desk.ts'

/** How long after the last key a half-filled form is kept by itself, and how long at most while keys go on (F10). */
const KEEP_AFTER = 800
const AT_LATEST = 4000

/**
 * The form of one waiting file, or of the paper without one, as the clerk has it. It is kept after a pause in typing, at
 * least every few seconds, on Ctrl+S, on leaving and when the window loses the keys, is hidden or closed.
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
  const since = useRef(0)
  const form = drafts[key] ?? base

  const change = useCallback(
    (patch: Partial<DocumentForm>) => {
      setDrafts((old) => {
        const next = { ...(old[key] ?? base), ...patch }
        if (unsaved.current === null) since.current = Date.now()
        unsaved.current = next
        return { ...old, [key]: next }
      })
    },
    [key, base, setDrafts]
  )
  const save = useCallback(async (): Promise<void> => {
    const kept = unsaved.current
    if (!kept) return
    unsaved.current = null
    try {
      const clean = cleanForm(kept)
      if (intakeId === null) await client.call('intake.savePaper', { form: clean })
      else await client.call('intake.saveForm', { id: intakeId, form: clean })
      setSavedAt(new Date())
    } catch (error) {
      unsaved.current ??= kept
      throw error
    }
  }, [client, intakeId])
  useEffect(() => {
    const wait = unsaved.current === null ? KEEP_AFTER : Math.min(KEEP_AFTER, since.current + AT_LATEST - Date.now())
    const timer = setTimeout(() => void save().catch(() => {}), Math.max(0, wait))
    return () => clearTimeout(timer)
  }, [form, save])
  useEffect(() => {
    const now = () => void save().catch(() => {})
    window.addEventListener('blur', now)
    window.addEventListener('pagehide', now)
    document.addEventListener('visibilitychange', now)
    return () => {
      window.removeEventListener('blur', now)
      window.removeEventListener('pagehide', now)
      document.removeEventListener('visibilitychange', now)
    }
  }, [save])
  useEffect(() => () => void save().catch(() => {}), [save])

  /** The form is filed or thrown away: nothing of it is to be kept any more. */
  const forget = useCallback(() => {
    unsaved.current = null
    if (intakeId === null) void client.call('intake.savePaper', { form: null }).catch(() => {})
    setDrafts((old) => Object.fromEntries(Object.entries(old).filter(([one]) => one !== key)))
  }, [client, intakeId, key, setDrafts])
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
