import { describe, expect, it } from 'vitest'
import { CARRIED, carryOver } from '#renderer/features/filing/form/carry.ts'
import { blankForm } from '#renderer/features/filing/form/fields.ts'

const last = {
  ...blankForm('incoming', '2021-08-13'),
  number: '15',
  symbol: 'KH-UBND',
  separator: '/' as const,
  issuer: 'Ủy ban nhân dân tỉnh',
  signer: 'Trần Văn A',
  recipients: [
    {
      text: 'Lưu VP',
      kind: 'file-copy' as const,
      names: [],
      note: null,
      evidence: { page: 1, start: 0, end: 6, rule: 'x' }
    }
  ]
}

describe('like the document before', () => {
  it('fills empty fields alone', () => {
    const form = { ...blankForm('incoming', null), signer: 'Lê Thị B' }
    const patch = carryOver(form, last, CARRIED)
    expect(patch).toMatchObject({ issuer: 'Ủy ban nhân dân tỉnh', symbol: 'KH-UBND', separator: '/' })
    expect(patch).not.toHaveProperty('signer')
    expect(patch).not.toHaveProperty('number')
  })
  it('takes only the fields chosen', () => {
    expect(carryOver(blankForm('incoming', null), last, ['issuer'])).toEqual({ issuer: 'Ủy ban nhân dân tỉnh' })
  })
  it('does not take over places on another page', () => {
    const patch = carryOver(blankForm('incoming', null), last, ['recipients'])
    expect(patch?.recipients?.[0]?.evidence).toBeNull()
  })
  it('an outgoing paper gets no day of arrival', () => {
    expect(carryOver(blankForm('outgoing', null), last, ['arrivedOn'])).toBeNull()
  })
  it('says when there is nothing to fill', () => {
    expect(carryOver(last, last, CARRIED)).toBeNull()
  })
})
