import { describe, expect, it } from 'vitest'
import { cleanOffice, EMPTY_OFFICE, proposeOffice, withProposal } from '#renderer/features/welcome/propose-office.ts'

describe("what a committee's name tells", () => {
  it.each([
    ['Huyện ủy Đam Rông', { level: 'HU', code: 'HU', officeName: 'Văn phòng Huyện ủy', place: 'Đam Rông' }],
    ['HUYỆN UỶ ĐAM RÔNG', { level: 'HU', code: 'HU', officeName: 'Văn phòng Huyện ủy', place: 'ĐAM RÔNG' }],
    ['Tỉnh ủy Lâm Đồng', { level: 'TU', code: 'TU', officeName: 'Văn phòng Tỉnh ủy', place: 'Lâm Đồng' }],
    ['Đảng ủy xã Phi Liêng', { level: 'XA', code: 'ĐU', officeName: 'Văn phòng Đảng ủy', place: 'Phi Liêng' }]
  ])('%s', (name, expected) => {
    expect(proposeOffice(name)).toEqual(expected)
  })
  it('of no known kind tells nothing', () => {
    expect(proposeOffice('Công ty ABC')).toBeNull()
    expect(proposeOffice('')).toBeNull()
  })
})

it('a proposal follows the name, but not over what a person wrote', () => {
  let office = EMPTY_OFFICE
  for (const name of ['H', 'Huyện ủy', 'Huyện ủy Đ', 'Huyện ủy Đam Rông']) office = withProposal(office, name)
  expect(office.place).toBe('Đam Rông')
  office = withProposal({ ...office, code: 'HUĐR' }, 'Huyện ủy Đức Lâm')
  expect(office.place).toBe('Đức Lâm')
  expect(office.code).toBe('HUĐR')
})

it('terms are sent in order, each once', () => {
  const office = cleanOffice({ ...EMPTY_OFFICE, name: ' Huyện  ủy ' }, ['2020-08-01', null, '2015-08-01', '2020-08-01'])
  expect(office.termStarts).toEqual(['2015-08-01', '2020-08-01'])
  expect(office.name).toBe('Huyện ủy')
})
