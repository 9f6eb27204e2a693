import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figures } from '../figures.ts'
import type { LabelledDocument } from '../load-corpus.ts'
import { corpusArchive, type EvalArchive, generatedArchive } from './archives.ts'
import type { KnownItemClass } from './known-items.ts'
import { type ClassRanks, measureSearch, type Ranking, ranking } from './measure-search.ts'

/** What the mean reciprocal rank must reach; a class without a goal of its own has the one of all. */
export const SEARCH_GOALS: Readonly<Partial<Record<KnownItemClass, number>>> = {
  references: 0.95,
  'titles with marks': 0.95,
  'half-remembered phrases': 0.85,
  'one slip': 0.75
}
const GOAL_OF_ALL = 0.9
const GOAL_OF_LARGE = 0.85
const LARGE = 50_000

export type SearchOptions = Readonly<{
  documents: number
  seed: number
  /** Queries of each class. */
  each: number
  /** Folder where the generated archive is kept for the next time. */
  keep: string | undefined
  misses: boolean
}>

/** `npm run eval -- [FOLDER] --search`: whoever knows which paper is meant, where does it stand in the answer? */
export function evalSearch(
  corpus: readonly LabelledDocument[],
  options: SearchOptions
): Readonly<{ text: string; figures: Figures; met: boolean }> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-eval-'))
  const texts: string[] = []
  const figures: Figures = {}
  let met = true
  const measure = (archive: EvalArchive, goalOfAll: number) => {
    const measured = measureSearch(archive, options.each, options.seed)
    const table = print(archive.name, measured, goalOfAll, options.misses)
    texts.push(table.text)
    met &&= table.met
    Object.assign(figures, figuresOf(archive.name, measured))
    archive.db.close()
  }
  try {
    measure(
      generatedArchive(options.documents, options.seed, options.keep ?? folder),
      options.documents >= LARGE ? GOAL_OF_LARGE : GOAL_OF_ALL
    )
    if (corpus.length > 0) measure(corpusArchive(corpus, join(folder, 'corpus')), GOAL_OF_ALL)
    return { text: texts.join('\n\n'), figures, met }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(
  name: string,
  measured: readonly ClassRanks[],
  goalOfAll: number,
  misses: boolean
): Readonly<{ text: string; met: boolean }> {
  let met = true
  const line = (what: string, full: Ranking, fast: Ranking, goal: number | undefined) => {
    const reached = goal === undefined || full.mrr >= goal
    met &&= reached
    const wanted = goal === undefined ? '' : `${goal.toFixed(2)} ${reached ? '✓' : '✗'}`
    const cells = [full.mrr, full.first, full.ten, fast.mrr].map((value) => value.toFixed(3).padStart(8))
    return `${what.padEnd(26)}${String(full.queries).padStart(5)}${cells.join('')}${wanted.padStart(9)}`
  }
  const both = (ranks: ClassRanks['ranks']) =>
    [ranking(ranks.map((rank) => rank.full)), ranking(ranks.map((rank) => rank.fast))] as const
  const rows = measured.map(({ kind, ranks }) => line(kind, ...both(ranks), SEARCH_GOALS[kind]))
  rows.push(line('all', ...both(measured.flatMap((one) => one.ranks)), goalOfAll))
  const missed = measured.flatMap(({ kind, ranks }) =>
    ranks.filter((rank) => rank.full !== 1).map((rank) => `  ${kind}: ${rank.typed} → ${rank.full || 'not shown'}`)
  )
  const head = `${name.padEnd(26)}    n     MRR   first  in ten   MRR of keystroke   goal`
  return { text: [head, ...rows, ...(misses ? missed : [])].join('\n'), met }
}

function figuresOf(name: string, measured: readonly ClassRanks[]): Figures {
  const figures: Figures = {}
  const put = (what: string, ranks: readonly number[]) => {
    const { mrr, first, ten } = ranking(ranks)
    for (const [figure, value] of Object.entries({ mrr, first, ten }))
      figures[`${name}/${what}/${figure}`] = Math.round(value * 10_000) / 10_000
  }
  for (const { kind, ranks } of measured)
    put(
      kind,
      ranks.map((rank) => rank.full)
    )
  put(
    'all',
    measured.flatMap((one) => one.ranks.map((rank) => rank.full))
  )
  return figures
}
