import type { OutputOf } from '#contract/operations.ts'
import type { BadgeTone } from '../../components/badge.tsx'
import { failureWords, isFailureCode } from '../../strings/failures.ts'
import { filingWords as words } from '../../strings/filing.ts'
import type { NotCopied } from './use-add-files.ts'

type Job = OutputOf<'job.get'>
type JobResult = Job['results'][number]

/** A line of the result list: what became of a file, in words. */
export type ResultLine = Readonly<{
  key: string
  name: string
  kind: 'waiting' | 'filed' | 'duplicate' | 'unreadable' | 'refused'
  badge: string
  tone: BadgeTone
  text: string
  documentId: string | null
  /** Refused for its mark: a line of the secret book may be made for it. */
  secret: boolean
}>

const TONES = {
  waiting: 'plain',
  filed: 'ok',
  duplicate: 'info',
  unreadable: 'warn',
  refused: 'danger'
} as const satisfies Record<ResultLine['kind'], BadgeTone>

export function resultLine(result: JobResult, index: number): ResultLine {
  const kind = kindOf(result)
  const document = result.detail.documentId ?? (result.code === 'filed' || kind === 'duplicate' ? result.id : null)
  return {
    key: `${index} ${result.name}`,
    name: result.name,
    kind,
    badge: words.result[kind],
    tone: TONES[kind],
    text: textOf(result, kind),
    documentId: typeof document === 'string' && document.startsWith('d_') ? document : null,
    secret: result.code === 'secret-refused'
  }
}

export function notCopiedLine(one: NotCopied, index: number): ResultLine {
  const said = failureWords(one.failure)
  return {
    key: `copy ${index} ${one.name}`,
    name: one.name,
    kind: 'refused',
    badge: words.result.refused,
    tone: 'danger',
    text: `${said.happened} ${said.todo}`,
    documentId: null,
    secret: one.failure?.code === 'secret-refused'
  }
}

/** Damaged or locked files that wait in the queue want a look; those not taken at all were refused. */
function kindOf(result: JobResult): ResultLine['kind'] {
  switch (result.code) {
    case 'waiting':
    case 'filed':
    case 'duplicate':
    case 'unreadable':
      return result.code
    default:
      return result.id === null ? 'refused' : 'unreadable'
  }
}

function textOf(result: JobResult, kind: ResultLine['kind']): string {
  if (kind === 'waiting') return words.resultWaiting
  if (kind === 'filed') return words.resultFiled
  if (kind === 'duplicate') return words.resultSame(String(result.detail.reference ?? ''))
  if (isFailureCode(result.code)) {
    const said = failureWords({ code: result.code, detail: { ...result.detail, name: result.name } })
    return kind === 'refused' ? `${said.happened} ${said.safe}` : `${said.happened} ${words.resultUnreadable}.`
  }
  return words.resultUnreadable
}

/** How many files fared how; those that were never copied were refused too. */
export function countKinds(
  job: Pick<Job, 'counts' | 'refused'> | null,
  notCopied: readonly NotCopied[]
): Readonly<Record<ResultLine['kind'], number>> {
  const { waiting = 0, filed = 0, duplicate = 0 } = job?.counts ?? {}
  const all = Object.values(job?.counts ?? {}).reduce((sum, count) => sum + count, 0)
  const refused = job?.refused ?? 0
  return {
    waiting,
    filed,
    duplicate,
    unreadable: all - waiting - filed - duplicate - refused,
    refused: refused + notCopied.length
  }
}
