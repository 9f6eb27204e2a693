import { describe, expect, it } from 'vitest'
import { readQuery } from '#archive/search/read-query.ts'
import { QueryReading } from '#contract/operations/search.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

function desk(): MemoryArchive {
  const archive = memoryArchive(OFFICE)
  archive.file('d_one', { issuer: 'Tỉnh ủy Lâm Đồng', signer: 'Nguyễn Thị Hạnh', documentType: 'ke-hoach' }, 'Chữ')
  archive.file('d_two', { issuer: 'Ban Tuyên giáo Tỉnh ủy', signer: 'Trần Văn Bình', documentType: 'cong-van' }, 'Chữ')
  archive.file('d_three', { issuer: 'Ban Tuyên giáo Tỉnh ủy', signer: 'Trần Văn Bình' }, 'Chữ')
  return archive
}
const { db } = desk()
const read = (text: string, caret = text.length) => readQuery(db, text, caret)

/** A part as a line, with what of the query goes when it is taken out. */
const parts = (text: string) =>
  read(text).parts.map(
    (part) =>
      `${part.alternative}${part.negated ? ' not' : ''}${part.field ? ` ${part.field}` : ''} ${part.kind} ${part.text} <${text.slice(part.from, part.to)}>`
  )

describe('the parts of a query', () => {
  it.each([
    ['mạng xã hội', ['0 words mạng xã hội <mạng xã hội>']],
    ['mạng cq: tỉnh ủy', ['0 words mạng <mạng>', '0 issuer words tỉnh ủy <cq: tỉnh ủy>']],
    ['người ký: hạnh số:145', ['0 signer words hạnh <người ký: hạnh>', '0 number words 145 <số:145>']],
    ['cq: "tỉnh ủy" rừng', ['0 issuer phrase tỉnh ủy <cq: "tỉnh ủy">', '0 words rừng <rừng>']],
    ['rừng HOẶC "phòng cháy"', ['0 words rừng <rừng>', '1 phrase phòng cháy <"phòng cháy">']],
    ['rừng -cháy', ['0 words rừng <rừng>', '0 not words cháy <-cháy>']],
    ['rừng KHÔNG "bị cháy"', ['0 words rừng <rừng>', '0 not phrase bị cháy <KHÔNG "bị cháy">']],
    ['rừng KHÔNG cq: tỉnh ủy', ['0 words rừng <rừng>', '0 not issuer words tỉnh ủy <KHÔNG cq: tỉnh ủy>']],
    [
      'rừng -cq: tỉnh ủy số: 5',
      ['0 words rừng <rừng>', '0 not issuer words tỉnh ủy <-cq: tỉnh ủy>', '0 number words 5 <số: 5>']
    ],
    [
      'KHÔNG cq: ban "tỉnh ủy" rừng',
      ['0 not issuer words ban “tỉnh ủy” <KHÔNG cq: ban "tỉnh ủy">', '0 words rừng <rừng>']
    ],
    ['rừng GẦN/5 cháy nhà', ['0 near rừng GẦN/5 cháy <rừng GẦN/5 cháy>', '0 words nhà <nhà>']],
    ['221-CV/HU', ['0 words 221-CV/HU <221-CV/HU>']]
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  it('count in what the screen shows, also where it was typed in parts', () => {
    const reading = read('cq: tỉnh ủy'.normalize('NFD'))
    expect(reading.text).toBe('cq: tỉnh ủy')
    expect(reading.parts[0]).toMatchObject({ from: 0, to: reading.text.length })
  })
})

describe('a query in an old encoding', () => {
  const TCVN3 = 'v¨n th­ cq: "TØnh ñy"'
  const VNI = 'vaên thö cq: "Tænh uûy"'
  it.each([TCVN3, VNI])('is shown as it is searched, its parts counted in the Unicode text: %s', (typed) => {
    const reading = read(typed)
    expect(reading).toMatchObject({ typed, text: 'văn thư cq: "Tỉnh ủy"' })
    expect(reading.parts.map((part) => [part.text, reading.text.slice(part.from, part.to)])).toEqual([
      ['văn thư', 'văn thư'],
      ['Tỉnh ủy', 'cq: "Tỉnh ủy"']
    ])
  })
  it('is helped where the caret stands in what was typed', () => {
    const typed = 'vaên thö cq: tænh laâm soá: 5'
    const [first] = read(typed, typed.indexOf(' soá')).help.suggestions
    expect(first).toMatchObject({ insert: '"Tỉnh ủy Lâm Đồng"', from: 12, to: 20 })
    expect(read(typed).help.field).toBe('number')
  })
  it.each(['văn thư', 'hà nội', 'rừng KHÔNG cq: tỉnh ủy'])('stays what it is in Unicode: %s', (typed) => {
    expect(read(typed)).toMatchObject({ typed, text: typed })
  })
})

describe('what is wrong with a query', () => {
  const problems = (text: string) => read(text).problems.map((one) => `${one.code} ${one.text}`)
  it.each([
    ['tên: hạnh', ['unknown-field tên:']],
    ['cq: số: 145', ['empty-field cq:']],
    ['ngày: 45/13/2021', ['bad-date 45/13/2021']],
    ['ngày: hôm qua', ['bad-date hôm', 'bad-date qua']],
    ['ngày: 2021..2020', ['turned-dates 2021..2020']],
    ['"bảo vệ', ['open-quote bảo vệ']],
    ['rừng HOẶC', ['loose-operator HOẶC']],
    ['GẦN rừng', ['loose-operator GẦN']],
    ['rừng HOẶC HOẶC cháy', ['loose-operator HOẶC', 'loose-operator HOẶC']],
    ['rừng hoặc cháy', ['small-operator hoặc']],
    ['(rừng cháy)', ['brackets (rừng']]
  ])('%s', (text, expected) => {
    expect(problems(text)).toEqual(expected)
  })
  it.each([
    'mạng xã hội',
    'ngày: 31/2/2021',
    'ngày: 2020..2021',
    'năm: 2021 cq: tỉnh',
    'KHÔNG cháy',
    'http://huyenuy.vn',
    '"rừng" HOẶC "cháy"',
    'HOẶC'.toLowerCase(),
    'điểm a) khoản 1'
  ])('nothing with %s', (text) => {
    expect(problems(text)).toEqual([])
  })
})

describe('what could be typed', () => {
  const offered = (text: string, caret = text.length) =>
    read(text, caret).help.suggestions.map((one) => `${one.kind} ${one.field} ${one.insert.trim()}`.trim())
  it('names of the field, the commonest first, also with a slip', () => {
    expect(read('cq:').help.field).toBe('issuer')
    expect(offered('cq:')).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"', 'value issuer "Tỉnh ủy Lâm Đồng"'])
    expect(offered('rừng cq: tuyen')).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"'])
    expect(offered('cq: tuyem giao')).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"'])
    expect(offered('người ký: hạnh')).toEqual(['value signer "Nguyễn Thị Hạnh"'])
    expect(offered('loại: kế')).toEqual(['value type "Kế hoạch"'])
  })
  it('the name of a field that is begun, and names that plain words may mean', () => {
    expect(offered('rừng người k')).toContain('field signer')
    expect(offered('trích')).toEqual(['field subject'])
    expect(offered('tuyên giáo')).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"'])
  })
  it('takes plain words for what they are, no slip of a name', () => {
    expect(offered('tuyên giáu')).toEqual([])
    expect(offered('cq: tuyên giáu')).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"'])
  })
  it('goes by where the caret stands', () => {
    expect(offered('cq: tuyên số: 145', 8)).toEqual(['value issuer "Ban Tuyên giáo Tỉnh ủy"'])
    expect(read('cq: tuyên số: 145').help.field).toBe('number')
  })
  it('nothing within quotation marks, operators and the day', () => {
    for (const text of ['"tuyên giáo', 'rừng HOẶC', 'ngày: 2021']) expect(offered(text)).toEqual([])
  })
})

it('reads whatever is typed', () => {
  const signs = [
    '"',
    ':',
    '(',
    '-',
    '|',
    'HOẶC',
    'GẦN/9',
    'cq:',
    'người',
    'ký:',
    '🙂',
    '..',
    '12/8',
    ' ',
    '\u0301',
    'KHÔNG'
  ]
  let state = 7
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state
  }
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: next() % 9 }, () => signs[next() % signs.length]).join(next() % 2 ? ' ' : '')
    const reading = readQuery(db, text, next() % 12)
    expect(QueryReading.safeParse(reading).success, text).toBe(true)
    for (const part of reading.parts) expect(part.from < part.to && part.to <= reading.text.length, text).toBe(true)
  }
})
