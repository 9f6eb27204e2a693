import { describe, expect, test } from 'vitest'
import { mend } from '#domain/layout/mend/mend.ts'
import { nearIndex, nearWords } from '#domain/layout/mend/near.ts'
import { noiseOf } from '#domain/layout/mend/noise.ts'
import { withinOne } from '#domain/text/edit-distance.ts'

/** Words around, so that a text has a vocabulary of its own. */
const AROUND =
  'Huyện ủy Krông Ana yêu cầu các chi bộ xã Krông Ana. Đồng chí Bí thư Huyện ủy Krông Ana. Lưu tại xã Krông Ana.'

function mended(line: string): string {
  return mend(`${line}\n\n${AROUND}\n`, true).text.split('\n')[0] ?? ''
}

describe('words are put right where one answer is left', () => {
  test.each([
    [
      'a circumflex worn off',
      'Ban Thường vụ Huyện ủy yêu cầu thục hiện nghị quyét',
      'Ban Thường vụ Huyện ủy yêu cầu thực hiện nghị quyết'
    ],
    ['n read as u', 'Bau Tuyên giáo Huyện ủy', 'Ban Tuyên giáo Huyện ủy'],
    ['c read as e', 'các eơ quan, đơn vị', 'các cơ quan, đơn vị'],
    ['a letter doubled', 'ĐẢNG CỘNG SSẢN VIỆT NAM', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
    ['a letter lost', 'HUYN ỦY KRÔNG ANA', 'HUYỆN ỦY KRÔNG ANA'],
    ['a letter read as a sign', 'Văn ph`ng Huyện ủy', 'Văn phòng Huyện ủy'],
    ['a first letter read as a sign keeps its capital', 'Ủy ban ;iểm tra Huyện ủy', 'Ủy ban Kiểm tra Huyện ủy'],
    ['a word parted by a speck', 'Luật T‹ ổ chức chính quyền', 'Luật Tổ chức chính quyền'],
    ['a word parted', 'tổ ch ức cơ sở đảng', 'tổ chức cơ sở đảng'],
    ['two words run together', 'công tác vănthư, lưu trữ', 'công tác văn thư, lưu trữ'],
    ['a space read as a letter', 'HUYỆNeỦY KRÔNG ANA', 'HUYỆN ỦY KRÔNG ANA'],
    ['a place by the text itself', 'Kr`ng Ana, ngày 12 tháng 8 năm 2021', 'Krông Ana, ngày 12 tháng 8 năm 2021'],
    ['a bracket of a note', '- Thường trực Tỉnh ủy ib/c),', '- Thường trực Tỉnh ủy (b/c),'],
    ['c of a note', '- Bộ trưởng (để b/e);', '- Bộ trưởng (để b/c);'],
    ['an abbreviation everybody knows', '- ƯBND các xã, thị trấn;', '- UBND các xã, thị trấn;'],
    ['a dash at the head of an item', '~ Lưu Văn phòng', '- Lưu Văn phòng'],
    ['a slash of fractions', 'T⁄M BAN THƯỜNG VỤ', 'T/M BAN THƯỜNG VỤ'],
    ['marks of a symbol', 'Số 51/2025/ND-CP', 'Số 51/2025/NĐ-CP'],
    ['a dash of a symbol', 'Số 133~KH/HU', 'Số 133-KH/HU'],
    ['a figure that lost its space', 'Hà Nội, ngày 24 tháng9 năm 2025', 'Hà Nội, ngày 24 tháng 9 năm 2025'],
    ['a name', 'Trịnb Công Phú', 'Trịnh Công Phú']
  ])('%s', (_, read, right) => expect(mended(read)).toBe(right))
})

describe('what could be several, or is right, stays', () => {
  test.each([
    ['digits, even impossible ones', 'Số 30S-QĐ/HU ngày l2 tháng 8 năm 20l8'],
    ['a figure that may be a letter', 'Hà Nội, ngày 03 tháng I0năm 2025'],
    ['one capital for another is another body', '- Vụ Địa phương, VPTW (b/c),'],
    ['an issuer that could be three', 'Số 42-CTr/aU'],
    ['another tone is another word', 'Đảng ủy xã hỏi qua điện thoại, mất 5 giờ'],
    ['names of the hill peoples', 'Kơ Să Ha Blăng'],
    ['a rare name', 'Hoàng Văn Thụ'],
    ['Roman numbers', 'nhiệm kỳ khóa VIII, khóa X'],
    ['labels of a list', 'c) Sở Khoa học và Công nghệ'],
    ['abbreviations the list does not hold', '- Các TCCS đảng (t/h)'],
    ['a word no neighbour bears out', 'trồng lại cây phàn'],
    ['a cited symbol', 'theo Công văn số 278/STTTT-BCVT, Quyết định số 79/QĐÐ-UBND'],
    ['a cited symbol at the head of a line', 'số 2344/QÐ-BGDDT của Bộ'],
    ['words that others are near to', 'thông tấn, báo chí; hóa đơn, chứng từ; Cổng TTĐT tỉnh']
  ])('%s', (_, line) => expect(mended(line)).toBe(line))
})

test('the own number alone is put right: behind it symbols are cited', () => {
  const text = `Số 133~KH/HU\n\nKính gửi: Các chi bộ\n\nThực hiện Công văn\nsố 143~CV/HU\n\n${AROUND}`
  expect(mend(text, true).text).toBe(text.replace('133~', '133-'))
})

test('a slip on a typed page: what is no word is put right, sound words stay', () => {
  const line = 'Ban Thường vụ Huyện ủy yêu cầu thục hiện nghị quyét'
  expect(mend(`${line}\n\n${AROUND}`, false).text.split('\n')[0]).toBe(
    'Ban Thường vụ Huyện ủy yêu cầu thục hiện nghị quyết'
  )
})

test('every letter put right knows where it was read', () => {
  const text = `Văn ph\`ng Huyện ủy vănthư\n\n${AROUND}`
  const { text: right, origin } = mend(text, true)
  expect(origin).toHaveLength(right.length + 1)
  const at = right.indexOf('Huyện')
  expect(text.slice(origin[at] ?? 0, (origin[at] ?? 0) + 5)).toBe('Huyện')
  for (let index = 1; index < origin.length; index++)
    expect(origin[index] ?? 0).toBeGreaterThanOrEqual(origin[index - 1] ?? 0)
})

test('a text without words, and one of a single long run', () => {
  expect(mend('', true).text).toBe('')
  expect(mend('a'.repeat(50_000), true).text).toHaveLength(50_000)
})

describe('how badly a text was read', () => {
  const sentence = 'ban thường vụ huyện ủy yêu cầu các chi bộ thực hiện nghiêm túc và báo cáo kết quả '
  test.each([
    ['typed', sentence.repeat(4)],
    ['too little to say', 'eơ quan'],
    ['names with capitals do not count', `${sentence.repeat(4)} Kơ Să Ha Blăng Rsal Srônh`],
    ['units and borrowed words do not count', `${sentence.repeat(4)} sâu 5 cm, gửi fax, website, v.v, logistics, show`]
  ])('%s', (_, text) => expect(noiseOf(text)).toEqual({ words: 0, share: 0 }))
  test('misread', () => {
    const { words, share } = noiseOf(sentence.repeat(4).replace('yêu', 'yêụu').replace('các', 'cáe'))
    expect(words).toBe(2)
    expect(share).toBeGreaterThan(0.02)
  })
})

describe('near words', () => {
  test.each([
    ['quyết', 'quyét', true],
    ['quyết', 'quyếtt', true],
    ['quyết', 'qyết', true],
    ['quyết', 'quyết', true],
    ['quyết', 'qyét', false],
    ['ab', 'ba', false]
  ])('%s and %s', (a, b, near) => expect(withinOne(a, b)).toBe(near))
  test('by the index', () =>
    expect([...nearWords(nearIndex(['đảng', 'đang', 'dân']), 'đãng')].sort()).toEqual(['đang', 'đảng']))
})
