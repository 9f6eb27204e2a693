import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { EngineDoor, EngineOptions } from '#archive/door.ts'
import { createEngine } from '#archive/engine.ts'
import { chromiumPrinter } from '#archive/reports/chromium-printer.ts'
import { programPlace } from '#archive/update/program-place.ts'
import { CallError } from '#contract/client.ts'
import type { Outcome } from '#contract/failures.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { Asker } from '#contract/operations/operation.ts'
import type { InputOf, OperationName, OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { resourcesFolder, settingsFolder } from '#shell/program-folders.ts'
import { createShellSession } from '#shell/shell-session.ts'
import type { Arguments } from './command.ts'
import { DocumentNotChosen } from './document-not-chosen.ts'
import type { Io } from './io.ts'
import { signIn } from './sign-in.ts'
import { openOrUnlock } from './unlock.ts'
import { VERSION } from './version.ts'

/** The engine as a command uses it: typed calls that throw `CallError`, and jobs waited for. */
export type Session = Readonly<{
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>>
  stage(path: string, name: string): Promise<string>
  /** Shows a job's progress until it ends; Ctrl+C cancels it. Throws `CallError` where it failed. */
  wait(jobId: Job['id']): Promise<Job>
}>

export function engineOptions(shell: Asker['shell']): EngineOptions {
  return {
    shell,
    version: VERSION,
    settingsFolder: settingsFolder(),
    resourcesFolder: resourcesFolder(),
    printer: chromiumPrinter(),
    program: programPlace(process.execPath),
    log: (error, where) => {
      if (process.env.VANKHO_DEBUG)
        process.stderr.write(`${where}: ${error instanceof Error ? error.stack : String(error)}\n`)
    }
  }
}

/** Runs `work` with an engine of its own in this process and closes it whatever happens. */
export async function withEngine<T>(io: Io, work: (session: Session) => Promise<T>): Promise<T> {
  const engine = createEngine(engineOptions('cli'))
  try {
    return await work(createSession(engine, io))
  } finally {
    await engine.close()
  }
}

/** As `withEngine`, with the archive of `--archive`, VANKHO_ARCHIVE or the one opened last. */
export async function withArchive<T>(args: Arguments, io: Io, work: (session: Session) => Promise<T>): Promise<T> {
  return withEngine(io, async (session) => {
    await openOrUnlock(args, io, session, await archiveFolder(args, session))
    await signIn(args, io, session)
    return work(session)
  })
}

/** Which archive is meant; throws no-archive where none is named or known. */
export async function archiveFolder(args: Arguments, session: Session): Promise<string> {
  const named = args.text('archive') ?? process.env.VANKHO_ARCHIVE
  if (named) return resolve(named)
  const { recentFolders } = await session.call('archive.state', {})
  const last = recentFolders.find((folder) => existsSync(join(folder, 'archive.json')))
  if (!last) throw new CallError({ ok: false, code: 'no-archive', detail: {} })
  return last
}

export function createSession(engine: EngineDoor, io: Io): Session {
  const who = createShellSession('cli')
  async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    return unwrap(who.keep(name, await engine.call(name, input, who.asker()))) as OutputOf<N>
  }
  return {
    call,
    stage: async (path, name) => unwrap(await engine.stage(name, { path }, who.asker())).staged,
    wait: (jobId) => waitForJob({ engine, asker: who.asker }, jobId, call, io)
  }
}

function unwrap<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new CallError(outcome)
  return outcome.value
}

async function waitForJob(
  { engine, asker }: Readonly<{ engine: EngineDoor; asker(): Asker }>,
  jobId: Job['id'],
  call: Session['call'],
  io: Io
): Promise<Job> {
  const wake: { up: () => void } = { up: () => {} }
  const stop = engine.listen((event) => {
    if (event.type !== 'job' || event.job.id !== jobId) return
    io.progress.show(event.job.done, event.job.total, event.job.current)
    if (event.job.state !== 'running') wake.up()
  }, asker())
  const interrupt = () => void call('job.cancel', { jobId }).catch(() => {})
  process.once('SIGINT', interrupt)
  try {
    for (;;) {
      const job = await call('job.get', { jobId })
      if (job.state === 'failed') {
        const { code = 'internal', detail = {} } = job.failure ?? {}
        throw new CallError({ ok: false, code: code as CallError['failure']['code'], detail })
      }
      if (job.state !== 'running') return job
      await new Promise<void>((done) => {
        const timer = setTimeout(done, 500)
        wake.up = () => {
          clearTimeout(timer)
          done()
        }
      })
    }
  } finally {
    process.removeListener('SIGINT', interrupt)
    stop()
    io.progress.clear()
  }
}

/** The document behind "221-CV/HU" or its id; throws `DocumentNotChosen` where that is none or more than one. */
export async function findDocument(session: Session, typed: string): Promise<DocumentLine> {
  if (/^d_[0-9a-z]{4,40}$/.test(typed))
    return (await session.call('document.get', { id: typed as DocumentLine['id'] })).line
  const { documents } = await session.call('document.find', { reference: typed })
  const held = documents.filter((one) => !one.withdrawn)
  const [only, another] = held.length ? held : documents
  if (!only || another) throw new DocumentNotChosen(typed, documents)
  return only
}
