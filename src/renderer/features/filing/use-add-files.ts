import { useCallback, useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { Failure } from '#contract/failures.ts'
import type { StagedId } from '#contract/ids.ts'
import { useToasts } from '../../app/toasts.tsx'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient, useTransport } from '../../transport/context.tsx'

/** Files on their way into the staging place. */
export type Copying = Readonly<{ done: number; total: number; share: number }>
export type NotCopied = Readonly<{ name: string; failure: Failure }>

/** Five thousand files are no reason to draw the screen ten thousand times. */
const TELL_EVERY_MS = 150
/** Files sent at once: enough to keep the disk busy. */
const AT_ONCE = 2

/** Copies chosen files into the archive's staging place and has them read: `review` into the queue, `import` filed at once. */
export function useAddFiles() {
  const transport = useTransport()
  const client = useClient()
  const toasts = useToasts()
  const [copying, setCopying] = useState<Copying | null>(null)
  const [notCopied, setNotCopied] = useState<readonly NotCopied[]>([])

  const add = useCallback(
    async (files: readonly File[], how: 'review' | 'import') => {
      if (files.length === 0) return
      const staged = new Map<number, StagedId>()
      const failed: NotCopied[] = []
      /** Shares of the files being sent now; whole ones are counted. */
      const sending = new Map<number, number>()
      let told = 0
      const tell = () => {
        if (performance.now() - told < TELL_EVERY_MS) return
        told = performance.now()
        const done = staged.size + failed.length
        const part = [...sending.values()].reduce((sum, one) => sum + one, 0)
        setCopying({ done, total: files.length, share: (done + part) / files.length })
      }
      tell()
      let next = 0
      const work = async () => {
        for (let index = next++; index < files.length; index = next++) {
          const file = files[index]
          if (!file) break
          const outcome = await transport.stage(file, (share) => {
            sending.set(index, share)
            tell()
          })
          sending.delete(index)
          if (outcome.ok) staged.set(index, outcome.value.staged as StagedId)
          else failed.push({ name: file.name, failure: { ...outcome, detail: { ...outcome.detail, name: file.name } } })
          tell()
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, work))
      setCopying(null)
      setNotCopied(failed)
      const only = failed[0]
      if (files.length === 1 && only) toasts.failed(new CallError(only.failure))
      if (staged.size === 0) return
      const ids = [...staged].sort(([a], [b]) => a - b).map(([, id]) => id)
      try {
        await client.call(how === 'import' ? 'intake.import' : 'intake.start', { staged: ids })
      } catch (error) {
        toasts.failed(error, words.notAdded)
      }
    },
    [transport, client, toasts]
  )
  return { add, copying, notCopied, forget: () => setNotCopied([]) }
}
