import type { JobResult } from '#contract/operations/archive.ts'

/** Codes of lines that want nobody's look. */
const GOOD: ReadonlySet<string> = new Set(['filed', 'waiting', 'attached', 'already', 'ocr-read'])

/** What was refused first, then what waits for a look, then what was there before, then the rest as it came. */
export function byWorry(lines: readonly JobResult[]): readonly JobResult[] {
  return lines.toSorted((a, b) => worry(a) - worry(b))
}

function worry({ code, id }: JobResult): number {
  if (GOOD.has(code)) return 3
  if (code === 'duplicate') return 2
  return id === null ? 0 : 1
}
