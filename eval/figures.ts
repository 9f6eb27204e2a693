import { relationMacroF1 } from './citations.ts'
import type { Measure } from './measure.ts'
import { type Count, coverage, f1, precision, recall } from './score.ts'

/** A measure as plain numbers by name ("party/subject/precision"), for the record and for comparing with it. */
export type Figures = Record<string, number>

export function figuresOf(name: string, measure: Measure): Figures {
  const figures: Figures = {}
  for (const [field, { sure, offered }] of measure.fields) {
    if (sure.gold === 0 && sure.wrong === 0) continue
    put(figures, `${name}/${field}`, sure)
    figures[`${name}/${field}/offered-f1`] = round(f1(offered))
  }
  for (const [list, count] of measure.lists) if (count.gold + count.wrong > 0) put(figures, `${name}/${list}`, count)
  const { citations } = measure
  put(figures, `${name}/citations`, citations.key)
  figures[`${name}/citations/date`] = round(share(citations.date))
  figures[`${name}/citations/issuer`] = round(share(citations.issuer))
  figures[`${name}/citations/relation-macro-f1`] = round(relationMacroF1(citations))
  return figures
}

export function share(part: Readonly<{ right: number; all: number }>): number {
  return part.all === 0 ? 1 : part.right / part.all
}

function put(figures: Figures, name: string, count: Count): void {
  figures[`${name}/precision`] = round(precision(count))
  figures[`${name}/recall`] = round(recall(count))
  figures[`${name}/f1`] = round(f1(count))
  figures[`${name}/coverage`] = round(coverage(count))
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
