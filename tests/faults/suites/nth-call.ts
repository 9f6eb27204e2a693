import { storageFailure } from '#archive/files/storage-failure.ts'
import { OperationError } from '#contract/failures.ts'
import { verifyNow } from '#tests/support/alter.ts'
import { CLERK } from '#tests/support/papers.ts'
import { openIt } from '../harness/archive.ts'
import { type DeedName, deedsOf } from '../harness/deeds.ts'
import { type Calls, ERRNOS, type Errno, failingCalls, noFailingCalls } from '../harness/failing-calls.ts'
import { hear, holds, oracle } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import { checkBeside, makeTemplate, OPERATIONS, type Place, placeOf, removePlace } from '../harness/place.ts'
import { drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const NAMED = new Set(['io-error', 'disk-full', 'archive-read-only', 'folder-unusable'])

/**
 * The n-th call to the disk fails, whichever it is (open, write, fsync, rename, link, mkdir, unlink, truncate; SQLite's too),
 * once or from then on, in every whole operation, until the operation comes through untouched. A failure names its cause,
 * nothing acknowledged is lost, nothing is half there, and the archive opened again works.
 */
export const nthCall: Suite = {
  name: 'nth-call',
  rule: 'R3',
  what: 'n-th call fails, every n, five errors, once and from then on, eleven whole operations',
  small: 120,
  full: 'all',
  failingCalls: true,
  cannot: noFailingCalls,
  async open() {
    const calls = failingCalls()
    const template = await makeTemplate()
    const keys: string[] = []
    for (const operation of OPERATIONS) {
      await attempt(calls, template, operation, null)
      const { seen } = await attempt(calls, template, operation, null)
      must(seen > 3, `${operation} makes no calls to the disk`)
      for (let at = 1; at <= seen; at++) {
        for (const error of ERRNOS)
          for (const how of ['once', 'always']) keys.push(`${operation}/${error}/${how}/${at}`)
      }
    }
    return {
      keys,
      async run(key) {
        const [operation = '', error = 'EIO', how = '', at = '1'] = key.split('/')
        const fault = { at: Number(at), error: error as Errno, always: how === 'always' }
        const { failure } = await attempt(calls, template, operation as DeedName, fault)
        return { [failure === null ? 'came through' : failure.code]: 1 }
      }
    }
  }
}

type Fault = Readonly<{ at: number; error: Errno; always: boolean }>

/** Does the operation with one fault, or with none, and looks at all that is left. */
async function attempt(
  calls: ReturnType<typeof failingCalls>,
  template: Awaited<ReturnType<typeof makeTemplate>>,
  operation: DeedName,
  fault: Fault | null
): Promise<{ seen: number; failure: OperationError | null }> {
  const place = placeOf(template, operation)
  const archive = await openIt(place.folder)
  const lines: string[] = []
  const key = `${operation} ${fault?.at ?? 0}`
  const deeds = deedsOf(archive, {
    ...place,
    say: (line) => void lines.push(line),
    draw: drawOf(key),
    name: '1',
    tidy: false
  })
  const folders = [place.folder, place.beside] as const
  if (fault) calls.fail(folders, fault)
  else calls.count(folders)
  let failure: unknown = null
  try {
    await deeds[operation]()
  } catch (error) {
    failure = storageFailure(error)
  }
  const frozen = archive.mode === 'read-only'
  if (frozen) {
    const refused = tried(() => archive.commit([{ kind: 'office-saved', data: {} as never }], CLERK))
    must(refused === 'archive-read-only', `frozen, and a commit said ${refused}`)
  }
  const during = calls.seen()
  let goesOn = 'done'
  if (failure !== null && !fault?.always) {
    // The disk is well again: the archive goes on, or says that it takes nothing until it is opened anew.
    goesOn = await deeds.paper().then(
      () => 'done',
      (error: unknown) => (error instanceof OperationError ? error.code : String(error))
    )
  }
  await archive.close()
  const made = calls.stop()
  try {
    if (failure !== null) {
      must(
        failure instanceof OperationError,
        `the cause has no name: ${String(failure)} after ${made.log.find((one) => one.startsWith('!'))}`
      )
      must(
        NAMED.has((failure as OperationError).code),
        `the cause is called ${(failure as OperationError).code} ${JSON.stringify((failure as OperationError).detail)}`
      )
    }
    must(goesOn === 'done' || goesOn === 'archive-read-only', `after the failure the archive says ${goesOn}`)
    must(fault !== null || failure === null, `without a fault it failed: ${String(failure)}`)
    if (fault && !fault.always) noSecondSync(made)
    await after(place, lines, READS_ALONE.has(operation))
    return { seen: during, failure: failure as OperationError | null }
  } finally {
    removePlace(place)
  }
}

/** What takes the archive only to read it. */
const READS_ALONE: ReadonlySet<DeedName> = new Set(['backup', 'restore', 'export', 'fromExport'])

async function after(place: Place, lines: readonly string[], readAlone: boolean): Promise<void> {
  const model = hear(place.model, lines)
  await oracle(place.folder, model)
  if (readAlone) return await checkBeside(place)
  const again = await openIt(place.folder)
  try {
    same(again.notices, [], 'the second opening')
    const { findings } = await verifyNow(again, 'full')
    same(
      findings.filter((one) => one.code !== 'orphan-file'),
      [],
      'verify'
    )
    await holds(again, model)
  } finally {
    await again.close()
  }
  await checkBeside(place)
}

/** After a failed fsync of what the archive itself writes nobody syncs that file again and calls it kept. */
function noSecondSync({ log }: Calls): void {
  const at = log.findIndex((line) => line.startsWith('!fsync') || line.startsWith('!fdatasync'))
  const path = log[at]?.split(' ')[1] ?? ''
  if (at < 0 || !/\/archive\/(?:ledger\/|originals\/\.new-|texts\/\.new-)/.test(path)) return
  const later = log.slice(at + 1).filter((line) => /^f(?:data)?sync /.test(line) && line.endsWith(path))
  same(later, [], 'synced again after it failed')
}

function tried(work: () => unknown): string {
  try {
    work()
    return 'done'
  } catch (error) {
    return error instanceof OperationError ? error.code : String(error)
  }
}
