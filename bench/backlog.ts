/**
 * `npm run bench -- --backlog 5000`: a folder of so many files put in through the loopback shell as one job, once filed at
 * once and once into the review queue: documents a second, what a keystroke in the search and a look at the queue wait
 * meanwhile, memory; then killed in the middle (SIGKILL) and opened again: it has to go on where it stopped and file nothing
 * twice.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createArchive } from '#archive/create-archive.ts'
import type { InputOf } from '#contract/operations.ts'
import { type App, ended, stageAll, startApp } from './app.ts'
import { writeBacklogFolder } from './backlog-folder.ts'
import { type Figures, figures, show } from './figures.ts'
import { OFFICE } from './filed-event.ts'

/** As the screen does: the queue is looked at so often. */
const SEARCH_EVERY = 100
const LOOK_EVERY = 1000
const QUERIES = ['phòng', 'phòng cháy', 'cv/hu', 'cai cach hanh', 'kiểm tra giám', '12-kh']

export async function benchBacklog(count: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-backlog-'))
  const say = (text: string) => process.stdout.write(`${text}\n`)
  try {
    const paths = writeBacklogFolder(join(folder, 'quet'), count, seed)
    const unique = paths.filter((path) => !basename(path).startsWith('ban sao')).length
    say(`${count} files (${unique} different), seed ${seed}, load of the machine ${loadavg()[0]?.toFixed(1)}`)
    for (const how of ['import', 'review'] as const) await measure(join(folder, how), paths, how, say)
    await killed(join(folder, 'killed'), paths, unique, say)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(
  folder: string,
  paths: readonly string[],
  how: 'import' | 'review',
  say: (text: string) => void
): Promise<void> {
  const app = await newApp(folder)
  try {
    const copying = performance.now()
    const staged = await stageAll(app, paths)
    const copied = performance.now()
    const { jobId } = await app.call(how === 'import' ? 'intake.import' : 'intake.start', { staged: staged as never })
    const answered = performance.now()
    const timings = watch(app)
    const job = await ended(app, jobId)
    const over = performance.now()
    const { search, look } = await timings.stop()
    say(`\n${how === 'import' ? 'filed at once' : 'into the review queue'}:`)
    say(`  copied in              ${rate(paths.length, copied - copying)}`)
    say(`  job answered after     ${(answered - copied).toFixed(0)} ms`)
    say(`  read${how === 'import' ? ' and filed' : ''}         ${rate(paths.length, over - copied)}`)
    say(`  result lines           ${job.results.length}`)
    say(`  search.fast meanwhile  ${spread(search)}`)
    say(`  intake.list meanwhile  ${spread(look)}`)
    say(`  memory at most         ${app.peak().toFixed(0)} MB`)
    say(`  processor a file       ${((app.cpu() * 1000) / paths.length).toFixed(1)} ms, copying in included`)
  } finally {
    await app.stop('SIGTERM')
  }
}

async function killed(folder: string, paths: readonly string[], unique: number, say: (text: string) => void) {
  let app = await newApp(folder)
  const staged = await stageAll(app, paths)
  const { jobId } = await app.call('intake.import', { staged: staged as never })
  while ((await app.call('job.get', { jobId })).done < paths.length * 0.4) await wait(20)
  await app.stop('SIGKILL')
  const dead = performance.now()
  app = await startApp(folder)
  try {
    const before = (await app.call('overview', {})).documents
    const opened = performance.now()
    await app.call('intake.list', {})
    const { jobs } = await app.call('job.list', {})
    const going = jobs.find((job) => job.kind === 'import' && job.state === 'running')
    if (!going) throw new Error('nothing is gone on with')
    const job = await ended(app, going.id)
    const { documents } = await app.call('overview', {})
    say('\nkilled in the middle (SIGKILL):')
    say(`  opened again after     ${(opened - dead).toFixed(0)} ms, ${before} documents there`)
    say(
      `  gone on to the end     ${documents} documents of ${unique}, ${job.results.length} result lines of ${paths.length}`
    )
    if (documents !== unique) throw new Error('lost or filed twice')
  } finally {
    await app.stop('SIGTERM')
  }
}

async function newApp(folder: string): Promise<App> {
  await (await createArchive(join(folder), OFFICE)).close()
  return await startApp(folder)
}

/** Asks what the screens ask while a job runs, and notes how long each took. */
function watch(app: App) {
  let on = true
  const search: number[] = []
  const look: number[] = []
  const timed = async (into: number[], ask: () => Promise<unknown>): Promise<void> => {
    const start = performance.now()
    await ask()
    into.push(performance.now() - start)
  }
  const filters = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null }
  const loop = async (every: number, ask: (turn: number) => Promise<void>): Promise<void> => {
    for (let turn = 0; on; turn++) {
      await ask(turn)
      await wait(every)
    }
  }
  const loops = [
    loop(SEARCH_EVERY, (turn) => {
      const query = QUERIES[turn % QUERIES.length] ?? ''
      return timed(search, () =>
        app.call('search.fast', { query, filters, sort: 'relevance', offset: 0, limit: 20 } as InputOf<'search.fast'>)
      )
    }),
    loop(LOOK_EVERY, async () => {
      await timed(look, () => app.call('intake.list', {}))
      await app.call('job.list', {})
      await app.call('overview', {})
    })
  ]
  return {
    async stop() {
      on = false
      await Promise.all(loops)
      return { search, look }
    }
  }
}

function rate(count: number, milliseconds: number): string {
  return `${(count / (milliseconds / 1000)).toFixed(0)} files/s (${(milliseconds / 1000).toFixed(1)} s)`
}

function spread(milliseconds: readonly number[]): string {
  const one: Figures = figures(milliseconds)
  return `${show(one)} ms p50 / p95, ${Math.max(...milliseconds).toFixed(0)} at most, ${one.n} times`
}
