import { describe, expect, it } from 'vitest'
import { documentLevel, levelOfPartyCode } from '#domain/vocabulary/issuer-codes.ts'

describe('documentLevel', () => {
  it.each([
    ['CV/TU', null, 'TU'],
    ['CV/VPTU/nb', null, 'TU'],
    ['HD/BTCHU', null, 'HU'],
    ['TB/UBKTHU', null, 'HU'],
    ['KL/TW', null, 'TW'],
    ['HD/BTGTW', null, 'TW'],
    ['QĐ/ThU', null, 'HU'],
    ['CV/TC-NV', null, null],
    ['NQ/ĐU', null, 'XA'],
    ['BC/CB', null, 'XA'],
    ['2022/NĐ-CP', null, 'TW'],
    ['CT-TTg', null, 'TW'],
    ['2024/QH15', null, 'TW'],
    ['2022/UBTVQH15', null, 'TW'],
    ['TTr-SNN', null, 'TU'],
    ['2026/TT-BTC', null, 'TW'],
    ['KH-UBND', null, null],
    ['CT-TU', null, 'TU'],
    ['KH-UBND', 'Ủy ban nhân dân tỉnh Lâm Sơn', 'TU'],
    ['UBND-NN', 'Ủy ban nhân dân huyện Đức Lâm', 'HU'],
    ['UBND-NN', 'Ủy ban nhân dân thị xã Đức Lâm', 'HU'],
    ['BC/ĐU', 'Đảng ủy xã Liên Sơn', 'XA'],
    ['NQ/TW', 'Bộ Chính trị', 'TW'],
    ['NQ/TW', 'Ban Chấp hành Trung ương', 'TW'],
    ['CV/VPTW', 'Văn phòng Trung ương Đảng', 'TW'],
    ['KH/SLĐ', 'Sở Lao động - Thương binh và Xã hội tỉnh', 'TU'],
    ['', null, null]
  ])('%s of %s stands at %s', (symbol, issuer, level) => expect(documentLevel(symbol, issuer)).toBe(level))
})

describe('levelOfPartyCode', () => {
  it.each([
    ['TU', 'TU'],
    ['UBKTTW', 'TW'],
    ['VPĐU', 'XA'],
    ['UBND', null],
    ['TWĐTN', null],
    ['STU', null]
  ])('%s: %s', (code, level) => expect(levelOfPartyCode(code)).toBe(level))
})
