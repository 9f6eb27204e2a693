import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Medium } from '#contract/operations/care.ts'
import { type KnownMedium, mediumIn } from './care-plan.ts'

/** Places where this machine shows its disks: a stick comes up under another one each time. */
export type Roots = () => readonly string[]

/** Where a medium is now: where it last lay, or under another root the same way down. */
export function findMedium(
  known: KnownMedium,
  roots: Roots = systemRoots
): { folder: string; presence: Medium['presence'] } {
  const here = mediumIn(known.folder)
  if (here === known.id) return { folder: known.folder, presence: 'present' }
  for (const candidate of elsewhere(known.folder, roots())) {
    if (mediumIn(candidate) === known.id) return { folder: candidate, presence: 'present' }
  }
  return { folder: known.folder, presence: here !== null || existsSync(known.folder) ? 'other' : 'absent' }
}

/** The same way down from each root, and each root itself. */
function elsewhere(folder: string, roots: readonly string[]): readonly string[] {
  const own =
    roots.filter((root) => folder.startsWith(root)).sort((a, b) => b.length - a.length)[0] ?? ROOT.exec(folder)?.[0]
  if (own === undefined) return []
  const way = folder.slice(own.length)
  return roots.filter((root) => root !== own).map((root) => join(root, way))
}

const ROOT = /^(?:[A-Za-z]:[\\/]|\/(?:run\/)?media\/[^/]+\/[^/]+|\/(?:mnt|Volumes)\/[^/]+)/

export function systemRoots(): readonly string[] {
  if (process.platform === 'win32') {
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`).filter((root) => existsSync(root))
  }
  return [...below('/media', 2), ...below('/run/media', 2), ...below('/mnt', 1), ...below('/Volumes', 1)]
}

function below(folder: string, depth: number): readonly string[] {
  try {
    const names = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory())
    const folders = names.map((one) => join(folder, one.name))
    return depth === 1 ? folders : folders.flatMap((one) => below(one, depth - 1))
  } catch {
    return []
  }
}

/** Two folders on one disk are lost together. */
export function onSameDisk(a: string, b: string): boolean {
  try {
    return statSync(a).dev === statSync(b).dev
  } catch {
    return false
  }
}

export function mediumState(archiveFolder: string, known: KnownMedium, roots?: Roots): Medium {
  const found = findMedium(known, roots)
  const sameDisk = found.presence === 'present' && onSameDisk(archiveFolder, found.folder)
  return { ...known, ...found, sameDisk }
}
