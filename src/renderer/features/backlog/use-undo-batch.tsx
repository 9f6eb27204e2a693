import { useState } from 'react'
import { CallError } from '#contract/client.ts'
import type { BatchId, JobId } from '#contract/ids.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { useJob } from '../../hooks/use-job.ts'
import { backlogWords as words } from '../../strings/backlog.ts'
import { showCount } from '../../strings/dates.ts'
import { useClient } from '../../transport/context.tsx'

type Asked = Readonly<{ batchId: BatchId; reason: string; count: number; names: string }>

/** Takes back a batch; where something came after on some of it, asks whether to take back the rest. Render `dialog`. */
export function useUndoBatch() {
  const client = useClient()
  const toasts = useToasts()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = useJob(jobId)
  const undo = async (batchId: BatchId, reason: string, keepTouched = false) => {
    setAsked(null)
    try {
      setJobId((await client.call('batch.undo', { batchId, reason, keepTouched })).jobId)
    } catch (error) {
      const detail = error instanceof CallError ? error.failure.detail : {}
      if (detail.problem !== 'touched') toasts.failed(error, words.notUndone)
      else setAsked({ batchId, reason, count: Number(detail.count), names: String(detail.names) })
    }
  }
  const dialog = asked && (
    <Confirm
      title={words.undo}
      action={words.undoRest}
      danger
      onKeep={() => setAsked(null)}
      onDo={() => void undo(asked.batchId, asked.reason, true)}
    >
      <p>{words.touched(showCount(asked.count), asked.names)}</p>
    </Confirm>
  )
  return { undo, dialog, job } as const
}
