import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figures } from './figures.ts'

const FILE = join(import.meta.dirname, 'last.json')

export type Change = Readonly<{ name: string; before: number; after: number }>

/** The figures last recorded; empty before the first time. */
export function lastFigures(): Figures {
  return existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Figures) : {}
}

/** Figures not measured this time stay as they were. */
export function recordFigures(figures: Figures): void {
  writeFileSync(FILE, `${JSON.stringify({ ...lastFigures(), ...figures }, null, 2)}\n`)
}

/** Gains and losses against the record, the worst loss first. */
export function changes(before: Figures, after: Figures): readonly Change[] {
  return Object.entries(after)
    .map(([name, value]) => ({ name, before: before[name] ?? value, after: value }))
    .filter((change) => change.before !== change.after)
    .sort((a, b) => a.after - a.before - (b.after - b.before))
}

/** How far a figure may fall unrecorded: on noise one damaged letter more or less moves it. */
const TOLERANCE = 0.003
const NOISY_TOLERANCE = 0.01

/** What fell below the record, and recorded figures of the measured groups that are measured no more. */
export function losses(before: Figures, after: Figures): readonly Change[] {
  const groups = new Set(Object.keys(after).map((name) => name.split('/')[0]))
  const gone = Object.entries(before)
    .filter(([name]) => groups.has(name.split('/')[0]) && after[name] === undefined)
    .map(([name, value]) => ({ name, before: value, after: 0 }))
  const fallen = changes(before, after).filter(
    (change) => change.before - change.after > (/^noise|ocr/.test(change.name) ? NOISY_TOLERANCE : TOLERANCE)
  )
  return [...gone, ...fallen]
}
