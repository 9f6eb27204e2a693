import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'

/** For which machine a package is: as better-sqlite3 and npm name it. */
export type Target = 'win32-x64' | 'linux-x64'

type BuilderConfig = Readonly<{
  files: readonly string[]
  asarUnpack: readonly string[]
}>

type LockEntry = Readonly<{
  dependencies?: Readonly<Record<string, string>>
  optionalDependencies?: Readonly<Record<string, string>>
  os?: string | readonly string[]
  cpu?: string | readonly string[]
  libc?: string | readonly string[]
}>

export type AppFiles = Readonly<{
  /** Paths below the folder, with "/". */
  files: readonly string[]
  /** Packages the target needs that are not installed here. */
  missing: readonly string[]
}>

export const ROOT = join(import.meta.dirname, '..')

export function builderConfig(root = ROOT): BuilderConfig {
  return JSON.parse(readFileSync(join(root, 'electron-builder.json'), 'utf8')) as BuilderConfig
}

/**
 * What goes into a package: what the packager's own configuration names, and the packages the program runs with, less
 * what the same configuration leaves out. One list for the installer and for the portable archive.
 */
export function appFiles(root: string, target: Target, more: readonly string[] = []): AppFiles {
  const config = builderConfig()
  // The packager's own two placeholders. One list for all systems: a list of a system's own that only leaves out would
  // be read by the packager as "everything but".
  const [platform = '', arch = ''] = target.split('-')
  const patterns = config.files.map((one) => one.replace(/\$\{platform\}/, platform).replace(/\$\{arch\}/, arch))
  const wanted = [...patterns.filter((one) => !one.startsWith('!')), ...more]
  const left = patterns.filter((one) => one.startsWith('!')).map((one) => one.slice(1))
  const packages = productionPackages(root, target)
  const own = ['package.json', ...filesUnder(root, 'out'), ...filesUnder(root, 'resources')].filter((path) =>
    wanted.some((pattern) => matchesGlob(path, pattern))
  )
  const theirs = packages
    .filter((path) => existsSync(join(root, path)))
    .flatMap((path) => filesUnder(root, path).filter((file) => !file.slice(path.length).includes('/node_modules/')))
  return {
    files: [...own, ...theirs].filter((path) => !left.some((pattern) => matchesGlob(path, pattern))).sort(),
    missing: packages.filter(
      (path) => !existsSync(join(root, path)) && !left.some((one) => matchesGlob(`${path}/x`, one))
    )
  }
}

/** Folders of the packages the program runs with on the target, by the lock file; no compiler, no test, no screen's source. */
export function productionPackages(root: string, target: Target): readonly string[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, LockEntry>>
  }
  const found = new Set<string>()
  const visit = (from: string): void => {
    const { dependencies = {}, optionalDependencies = {} } = packages[from] ?? {}
    for (const name of [...Object.keys(dependencies), ...Object.keys(optionalDependencies)]) {
      const path = lookUp(packages, from, name)
      const entry = path === null ? undefined : packages[path]
      if (path === null || !entry || found.has(path) || !fits(entry, target)) continue
      found.add(path)
      visit(path)
    }
  }
  visit('')
  return [...found].sort()
}

/** As Node looks: beside the package, then upwards. */
function lookUp(packages: Readonly<Record<string, LockEntry>>, from: string, name: string): string | null {
  for (let folder = from; ; ) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (packages[path]) return path
    if (folder === '') return null
    const at = folder.lastIndexOf('/node_modules/')
    folder = at < 0 ? '' : folder.slice(0, at)
  }
}

function fits(entry: LockEntry, target: Target): boolean {
  const [os = '', cpu = ''] = target.split('-')
  const allows = (list: string | readonly string[] | undefined, value: string) =>
    list === undefined || [list].flat().includes(value)
  return allows(entry.os, os) && allows(entry.cpu, cpu) && (os !== 'linux' || allows(entry.libc, 'glibc'))
}

function filesUnder(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/')
    )
}
