import type { JobId } from '#contract/ids.ts'
import type { Job } from '#contract/operations/archive.ts'
import { useCall } from './use-call.ts'

/** A job as it runs: pushed by events, and asked for each second while it runs in case one was missed. */
export function useJob(jobId: JobId | null): Job | null {
  const query = useCall('job.get', { jobId: (jobId ?? '') as JobId }, { enabled: jobId !== null })
  const running = query.data?.state === 'running'
  useCall('job.get', { jobId: (jobId ?? '') as JobId }, { enabled: jobId !== null && running, every: 1000 })
  return query.data ?? null
}
