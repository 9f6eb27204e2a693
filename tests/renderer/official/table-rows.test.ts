import { describe, expect, it } from 'vitest'
import { type OfficialRow, shownRows } from '#renderer/features/official/table-rows.ts'

const row = (...cells: readonly (readonly [text: string, sort: string | number])[]): OfficialRow => ({
  cells: cells.map(([text, sort]) => ({ text, sort })),
  void: false,
  documentId: null
})
const ROWS = [
  row(['02/8/2021', '2021-08-02'], ['12', 12], ['Công an huyện', 'cong an huyen']),
  row(['01/8/2021', '2021-08-01'], ['', ''], ['Ủy ban Mặt trận', 'uy ban mat tran']),
  row(['03/8/2021', '2021-08-03'], ['9', 9], ['Công an huyện', 'cong an huyen'])
]
const places = (rows: readonly { place: number }[]) => rows.map((one) => one.place)

describe('rows of an official book', () => {
  it('keep the order of the book, and are found without diacritics', () => {
    expect(places(shownRows(ROWS, '', null))).toEqual([1, 2, 3])
    expect(places(shownRows(ROWS, 'cong an', null))).toEqual([1, 3])
    expect(places(shownRows(ROWS, 'mặt trận 01/8', null))).toEqual([2])
    expect(places(shownRows(ROWS, 'không có', null))).toEqual([])
  })

  it('are ordered by what a column holds, not by its letters', () => {
    expect(places(shownRows(ROWS, '', { column: 0, descending: false }))).toEqual([2, 1, 3])
    expect(places(shownRows(ROWS, '', { column: 1, descending: false }))).toEqual([3, 1, 2])
    expect(places(shownRows(ROWS, '', { column: 2, descending: true }))).toEqual([2, 1, 3])
  })
})
