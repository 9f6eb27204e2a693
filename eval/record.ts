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
