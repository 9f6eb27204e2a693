import { readdirSync, rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { DocumentId } from '#contract/ids.ts'
import { type App, ended, stageAll, startApp } from './app.ts'
import { writeBacklogFolder } from './backlog-folder.ts'
import { figures, show } from './figures.ts'
import { generatePapers } from './generator.ts'
import { seeded } from './random.ts'
import { onArchiveCopy } from './search/archive-copy.ts'
import { request } from './search/engines/ours.ts'
import { memoryOf } from './search/memory.ts'
import { makeQueries } from './search/queries.ts'
import { SHOWN } from './search/search-engine.ts'
import { table } from './search/table.ts'

export type SoakOptions = Readonly<{
  minutes: number
  /** Between one kill and the next. */
  killEvery: number
  documents: number
  seed: number
  keep: string | undefined
}>

/** Files handed in at once, and what is asked between one import and the next. */
const FILES = 8
const SEARCHES = 6
/** So many papers told as filed before a kill are looked for one by one after it. */
const LOOKED_FOR = 400

type Told = {
  /** Papers the program said it filed, with the note it said it kept. */
  papers: Map<string, string | null>
  searches: number[]
  opened: number[]
  imports: number
  corrections: number
  backups: number
  kills: number
  lost: string[]
}

/**
 * `npm run bench -- --soak 30 --kill-every 2 --documents 10000`: the program at its work through the loopback shell for so
 * many minutes, killed in the midst of it every few; afterwards all it had acknowledged is looked for, and the archive
 * verified in full (G8).
 */
export function benchSoak(options: SoakOptions): Promise<void> {
  return onArchiveCopy(options, (archive, work) => soak(archive, work, options))
}

async function soak(archive: string, work: string, options: SoakOptions): Promise<void> {
  const { minutes, killEvery, seed } = options
  const random = seeded(seed)
  const files = writeBacklogFolder(join(work, 'incoming'), 4000, seed + 17)
  const queries = makeQueries([...generatePapers(500, seed)], random, 40).flatMap((one) => one.queries)
  const told: Told = { ...NOTHING, papers: new Map(), searches: [], opened: [], lost: [] }
  const rows: string[][] = []
  const start = performance.now()
  const end = start + minutes * 60_000
  let app = await opened(archive, told)
  while (performance.now() < end) {
    const until = Math.min(end, performance.now() + killEvery * 60_000)
    const killed = { at: false }
    const kill = wait(until - performance.now()).then(() => {
      killed.at = true
      app.child.kill('SIGKILL')
    })
    const before = told.papers.size
    let last = usage(app)
    const desk = { app, files, queries, random, told, work }
    try {
      for (let turn = 0; !killed.at; turn++) {
        await clerksTurn(desk, turn)
        last = killed.at ? last : usage(app)
      }
    } catch (error) {
      if (!killed.at) throw error
    }
    await kill
    await app.stop('SIGKILL')
    told.kills++
    app = await opened(archive, told)
    await lookFor(app, told, [...told.papers.keys()].slice(-LOOKED_FOR))
    const minute = ((performance.now() - start) / 60_000).toFixed(0)
    rows.push([minute, String(told.papers.size - before), last.megabytes, last.handles, usage(app).megabytes])
  }
  await lookFor(app, told, [...told.papers.keys()])
  const report = await verified(app)
  await app.stop('SIGTERM')
  const { papers, searches, imports, corrections, backups, kills, lost } = told
  process.stdout.write(
    `${[
      `${minutes} minutes at ${options.documents} documents, seed ${seed}; load of the machine ${loadavg()[0]?.toFixed(1)}`,
      table(['minute', 'papers filed since', 'MB before the kill', 'open files', 'MB after opening'], rows),
      `${imports} imports, ${papers.size} papers acknowledged, ${corrections} corrections, ${searches.length} searches, ${backups} backups, ${kills} kills`,
      `search, ms p50 / p95: ${show(figures(searches))}; opening after a kill: ${show(figures(told.opened))}`,
      `lost: ${lost.length}${lost.length > 0 ? `: ${lost.slice(0, 5).join(', ')}` : ''}; ${report}`
    ].join('\n\n')}\n`
  )
  if (lost.length > 0) process.exitCode = 1
}

const NOTHING = { imports: 0, corrections: 0, backups: 0, kills: 0 }

type Desk = Readonly<{
  app: App
  files: readonly string[]
  queries: readonly string[]
  random: ReturnType<typeof seeded>
  told: Told
  work: string
}>

/** What a busy clerk does between two looks out of the window. */
async function clerksTurn({ app, files, queries, random, told, work }: Desk, turn: number): Promise<void> {
  const first = (told.imports * FILES) % (files.length - FILES)
  const staged = await stageAll(app, files.slice(first, first + FILES))
  const { jobId } = await app.call('intake.import', { staged: staged as never })
  await ended(app, jobId)
  const { results } = await app.call('job.results', { jobId, limit: FILES })
  for (const { id, code } of results) if (id && code === 'filed') told.papers.set(id, null)
  told.imports++
  for (let n = 0; n < SEARCHES; n++) {
    const from = performance.now()
    await app.call(n % 3 === 2 ? 'search.full' : 'search.fast', request(random.pick(queries), SHOWN))
    told.searches.push(performance.now() - from)
  }
  const ids = [...told.papers.keys()]
  if (ids.length > 0) {
    const id = random.pick(ids) as DocumentId
    const { form, revision } = await app.call('document.get', { id })
    const note = `lần ${turn}`
    await app.call('document.correct', { id, revision, form: { ...form, note }, reason: 'ghi chú' })
    told.papers.set(id, note)
    told.corrections++
  }
  if (turn % 12 === 6) {
    const folder = join(work, `backup-${told.backups}`)
    const job = await app.call('archive.backup', { folder })
    if ((await ended(app, job.jobId)).state === 'done') told.backups++
    rmSync(folder, { recursive: true, force: true })
  }
}

async function opened(archive: string, told: Told): Promise<App> {
  const from = performance.now()
  const app = await startApp(archive)
  await app.call('overview', {})
  told.opened.push(performance.now() - from)
  return app
}

async function lookFor(app: App, told: Told, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const found = await app.call('document.get', { id: id as DocumentId }).catch(() => null)
    const note = told.papers.get(id) ?? null
    // A correction the kill overtook may have been kept without a word.
    if (!found || (note !== null && found.form.note === null)) told.lost.push(id)
  }
}

async function verified(app: App): Promise<string> {
  const { jobId } = await app.call('archive.verify', { depth: 'full' })
  await ended(app, jobId)
  const { report } = await app.call('archive.lastVerify', {})
  if (!report?.ok) process.exitCode = 1
  return `verified in full: ${report?.ok ? 'whole' : JSON.stringify(report)}`
}

function usage({ child }: App): Readonly<{ megabytes: string; handles: string }> {
  try {
    return {
      megabytes: memoryOf(child.pid ?? 0)?.now.toFixed(0) ?? '?',
      handles: String(readdirSync(`/proc/${child.pid}/fd`).length)
    }
  } catch {
    return { megabytes: '?', handles: '?' }
  }
}
