import { describe, expect, it } from 'vitest'
import { mergeReadings, withoutDirt } from '#archive/ocr/merge-readings.ts'
import { slopeOf, type Word } from '#archive/ocr/words.ts'

/** Words of one line, each ten letters wide, at a height. */
function line(number: number, y: number, texts: readonly string[], confidence = 90): Word[] {
  return texts.map((text, index) => ({
    text,
    confidence,
    x: 50 + index * 60,
    y,
    w: 50,
    h: 12,
    base: y + 10,
    height: 13,
    line: number
  }))
}

const texts = (words: readonly Word[]): string => words.map((word) => word.text).join(' ')

describe('two readings of a page', () => {
  it('put a line that one of them lost back, and say so', () => {
    const base = [...line(0, 100, ['Nơi', 'nhận'])]
    const other = [...line(0, 101, ['Nơi', 'nhận']), ...line(1, 120, ['Văn', 'phòng'])]
    const merged = mergeReadings(base, other)
    expect(texts(merged.words)).toBe('Nơi nhận Văn phòng')
    expect(merged.doubtfulLines).toBe(1)
    expect(new Set(merged.words.map((word) => word.line)).size).toBe(2)
  })

  it('notice a line the second reading lost', () => {
    const merged = mergeReadings(line(0, 100, ['Lưu', 'Văn', 'phòng']), [])
    expect(merged).toMatchObject({ doubtfulLines: 1 })
    expect(texts(merged.words)).toBe('Lưu Văn phòng')
  })

  it('take the surer of two readings of a word', () => {
    const base = [...line(0, 100, ['bạn'], 70), ...line(0, 100, ['x', 'hành'], 95).slice(1)]
    expect(texts(mergeReadings(base, line(0, 100, ['ban', 'hạnh'], 80)).words)).toBe('ban hành')
  })

  it('do not take scribbles for a lost line', () => {
    expect(
      mergeReadings(line(0, 100, ['Lưu']), [...line(0, 100, ['Lưu']), ...line(1, 300, ['Ñï', '~x'], 30)])
    ).toMatchObject({
      doubtfulLines: 0
    })
  })
})

it('dirt goes: lines hardly believed, marks that are no letters; a list keeps its dashes', () => {
  const words = [...line(0, 100, ['-', 'Như', 'trên']), ...line(1, 130, ['|'], 40), ...line(2, 160, ['NI', 'Gg'], 20)]
  expect(texts(withoutDirt(words))).toBe('- Như trên')
})

it('says how much lines fall to the right; a few short ones say nothing', () => {
  const lines = [0, 1, 2].flatMap((number) =>
    line(number, 100 + number * 20, ['a', 'b', 'c', 'd']).map((word) => ({ ...word, base: word.base + word.x * 0.02 }))
  )
  expect(slopeOf(lines)).toBeCloseTo(0.02)
  expect(slopeOf(lines.slice(0, 4))).toBe(0)
})
