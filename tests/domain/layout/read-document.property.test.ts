import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { joinPages, type PageText, pageOffsets, splitPages } from '#domain/text/page-text.ts'
import type { Evidence } from '#domain/text/span.ts'
import { processorTime } from '#tests/support/processor-time.ts'
import { composed, LAYOUTS, type Layout } from './compose-paper.ts'
import { SAMPLES } from './papers.ts'

const WORDS = [
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'HUYỆN ỦY ĐỨC LÂM',
  'VĂN PHÒNG',
  '*',
  'Số 221-CV/HU',
  'Số:',
  'V/v',
  'KẾ HOẠCH',
  'CỦA BAN BÍ THƯ',
  '-----',
  'Kính gửi:',
  '- ',
  'Nơi nhận:',
  'T/M BAN THƯỜNG VỤ',
  'PHÓ BÍ THƯ',
  "Đa Cắt K'Hương",
  'Lưu VPHU.',
  ', ngày 12 tháng 8 năm 2021',
  'Đam Rông',
  'ĐẾN',
  'Số: 412',
  'Ngày: 25/10/2017',
  'MẬT',
  'HỎA TỐC',
  'Căn cứ',
  'Nghị quyết số 35-NQ/TW, ngày 22/10/2018',
  '(b/c)',
  '; ',
  ', ',
  '\n',
  '\n\n',
  '     ',
  '\t',
  '**',
  '\\*',
  '\u0301',
  '\ud800',
  'ß',
  'İ',
  '￿'
]
const pieces = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 })
)
const anyPages: fc.Arbitrary<readonly PageText[]> = fc
  .array(fc.array(pieces, { maxLength: 40 }), { maxLength: 4 })
  .map((pages) =>
    pages.map((parts, index) => ({
      page: index + 1,
      text: parts.join(' ').replaceAll('\f', ' '),
      width: 0,
      height: 0,
      runs: []
    }))
  )

test('never throws, and every place lies within its page', () => {
  fc.assert(
    fc.property(anyPages, (pages) => {
      const text = joinPages(pages)
      const offsets = pageOffsets(pages)
      for (const { page, start, end } of evidences(readDocument(pages, { today: '2026-12-31' }))) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(end).toBeGreaterThanOrEqual(start)
        expect(start).toBeGreaterThanOrEqual(offsets[page - 1] ?? Number.POSITIVE_INFINITY)
        expect(start).toBeLessThanOrEqual((offsets[page - 1] ?? 0) + (pages[page - 1]?.text.length ?? 0))
      }
    }),
    { numRuns: 400 }
  )
})

test('the place of a value holds the letters it was read from', () => {
  for (const { paper } of SAMPLES) {
    for (const layout of Object.keys(LAYOUTS) as Layout[]) {
      const pages = composed(paper, layout)
      const draft = readDocument(pages, { today: '2026-12-31' })
      const at = (evidence: Evidence | undefined | null) =>
        evidence ? joinPages(pages).slice(evidence.start, evidence.end) : ''
      expect(at(draft.reference?.evidence).replace(/\s/g, '')).toContain(draft.reference?.value.symbol)
      expect(at(draft.issuedOn?.evidence)).toMatch(/^ngày \d+ tháng \d+ năm \d{4}$/)
      expect(at(draft.signer?.evidence)).toBe(draft.signer?.value)
      expect(at(draft.subject?.evidence)).toContain(draft.subject?.value.split(' ').slice(0, 3).join(' '))
      for (const line of [...draft.addressees, ...draft.recipients])
        expect(at(line.evidence)).toContain(line.text.split(' ')[0])
    }
  }
})

const BLANK = [' ', '-', 'a', ' \n', '- a\n', 'ngày ', 'Số ', '(', 'A ', 'Ầ', '\t']
const MISREAD = [
  'eơ quau ',
  'kh oản đ ảng ',
  'Trịnb Công Phú ',
  ';iểm tra ',
  'Số 12~CT/hU\n',
  'Kế hoạcb số 12 -K/HU ngàyo05 tháng9 nam 2020\n',
  'Luật Đất đai ngày 1l/2/2020 eủa '
]

test.each([...BLANK, ...MISREAD])('a long page of nothing but “%s” is read in time', (filler) => {
  const pages = splitPages(filler.normalize('NFC').repeat(Math.floor(200_000 / filler.length)))
  expect(processorTime(() => readDocument(pages, { today: '2026-12-31' }))).toBeLessThan(5000)
})

function evidences(draft: Draft): readonly Evidence[] {
  const readings = Object.values(draft).flatMap((value) =>
    value !== null && typeof value === 'object' && 'evidence' in value ? [value.evidence] : []
  )
  const lines = [...draft.addressees, ...draft.recipients].flatMap((line) => (line.evidence ? [line.evidence] : []))
  return [...readings, ...lines]
}
