import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildIn } from './build-in.ts'
import { linkedCopy } from './linked-copy.ts'

/** Works on a copy of one built archive, in a folder that is gone afterwards; with `keep` the build itself stays for the next time. */
export async function onArchiveCopy<T>(
  options: Readonly<{ documents: number; seed: number; keep: string | undefined }>,
  work: (archive: string, folder: string) => Promise<T>
): Promise<T> {
  const folder = mkdtempSync(join(options.keep ? resolve(options.keep, '..') : tmpdir(), 'vankho-copy-'))
  const keep = options.keep ? resolve(options.keep) : join(folder, 'kept')
  try {
    mkdirSync(keep, { recursive: true })
    const kept = buildIn(keep, 'archive', options.documents, options.seed)
    if (typeof kept.built === 'string') throw new Error(kept.built)
    const archive = join(folder, 'archive')
    linkedCopy(join(kept.folder, 'archive'), archive)
    return await work(archive, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
