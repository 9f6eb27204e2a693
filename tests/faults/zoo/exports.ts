import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FACTS, LEDGER_COPY, SUMS } from '#archive/export/full-export.ts'
import { UNFINISHED_FILE } from '#archive/export/new-tree.ts'
import { below, type Cage, change, first, harm, restoringExport, sha } from './keeper.ts'

/** Full exports that are broken, and why no archive is made of them. */
export const EXPORTS: Readonly<Record<string, Cage>> = {
  'no-export': async ({ place, target }) => await restoringExport(place, target),
  'export-unfinished': async ({ exported, target }) => {
    const folder = exported()
    writeFileSync(join(folder, UNFINISHED_FILE), 'dở dang\n')
    return await restoringExport(folder, target)
  },
  'export-sums': async ({ exported, target }) => {
    const folder = exported()
    change(join(folder, SUMS), (bytes) => Buffer.from(`rác\n${String(bytes)}`))
    return await restoringExport(folder, target)
  },
  'export-incomplete': async ({ exported, target }) => {
    const folder = exported()
    change(join(folder, SUMS), (bytes) => sumsWithout(bytes, (path) => path.startsWith(LEDGER_COPY)))
    return await restoringExport(folder, target)
  },
  'export-file': async ({ exported, target }) => {
    const folder = exported()
    harm(first(below(folder, '.').filter((path) => path.endsWith('.txt') && !path.includes('DOC-TRUOC'))))
    return await restoringExport(folder, target)
  },
  'export-file of a sheet': async ({ exported, target }) => {
    const folder = exported()
    harm(first(below(folder, '.').filter((path) => path.endsWith('.csv'))))
    return await restoringExport(folder, target)
  },
  'export-file-missing': async ({ exported, target }) => {
    const folder = exported()
    rmSync(first(below(folder, '.').filter((path) => path.endsWith('.txt') && !path.includes('DOC-TRUOC'))))
    return await restoringExport(folder, target)
  },
  'export-link': async ({ exported, source, target }) => {
    const folder = exported()
    const path = first(below(folder, LEDGER_COPY))
    rmSync(path)
    symlinkSync(first(below(source, 'ledger')), path)
    return await restoringExport(folder, target)
  },
  'export-mixed': async ({ exported, target }) => {
    const folder = exported()
    const last = below(folder, LEDGER_COPY).at(-1) ?? ''
    rmSync(last)
    change(join(folder, SUMS), (bytes) => sumsWithout(bytes, (path) => last.endsWith(path)))
    return await restoringExport(folder, target)
  },
  'ledger-line of an export': async ({ exported, target }) => {
    const folder = exported()
    const path = first(below(folder, LEDGER_COPY))
    const before = sha(readFileSync(path))
    harm(path)
    change(join(folder, SUMS), (bytes) => Buffer.from(String(bytes).replace(before, sha(readFileSync(path)))))
    return await restoringExport(folder, target)
  },
  'archive-newer of an export': async ({ exported, target }) => {
    const folder = exported()
    change(join(folder, FACTS), (bytes) => Buffer.from(String(bytes).replace(/"format":\s*\d+/, '"format":99')))
    return await restoringExport(folder, target)
  }
}

function sumsWithout(bytes: Buffer, gone: (path: string) => boolean): Buffer {
  const lines = String(bytes).split('\n')
  return Buffer.from(lines.filter((line) => !gone(line.slice(66).replace(/^\*/, ''))).join('\n'))
}
