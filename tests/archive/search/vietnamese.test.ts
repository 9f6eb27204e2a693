import { describe, expect, test } from 'vitest'
import { isSyllable } from '#domain/text/syllable.ts'
import { ABBREVIATIONS } from '#domain/vocabulary/abbreviations.ts'
import { memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, fast, full, ids } from './search-support.ts'

/** The 67 letters that bear a mark; with capitals 134. */
const LETTERS = [...'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ']
const plain = (letter: string) =>
  letter
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace('đ', 'd')

describe('all 134 letters with marks', () => {
  // A word of its own for each letter, "x…x" around it, so that each is found by its own letter alone.
  const { db } = archiveOfTexts(
    ...LETTERS.map(
      (letter, index) => `chung b${letter}n${'abcdefghij'[index % 10]}${'klmnopq'[Math.trunc(index / 10)]}`
    )
  )
  const word = (letter: string, index: number) =>
    `b${letter}n${'abcdefghij'[index % 10]}${'klmnopq'[Math.trunc(index / 10)]}`

  test('are 67 small and 67 capital ones', () => {
    expect(new Set([...LETTERS, ...LETTERS.map((letter) => letter.toUpperCase())]).size).toBe(134)
  })

  test('find their word as typed, as capitals, decomposed, and without marks', () => {
    const missed = LETTERS.flatMap((letter, index) => {
      const typed = word(letter, index)
      const ways = [
        typed,
        typed.toUpperCase(),
        typed.normalize('NFD'),
        typed.toUpperCase().normalize('NFD'),
        word(plain(letter), index)
      ]
      return ways.filter(
        (way) => ids(full(db, `${way} `)).join() !== `d${index + 1}` || ids(fast(db, `${way} `))[0] !== `d${index + 1}`
      )
    })
    expect(missed).toEqual([])
  })
})

describe('one word, however it is written', () => {
  const { db } = archiveOfTexts(
    'hoà giải',
    'hòa giải',
    'thuỷ lợi',
    'thủy lợi',
    'chữ ký',
    'chữ kí',
    'uỷ ban',
    'ủy ban',
    'khoẻ',
    'khỏe'
  )
  test.each([
    ['hoà', ['d1', 'd2']],
    ['hòa', ['d1', 'd2']],
    ['thuỷ', ['d3', 'd4']],
    ['thủy'.normalize('NFD'), ['d3', 'd4']],
    ['ký', ['d5', 'd6']],
    ['kí', ['d5', 'd6']],
    ['ủy', ['d7', 'd8']],
    ['khoẻ', ['d10', 'd9']]
  ])('%s', (typed, expected) => {
    expect(ids(full(db, `${typed} `)).toSorted()).toEqual(expected)
  })
})

describe('short and long forms find each other (S13)', () => {
  const { db } = archiveOfTexts(
    'UBKT Huyện ủy họp',
    'Ủy ban Kiểm tra Huyện ủy họp',
    'HĐND và UBMTTQ xã',
    'Mặt trận Tổ quốc xã',
    'MTTQ xã',
    'ban kiểm tra'
  )
  test.each([
    ['UBKT', ['d1', 'd2']],
    ['ubkt ', ['d1', 'd2']],
    ['ủy ban kiểm tra', ['d1', 'd2']],
    ['uy ban kiem tra ', ['d1', 'd2']],
    ['ubkt họp', ['d1', 'd2']],
    ['họp ủy ban kiểm tra', ['d1', 'd2']],
    ['MTTQ', ['d4', 'd5']],
    ['mặt trận tổ quốc xã', ['d4', 'd5']],
    ['hội đồng nhân dân', ['d3']],
    ['"ủy ban kiểm tra"', ['d2']],
    ['UBKT KHÔNG ban', ['d1']]
  ])('%s', (typed, expected) => {
    const answer = full(db, typed)
    expect(ids(answer).toSorted()).toEqual(expected)
    expect(answer.total).toBe(expected.length)
    expect(ids(fast(db, typed)).toSorted()).toEqual(expected)
  })

  test('no short form is a syllable that other words are written with', () => {
    expect(ABBREVIATIONS.filter(([short]) => isSyllable(short.toLowerCase()))).toEqual([])
    expect(new Set(ABBREVIATIONS.map(([short]) => short)).size).toBe(ABBREVIATIONS.length)
  })
})

describe('close together (S06)', () => {
  const { db } = archiveOfTexts('rừng bị cháy', 'cháy lan rộng vào trong rừng', `rừng ${'xa '.repeat(30)}cháy`, 'rừng')
  test.each([
    ['rừng GẦN cháy', ['d1', 'd2']],
    ['cháy NEAR rừng', ['d1', 'd2']],
    ['rừng GẦN/1 cháy', ['d1']],
    ['rừng GẦN/40 cháy ', ['d1', 'd2', 'd3']],
    ['"lan rộng" GẦN rừng', ['d2']],
    ['GẦN rừng ', ['d1', 'd2', 'd3', 'd4']],
    ['rừng GẦN', ['d1', 'd2', 'd3', 'd4']],
    ['rừng gần ', []]
  ])('%s', (typed, expected) => {
    const answer = full(db, typed)
    if (answer.corrected === null) expect(ids(answer).toSorted()).toEqual(expected)
    else expect(expected).toEqual([])
    expect(ids(fast(db, typed)).toSorted()).toEqual(expected)
  })
})

test('half-remembered words: a word left out or out of turn, and the paper still stands first', () => {
  const target = 'giao cho chi bộ thôn Đạ Lây dựng biển cấm chăn thả trâu bò'
  const other = (at: number) =>
    `${'thôn chi bộ trâu biển dựng bò thả cấm chăn '.split(' ').reverse().join(` từ ${at} đến `)}`
  const { db } = archiveOfTexts(target, ...Array.from({ length: 60 }, (_, at) => other(at)))
  for (const typed of ['dung bien cam tha trau bo', 'bien cam dung chan tha trau', 'chan tha trau bo dung bien'])
    expect(ids(full(db, typed))[0], typed).toBe('d1')
})

describe('a date after a reference says of which year it is meant', () => {
  const archive = memoryArchive(OFFICE)
  for (const year of [2019, 2020, 2021])
    archive.file(
      `of-${year}`,
      { number: '12', symbol: 'CV/HU', issuedOn: `${year}-03-05`, subject: 'bảo vệ rừng' },
      'Năm 2020, 12-CV/HU'
    )
  test.each([
    '12-CV/HU 2020',
    '12 cv hu năm 2020',
    '12cv/hu nam: 2020',
    '12-CV/HU ngày 05/3/2020',
    'số: 12-CV/HU, 3/2020'
  ])('%s', (typed) => {
    expect(ids(full(archive.db, typed))[0]).toBe('of-2020')
    expect(ids(fast(archive.db, typed))[0]).toBe('of-2020')
  })
})
