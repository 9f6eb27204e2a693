import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchFull } from '#archive/search/answer.ts'
import { buildIndex } from '../../bench/build-index.ts'
import { generatePapers } from '../../bench/generator.ts'
import { seeded } from '../../bench/random.ts'
import { request } from '../../bench/search/engines/ours.ts'
import { printGrowth } from '../../bench/search/growth.ts'
import { keptBuild } from '../../bench/search/kept-build.ts'
import { linkedCopy } from '../../bench/search/linked-copy.ts'
import { makeQueries } from '../../bench/search/queries.ts'
import { runSearch } from '../../bench/search/run-search.ts'
import { ran, type SearchRun } from '../../bench/search/search-run.ts'
import { sourcesOf } from '../../bench/search/source-stamp.ts'
import { printSearch } from '../../bench/search/table.ts'
import { naiveCount } from './naive.ts'

const SEED = 5
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vankho-bench-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a run of the bench', () => {
  let run: SearchRun
  const said: string[] = []
  const only = ['ours, keystroke, one', 'ours, whole answer', 'register line', 'FTS5']
  const options = () => ({
    ...{ documents: 60, seed: SEED, keep: join(folder, 'keep'), each: 6, limit: 60_000, starts: 1, only },
    say: (text: string) => said.push(text)
  })
  beforeAll(async () => {
    run = await runSearch(options())
  })

  test('asks every contender every query of every class', () => {
    expect(run.contenders.map((one) => one.name)).toEqual([
      'ours, keystroke, one line',
      'ours, whole answer',
      'FlexSearch, register line',
      'MiniSearch, register line',
      'FTS5, one table, bm25'
    ])
    for (const one of run.contenders) {
      if (!ran(one)) throw new Error(`${one.name}: ${one.notRun}`)
      expect(Object.keys(one.classes)).toHaveLength(10)
      for (const { asked, of, wall, found } of Object.values(one.classes)) {
        expect([asked, of, wall.n]).toEqual([6, 6, 6])
        expect(found).toBeLessThanOrEqual(6)
      }
      expect(one.pooled.asked).toBe(60)
      expect(one.build).toMatchObject({ documents: 60 })
      expect(one.build.megabytesOnDisk).toBeGreaterThan(0)
      expect(one.first.n).toBe(1)
    }
  })

  test('ours and plain FTS5 find something for the same classes; what only bodies hold is not in a register line', () => {
    const found = (name: string, of: string) => {
      const one = run.contenders.find((other) => other.name === name)
      return one && ran(one) ? one.classes[of]?.found : undefined
    }
    for (const of of ['1 word', '3 words', '5 words', 'phrase', 'reference', 'no marks']) {
      expect([of, found('ours, whole answer', of)]).toEqual([of, 6])
      expect([of, found('FTS5, one table, bm25', of)]).toEqual([of, 6])
    }
    expect(found('FlexSearch, register line', '5 words')).toBeLessThan(6)
    expect(found('ours, whole answer', 'typing slip')).toBeGreaterThan(
      found('FTS5, one table, bm25', 'typing slip') ?? 6
    )
  })

  test('prints each class, the ratios, the costs and the growth', () => {
    const text = printSearch(run)
    for (const part of ['each keystroke', 'typing slip', 'ours : peer', 'on disk, MB', 'processor time']) {
      expect(text).toContain(part)
    }
    const growth = printGrowth([run, { ...run, documents: 120 }])
    expect(growth).toContain('60 documents')
    expect(growth).toContain('120 documents')
  })

  test('a contender that cannot be run is named with its reason', () => {
    const without: SearchRun = { ...run, contenders: [...run.contenders, { name: 'Recoll', notRun: 'not installed' }] }
    expect(printSearch(without)).toContain('Recoll: not run, not installed')
    expect(printGrowth([without])).toMatch(/Recoll: memory, MB +\| not run/)
  })

  test('builds lie there for the next run', async () => {
    said.length = 0
    await runSearch({ ...options(), only: ['FTS5'] })
    expect(said.join('\n')).toContain('kept build of FTS5, one table, bm25 is up to date')
  })
})

describe('what is asked', () => {
  test('the whole answer counts what a look through every paper counts', () => {
    const papers = [...generatePapers(80, SEED)]
    const { db } = buildIndex(join(folder, 'naive'), papers, 'search')
    const classes = makeQueries(papers, seeded(SEED), 25)
    let asked = 0
    for (const { name, queries } of classes) {
      if (!/^\d words?$|^phrase$/.test(name)) continue
      for (const query of queries) {
        // A space after it: the last word is typed to its end.
        const { total } = searchFull(db, request(`${query} `, 20))
        expect([query, total]).toEqual([query, naiveCount(papers, query)])
        asked++
      }
    }
    db.close()
    expect(asked).toBe(150)
  })

  test('the same seed asks the same, another one something else', () => {
    const papers = [...generatePapers(40, SEED)]
    expect(makeQueries(papers, seeded(1), 5)).toEqual(makeQueries(papers, seeded(1), 5))
    expect(makeQueries(papers, seeded(1), 5)).not.toEqual(makeQueries(papers, seeded(2), 5))
  })
})

describe('kept builds', () => {
  const figures = {
    documents: 1,
    perSecond: 1,
    perCpuSecond: 1,
    seconds: 1,
    megabytesOnDisk: 1,
    indexMegabytes: 1,
    peakMegabytes: null
  }

  test('are made again when their sources changed, or when they were not built to the end', () => {
    const module = join(folder, 'module.ts')
    writeFileSync(module, "import { a } from './part.ts'\n")
    writeFileSync(join(folder, 'part.ts'), 'export const a = 1\n')
    let made = 0
    const build = () =>
      keptBuild(join(folder, 'kept'), { id: 'x', documents: 1, seed: 1, modules: [module] }, (at) => {
        made++
        expect(existsSync(join(at, 'left'))).toBe(false)
        writeFileSync(join(at, 'left'), '')
        return figures
      })
    expect(build().reused).toBe(false)
    expect(build()).toMatchObject({ reused: true, built: figures })
    appendFileSync(join(folder, 'part.ts'), '// changed\n')
    expect(build().reused).toBe(false)
    rmSync(join(folder, 'kept', 'x-1-1', 'stamp.json'))
    expect(build().reused).toBe(false)
    expect(made).toBe(3)
  })

  test('a build that failed is not tried again, and says why', () => {
    let tried = 0
    const build = () =>
      keptBuild(join(folder, 'kept'), { id: 'y', documents: 1, seed: 1, modules: [] }, () => {
        tried++
        return 'did not fit'
      })
    expect(build().built).toBe('did not fit')
    expect(build()).toMatchObject({ built: 'did not fit', reused: true })
    expect(tried).toBe(1)
  })

  test('the stamp of our own follows what is imported, down to the folding of letters, and not how it is searched', () => {
    const root = join(import.meta.dirname, '../..')
    const of = sourcesOf([join(root, 'bench/build-index.ts')])
    for (const part of ['src/domain/text/fold.ts', 'src/archive/search/tokens.ts', 'src/archive/apply/documents.ts']) {
      expect([...of.keys()]).toContain(join(root, part))
    }
    expect([...of.keys()]).not.toContain(join(root, 'src/archive/search/snippet.ts'))
  })
})

test('a copy shares its originals and owns the rest', () => {
  const from = join(folder, 'from')
  mkdirSync(join(from, 'originals', 'ab'), { recursive: true })
  writeFileSync(join(from, 'originals', 'ab', 'x'), 'paper')
  writeFileSync(join(from, 'archive.db'), 'rows')
  const to = join(folder, 'to')
  linkedCopy(from, to)
  expect(statSync(join(to, 'originals', 'ab', 'x')).ino).toBe(statSync(join(from, 'originals', 'ab', 'x')).ino)
  writeFileSync(join(to, 'archive.db'), 'other rows')
  expect(readFileSync(join(from, 'archive.db'), 'utf8')).toBe('rows')
})
