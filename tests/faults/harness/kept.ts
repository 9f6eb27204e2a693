import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Failed } from './suite.ts'

const FOLDER = new URL('../seeds/', import.meta.url).pathname

/** Cases that failed once: tried first in every run, for ever (G20). The list only grows. */
export function keptCases(suite: string): readonly Failed[] {
  const path = join(FOLDER, `${suite}.json`)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Failed[]) : []
}

export function keepCase(suite: string, failed: Failed): void {
  const known = keptCases(suite)
  if (known.some((one) => one.key === failed.key)) return
  const why = failed.why.split('\n')[0]?.slice(0, 200) ?? ''
  writeFileSync(join(FOLDER, `${suite}.json`), `${JSON.stringify([...known, { key: failed.key, why }], null, 2)}\n`)
}
