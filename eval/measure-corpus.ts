import { type Figures, figuresOf } from './figures.ts'
import type { LabelledDocument } from './load-corpus.ts'
import { type Measure, measure } from './measure.ts'
import { measureNoisy } from './measure-noisy.ts'

export type Group = readonly [name: string, measure: Measure]

/** The corpus by its parts, together, and with noise. */
export function measureCorpus(documents: readonly LabelledDocument[]): readonly Group[] {
  const clean = documents.filter((document) => document.part !== 'state-ocr')
  const part = (name: LabelledDocument['part']) => measure(documents.filter((document) => document.part === name))
  return [
    ['party', part('party')],
    ['state', part('state')],
    ['state-ocr', part('state-ocr')],
    ['born-digital', measure(clean)],
    ['all', measure(documents)],
    ['noise-1%', measureNoisy(clean, 0.01)],
    ['noise-2%', measureNoisy(clean, 0.02)]
  ]
}

export function figuresOfGroups(groups: readonly Group[]): Figures {
  return Object.assign({}, ...groups.map(([name, group]) => figuresOf(name, group)))
}
