import { describe, expect, it } from 'vitest'
import { looserQueries } from '#renderer/features/search/looser-queries.ts'

describe('less strict forms of a query that found nothing', () => {
  it('drops the quotation marks and each field in turn', () => {
    expect(looserQueries('"mạng xã hồi" cq: tỉnh ủy')).toEqual([
      { text: 'mạng xã hồi cq: tỉnh ủy', dropped: null },
      { text: '"mạng xã hồi"', dropped: 'cq: tỉnh ủy' }
    ])
  })
  it('knows fields of two words', () => {
    expect(looserQueries('rừng người ký: hạnh năm: 2021').map((one) => one.dropped)).toEqual([
      'người ký: hạnh',
      'năm: 2021'
    ])
  })
  it('drops the sign that excludes a field with it, and no word', () => {
    expect(looserQueries('rừng KHÔNG cq: tỉnh ủy').map((one) => one.text)).toEqual(['rừng'])
    expect(looserQueries('rừng -cq: tỉnh ủy')).toEqual([{ text: 'rừng', dropped: '-cq: tỉnh ủy' }])
    expect(looserQueries('rừng không cq: tỉnh ủy').map((one) => one.text)).toEqual(['rừng không'])
  })
  it('has nothing to offer for plain words, nor for a lone field', () => {
    expect(looserQueries('mạng xã hội')).toEqual([])
    expect(looserQueries('cq: tỉnh ủy')).toEqual([])
    expect(looserQueries('')).toEqual([])
  })
})
