import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ledgerMark, readLedgerMark } from '#domain/register/ledger-mark.ts'

const hash = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((signs) => signs.join(''))

describe('the mark of a ledger line', () => {
  it('is 16 signs of the first 80 bits of its hash', () => {
    expect(ledgerMark('0'.repeat(64))).toBe('0000-0000-0000-0000')
    expect(ledgerMark('f'.repeat(64))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ')
    expect(ledgerMark(`00000000000000000001${'0'.repeat(44)}`)).toBe('0000-0000-0000-0001')
    expect(ledgerMark(`0000000000000000003f${'a'.repeat(44)}`)).toBe('0000-0000-0000-001Z')
  })

  it('is read as it was printed, however it is typed', () => {
    fc.assert(
      fc.property(hash, (one) => {
        const mark = ledgerMark(one)
        expect(mark).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
        for (const typed of [
          mark,
          mark.toLowerCase(),
          mark.replaceAll('-', ''),
          mark.replaceAll('-', ' – '),
          ` ${mark}\n`,
          mark.replaceAll('0', 'O').replaceAll('1', 'I'),
          mark.replaceAll('1', 'l')
        ]) {
          expect(readLedgerMark(typed)).toBe(mark)
        }
      }),
      { seed: 1 }
    )
  })

  it('is no other text', () => {
    for (const text of [
      '',
      'ABCD',
      'UUUU-UUUU-UUUU-UUUU',
      `${'0'.repeat(17)}`,
      'dấu sổ 0000-0000-0000',
      '<script>0000000'
    ]) {
      expect(readLedgerMark(text), text).toBeNull()
    }
  })
})
