import { describe, expect, it } from 'vitest'
import { lineParts, type PageMark, splitByMarks } from '#renderer/components/page-view/marks.ts'

const mark = (id: string, start: number, end: number): PageMark => ({ id, start, end, tone: 'cite' })

describe('text parted by its marks', () => {
  it('keeps every letter once', () => {
    const pieces = splitByMarks({ start: 10, end: 40 }, [mark('a', 15, 20), mark('b', 30, 50)], null)
    expect(pieces.map((piece) => [piece.start, piece.end, piece.mark?.id ?? null])).toEqual([
      [10, 15, null],
      [15, 20, 'a'],
      [20, 30, null],
      [30, 40, 'b']
    ])
  })
  it('gives an overlap to the shorter mark', () => {
    const pieces = splitByMarks({ start: 0, end: 30 }, [mark('long', 0, 30), mark('short', 10, 20)], null)
    expect(pieces.map((piece) => piece.mark?.id)).toEqual(['long', 'short', 'long'])
  })
  it('shows the focus where no mark is', () => {
    const pieces = splitByMarks({ start: 0, end: 10 }, [], { start: 3, end: 6 })
    expect(pieces.map((piece) => piece.now)).toEqual([false, true, false])
  })
})

describe('columns in a line', () => {
  it('two that stand side by side', () => {
    expect(lineParts('HUYỆN ỦY    ĐẢNG CỘNG SẢN', 100)).toEqual([
      { start: 100, end: 108, column: 'left' },
      { start: 112, end: 125, column: 'right' }
    ])
  })
  it('one that begins far in belongs right', () => {
    expect(lineParts(`${' '.repeat(30)}PHÓ BÍ THƯ`, 0)[0]).toEqual({ start: 30, end: 40, column: 'right' })
  })
  it('an ordinary line is whole, without its indent', () => {
    expect(lineParts('   1. Ủy ban nhân dân', 0)).toEqual([{ start: 3, end: 21, column: 'whole' }])
  })
})
