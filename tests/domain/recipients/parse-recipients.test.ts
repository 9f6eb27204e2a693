import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecipients } from '#domain/recipients/parse-recipients.ts'

const texts = (block: string) => parseRecipients(block, 0, block.length, 'test').map((line) => line.text)

describe('items of a block', () => {
  test.each([
    ['a line each', '- Thường trực Tỉnh ủy,\n- Lưu VPHU.', ['Thường trực Tỉnh ủy', 'Lưu VPHU']],
    [
      'other dashes',
      '– Thường trực Tỉnh ủy;\n~ Văn phòng Tỉnh ủy;\n+ Lưu VPHU',
      ['Thường trực Tỉnh ủy', 'Văn phòng Tỉnh ủy', 'Lưu VPHU']
    ],
    [
      'over two lines',
      '- Các đồng chí Uỷ viên Ban Chấp hành\nTrung ương Đảng,\n- Lưu.',
      ['Các đồng chí Uỷ viên Ban Chấp hành Trung ương Đảng', 'Lưu']
    ],
    [
      'over two lines after a comma',
      '- Các ban đảng, đảng đoàn,\nđảng uỷ trực thuộc,\n- Lưu.',
      ['Các ban đảng, đảng đoàn, đảng uỷ trực thuộc', 'Lưu']
    ],
    [
      'note on the next line',
      '- Ban Tuyên giáo Trung ương\n(để báo cáo),\n- Lưu.',
      ['Ban Tuyên giáo Trung ương (để báo cáo)', 'Lưu']
    ],
    ['two parted by ;', '- UBND huyện; Ban Tổ chức HU,\n- Lưu.', ['UBND huyện', 'Ban Tổ chức HU', 'Lưu']],
    ['two parted by a dash', '- Các ban Huyện ủy, - MTTQ huyện,\n- Lưu.', ['Các ban Huyện ủy', 'MTTQ huyện', 'Lưu']],
    [
      'two with a note each',
      '- Văn phòng TW Đảng (b/c), Ban Tổ chức TW (b/c),\n- Lưu.',
      ['Văn phòng TW Đảng (b/c)', 'Ban Tổ chức TW (b/c)', 'Lưu']
    ],
    [
      'without dashes, a line each',
      'Ban Thường vụ Huyện ủy,\nBan Tổ chức Huyện ủy.',
      ['Ban Thường vụ Huyện ủy', 'Ban Tổ chức Huyện ủy']
    ],
    [
      'on one line, wrapped',
      'Đảng ủy các xã: Phú Lộc, Đạ Nhar; Đảng ủy thị trấn\nĐức Lâm; Chi bộ Hạt Kiểm lâm',
      ['Đảng ủy các xã: Phú Lộc, Đạ Nhar', 'Đảng ủy thị trấn Đức Lâm', 'Chi bộ Hạt Kiểm lâm']
    ]
  ])('%s', (_, block, items) => expect(texts(block)).toEqual(items))
})

describe('stays one item', () => {
  test.each([
    [
      'a comma under one note',
      '- Thường trực Tỉnh ủy, Ban Tổ chức Tỉnh ủy (b/c).',
      ['Thường trực Tỉnh ủy, Ban Tổ chức Tỉnh ủy (b/c)']
    ],
    ['; in brackets', '- Bí thư (bản số 03; 04).', ['Bí thư (bản số 03; 04)']],
    ['a dash within a name', '- Trung tâm Văn hóa - Thông tin huyện.', ['Trung tâm Văn hóa - Thông tin huyện']],
    ['a dash in a note', '- Lưu VP (T.Hợp - 02 bản).', ['Lưu VP (T.Hợp - 02 bản)']],
    ['what is filed', '- Lưu: VT; KTTH; HS.', ['Lưu: VT; KTTH; HS']],
    ['a list after a colon', '- Các sở: NN&PTNT, TN&MT, TC.', ['Các sở: NN&PTNT, TN&MT, TC']]
  ])('%s', (_, block, items) => expect(texts(block)).toEqual(items))
})

test('each item points at its letters', () => {
  const text = 'Mở đầu.\n\n- UBND huyện; Ban Tổ chức\nHuyện ủy,\n- Lưu.'
  const lines = parseRecipients(text, 9, text.length, 'test')
  expect(lines.map(({ evidence }) => evidence && text.slice(evidence.start, evidence.end).trim())).toEqual([
    'UBND huyện',
    'Ban Tổ chức\nHuyện ủy,',
    'Lưu.'
  ])
})

test('any block: no item is empty, every place lies within the block', () => {
  const letter = fc.constantFrom(
    '-',
    ' ',
    '\n',
    '\f',
    ';',
    ',',
    '.',
    '(',
    ')',
    ':',
    'A',
    'ủ',
    'Lưu',
    'Như',
    'UBND',
    'huyện',
    '\t'
  )
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 60 }), fc.nat(10), (letters, from) => {
      const text = letters.join('')
      const start = Math.min(from, text.length)
      for (const line of parseRecipients(text, start, text.length, 'test')) {
        expect(line.text.trim()).not.toBe('')
        expect(line.evidence?.start).toBeGreaterThanOrEqual(start)
        expect(line.evidence?.end).toBeLessThanOrEqual(text.length)
        expect(line.evidence?.end).toBeGreaterThan(line.evidence?.start ?? 0)
      }
    }),
    { numRuns: 500 }
  )
})
