import { expect, test } from 'vitest'
import { type ValidityAct, validityOn } from '#domain/lineage/validity.ts'

const act = (relation: ValidityAct['relation'], by: string, issuedOn: string): ValidityAct => ({
  relation,
  by,
  issuedOn
})

test('nothing said: in force', () => {
  expect(validityOn('2025-01-01', [])).toEqual({ status: 'in-force', by: null })
  expect(
    validityOn('2025-01-01', [act('implements', 'a', '2020-01-01'), act('keeps-in-force', 'b', '2021-01-01')])
  ).toEqual({
    status: 'in-force',
    by: null
  })
})

test('the stronger act decides, whenever it came; of equal ones the later', () => {
  const acts = [act('replaces', 'new', '2021-02-18'), act('amends', 'later', '2022-01-01')]
  expect(validityOn('2025-01-01', acts)).toEqual({ status: 'replaced', by: 'new' })
  const amended = [act('amends', 'first', '2020-01-07'), act('corrects', 'second', '2020-04-02')]
  expect(validityOn('2025-01-01', amended)).toEqual({ status: 'amended', by: 'second' })
})

test('as of an earlier day a later act does not count', () => {
  const acts = [act('amends', 'first', '2020-01-07'), act('repeals', 'end', '2023-09-12')]
  expect(validityOn('2023-09-11', acts)).toEqual({ status: 'amended', by: 'first' })
  expect(validityOn('2023-09-12', acts)).toEqual({ status: 'repealed', by: 'end' })
  expect(validityOn('2019-01-01', acts).status).toBe('in-force')
})
