import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figures, figures } from './figures.ts'

const ROOT = new URL('..', import.meta.url).pathname

/**
 * Whole-process milliseconds from start to the first search result, in new processes; `bare`: a process that does nothing.
 * All have a compile cache filled by a start before: the program as shipped has no types to strip either.
 */
export function coldStart(
  folder: string,
  miniSearchJson: string | null,
  runs: number
): Readonly<{ ours: Figures; miniSearch: Figures | null; bare: Figures }> {
  const json = join(folder, 'minisearch.json')
  writeFileSync(json, miniSearchJson ?? '')
  const ours = `
    import { openDatabase } from '${ROOT}src/archive/store/db/connection.ts'
    import { searchFast } from '${ROOT}src/archive/search/answer.ts'
    const db = openDatabase('${join(folder, 'archive', 'archive.db')}', { readonly: true })
    const filters = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null }
    if (searchFast(db, { query: 'mang xa hoi', filters, sort: 'relevance', offset: 0, limit: 20 }).hits.length === 0) process.exit(1)`
  const mini = `
    import { readFileSync } from 'node:fs'
    import MiniSearch from '${ROOT}node_modules/minisearch/dist/es/index.js'
    const index = MiniSearch.loadJSON(readFileSync('${json}', 'utf8'), { fields: ['number', 'subject', 'parties'] })
    if (index.search('mang xa hoi', { prefix: true, combineWith: 'AND' }).length === 0) process.exit(1)`
  return {
    ours: run(folder, ours, runs),
    miniSearch: miniSearchJson ? run(folder, mini, runs) : null,
    bare: run(folder, '', runs)
  }
}

/** Megabytes resident of a process that has answered all the queries, both stages. */
export function searchMemory(folder: string, queries: readonly string[]): number {
  const list = join(folder, 'queries.json')
  writeFileSync(list, JSON.stringify(queries))
  const code = `
    import { readFileSync } from 'node:fs'
    import { openDatabase } from '${ROOT}src/archive/store/db/connection.ts'
    import { searchFast, searchFull } from '${ROOT}src/archive/search/answer.ts'
    const db = openDatabase('${join(folder, 'archive', 'archive.db')}', { readonly: true })
    const filters = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [], from: null, to: null }
    for (const query of JSON.parse(readFileSync('${list}', 'utf8')))
      for (const search of [searchFast, searchFull]) search(db, { query, filters, sort: 'relevance', offset: 0, limit: 20 })
    process.stdout.write(String(process.memoryUsage().rss / 1e6))`
  return Number(start(folder, code))
}

function run(folder: string, code: string, runs: number): Figures {
  start(folder, code)
  const took: number[] = []
  for (let at = 0; at < runs; at++) {
    const from = performance.now()
    start(folder, code)
    took.push(performance.now() - from)
  }
  return figures(took)
}

function start(folder: string, code: string): string {
  const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    encoding: 'utf8',
    cwd: ROOT,
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compiled') }
  })
  if (status !== 0) throw new Error(`a measured process failed: ${stderr}`)
  return stdout
}
