import { expect, test } from 'vitest'
import { presetDays } from '#renderer/features/delivery/period-days.ts'

test.each([
  ['month', '2021-08-30', '2021-08-01', '2021-08-31'],
  ['month', '2024-02-10', '2024-02-01', '2024-02-29'],
  ['last-month', '2021-01-15', '2020-12-01', '2020-12-31'],
  ['last-month', '2021-03-31', '2021-02-01', '2021-02-28'],
  ['quarter', '2021-08-30', '2021-07-01', '2021-09-30'],
  ['quarter', '2021-12-31', '2021-10-01', '2021-12-31'],
  ['year', '2021-08-30', '2021-01-01', '2021-12-31'],
  ['all', '2021-08-30', null, null]
] as const)('%s as of %s: %s to %s', (preset, day, from, to) => {
  expect(presetDays(preset, day)).toEqual({ from, to })
})
