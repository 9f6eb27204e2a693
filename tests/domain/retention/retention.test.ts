import { describe, expect, it } from 'vitest'
import { dueOn, handInBy } from '#domain/retention/retention.ts'

describe('retention', () => {
  it.each([
    [5, '2015-03-10', '2021-01-01'],
    [2, '2020-12-31', '2023-01-01'],
    [70, '2021-01-01', '2092-01-01'],
    [null, '2015-03-10', null],
    [5, null, null]
  ])('%s years of a dossier closed on %s are over on %s', (years, closedOn, expected) => {
    expect(dueOn(years, closedOn)).toBe(expected)
  })

  it.each([
    ['2021-03-10', '2022-03-10'],
    ['2024-02-29', '2025-02-28'],
    [null, null]
  ])('a dossier closed on %s is handed in by %s', (closedOn, expected) => {
    expect(handInBy(closedOn)).toBe(expected)
  })
})
