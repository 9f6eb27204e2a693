import { createContext, type ReactNode, use, useCallback, useMemo, useRef, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { BatchId } from '#contract/ids.ts'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { Kbd } from '../components/kbd.tsx'
import { backlogWords } from '../strings/backlog.ts'
import { failureWords } from '../strings/failures.ts'
import { shellWords } from '../strings/vi.ts'
import { useClient } from '../transport/context.tsx'
import { typedSinceFocus, useShortcuts } from './keyboard.ts'

/** A line of the ledger to take back, or a whole batch. */
export type Undo = Readonly<{ seq: number; what: string; batchId?: BatchId }> | null

type Toast = Readonly<{ id: number; tone: 'ok' | 'danger'; text: ReactNode; undo: Undo }>
type Toasts = Readonly<{
  /** "Đã vào sổ 318-CV/BTGTU, số đến 1274." with Ctrl+Z while it can be taken back. */
  done(text: ReactNode, undo?: Undo): void
  /** A failed command, in words. `context` names what was not done: "Chưa ghi 156-TB/TU." */
  failed(error: unknown, context?: string): void
  /** What cannot be done here and what can, before anything was asked of the engine. */
  refused(text: string): void
  /** What one person was told is not for the next. */
  clear(): void
}>

const ToastContext = createContext<Toasts | null>(null)

export function useToasts(): Toasts {
  const toasts = use(ToastContext)
  if (!toasts) throw new Error('no toasts')
  return toasts
}

/** Small notes above the status bar. A failure stays until it is read; the rest goes after eight seconds. */
export function ToastProvider(props: Readonly<{ children: ReactNode }>) {
  const client = useClient()
  const [shown, setShown] = useState<readonly Toast[]>([])
  const next = useRef(1)
  const close = useCallback((id: number) => setShown((old) => old.filter((one) => one.id !== id)), [])
  const show = useCallback(
    (tone: Toast['tone'], text: ReactNode, undo: Undo) => {
      const id = next.current++
      setShown((old) => [...old.slice(-2), { id, tone, text, undo }])
      setTimeout(() => close(id), tone === 'ok' ? 8000 : 20_000)
    },
    [close]
  )
  const toasts = useMemo<Toasts>(
    () => ({
      done: (text, undo = null) => show('ok', text, undo),
      failed: (error, context) => show('danger', <FailureLine error={error} context={context ?? null} />, null),
      refused: (text) => show('danger', text, null),
      clear: () => setShown([])
    }),
    [show]
  )
  const takeBack = async (toast: Toast) => {
    if (!toast.undo) return
    close(toast.id)
    try {
      const { batchId, seq } = toast.undo
      if (batchId) await client.call('batch.undo', { batchId, reason: backlogWords.undoBatchReason })
      else await client.call('ledger.undo', { seq })
      toasts.done(shellWords.undone)
    } catch (error) {
      toasts.failed(error, shellWords.notUndone)
    }
  }
  const last = shown.findLast((toast) => toast.undo !== null)
  useShortcuts({
    'Ctrl+z': (event) => {
      if (!last || typedSinceFocus(event.target)) return false
      void takeBack(last)
    }
  })
  return (
    <ToastContext value={toasts}>
      {props.children}
      <div className="toasts">
        {shown.map((toast) => (
          <div
            key={toast.id}
            className={toast.tone === 'danger' ? 'toast danger' : 'toast'}
            role={toast.tone === 'danger' ? 'alert' : 'status'}
          >
            <Icon name={toast.tone === 'danger' ? 'warning' : 'check'} />
            <span className="grow">{toast.text}</span>
            {toast.undo && (
              <Button small onPress={() => void takeBack(toast)}>
                {shellWords.undo} {toast === last && <Kbd>Ctrl Z</Kbd>}
              </Button>
            )}
            <Button small quiet icon="close" label={shellWords.close} onPress={() => close(toast.id)} />
          </div>
        ))}
      </div>
    </ToastContext>
  )
}

function FailureLine(props: Readonly<{ error: unknown; context: string | null }>) {
  const words = failureWords(props.error instanceof CallError ? props.error.failure : null)
  return (
    <>
      <b className="strong">{props.context ?? words.happened}</b> {props.context ? `${words.happened} ` : ''}
      {words.safe} {words.todo}
    </>
  )
}
