import { describe, expect, it } from 'vitest'
import { isSyllable } from '#domain/text/syllable.ts'

describe('a Vietnamese syllable', () => {
  it.each(
    'Đảng bộ huyện Đức Lâm thường vụ nghị quyết gì giếng giữ gìn quốc quýnh khuya khuỷu ngoằn ngoèo nghiêng ghế kỷ ý yên yếu uỷ ủy hòa hoà thuế duyệt xoong oăm huyết huých chuếch QUỐC nước được ư ở rượu thuở quyển phụng kiểm tra biên bản'.split(
      ' '
    )
  )('%s is one', (word) => {
    expect(isSyllable(word)).toBe(true)
    expect(isSyllable(word.normalize('NFD'))).toBe(true)
  })

  it.each(
    // Letters that cannot follow one another, tones that a stop does not bear, spellings, foreign words, broken text.
    'céng s¶n viÖt tØnh cuûa boä ườ nhr th ng càp cảch cẻ qẻ cê kao gê ngi nghà ghoa website internet plan district strong bằu đầut xuái zf wa fi jan iên tiê'.split(
      ' '
    )
  )('%s is none', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})
