import { expect, it } from 'vitest'
import { layoutOf } from '#renderer/components/table/table-layout.ts'
import { rowsOf } from '#renderer/hooks/use-pages.ts'

const groupOf = (row: string) => row.charAt(0)
const shown = (rows: readonly (string | null)[]) => {
  const layout = layoutOf(rows, groupOf)
  return Array.from({ length: layout.count }, (_, line) => {
    const one = layout.at(line)
    if (one?.kind === 'group') return `${one.group.key}${one.group.to - one.group.from}${one.group.whole ? '' : '?'}`
    return one && rows[one.row]
  })
}

it('puts a head before each run of one group and finds every row again', () => {
  const rows = ['a1', 'a2', 'b1', 'a3']
  expect(shown(rows)).toEqual(['a2', 'a1', 'a2', 'b1', 'b1', 'a1', 'a3'])
  const layout = layoutOf(rows, groupOf)
  expect(rows.map((_, row) => layout.at(layout.lineOf(row)))).toEqual(rows.map((_, row) => ({ kind: 'row', row })))
  expect([layout.at(-1), layout.at(7)]).toEqual([null, null])
})

it('counts rows not known yet as lines, and says of no group beside them that it is whole', () => {
  expect(shown([null, 'a1', 'b1', 'b2', null, 'c1', null])).toEqual([
    null,
    ...['a1?', 'a1'],
    ...['b2?', 'b1', 'b2'],
    null,
    ...['c1?', 'c1'],
    null
  ])
  expect(shown(['a1', 'b1', 'c1', null])).toEqual(['a1', 'a1', 'b1', 'b1', 'c1?', 'c1', null])
})

it('has no heads where rows are in no groups', () => {
  const layout = layoutOf(['a', null, 'b'], undefined)
  expect([layout.count, layout.lineOf(2), layout.at(1)]).toEqual([3, 2, { kind: 'row', row: 1 }])
})

it('has the rows of the known pages at their places, a row of two pages once', () => {
  const list = { question: '', total: 7, size: 3, newest: ['x'] }
  const rows = (pages: ReadonlyMap<number, readonly string[]>) =>
    rowsOf({ ...list, pages }, (page: readonly string[]) => page, String)
  expect(rows(new Map([[2, ['g']]]))).toEqual([null, null, null, null, null, null, 'g'])
  expect(
    rows(
      new Map([
        [1, ['c', 'd', 'e']],
        [0, ['a', 'b', 'c']]
      ])
    )
  ).toEqual(['a', 'b', 'c', null, 'd', 'e', null])
  // The list has become shorter since that page was asked.
  expect(rows(new Map([[2, ['g', 'h', 'i']]]))).toHaveLength(7)
  expect(rowsOf(null, () => [], String)).toEqual([])
})
