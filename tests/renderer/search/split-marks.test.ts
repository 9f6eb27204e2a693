import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitMarks } from '#renderer/features/search/split-marks.ts'

describe('text cut at its marks', () => {
  it('keeps the text whole whatever the marks are', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 }))),
        (text, marks) => {
          const parts = splitMarks(text, marks)
          expect(parts.map((part) => part.text).join('')).toBe(text)
          expect(parts.every((part) => part.text !== '')).toBe(true)
          for (const part of parts) expect(text.startsWith(part.text, part.at)).toBe(true)
        }
      )
    )
  })
  it('marks exactly what stands between the offsets', () => {
    expect(splitMarks('quản lý mạng xã hội', [[8, 19]]).map((part) => [part.text, part.marked])).toEqual([
      ['quản lý ', false],
      ['mạng xã hội', true]
    ])
  })
  it('tells the marks apart, out of order and overlapping', () => {
    const parts = splitMarks('abcdef', [
      [3, 5],
      [0, 2],
      [1, 4]
    ])
    expect(parts.map((part) => [part.text, part.index])).toEqual([
      ['ab', 1],
      ['cd', 2],
      ['e', 0],
      ['f', null]
    ])
  })
})
