import { describe, expect, it } from 'vitest'
import { newRecoveryKey, readRecoveryKey } from '#domain/encryption/recovery-key.ts'

/** A source with a seed, so that a failure comes again. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648
    return Math.floor((state / 2147483648) * below)
  }
}

const KEYS = Array.from({ length: 40 }, (_, seed) => newRecoveryKey(random(seed * 7919 + 1)))

describe('a recovery key', () => {
  it('is six groups of six letters that no Vietnamese keyboard turns into others', () => {
    for (const key of KEYS) expect(key).toMatch(/^(?:[BCFGHJKMNPQRSTVXZ234679]{6}-){5}[BCFGHJKMNPQRSTVXZ234679]{6}$/)
    expect(new Set(KEYS).size).toBe(KEYS.length)
  })

  it.each([
    ['small letters', (key: string) => key.toLowerCase()],
    ['no dashes', (key: string) => key.replaceAll('-', '')],
    ['spaces and lines', (key: string) => `  ${key.replaceAll('-', ' \n ')} `],
    ['longer dashes', (key: string) => key.replaceAll('-', ' – ')],
    ['5 read for S, 8 for B', (key: string) => key.replaceAll('S', '5').replaceAll('B', '8')]
  ])('is read whatever way it is typed: %s', (_name, typed) => {
    for (const key of KEYS) expect(readRecoveryKey(typed(key))).toEqual({ ok: true, key })
  })

  it('names the group of every single letter typed wrongly', () => {
    for (const key of KEYS.slice(0, 5)) {
      for (let at = 0; at < key.length; at++) {
        if (key[at] === '-') continue
        for (const letter of 'BCFGHJKMNPQRTVXZ234679') {
          if (letter === key[at]) continue
          const wrong = key.slice(0, at) + letter + key.slice(at + 1)
          expect(readRecoveryKey(wrong)).toEqual({ ok: false, group: Math.floor(at / 7) + 1 })
        }
      }
    }
  })

  it('notices two neighbours changed about and two groups changed about', () => {
    for (const key of KEYS) {
      const groups = key.split('-')
      const [first = '', second = '', ...rest] = groups
      if (first !== second) expect(readRecoveryKey([second, first, ...rest].join('-')).ok).toBe(false)
      for (let at = 0; at < 5; at++) {
        if (first[at] === first[at + 1]) continue
        const swapped = first.slice(0, at) + first[at + 1] + first[at] + first.slice(at + 2)
        expect(readRecoveryKey([swapped, second, ...rest].join('-'))).toEqual({ ok: false, group: 1 })
      }
    }
  })

  it('says when letters are missing or too many', () => {
    const [key = ''] = KEYS
    expect(readRecoveryKey(key.slice(0, -1))).toEqual({ ok: false, group: null })
    expect(readRecoveryKey(`${key}B`)).toEqual({ ok: false, group: null })
    expect(readRecoveryKey('')).toEqual({ ok: false, group: null })
  })
})
