import { loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type App, ended, stageAll, startApp } from '../app.ts'
import { writeBacklogFolder } from '../backlog-folder.ts'
import { generatePapers } from '../generator.ts'
import { seeded } from '../random.ts'
import { onArchiveCopy } from './archive-copy.ts'
import { request } from './engines/ours.ts'
import { memoryOf } from './memory.ts'
import { askPaced, type Paced } from './paced.ts'
import { makeQueries } from './queries.ts'
import { SHOWN } from './search-engine.ts'
import { table } from './table.ts'

export const DURING = ['import', 'verify'] as const
export type During = (typeof DURING)[number]
export type DuringOptions = Readonly<{
  works: readonly During[]
  documents: number
  seed: number
  keep: string | undefined
  /** Queries of each class. */
  each: number
  /** Files of the import. */
  files: number
  /** Milliseconds after opening until it is measured: what the program reads by itself is read. */
  settle: number
}>
export type DuringFigures = Readonly<{ work: During | 'nothing'; paced: Paced; said: string }>

/**
 * `npm run bench -- --during import,verify --documents 100000 [--keep DIR]`: what a search waits through the loopback shell
 * while nothing else runs, while files are put in, and while the whole archive is verified, on a copy of one archive.
 */
export async function benchDuring(options: DuringOptions): Promise<readonly DuringFigures[]> {
  return await onArchiveCopy(options, async (copy, work) => {
    const opening = performance.now()
    const app = await startApp(copy)
    try {
      await app.call('search.full', request('mạng xã hội', SHOWN))
      const opened = performance.now() - opening
      await askPaced(app, queries(options, 1, 2), () => true)
      await wait(options.settle)
      const measured: DuringFigures[] = [
        {
          work: 'nothing',
          paced: await askPaced(app, queries(options, 2), () => true),
          said: `opened and answered after ${opened.toFixed(0)} ms`
        }
      ]
      for (const [at, one] of options.works.entries()) measured.push(await during(app, one, options, work, at))
      const memory = memoryOf(app.child.pid ?? 0)
      process.stdout.write(
        `${printDuring(options, measured)}\nthe whole program holds ${memory?.now.toFixed(0)} MB, ${memory?.peak.toFixed(0)} at most\n`
      )
      return measured
    } finally {
      await app.stop('SIGTERM')
    }
  })
}

async function during(
  app: App,
  work: During,
  options: DuringOptions,
  folder: string,
  turn: number
): Promise<DuringFigures> {
  const jobId = await begin(app, work, options, folder)
  const cpu = app.cpu()
  const start = performance.now()
  let on = true
  const end = ended(app, jobId).then((job) => {
    on = false
    return job
  })
  const paced = await askPaced(app, queries(options, 3 + turn), () => on)
  const seconds = (performance.now() - start) / 1000
  const { done, total, state } = await app.call('job.get', { jobId })
  const busy = `${done} of ${total ?? '?'} done, ${state}, processor ${Math.round(((app.cpu() - cpu) / seconds) * 100)} %`
  if (state === 'running') await app.call('job.cancel', { jobId })
  await end
  return { work, paced, said: `${busy}, ${seconds.toFixed(0)} s watched` }
}

async function begin(app: App, work: During, options: DuringOptions, folder: string) {
  if (work === 'verify') return (await app.call('archive.verify', { depth: 'full' })).jobId
  const paths = writeBacklogFolder(join(folder, 'incoming'), options.files, options.seed + 17)
  const staged = await stageAll(app, paths)
  return (await app.call('intake.import', { staged: staged as never })).jobId
}

/** Other queries each time, of all classes in turn. */
function queries(options: DuringOptions, turn: number, each = options.each): readonly string[] {
  const papers = [...generatePapers(2000, options.seed)]
  const classes = makeQueries(papers, seeded(options.seed * 100 + turn), each)
  return Array.from({ length: each }, (_, at) => classes.flatMap((one) => one.queries[at] ?? [])).flat()
}

export function printDuring(options: DuringOptions, measured: readonly DuringFigures[]): string {
  const alone = measured[0]?.paced
  const rows = measured.flatMap(({ work, paced }) =>
    (['fast', 'full'] as const).map((stage) => {
      const [one, base] = [paced[stage], alone?.[stage]]
      const times = (now: number, then: number | undefined) => (then ? `${(now / then).toFixed(1)}×` : '–')
      return [
        `${stage === 'fast' ? 'keystroke' : 'whole answer'}, ${work === 'nothing' ? 'alone' : `during ${work}`}`,
        String(one.n),
        one.p50.toFixed(1),
        one.p95.toFixed(1),
        one.p99.toFixed(1),
        times(one.p50, base?.p50),
        times(one.p95, base?.p95)
      ]
    })
  )
  const head = `${options.documents} documents, through the loopback shell; load of the machine ${loadavg()[0]?.toFixed(1)}`
  return [
    head,
    table(['search, ms', 'asked', 'p50', 'p95', 'p99', 'p50 : alone', 'p95 : alone'], rows),
    ...measured.map(({ work, paced, said }) => `${work}: ${said}, longest wait ${paced.most.toFixed(0)} ms`)
  ].join('\n\n')
}
