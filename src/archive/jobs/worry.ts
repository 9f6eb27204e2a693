import type { JobResult } from '#contract/operations/archive.ts'

/** What care of the archive did as it was asked. */
const CARE = [
  'backed-up',
  'copy-mended',
  'old-backups-removed',
  'file-mended',
  'text-mended',
  'line-mended',
  'repaired'
] as const

/** Codes of lines that want nobody's look. */
const GOOD: ReadonlySet<string> = new Set(['filed', 'waiting', 'attached', 'already', 'returned', 'ocr-read', ...CARE])

/** What was refused first, then what waits for a look, then what was there before, then the rest as it came. */
export function byWorry(lines: readonly JobResult[]): readonly JobResult[] {
  return lines.toSorted((a, b) => worry(a) - worry(b))
}

/** Not taken at all: nothing of it waits or is filed. */
export function isRefused(line: JobResult): boolean {
  return worry(line) === 0
}

function worry({ code, id }: JobResult): number {
  if (GOOD.has(code)) return 3
  if (code === 'duplicate' || code === 'kept') return 2
  return id === null ? 0 : 1
}
