import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noiseOf } from '#domain/layout/mend/noise.ts'
import { loadCorpus } from '../../../eval/load-corpus.ts'
import { measure } from '../../../eval/measure.ts'
import { measureNoisy } from '../../../eval/measure-noisy.ts'
import { f1, precision, recall } from '../../../eval/score.ts'

const FOLDER = join(import.meta.dirname, '../../../../shared/corpus')
const present = existsSync(FOLDER)
if (!present) process.stderr.write(`The labelled corpus is not at ${FOLDER}: its figures are not tested.\n`)

// The aims of the reader on papers with letters of their own (features M09); never below them.
describe.skipIf(!present)('the labelled corpus', () => {
  const documents = present ? loadCorpus(FOLDER) : []
  const clean = measure(documents.filter(({ part }) => part !== 'state-ocr'))
  test('there are documents to measure', () => expect(clean.documents).toBeGreaterThanOrEqual(54))
  test.each(['number_symbol', 'date', 'issuer', 'type'])('%s: sure readings right, nearly all read', (name) => {
    const sure = clean.fields.get(name)?.sure ?? { right: 0, wrong: 0, missed: 0, gold: 1 }
    expect(precision(sure)).toBeGreaterThanOrEqual(0.995)
    expect(recall(sure)).toBeGreaterThanOrEqual(0.95)
  })
  test.each(['subject', 'signer', 'authority', 'signer_title', 'place', 'parent_body'])('%s', (name) => {
    const sure = clean.fields.get(name)?.sure ?? { right: 0, wrong: 0, missed: 0, gold: 1 }
    expect(f1(sure)).toBeGreaterThanOrEqual(0.97)
  })
  test.each(['addressees', 'recipients'])('%s', (name) => {
    expect(f1(clean.lists.get(name) ?? { right: 0, wrong: 0, missed: 0, gold: 1 })).toBeGreaterThanOrEqual(0.98)
  })
  test('no typed paper was taken for a misread one: not a word of it is put right', () => {
    const taken = documents.filter(({ part, text }) => part !== 'state-ocr' && noiseOf(text).words > 0)
    expect(taken.map(({ gold }) => gold.file)).toEqual([])
  })
  test('scans: no sure number or date is wrong', () => {
    const scans = measure(documents.filter(({ part }) => part === 'state-ocr'))
    for (const name of ['number_symbol', 'date']) expect(scans.fields.get(name)?.sure.wrong).toBe(0)
  })
  // A digit read as another digit, lost or doubled leaves no trace: of 100 numbers two letters in 100 spoil two or three so.
  test.each([
    [0.01, 0.98],
    [0.02, 0.95]
  ])('spoilt by %f: sure numbers and dates are right but for digits no one can tell', (share, least) => {
    const spoilt = measureNoisy(
      documents.filter(({ part }) => part !== 'state-ocr'),
      share,
      7
    )
    for (const name of ['number_symbol', 'date'])
      expect(
        precision(spoilt.fields.get(name)?.sure ?? { right: 0, wrong: 1, missed: 0, gold: 0 })
      ).toBeGreaterThanOrEqual(least)
  })
})
