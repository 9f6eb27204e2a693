import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ReadableDb } from '#archive/archive-context.ts'
import { Office } from '#contract/operations/archive.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { type KnownItem, PHRASES, REFERENCES, SLIPS, TITLES } from './known-items.ts'
import { full, ids } from './search-support.ts'

const SAMPLE = new URL('../../../resources/sample/', import.meta.url)
/** Bears a grade of secrecy and is never filed. */
const REFUSED = '234.txt'

test('whoever knows which paper is meant finds it at or near the top', { timeout: 120_000 }, async () => {
  const office = Office.parse(JSON.parse(readFileSync(new URL('office.json', SAMPLE), 'utf8')))
  const { archive } = await tempArchive({ office })
  const papers = new Map<string, string>()
  for (const name of readdirSync(new URL('texts/', SAMPLE)).filter((one) => one !== REFUSED)) {
    const text = readFileSync(new URL(`texts/${name}`, SAMPLE), 'utf8')
    papers.set(await fileText(archive, name, text), name.replace('.txt', ''))
  }
  expect(papers.size).toBeGreaterThan(40)
  const classes: readonly (readonly [string, readonly KnownItem[], number])[] = [
    ['references', REFERENCES, 0.95],
    ['titles with marks', TITLES, 0.95],
    ['words without marks', PHRASES, 0.85],
    ['one slip', SLIPS, 0.75]
  ]
  const measured = classes.map(([name, items, floor]) => {
    const ranks = items.map((item) => ({ typed: item[0], rank: rankOf(archive.db, papers, item) }))
    const mrr = ranks.reduce((sum, one) => sum + (one.rank === 0 ? 0 : 1 / one.rank), 0) / items.length
    const missed = ranks.filter((one) => one.rank !== 1).map((one) => `${one.typed}: ${one.rank || 'not found'}`)
    console.info(
      `${name}: MRR ${mrr.toFixed(3)} of ${items.length}${missed.length > 0 ? ` (${missed.join('; ')})` : ''}`
    )
    return { name, mrr, floor }
  })
  expect(classes.reduce((sum, [, items]) => sum + items.length, 0)).toBeGreaterThanOrEqual(60)
  for (const { name, mrr, floor } of measured) expect(mrr, name).toBeGreaterThanOrEqual(floor)
})

/** Where the first of the meant papers stands, from 1; 0 when it is not shown. */
function rankOf(db: ReadableDb, papers: ReadonlyMap<string, string>, [typed, ...meant]: KnownItem): number {
  const found = ids(full(db, typed)).map((id) => papers.get(id) ?? '')
  return found.findIndex((paper) => meant.includes(paper)) + 1
}
