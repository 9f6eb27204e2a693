import type { OperationName } from '#contract/operations.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { backUpMedia, dueMedia, type MediaDeps } from './back-up-media.ts'
import { readPlan } from './care-plan.ts'
import { scrub, scrubDue, scrubState } from './scrub.ts'

export type KeeperOptions = MediaDeps &
  Readonly<{
    /** Written into each backup. */
    program: string
    /** Told when something about the archive's safety changed. */
    changed(): void
  }>

export type Keeper = ReturnType<typeof createKeeper>

const LOOK_EVERY_MS = 20_000
/** Nobody asked anything for so long: a good moment. */
const QUIET_MS = 60_000
/** What is due and found no quiet moment for so long is done beside the work. */
const WAITED_ENOUGH_MS = 30 * 60_000

/** What screens ask by themselves again and again. */
const POLLED: ReadonlySet<string> = new Set<OperationName>([
  'archive.state',
  'archive.lastVerify',
  'care.state',
  'job.get',
  'job.list',
  'overview',
  'watch.get'
])

/**
 * Cares for an open archive by itself while the program runs: the day's backup to each medium that is there, then the day's
 * share of reading all files again. It waits for a quiet moment and works in small steps; a failure is written down and said
 * where one looks for it, and never stands in the way.
 */
export function createKeeper(archive: OpenedArchive, options: KeeperOptions) {
  const now = (): number => archive.clock.now().getTime()
  let touchedAt = now()
  let dueSince: number | null = null
  let working: Promise<void> = Promise.resolve()
  let busy = false
  let timer: NodeJS.Timeout | null = null
  let ended = false

  function quiet(): boolean {
    const still = now() - touchedAt
    return still >= QUIET_MS || still < 0 || (dueSince !== null && now() - dueSince >= WAITED_ENOUGH_MS)
  }

  /** One look: starts what is due, if it is a good moment. Comes when that has ended. */
  async function look(): Promise<void> {
    if (busy || ended || archive.mode !== 'ready') return
    const media = readPlan(archive.folder).settings.daily ? dueMedia(archive, options.roots) : []
    const reads = media.length === 0 && scrubDue(archive)
    if (media.length === 0 && !reads) {
      dueSince = null
      return
    }
    dueSince ??= now()
    if (!quiet()) return
    busy = true
    try {
      if (media.length > 0) await run('backup', (job) => backUpMedia(archive, media, options.program, job, options))
      else
        await run('scrub', async (job) => {
          await scrub(archive, job, { mayGoOn: quiet, ...(options.hash ? { hash: options.hash } : {}) })
          sayFindings()
        })
      dueSince = null
    } finally {
      busy = false
      options.changed()
    }
  }

  function run(kind: 'backup' | 'scrub', work: Parameters<OpenedArchive['startJob']>[1]): Promise<void> {
    return new Promise((resolve) => {
      archive.startJob(kind, async (job) => {
        try {
          await work(job)
        } finally {
          resolve()
        }
      })
    })
  }

  /** What the reading found stands among the archive's notices until it is mended. */
  function sayFindings(): void {
    const { findings } = scrubState(archive)
    archive.setNotice('scrub-found', findings.length > 0 ? { count: findings.length } : null)
  }

  return {
    look,
    sayFindings,
    /** Somebody asked for this: what is due waits, unless a screen only looked how things stand. */
    touched(operation: string): void {
      if (!POLLED.has(operation)) touchedAt = now()
    },
    start(): void {
      sayFindings()
      timer ??= setInterval(() => {
        working = working.then(look).catch((error: unknown) => archive.log(error, 'keeper'))
      }, LOOK_EVERY_MS).unref()
    },
    /** No more looks; what runs is the archive's job and ends with it. */
    stop(): void {
      if (timer) clearInterval(timer)
      timer = null
      ended = true
    }
  }
}
