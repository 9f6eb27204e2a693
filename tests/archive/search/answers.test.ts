import { describe, expect, test } from 'vitest'
import { memoryArchive } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, fast, full, ids } from './search-support.ts'

describe('words are found however they are written (S01, S03)', () => {
  const { db } = archiveOfTexts(
    'Ban Thường vụ chỉ đạo việc này',
    'con đường đất trong thôn',
    'hoà giải ở cơ sở, huỷ bỏ quy định, chữ ký',
    'quyết toán kinh phí quý I'
  )
  test.each([
    ['chi dao', ['d1']],
    ['CHỈ ĐẠO', ['d1']],
    ['duong dat', ['d2']],
    ['đường đất', ['d2']],
    ['hòa giải', ['d3']],
    ['hoà giải', ['d3']],
    ['hủy bỏ', ['d3']],
    ['chữ kí', ['d3']],
    ['chữ ký ', ['d3']],
    ['quí ', ['d3', 'd4']],
    ['quy', ['d4', 'd3']],
    ['quyet toa', ['d4']],
    ['chỉ đạo'.normalize('NFD'), ['d1']],
    ['không ai viết', []]
  ])('%s', (query, expected) => {
    expect(ids(full(db, query)).toSorted()).toEqual([...expected].toSorted())
    expect(ids(fast(db, query)).toSorted()).toEqual([...expected].toSorted())
  })
})

describe('typed with marks, exact spelling comes first (S02)', () => {
  // The other spelling was filed later, so that without the rule it would stand first.
  const { db } = archiveOfTexts('kế hoạch cả năm của xã', 'ông Nam ở phía nam', 'một dự án lớn', 'giữ gìn an ninh')
  test.each([
    ['năm ', 'd1', 2],
    ['án ', 'd3', 2],
    ['nam ', 'd2', 2]
  ])('%s', (query, first, total) => {
    const answer = full(db, query)
    expect(ids(answer)[0]).toBe(first)
    expect(answer.total).toBe(total)
  })
})

describe('a reference puts its document first (S04)', () => {
  const archive = memoryArchive(OFFICE)
  const filed = { direction: 'incoming', separator: '-', issuer: 'Tỉnh ủy', subject: 'quản lý mạng xã hội' } as const
  archive.file('the-one', { ...filed, number: '713', symbol: 'CV/TU', issuedOn: '2021-08-09' }, 'mạng xã hội')
  archive.file(
    'suffixed',
    { ...filed, number: '44', suffix: 'a', symbol: 'CV/VPHU', issuedOn: '2021-02-26' },
    'đính chính'
  )
  archive.file('dashed', { ...filed, number: '06', symbol: 'QĐi/HU', issuedOn: '2017-02-21' }, 'thông tin, báo cáo')
  for (let at = 0; at < 30; at++)
    archive.file(
      `cites-${at}`,
      { subject: `thực hiện Công văn số 713-CV/TU lần ${at}` },
      'Công văn số 713-CV/TU, 44a-CV/VPHU'
    )
  test.each([
    ['713', 'the-one'],
    ['713-CV/TU', 'the-one'],
    ['713cv/tu', 'the-one'],
    ['cv 713', 'the-one'],
    ['713 cv tu', 'the-one'],
    ['Số 713 - CV/TU', 'the-one'],
    ['713/c', 'the-one'],
    ['44a-CV/VPHU', 'suffixed'],
    ['44a', 'suffixed'],
    ['06-QĐi/HU', 'dashed'],
    ['6 qdi hu', 'dashed'],
    ['06-QÐi/HU', 'dashed']
  ])('%s', (query, first) => {
    expect(ids(fast(archive.db, query))[0]).toBe(first)
    expect(ids(full(archive.db, query))[0]).toBe(first)
  })
})

describe('phrases, operators and fields', () => {
  const archive = memoryArchive(OFFICE)
  archive.file(
    'first',
    { subject: 'bảo vệ rừng', signer: 'Lê Thị Hạnh', issuer: 'Huyện ủy Đức Lâm', issuedOn: '2021-05-04' },
    'mạng xã hội\ftrang hai nói về rừng'
  )
  archive.file(
    'second',
    { subject: 'xã hội hóa mạng lưới', documentType: 'chi-thi', issuedOn: '2022-08-20' },
    'mạng lưới xã hội'
  )
  archive.file('undated', { subject: 'giấy mời' }, 'không ghi ngày')
  test.each([
    ['"mạng xã hội"', ['first']],
    ['mạng xã hội ', ['first', 'second']],
    ['rừng OR lưới ', ['first', 'second']],
    ['mạng KHÔNG rừng ', ['second']],
    ['người ký: hạnh', ['first']],
    ['cq: đức lâm', ['first']],
    ['KHÔNG cq: đức lâm', ['second', 'undated']],
    ['xã KHÔNG cq: đức tỉnh', ['first', 'second']],
    ['xã -cq: lâm đức ', ['second']],
    ['KHÔNG người ký: lê thị hạnh năm: 2022', ['second']],
    ['xã KHÔNG trích yếu: vệ rừng', ['second']],
    ['KHÔNG năm: 2021', ['second', 'undated']],
    ['loại: chỉ thị', ['second']],
    ['ngày: 04/5/2021', ['first']],
    ['năm: 2021..2022', ['first', 'second']],
    ['ngày: hôm qua', []]
  ])('%s', (query, expected) => {
    expect(ids(full(archive.db, query)).toSorted()).toEqual(expected)
    expect(full(archive.db, query).total).toBe(expected.length)
  })

  test('a hit says its pages, its places and what to mark (S05, S08)', () => {
    const [hit] = full(archive.db, 'rừng ').hits
    expect(hit).toMatchObject({ pages: [2], places: 1 })
    expect(hit?.subjectMarks.map(([from, to]) => hit.document.subject?.slice(from, to))).toEqual(['rừng'])
    expect(hit?.snippetMarks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['rừng'])
  })
})

describe('a phrase in quotation marks', () => {
  // Filed so that what is spelt as typed is the oldest: it comes first by its spelling alone.
  const { db } = archiveOfTexts(
    'tỉnh ủy chỉ đạo; UBKT, án treo: năm ngoái',
    'chị đào và hoà giải, ký tên ở huyện',
    'chi dao khong dau, uy ban kiem tra',
    'đạo chỉ, chỉ có đạo'
  )
  test.each<[string, readonly string[]]>([
    ['"chỉ đạo"', ['d1', 'd3', 'd2']],
    ['"chỉ đạo" ', ['d1', 'd3', 'd2']],
    ['"chi dao"', ['d3', 'd2', 'd1']],
    ['"CHỈ ĐẠO"', ['d1', 'd3', 'd2']],
    ['"chỉ đạo"'.normalize('NFD'), ['d1', 'd3', 'd2']],
    ['“chỉ đạo”', ['d1', 'd3', 'd2']],
    ['"hòa giải, kí"', ['d2']],
    ['"hòa giải kí tên"', ['d2']],
    ['"UBKT, án"', ['d1']],
    ['"UBKT"', ['d1']],
    ['"ủy ban kiểm tra"', ['d3']],
    ['"chỉ đạo', ['d1', 'd3', 'd2']]
  ])('%s', (typed, expected) => {
    const answer = full(db, typed)
    expect(answer.corrected).toBeNull()
    expect(ids(answer)).toEqual(expected)
  })
})

describe('a word mistyped is put right only when nothing answers', () => {
  const { db } = archiveOfTexts('tăng cường quản lý thông tin', 'thông báo kết luận', 'đường cao tốc')
  test.each([
    ['quản lý thnog tin', 'quản lý thong tin', 'd1'],
    ['tang cuong quna ly', 'tang cuong quan ly', 'd1'],
    ['ket luna', 'ket luan', 'd2'],
    // The slip made another word that is known.
    ['thong cao ket luan', 'thong bao ket luan', 'd2']
  ])('%s', (query, corrected, first) => {
    const answer = full(db, query)
    expect(answer.corrected).toBe(corrected)
    expect(ids(answer)).toEqual([first])
    expect(fast(db, query).corrected).toBeNull()
  })

  test('what nobody wrote in any spelling stays not found', () => {
    expect(full(db, 'xyzzyx quuxq')).toMatchObject({ total: 0, corrected: null, hits: [] })
  })
})

describe('the typed end of a word', () => {
  const letters = [...'aeiou'].flatMap((a) => [...'cmnpt'].map((b) => `th${a}${b}`))
  const { db } = archiveOfTexts(...letters.map((word) => `${word} ${word} chung`), 'thuz hiem co')

  test('a keystroke takes the commonest words that begin so, the whole answer every one where those find nothing', () => {
    expect(full(db, 'hiem th').total).toBe(1)
    expect(full(db, 'thuz').total).toBe(1)
    expect(fast(db, 'chung th').hits.length).toBeGreaterThan(0)
  })
})
