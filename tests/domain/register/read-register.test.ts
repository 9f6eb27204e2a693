import { describe, expect, test } from 'vitest'
import type { Cell } from '#domain/register/cell.ts'
import { directionOf, fieldOfHead, headRow, proposeColumns } from '#domain/register/columns.ts'
import { readDay } from '#domain/register/read-day.ts'
import { readReference } from '#domain/register/read-reference.ts'
import { rowReader } from '#domain/register/read-row.ts'

describe('heads of old books', () => {
  test('the official columns of both registers', () => {
    const incoming = [
      'Ngày đến',
      'Số đến',
      'Tác giả',
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Đơn vị hoặc người nhận',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú'
    ]
    expect(incoming.map(fieldOfHead)).toEqual([
      'arrivedOn',
      'arrivalNumber',
      'issuer',
      'reference',
      'issuedOn',
      'typeAndSubject',
      'handler',
      null,
      null,
      'note'
    ])
    const outgoing = [
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu nội dung văn bản',
      'Người ký',
      'Nơi nhận văn bản',
      'Đơn vị, người nhận bản lưu',
      'Số lượng bản',
      'Ngày chuyển',
      'Ký nhận',
      'Ghi chú'
    ]
    expect(outgoing.map(fieldOfHead)).toEqual([
      'reference',
      'issuedOn',
      'typeAndSubject',
      'signer',
      'recipients',
      'handler',
      'copies',
      null,
      null,
      'note'
    ])
    expect(directionOf(proposeColumns(incoming))).toBe('incoming')
    expect(directionOf(proposeColumns(outgoing))).toBe('outgoing')
  })

  test('heads without marks, in capitals, as offices write them', () => {
    expect(fieldOfHead('SỐ KÝ HIỆU')).toBe('reference')
    expect(fieldOfHead('so/ky hieu')).toBe('reference')
    expect(fieldOfHead('Ngày VB')).toBe('issuedOn')
    expect(fieldOfHead('Ngày ban hành')).toBe('issuedOn')
    expect(fieldOfHead('CƠ QUAN BAN HÀNH')).toBe('issuer')
    expect(fieldOfHead('Nơi gửi')).toBe('issuer')
    expect(fieldOfHead('Trích yếu nội dung')).toBe('subject')
    expect(fieldOfHead('Độ mật')).toBe('secrecy')
    expect(fieldOfHead('Hộp số')).toBe('paperLocation')
  })

  test('what is no head is none', () => {
    for (const title of [
      '',
      'STT',
      'Huyện ủy Đam Rông',
      'SỔ ĐĂNG KÝ VĂN BẢN ĐẾN',
      'Ngày mai trời lại sáng',
      '221-CV/HU'
    ]) {
      expect(fieldOfHead(title), title).toBe(null)
    }
  })

  test('the row of heads is found below the book’s name', () => {
    const rows: Cell[][] = [['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN'], ['Năm 2019'], [null], ['Ngày đến', 'Số đến', 'Tác giả']]
    expect(headRow(rows)).toBe(3)
    expect(headRow([['a', 'b'], ['Ghi chú']])).toBe(-1)
  })
})

describe('days', () => {
  test.each<[Cell, string | null]>([
    [{ day: '2021-08-12' }, '2021-08-12'],
    [44420, '2021-08-12'],
    ['44420', '2021-08-12'],
    ['12/8/2021', '2021-08-12'],
    ['12-08-2021', '2021-08-12'],
    ['12.8.21', '2021-08-12'],
    ['5/3/98', '1998-03-05'],
    ['2021-08-12', '2021-08-12'],
    ['ngày 12 tháng 8 năm 2021', '2021-08-12'],
    ['12/08/2021 08:30', '2021-08-12'],
    ['12/8', '2019-08-12'],
    ['08/13/2021', null],
    ['30/2/2020', null],
    ['29/2/2019', null],
    ['2021', null],
    [2021, null],
    ['hôm qua', null],
    [1e9, null],
    ['12/8/2021 và 13/8/2021', null]
  ])('%j', (cell, day) => {
    expect(readDay(cell, 2019)).toBe(day)
  })

  test('a day without a year needs the book’s', () => {
    expect(readDay('12/8', null)).toBe(null)
  })
})

describe('references', () => {
  const of = (whole: Cell, number: Cell = null, symbol: Cell = null) => {
    const found = readReference(whole, number, symbol)
    return found.kind === 'read'
      ? `${found.reference.number}${found.reference.suffix ?? ''}|${found.reference.separator}|${found.reference.symbol}`
      : found.kind
  }
  test.each<[Cell, Cell, Cell, string]>([
    ['221-CV/HU', null, null, '221|-|CV/HU'],
    ['0713-CV/TU', null, null, '0713|-|CV/TU'],
    ['4512/KH-UBND', null, null, '4512|/|KH-UBND'],
    ['Số: 221 - CV/HU', null, null, '221|-|CV/HU'],
    ['221 CV/HU', null, null, '221|-|CV/HU'],
    ['221CV-HU', null, null, '221|-|CV/HU'],
    ['0713', null, null, '0713|-|null'],
    [713, null, null, '713|-|null'],
    [null, '0713', 'CV/TU', '0713|-|CV/TU'],
    [null, 45, '/KH-UBND', '45|/|KH-UBND'],
    [null, 45, 'KH-UBND', '45|/|KH-UBND'],
    [null, '44a', 'CV/VPHU', '44a|-|CV/VPHU'],
    ['Không số', null, null, 'none'],
    ['KS', null, null, 'none'],
    [null, null, 'CV/HU', 'empty'],
    ['giấy mời họp', null, null, 'unknown'],
    ['221-CV/HU và 222-CV/HU', null, null, 'unknown']
  ])('%j %j %j', (whole, number, symbol, expected) => {
    expect(of(whole, number, symbol)).toBe(expected)
  })
})

describe('rows', () => {
  const map = { arrivedOn: 0, arrivalNumber: 1, issuer: 2, reference: 3, issuedOn: 4, typeAndSubject: 5, note: 6 }
  const read = rowReader(map, null)

  test('a row as the book has it, and ditto marks of the one above', () => {
    const first = read([
      '10/8/2021',
      1204,
      'Tỉnh ủy Lâm Đồng',
      '0713-CV/TU',
      { day: '2021-08-09' },
      'Công văn v/v mạng xã hội',
      null
    ])
    expect(first).toMatchObject({
      kind: 'entry',
      issues: [],
      entry: {
        reference: { number: '0713', symbol: 'CV/TU' },
        documentType: 'cong-van',
        subject: 'v/v mạng xã hội',
        issuer: 'Tỉnh ủy Lâm Đồng',
        arrivalNumber: 1204,
        arrivedOn: '2021-08-10',
        issuedOn: '2021-08-09'
      }
    })
    const second = read(['"', '1205', '-nt-', '35-NQ/TU', '9/8/2021', 'Nghị quyết', ''])
    expect(second).toMatchObject({
      entry: { arrivedOn: '2021-08-10', issuer: 'Tỉnh ủy Lâm Đồng', documentType: 'nghi-quyet', subject: 'Nghị quyết' }
    })
  })

  test('what is no paper is passed over', () => {
    for (const cells of [
      [],
      [null, '', '  '],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
      [1, 2, 3, 4, 5, 6, 7],
      ['Tháng 8/2021'],
      ['Tổng cộng', 12]
    ])
      expect(read(cells), JSON.stringify(cells)).toEqual({ kind: 'passed' })
  })

  test('each fault is named with its column and what stands there', () => {
    const issues = (cells: Cell[]) => {
      const row = read(cells)
      return row.kind === 'entry' ? row.issues.map(({ field, code, value }) => `${field} ${code} ${value}`) : row.kind
    }
    expect(issues(['10/8/2021', 1, 'A', null, '9/8/2021', 'x'])).toEqual(['reference no-number '])
    expect(issues(['10/8/2021', 1, 'A', 'giấy mời', '9/8/2021', 'x'])).toEqual(['reference bad-reference giấy mời'])
    expect(issues(['31/9/2021', 1, 'A', '1-CV/TU', '9/13/2021', 'x'])).toEqual([
      'arrivedOn bad-date 31/9/2021',
      'issuedOn bad-date 9/13/2021'
    ])
    expect(issues(['', 7, 'A', '1-CV/TU', '9/8/2021', 'x'])).toEqual(['arrivedOn no-arrival-day '])
    expect(issues(['10/8/2021', '7b', 'A', '1-CV/TU', '9/8/2021', 'x'])).toEqual(['arrivalNumber bad-number 7b'])
    expect(issues(['10/8/2021', 7, 'A', 'Không số', '9/8/2021', 'x'])).toEqual([])
  })

  test('a secret row says so and keeps no word', () => {
    const row = rowReader({ reference: 0, secrecy: 1 }, null)(['1-CV/TU', 'Tối mật'])
    expect(row).toMatchObject({ issues: [{ field: 'secrecy', code: 'secret', value: '' }] })
  })
})
