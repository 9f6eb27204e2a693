import { describe, expect, test } from 'vitest'
import type { Draft } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { joinPages, splitPages } from '#domain/text/page-text.ts'

const TODAY = { today: '2026-12-31' }
/** A text with a misread word in each line: enough to doubt all of it. */
const BODY = [
  'Thực hiện Chỉ thị số 18-CT/TU, ngày 04/3/2021 của Ban Thường vụ Tỉnh ủy, Huyện ủy Krông Ana yêu cẩau các chi bộ',
  'và đảng bộ cơ sở quán triệt, triển khai thực hiện ngiêm túc; rà soát hồ sơ, tài liệu, báo cáo kết quả về Văn',
  'phòng Huyện ủy Krông Ana trước ngày 30/5/2021. Trong quá trình thực hiện có vướng mắeắc, đề nghị phản ánh kịp thời',
  'để Ban Thường vụ Huyện ủy xem xét, chỉ đạo; công tác văn thư, lưu trữ được theo dõi, tổng hợq hằng năm.'
]

function paper(change: (head: string) => string = (head) => head): Draft {
  return readDocument(splitPages(source(change)), TODAY)
}

function source(change: (head: string) => string): string {
  const head = [
    'ĐẢNG BỘ TỈNH ĐẮK NƠM            ĐẢNG CỘNG SẢN VIỆT NAM',
    'HUYỆN ỦY KRÔNG ANA',
    '*                               Krông Ana, ngày 05 tháng 4 năm 2021',
    'Số 97-KH/HU',
    '',
    'KẾ HOẠCH',
    'công tác văn thư, lưu trữ năm 2021',
    '-----',
    ''
  ].join('\n')
  const foot = [
    '',
    'Nơi nhận:                       T/M BAN THƯỜNG VỤ',
    '- Như trên,                     PHÓ BÍ THƯ',
    '- Lưu Văn phòng.',
    '',
    '                                Trần Văn Hùng'
  ].join('\n')
  return `${change(head)}\n${BODY.join('\n')}\n${foot}`.normalize('NFC')
}

const sure = (draft: Draft) =>
  Object.fromEntries(
    (['reference', 'issuedOn', 'documentType', 'issuer', 'subject', 'signer', 'signerTitle', 'authority'] as const).map(
      (name) => [name, draft[name]?.certainty ?? null]
    )
  )

describe('a badly read paper', () => {
  test('what was typed whole and is borne out is sure', () => {
    const draft = paper()
    expect(draft.issuer?.value).toBe('Huyện ủy Krông Ana')
    expect(draft.subject?.value).toBe('công tác văn thư, lưu trữ năm 2021')
    expect(new Set(Object.values(sure(draft)))).toEqual(new Set(['sure']))
  })
  test.each([
    [
      'a digit read as a letter behind the number',
      'reference',
      (head: string) => head.replace('97-KH', '9l-KH'),
      'hint'
    ],
    [
      'a letter no number bears behind it, but a figure may have been',
      'reference',
      (head: string) => head.replace('97-KH', '9e-KH'),
      'hint'
    ],
    [
      'a code with a figure doubled',
      'reference',
      (head: string) => head.replace('97-KH/HU', '97/2021/UBTVQH55'),
      'hint'
    ],
    ['room for a pen before the symbol', 'reference', (head: string) => head.replace('97-KH/HU', '97 -KH/HU'), 'hint'],
    ['a type the paper does not bear', 'reference', (head: string) => head.replace('97-KH/HU', '97-BC/HU'), 'hint'],
    ['columns run together as on a scan: number', 'reference', joined, 'hint'],
    ['columns run together as on a scan: day', 'issuedOn', joined, 'hint'],
    ['a day without its year', 'issuedOn', (head: string) => head.replace('năm 2021', 'năm 20l1'), null],
    [
      'a year nothing else speaks of',
      'issuedOn',
      (head: string) => head.replace(/năm 2021\n/, 'năm 2013\n').replace('trữ năm 2021', 'trữ'),
      'hint'
    ],
    ['a subject with a word nobody knows', 'subject', (head: string) => head.replace('công tác', 'cõng túc'), 'hint'],
    [
      'a number in the subject that stands nowhere else',
      'subject',
      (head: string) => head.replace('năm 2021\n--', 'theo Kế hoạch 145-KH/TU\n--'),
      'hint'
    ]
  ] as const)('%s', (_, field, change, certainty) => {
    expect(paper(change)[field]?.certainty ?? null).toBe(certainty)
  })
  test('the office whose line was lost is not its committee', () => {
    const draft = paper((head) => head.replace('97-KH/HU', '97-KH/VPHU'))
    expect(draft.issuer?.certainty).toBe('hint')
  })
  test('words put right are shown where they were read', () => {
    const change = (head: string) => head.replace('KRÔNG ANA', 'KR`NG ANA')
    const draft = paper(change)
    expect(draft.issuer?.value).toBe('Huyện ủy Krông Ana')
    const { start = 0, end = 0 } = draft.issuer?.evidence ?? {}
    expect(joinPages(splitPages(source(change))).slice(start, end)).toBe('HUYỆN ỦY KR`NG ANA')
  })
  test('a citation is told as it stands on the page, though it was put right to be read', () => {
    const text = source((head) => head).replace('Chỉ thị số', 'Chỉ thỉ số')
    const [cited] = readDocument(splitPages(text), TODAY).citations
    expect(cited?.reference).toMatchObject({ number: '18', symbol: 'CT/TU' })
    expect(cited?.raw).toMatch(/^Chỉ thỉ số 18-CT\/TU/)
    expect(text.slice(cited?.evidence.start, cited?.evidence.end).replace(/\s+/g, ' ')).toBe(cited?.raw)
  })
  test('pages an engine read never give a sure number, day or subject', () => {
    const pages = splitPages(source((head) => head)).map((page) => ({ ...page, ocr: { doubtfulLines: 0 } }))
    const draft = readDocument(pages, TODAY)
    expect([draft.reference, draft.issuedOn, draft.subject].map((read) => read?.certainty)).toEqual(
      Array(3).fill('hint')
    )
    expect(draft.documentType?.certainty).toBe('sure')
  })
})

test('a typed paper is not put right: a strange word stays as it was typed', () => {
  const clean = source((head) => head.replace('công tác văn thư', 'công tác vănthư'))
    .replace('cẩau', 'cầu')
    .replace('ngiêm', 'nghiêm')
    .replace('mắeắc', 'mắc')
    .replace('hợq', 'hợp')
  const draft = readDocument(splitPages(clean.repeat(1)), TODAY)
  expect(draft.reference?.certainty).toBe('sure')
})

function joined(head: string): string {
  return head.replace(/ {8,}/g, ' ')
}
