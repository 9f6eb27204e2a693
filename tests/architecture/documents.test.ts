import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const PAGES = ['docs/asvs.md', 'docs/threat-model.md', 'docs/hostile-tests.md']
/** A test is named without its ending. */
const ENDINGS = ['', '.test.ts', '.ts', '.tsx']

/** Files a page names: what stands between backticks and begins as a path of ours, braces spelled out; and its links. */
function namedIn(page: string, text: string): readonly string[] {
  const quoted = [...text.matchAll(/`((?:src|tests|docs|tools|resources|bench|eval)\/[^`\s]*)`/g)].flatMap(([, path]) =>
    spelled(path ?? '')
  )
  const linked = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) =>
    normalize(join(dirname(page), path ?? ''))
  )
  return [...quoted, ...linked]
}

function spelled(path: string): readonly string[] {
  const braces = /\{([^}]*)\}/.exec(path)
  if (!braces) return [path]
  return (braces[1] ?? '').split(',').flatMap((part) => spelled(path.replace(braces[0], part)))
}

const isThere = (path: string) => ENDINGS.some((ending) => existsSync(join(ROOT, `${path}${ending}`)))

describe('pages about security', () => {
  it.each(PAGES)('%s names files and tests that are there', (page) => {
    const named = namedIn(page, read(page))
    expect(named.length).toBeGreaterThan(page.endsWith('threat-model.md') ? 1 : 5)
    expect(named.filter((path) => !isThere(path))).toEqual([])
  })

  it('and one that is not there is told (the finder itself)', () => {
    const named = namedIn('docs/x.md', '`tests/server/{guard,nowhere}` and `npm test` [a](adr/none.md) `src/none.ts`')
    expect(named.filter((path) => !isThere(path))).toEqual(['tests/server/nowhere', 'src/none.ts', 'docs/adr/none.md'])
  })
})

/** Requirements of each chapter: levels 1 and 2, and level 3 too in V5, V8 and V16. */
const ASKED = [27, 11, 19, 10, 13, 35, 18, 13, 7, 29, 14, 9, 13, 9, 13, 17, 7]
const VERDICTS = ['met', 'partly', 'not met', 'n/a'] as const

type Row = Readonly<{ items: readonly string[]; verdict: string; why: string; shown: string }>

/** "1.2.6 1.2.7" is two items, "9 (7)" the seven of a chapter. */
function rowsOf(text: string): readonly Row[] {
  return text
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter((cells) => cells.length === 7 && /^\d/.test(cells[1] ?? ''))
    .map(([, item = '', , verdict = '', why = '', shown = '']) => ({
      items: [...item.matchAll(/(\d[\d.]*)(?: \((\d+)\))?/g)].flatMap(([, id = '', count]) =>
        Array.from({ length: Number(count ?? 1) }, (_, at) => (count ? `${id}/${at}` : id))
      ),
      verdict,
      why,
      shown
    }))
}

describe('docs/asvs.md', () => {
  const text = read('docs/asvs.md')
  const rows = rowsOf(text)
  const items = rows.flatMap((row) => row.items)

  it('has every item of each chapter once', () => {
    expect(new Set(items).size).toBe(items.length)
    const counts = ASKED.map((_, at) => items.filter((id) => id.split(/[./]/)[0] === String(at + 1)).length)
    expect(counts).toEqual(ASKED)
  })

  it('says one of four words of each, and where it is seen or why it is not asked', () => {
    expect(rows.filter(({ verdict }) => !VERDICTS.some((one) => one === verdict))).toEqual([])
    const unshown = rows.filter(({ verdict, shown }) => verdict !== 'n/a' && !/`(?:tests|src|docs)\//.test(shown))
    expect(unshown.map((row) => row.items)).toEqual([])
    expect(rows.filter(({ verdict, why }) => verdict !== 'met' && why === '').map((row) => row.items)).toEqual([])
  })

  it('counts them as they are', () => {
    const counts = VERDICTS.map((word) => rows.filter((row) => row.verdict === word).flatMap((row) => row.items).length)
    expect(text).toContain(`| of ${items.length} | ${counts.join(' | ')} |`)
  })
})
