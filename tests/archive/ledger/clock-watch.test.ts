import { expect, test } from 'vitest'
import { fileForm, tempArchive } from '#tests/support/temp-archive.ts'

/** R14: the clerk is told of a clock that stands before what was recorded last, or has leapt. */
test('a clock that goes back or leaps ahead is told, and what it said is kept', async () => {
  let clock = Date.parse('2026-03-10T02:00:00Z')
  const temp = await tempArchive({ deps: { now: () => new Date(clock) } })
  await fileForm(temp.archive, { number: '1' })
  expect(temp.archive.notices).toEqual([])
  clock = Date.parse('2025-03-10T02:00:00Z')
  await fileForm(temp.archive, { number: '2' })
  expect(temp.archive.notices).toEqual([{ code: 'clock-behind', detail: { last: '2026-03-10T02:00:00.000Z' } }])
  const again = await temp.reopen()
  expect(again.notices.map((one) => one.code)).toEqual(['clock-behind'])
  clock = Date.parse('2036-03-10T02:00:00Z')
  await fileForm(again, { number: '3' })
  expect(again.notices.map((one) => one.code)).toContain('clock-ahead')
  expect([...again.ledger.read(2)].map((event) => event.at.slice(0, 4))).toEqual(['2026', '2025', '2036'])
})

test('a few minutes back is what machines do by themselves', async () => {
  let clock = Date.parse('2026-03-10T02:00:00Z')
  const temp = await tempArchive({ deps: { now: () => new Date(clock) } })
  clock -= 5 * 60_000
  await fileForm(temp.archive, { number: '1' })
  expect((await temp.reopen()).notices).toEqual([])
})
