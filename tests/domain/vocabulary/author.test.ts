import { expect, test } from 'vitest'
import { authorOf } from '#domain/vocabulary/author.ts'

test.each([
  ['Tỉnh ủy Lâm Sơn', 'Ban Thường vụ Tỉnh ủy', 'Ban Thường vụ Tỉnh ủy'],
  ['Đảng ủy xã Liên Sơn', 'Đảng ủy xã', 'Đảng ủy xã Liên Sơn'],
  ['Chi bộ Hạt Kiểm lâm', 'Chi bộ', 'Chi bộ Hạt Kiểm lâm'],
  ['Uỷ ban nhân dân huyện Đức Lâm', 'Ủy ban nhân dân huyện', 'Uỷ ban nhân dân huyện Đức Lâm'],
  ['Ban Chấp hành Trung ương', 'Ban Bí thư', 'Ban Bí thư'],
  [null, 'Bộ Chính trị', 'Bộ Chính trị'],
  ['Bộ Chính trị', null, 'Bộ Chính trị'],
  [null, null, null]
])('%j acting %j is %j', (issuer, acting, author) => {
  expect(authorOf(issuer, acting)).toBe(author)
})
