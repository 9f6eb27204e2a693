import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Office } from '#contract/operations/archive.ts'
import { OFFICE } from './papers.ts'

export { CLERK, fileBytes, fileForm, fileText, formOf, OFFICE } from './papers.ts'

/** A folder that goes when the test ends. */
export function tempFolder(name = 'van-kho-'): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export type TempArchive = Readonly<{
  archive: OpenedArchive
  folder: string
  /** Every event the archive pushed so far. */
  events: readonly EngineEvent[]
  /** Closes it and opens it again, as another start of the program would. */
  reopen(deps?: ArchiveDeps): Promise<OpenedArchive>
}>

/** A new archive in a temporary folder; closed and removed when the test ends. */
export async function tempArchive(
  options: Readonly<{ office?: Partial<Office>; deps?: ArchiveDeps }> = {}
): Promise<TempArchive> {
  const folder = join(tempFolder(), 'archive')
  const events: EngineEvent[] = []
  const base: ArchiveDeps = { emit: (event) => void events.push(event), log: (error) => console.error(error) }
  let archive = await createArchive(folder, { ...OFFICE, ...options.office }, { ...base, ...options.deps })
  onTestFinished(() => archive.close())
  return {
    get archive() {
      return archive
    },
    folder,
    events,
    async reopen(deps) {
      await archive.close()
      archive = await openArchive(folder, { ...base, ...options.deps, ...deps })
      return archive
    }
  }
}
