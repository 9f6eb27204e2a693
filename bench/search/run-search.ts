import { loadavg } from 'node:os'
import { figures } from '../figures.ts'
import { generatePapers, type Paper } from '../generator.ts'
import { seeded } from '../random.ts'
import { buildIn } from './build-in.ts'
import { bundled } from './bundled.ts'
import { BUILDS, CONTENDERS, type Contender } from './contenders.ts'
import { bareProcess, firstResult } from './first-result.ts'
import type { BuildFigures } from './kept-build.ts'
import type { Answered } from './messages.ts'
import { makeQueries, type QueryClass } from './queries.ts'
import type { ClassFigures, ContenderFigures, NotRun, SearchRun } from './search-run.ts'
import { type Running, startContender } from './start-contender.ts'

export type SearchOptions = Readonly<{
  documents: number
  seed: number
  /** Folder of the builds. */
  keep: string
  /** Queries of each class. */
  each: number
  /** Milliseconds a contender may take for one class. */
  limit: number
  /** Starts to the first result. */
  starts: number
  /** Only contenders whose name holds one of these; all without. */
  only: readonly string[]
  say(text: string): void
}>

type Started = Readonly<{ contender: Contender; folder: string; build: BuildFigures; running: Running }>
type Asked = Map<string, Answered[]>

/** Queries whose answers are not counted, of each class. */
const WARM = 3
/** Papers from all over the archive that queries are drawn from. */
const DRAWN = 5000

/**
 * Every contender in a process of its own, asked the same queries class by class in turn, so that whatever else the machine
 * does meets all of them alike. Each query is asked once: what it left in a cache helps nobody the second time.
 */
export async function runSearch(options: SearchOptions): Promise<SearchRun> {
  const { documents, seed, keep, each, limit } = options
  const before = loadavg()[0] ?? 0
  const wanted = CONTENDERS.filter(
    ({ name }) => options.only.length === 0 || options.only.some((part) => name.includes(part))
  )
  const ready: (Started | NotRun)[] = []
  for (const contender of wanted) ready.push(await start(contender, options))
  const started = ready.filter((one): one is Started => 'running' in one)
  const papers = drawn(documents, seed)
  const warm = makeQueries(papers, seeded(seed + 2), WARM)
  const classes = makeQueries(papers, seeded(seed + 1), each)
  const asked: Asked = new Map()
  for (const { contender, running } of started) {
    options.say(`warming ${contender.name}`)
    for (const { queries } of warm) await running.ask(queries, limit)
  }
  for (const { name, queries } of classes) {
    options.say(`asking: ${name}`)
    for (const { contender, running } of started) {
      const answered = await running.ask(queries, limit)
      asked.set(contender.name, [...(asked.get(contender.name) ?? []), answered])
    }
  }
  const program = await bundled('bench/search/contender-process.ts')
  const measured = new Map<Started, ContenderFigures>()
  for (const one of started) {
    const memory = await one.running.end()
    measured.set(one, {
      name: one.contender.name,
      build: one.build,
      ...figuresOf(classes, asked.get(one.contender.name) ?? []),
      memory,
      first: firstResult(program, one.contender, one.folder, options.starts)
    })
  }
  return {
    documents,
    seed,
    queries: classes.reduce((sum, one) => sum + one.queries.length, 0),
    load: [before, loadavg()[0] ?? 0],
    bare: bareProcess(keep, options.starts),
    contenders: ready.flatMap((one) => ('running' in one ? (measured.get(one) ?? []) : one))
  }
}

async function start(contender: Contender, options: SearchOptions): Promise<Started | NotRun> {
  const { name, build } = contender
  const missing = await BUILDS[build].missing?.()
  if (missing) return { name, notRun: missing }
  options.say(`building for ${name}`)
  const kept = buildIn(options.keep, build, options.documents, options.seed)
  if (typeof kept.built === 'string') return { name, notRun: kept.built }
  if (kept.reused) options.say(`  kept build of ${name} is up to date, used again`)
  try {
    return { contender, folder: kept.folder, build: kept.built, running: await startContender(contender, kept.folder) }
  } catch (error) {
    return { name, notRun: error instanceof Error ? error.message : String(error) }
  }
}

function figuresOf(
  classes: readonly QueryClass[],
  answered: readonly Answered[]
): Pick<ContenderFigures, 'classes' | 'pooled'> {
  const named: Record<string, ClassFigures> = {}
  for (const [at, { name, queries }] of classes.entries()) {
    const one = answered[at]
    if (one) named[name] = classFigures(queries.length, [one])
  }
  const all = classes.reduce((sum, { queries }) => sum + queries.length, 0)
  return { classes: named, pooled: classFigures(all, answered) }
}

function classFigures(of: number, answered: readonly Answered[]): ClassFigures {
  const wall = answered.flatMap((one) => one.wall)
  return {
    of,
    asked: wall.length,
    found: answered.reduce((sum, one) => sum + one.shown.filter((shown) => shown > 0).length, 0),
    wall: figures(wall),
    cpu: figures(answered.flatMap((one) => one.cpu))
  }
}

function drawn(documents: number, seed: number): readonly Paper[] {
  const step = Math.ceil(documents / DRAWN)
  const kept: Paper[] = []
  let at = 0
  for (const paper of generatePapers(documents, seed)) if (at++ % step === 0) kept.push(paper)
  return kept
}
