import { describe, expect, it } from 'vitest'
import type { Draft, Reading } from '#domain/layout/draft.ts'
import { readDocument } from '#domain/layout/read-document.ts'
import { confirmBySignature } from '#domain/signature/confirm-by-signature.ts'
import type { FileSignature } from '#domain/signature/file-signature.ts'
import { readBanners } from '#domain/signature/read-banner.ts'
import { splitPages } from '#domain/text/page-text.ts'

const signature: FileSignature = {
  signer: 'Ủy ban nhân dân tỉnh Lâm Sơn',
  organisation: 'Tỉnh Lâm Sơn',
  certifier: null,
  signedAt: '2021-08-12T09:00:00.000Z',
  signedOn: '2021-08-12',
  integrity: 'unchanged',
  timeStamp: false
}
const nothing = readDocument(splitPages(''), { today: '2026-01-01' })

function draft(
  issuer: Reading<string>['certainty'],
  date: readonly [string, Reading<string>['certainty']] | null
): Draft {
  const evidence = { page: 1, start: 3, end: 9, rule: 'head' }
  return {
    ...nothing,
    issuer: { value: 'UBND TỈNH LÂM SƠN', certainty: issuer, evidence },
    issuedOn: date && { value: date[0], certainty: date[1], evidence }
  }
}

describe('digital signatures as evidence', () => {
  it.each<[string, Draft, readonly FileSignature[], string, string | null]>([
    ['the body that signed confirms a hinted issuer', draft('hint', null), [signature], 'sure', '2021-08-12 hint'],
    [
      'the day of signing goes before one off a picture',
      draft('hint', ['2021-08-21', 'hint']),
      [signature],
      'sure',
      '2021-08-12 hint'
    ],
    [
      'a typed date stays, it may be older than the seal',
      draft('sure', ['2021-08-10', 'sure']),
      [signature],
      'sure',
      '2021-08-10 sure'
    ],
    [
      'a typed date younger than the seal is doubted',
      draft('sure', ['2021-08-13', 'sure']),
      [signature],
      'sure',
      '2021-08-13 hint'
    ],
    ['a changed file says nothing', draft('hint', null), [{ ...signature, integrity: 'changed' }], 'hint', null],
    ['nor one that cannot be checked', draft('hint', null), [{ ...signature, integrity: 'unchecked' }], 'hint', null],
    [
      'nor the seal of another body',
      draft('hint', null),
      [{ ...signature, signer: 'Ủy ban nhân dân tỉnh Đắk Sơn' }],
      'hint',
      null
    ],
    ['nor a person of that name', draft('hint', null), [{ ...signature, signer: 'Nguyễn Lâm Sơn' }], 'hint', null]
  ])('%s', (_name, read, signatures, issuer, date) => {
    const confirmed = confirmBySignature(read, signatures, [])
    expect(confirmed.issuer?.certainty).toBe(issuer)
    const { issuedOn } = confirmed
    expect(issuedOn && `${issuedOn.value} ${issuedOn.certainty}`).toBe(date)
  })

  it('never makes a day sure that was read off a picture, though it agrees', () => {
    const confirmed = confirmBySignature(draft('hint', ['2021-08-12', 'hint']), [signature], [])
    expect(confirmed.issuedOn).toMatchObject({ value: '2021-08-12', certainty: 'hint' })
  })

  it('offers the body that signed where no issuer was read, but no person', () => {
    expect(confirmBySignature(nothing, [signature], []).issuer).toMatchObject({
      value: signature.signer,
      certainty: 'hint'
    })
    const person = { ...signature, signer: 'Phạm Văn Sơn', organisation: null }
    expect(confirmBySignature(nothing, [person], []).issuer).toBeNull()
  })

  it.each([
    [
      'Ký bởi: Ủy ban nhân dân tỉnh Lâm Sơn\nCơ quan: Tỉnh Lâm Sơn\nThời gian ký: 04/02/2025 16:42:36',
      ['Ủy ban nhân dân tỉnh Lâm Sơn', 'Tỉnh Lâm Sơn', '2025-02-04']
    ],
    [
      'chữ\nNgười ký: Văn phòng Tỉnh ủy\nEmail: vp@lamson.vn\nCơ quan: Tỉnh ủy Lâm Sơn\nNgày ký: 2025-05-08 16:42:06 +07:00',
      ['Văn phòng Tỉnh ủy', 'Tỉnh ủy Lâm Sơn', '2025-05-08']
    ],
    ['Người ký: Trần Văn B\nNgày ký: 8.4.2025 09:22:31', ['Trần Văn B', null, '2025-04-08']]
  ])('reads the banner of a signature', (text, expected) => {
    const [banner] = readBanners(text)
    expect([banner?.signer, banner?.organisation, banner?.signedOn]).toEqual(expected)
  })

  it.each([
    'Quyết định này có hiệu lực thi hành kể từ ngày ký.',
    'Người ký: Trần Văn B',
    'Người ký: Trần Văn B\nNgày ký: 31/02/2025 09:00',
    'Sổ ghi: người ký: ai, ngày ký: hôm qua'
  ])('takes for no banner: %s', (text) => {
    expect(readBanners(text)).toEqual([])
  })

  it('holds what a banner says for a hint and no proof', () => {
    const banners = readBanners('Ký bởi: Ủy ban nhân dân tỉnh Lâm Sơn\nThời gian ký: 04/02/2025 16:42:36')
    const confirmed = confirmBySignature(draft('hint', null), [], banners)
    expect(confirmed.issuer?.certainty).toBe('hint')
    expect(confirmed.issuedOn).toMatchObject({ value: '2025-02-04', certainty: 'hint' })
  })
})
