import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figures, figures } from './figures.ts'

const ROOT = new URL('..', import.meta.url).pathname

/** Whole-process milliseconds from start to the first search result, in new processes; `bare`: a process that does nothing. */
export function coldStart(
  folder: string,
  miniSearchJson: string,
  runs: number
): Readonly<{ ours: Figures; miniSearch: Figures; bare: Figures }> {
  const json = join(folder, 'minisearch.json')
  writeFileSync(json, miniSearchJson)
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
  return { ours: run(ours, runs), miniSearch: run(mini, runs), bare: run('', runs) }
}

function run(code: string, runs: number): Figures {
  const took: number[] = []
  for (let at = 0; at < runs; at++) {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      encoding: 'utf8',
      cwd: ROOT
    })
    if (status !== 0) throw new Error(`cold start failed: ${stderr}`)
    took.push(performance.now() - start)
  }
  return figures(took)
}
