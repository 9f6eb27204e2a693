import { describe, expect, test } from 'vitest'
import { COMMITTEE, compareBodies, readIssuingBody } from '#domain/resolve/issuing-body.ts'

describe('readIssuingBody', () => {
  test.each([
    ['Ban Thường vụ Huyện uỷ khoá X', COMMITTEE, 'HU', null],
    ['Huyện ủy Đức Lâm', COMMITTEE, 'HU', 'duc lam'],
    ['Ban Chấp hành Đảng bộ huyện', COMMITTEE, 'HU', null],
    ['Đảng ủy xã Liên Sơn', COMMITTEE, 'XA', 'lien son'],
    ['Bộ Chính trị (khóa XII)', COMMITTEE, 'TW', null],
    ['Ban Bí thư Trung ương Đảng', COMMITTEE, 'TW', null],
    ['Ban Tuyên giáo Huyện ủy Đức Lâm', 'ban tuyen giao', 'HU', 'duc lam'],
    ['Văn phòng Trung ương Đảng', 'van phong', 'TW', null],
    ['UBND tỉnh Lâm Sơn', 'uy ban nhan dan', 'TU', 'lam son'],
    ['Chủ tịch Ủy ban nhân dân huyện', 'uy ban nhan dan', 'HU', null],
    ['Ban Thường trực Ủy ban MTTQ Việt Nam huyện', 'mat tran to quoc', 'HU', null],
    ['Chi bộ Hạt Kiểm lâm', 'chi bo hat kiem lam', null, null],
    ['Bảo hiểm xã hội huyện', 'bao hiem xa hoi', 'HU', null],
    ['tỉnh', null, 'TU', null]
  ])('%s', (name, organ, level, place) => {
    expect(readIssuingBody(name)).toMatchObject({ organ, level, place })
  })
})

describe('compareBodies', () => {
  const compare = (a: string, b: string) => compareBodies(readIssuingBody(a), readIssuingBody(b))
  test.each([
    ['Thường trực Tỉnh ủy', 'Tỉnh ủy Lâm Sơn', 'agrees'],
    ['UBND huyện', 'Ủy ban nhân dân huyện Đức Lâm', 'agrees'],
    ['Ban Bí thư', 'Ban Chấp hành Trung ương', 'agrees'],
    ['Ban Thường vụ Tỉnh ủy', 'Huyện ủy Đức Lâm', 'other-body'],
    ['Văn phòng Huyện ủy', 'Huyện ủy Đức Lâm', 'other-body'],
    ['Huyện ủy Lạc Dương', 'Huyện ủy Đức Lâm', 'other-place'],
    ['Đoàn kiểm tra', 'Ủy ban Kiểm tra Huyện ủy', 'unknown'],
    ['tỉnh', 'Ủy ban nhân dân tỉnh Lâm Sơn', 'unknown']
  ])('%s | %s: %s', (a, b, verdict) => {
    expect(compare(a, b)).toBe(verdict)
  })
})
