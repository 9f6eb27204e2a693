import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import { SEALING } from '#tests/support/encrypted.ts'
import { OFFICE } from '#tests/support/papers.ts'

/** Every archive of the fault suites is made and opened here. */
export async function makeArchive(folder: string, deps: ArchiveDeps = {}): Promise<OpenedArchive> {
  return await createArchive(folder, OFFICE, { ...QUIET, ...SEALING, ...deps })
}

export async function openIt(folder: string, deps: ArchiveDeps = {}): Promise<OpenedArchive> {
  return await openArchive(folder, { ...QUIET, ...SEALING, ...deps })
}

const QUIET: ArchiveDeps = { log: () => {} }

/** A new folder of this process's own place, which goes when it ends. */
export function newFolder(name = 'case-'): string {
  return mkdtempSync(join(tmpdir(), name))
}

export function copyTree(from: string, to: string = join(newFolder(), 'archive')): string {
  cpSync(from, to, { recursive: true })
  return to
}

export function removeTree(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}
