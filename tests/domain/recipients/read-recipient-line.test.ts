import { describe, expect, test } from 'vitest'
import { readRecipientLine } from '#domain/recipients/read-recipient-line.ts'

const read = (text: string) => readRecipientLine(text, null)

describe('kind', () => {
  test.each([
    ['Như kính gửi', 'as-addressed'],
    ['Như trên', 'as-addressed'],
    ['Như kính gửi (bản số 01)', 'as-addressed'],
    ['Như Điều 3', 'by-reference'],
    ['Như Điều 1 (thực hiện)', 'by-reference'],
    ['Như thành phần', 'by-reference'],
    ['Như Kế hoạch 133-KH/HU', 'by-reference'],
    ['Lưu VP Huyện ủy', 'file-copy'],
    ['Lưu: VT, NC(ong172)', 'file-copy'],
    ['Lưu', 'file-copy'],
    ['Các đ/c Huyện ủy viên', 'group'],
    ['Các tổ chức cơ sở đảng trực thuộc Huyện ủy', 'group'],
    ['Thành viên BCĐ 35 huyện', 'group'],
    ['CT, các PCT UBND tỉnh', 'group'],
    ['UBND các xã, thị trấn', 'group'],
    ['Công an huyện', 'body'],
    ['Ban Chỉ đạo 35 huyện', 'body'],
    ['Cục Lưu trữ Văn phòng Trung ương Đảng', 'body'],
    ['Nhà khách Huyện ủy', 'body'],
    ['Cácbon', 'body']
  ])('%s is %s', (text, kind) => expect(read(text).kind).toBe(kind))
})

describe('note', () => {
  test.each([
    ['Thường trực Tỉnh ủy (b/c)', 'b/c'],
    ['Thường trực Tỉnh ủy (b/cáo)', 'b/cáo'],
    ['Công an huyện (để phối hợp)', 'để phối hợp'],
    ['Công an huyện (p/h)', 'p/h'],
    ['UBND huyện (t/h)', 't/h'],
    ['Ban Tổ chức Tỉnh ủy (báo cáo)', 'báo cáo'],
    ['Văn phòng Chính phủ (HN-TPHCM)', null],
    ['Cục Kiểm tra VB QPPL (Bộ Tư pháp)', null],
    ['Lưu VPHU (03 bản)', null],
    ['Công an huyện', null]
  ])('%s: %s', (text, note) => expect(read(text).note).toBe(note))

  test('stays in the text and is no part of the name', () => {
    expect(read('TT Huyện ủy (b/c);')).toMatchObject({ text: 'TT Huyện ủy (b/c)', names: ['Thường trực Huyện ủy'] })
  })
})

describe('names', () => {
  test.each([
    ['TT HĐND, UBND huyện', ['Thường trực HĐND huyện', 'UBND huyện']],
    ['TT HĐND, UBND, UBMTTQ huyện', ['Thường trực HĐND huyện', 'UBND huyện', 'UBMTTQ huyện']],
    ['Ban Dân vận, Ban Tuyên giáo Huyện ủy', ['Ban Dân vận Huyện ủy', 'Ban Tuyên giáo Huyện ủy']],
    ['Thường trực Tỉnh ủy, Ban Nội chính Tỉnh ủy (b/c)', ['Thường trực Tỉnh ủy', 'Ban Nội chính Tỉnh ủy']],
    ['TT Tỉnh ủy, TT HĐND tỉnh (b/c)', ['Thường trực Tỉnh ủy', 'Thường trực HĐND tỉnh']],
    ['Các phòng: NN&PTNT, TN&MT', ['Phòng NN&PTNT', 'Phòng TN&MT']],
    ['Đảng ủy các xã: Phú Lộc, Đạ Nhar', ['Đảng ủy xã Phú Lộc', 'Đảng ủy xã Đạ Nhar']],
    ['Ban cán sự đảng: UBND tỉnh, TAND tỉnh', ['Ban cán sự đảng UBND tỉnh', 'Ban cán sự đảng TAND tỉnh']],
    ['Các đ/c Huyện ủy viên', ['Các đ/c Huyện ủy viên']],
    ['Báo Lâm Sơn, Đài PT-TH tỉnh', ['Báo Lâm Sơn', 'Đài PT-TH tỉnh']],
    ['Ban Xây dựng Đảng, Ủy ban Kiểm tra Đảng ủy', ['Ban Xây dựng Đảng Đảng ủy', 'Ủy ban Kiểm tra Đảng ủy']],
    ['Bí thư, Phó Bí thư Thường trực Huyện ủy', ['Bí thư Huyện ủy', 'Phó Bí thư Thường trực Huyện ủy']],
    ['Công an tỉnh, Bộ CHQS tỉnh', ['Công an tỉnh', 'Bộ CHQS tỉnh']],
    ['TT Y tế huyện', ['TT Y tế huyện']],
    ['TT. HĐND thành phố', ['Thường trực HĐND thành phố']],
    ['Như kính gửi', []],
    ['Lưu VPHU, BTG', []]
  ])('%s', (text, names) => expect(read(text).names).toEqual(names))
})

test.each([
  '- Công an huyện,',
  '– Công an huyện;',
  '~ Công an huyện.',
  '¬ Công an  huyện',
  '+ Công an huyện',
  ' -Công an\nhuyện ;',
  'Công an huyện; «'
])('dash, white space, end punctuation and specks are cut: %j', (text) => expect(read(text).text).toBe('Công an huyện'))

describe('specks of a scan behind a recipient', () => {
  test.each([
    ['Bộ Tài chính: ˆ R X', 'Bộ Tài chính'],
    ['Như trên - `', 'Như trên'],
    ['Khu phố 1, 2', 'Khu phố 1, 2'],
    ['Các phòng A, B', 'Các phòng A, B']
  ])('%s', (read, text) => expect(readRecipientLine(read, null).text).toBe(text))
})
