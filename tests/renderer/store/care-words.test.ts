import { describe, expect, it } from 'vitest'
import type { Medium } from '#contract/operations/care.ts'
import { age, failed, mediumTone, monthsSince, numberIn } from '#renderer/features/store/care-words.ts'

const NOW = new Date(2026, 10, 25, 9).getTime()
const daysAgo = (days: number): string => new Date(NOW - days * 86_400_000).toISOString()
const medium = (fields: Partial<Medium>): Medium => ({
  id: 'z_1',
  name: 'USB xanh',
  kind: 'stick',
  folder: 'E:\\',
  presence: 'present',
  sameDisk: false,
  lastBackupAt: null,
  failure: null,
  ...fields
})

describe('words of care', () => {
  it('say how old a backup is', () => {
    expect(age(null, 'chưa lần nào', NOW)).toBe('chưa lần nào')
    expect(age(daysAgo(0), '', NOW)).toBe('hôm nay')
    expect(age(daysAgo(9), '', NOW)).toBe('9 ngày trước')
    expect(age(daysAgo(1200), '', NOW)).toBe('1.200 ngày trước')
  })
  it('say what a medium failed at and what to do, for every code', () => {
    expect(failed('disk-full')).toMatch(/đầy/)
    expect(failed('something-else')).not.toBe('')
  })
  it('warn of a medium that is there and failed, or that is another one, not of one that is away', () => {
    expect(mediumTone(medium({}))).toBe('ok')
    expect(mediumTone(medium({ failure: { at: '', code: 'disk-full' } }))).toBe('warn')
    expect(mediumTone(medium({ presence: 'other' }))).toBe('warn')
    expect(mediumTone(medium({ presence: 'absent', failure: { at: '', code: 'not-found' } }))).toBe('plain')
  })
})

describe('numbers of care', () => {
  it('count whole months', () => {
    const at = (year: number, month: number, day: number): string => new Date(year, month - 1, day, 9).toISOString()
    expect(monthsSince(null, NOW)).toBeNull()
    expect(monthsSince(at(2026, 11, 24), NOW)).toBe(0)
    expect(monthsSince(at(2026, 5, 25), NOW)).toBe(6)
    expect(monthsSince(at(2026, 5, 26), NOW)).toBe(5)
    expect(monthsSince(at(2024, 11, 25), NOW)).toBe(24)
    expect(monthsSince(at(2027, 1, 1), NOW)).toBe(0)
  })
  it('are whole and within their bounds', () => {
    expect(numberIn(' 7 ', 1, 60)).toBe(7)
    for (const wrong of ['', '0', '61', '7,5', '-1', 'bảy', '99999']) expect(numberIn(wrong, 1, 60)).toBeNull()
  })
})
