import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { printGoals, reached } from '../../eval/goals.ts'
import { loadCorpus } from '../../eval/load-corpus.ts'
import { figuresOfGroups, measureCorpus } from '../../eval/measure-corpus.ts'
import { printChanges } from '../../eval/print-report.ts'
import { changes, lastFigures, losses } from '../../eval/record.ts'

const FOLDER = join(import.meta.dirname, '../../../shared/corpus')
const present = existsSync(FOLDER)
if (!present) process.stderr.write(`The labelled corpus is not at ${FOLDER}: gains and losses are not measured.\n`)

// C18: every run prints what the reader gained and lost against the record, and a loss nobody recorded fails.
describe.skipIf(!present)('the reader against the record', () => {
  test('no figure fell; gains and losses are printed', { timeout: 300_000 }, () => {
    const figures = figuresOfGroups(measureCorpus(loadCorpus(FOLDER)))
    process.stdout.write(`${printGoals(figures)}\n${printChanges(changes(lastFigures(), figures))}\n`)
    expect(losses(lastFigures(), figures)).toEqual([])
    expect(reached(figures).filter((one) => one.group === 'born-digital' && !one.met)).toEqual([])
  })
})

describe('losses', () => {
  test.each([
    ['a fall beyond the tolerance', { 'party/date/f1': 1 }, { 'party/date/f1': 0.99 }, ['party/date/f1']],
    ['a fall within it', { 'party/date/f1': 1 }, { 'party/date/f1': 0.998 }, []],
    ['noise moves figures by itself', { 'noise-1%/date/f1': 0.9 }, { 'noise-1%/date/f1': 0.895 }, []],
    ['and yet falls', { 'noise-1%/date/f1': 0.9 }, { 'noise-1%/date/f1': 0.88 }, ['noise-1%/date/f1']],
    ['a gain', { 'party/date/f1': 0.9 }, { 'party/date/f1': 1 }, []],
    ['measured no more', { 'party/date/f1': 1, 'party/type/f1': 1 }, { 'party/date/f1': 1 }, ['party/type/f1']],
    ['a group not measured this time', { 'files/type/f1': 1 }, { 'party/date/f1': 1 }, []]
  ])('%s', (_, before, after, fallen) => {
    expect(losses(before, after).map((change) => change.name)).toEqual(fallen)
  })
})

test('goals: clean text and noise are held to their own', () => {
  const all = reached({ 'born-digital/date/precision': 0.99, 'noise-1%/date/precision': 0.99 })
  expect(all.map((one) => [one.group, one.met])).toEqual([
    ['born-digital', false],
    ['noise-1%', true]
  ])
  expect(printGoals({ 'noise-2%/date/precision': 0.99 })).toMatch(/date: precision.*–.*–.*99\.0 % ✓/)
})
