import { describe, expect, it } from 'vitest'
import { paths, readOpening } from '#renderer/app/paths.ts'

const search = (address: string) => address.split('?')[1] ?? ''

describe('the address of a document', () => {
  it('carries a span and a query there and back', () => {
    const address = paths.document('d_abcd', { at: { start: 12, end: 40 }, query: 'mạng xã hội & "an ninh"' })
    expect(readOpening(search(address))).toEqual({
      at: { start: 12, end: 40 },
      query: 'mạng xã hội & "an ninh"',
      tab: null
    })
  })
  it('is plain without them', () => {
    expect(paths.document('d_abcd')).toBe('/van-ban/d_abcd')
    expect(paths.document('d_abcd', { at: null, query: '  ' })).toBe('/van-ban/d_abcd')
  })
  it.each(['at=9-3', 'at=5-5', 'at=-1-4', 'at=a-b', 'at=1', ''])('takes no span from %s', (text) => {
    expect(readOpening(text).at).toBeNull()
  })
})
