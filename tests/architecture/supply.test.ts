import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Reliability.md S15: what comes from others, by the lock file alone, without a network. A fault that becomes known is
 * added to `MENDED`: from then on no refresh of the lock file slides back below the version that mends it.
 */
type Locked = Readonly<{
  version?: string
  integrity?: string
  resolved?: string
  license?: string
  hasInstallScript?: boolean
  link?: boolean
}>
const ROOT = join(import.meta.dirname, '../..')
const json = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, name), 'utf8')) as Record<string, Record<string, never>>
const locked = Object.entries(json('package-lock.json').packages as Record<string, Locked>).filter(
  ([path]) => path !== ''
)
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Package, the first version without the fault, and what it was. */
const MENDED: readonly (readonly [name: string, least: string, fault: string])[] = [
  ['pdfjs-dist', '6.2.108', 'CVE-2026-16633: a PDF runs its JavaScript'],
  ['mammoth', '1.11.0', 'CVE-2025-11849: a DOCX reads local files'],
  ['electron', '42.0.0', 'CVE-2026-70601 to 70604, and the V8 snapshot (CVE-2025-55305)'],
  ['better-sqlite3', '12.11.1', 'carries an SQLite that can lose a commit'],
  ['better-sqlite3-multiple-ciphers', '12.11.1', 'carries an SQLite that can lose a commit'],
  ['jszip', '3.8.0', 'CVE-2022-48285: names that climb out, CVE-2021-23413'],
  ['papaparse', '5.2.0', 'CVE-2020-36649: a CSV that takes for ever'],
  ['@xmldom/xmldom', '0.8.10', 'CVE-2022-39353, CVE-2022-37616'],
  ['underscore', '1.13.2', 'CVE-2021-23358'],
  ['fflate', '0.8.2', 'sizes of a ZIP believed'],
  ['node-fetch', '2.6.7', 'CVE-2022-0235'],
  ['pako', '1.0.11', 'CVE-2018-25032 in its kind'],
  ['vite', '8.0.0', 'files served from outside'],
  ['esbuild', '0.25.0', 'answers to any page']
]
/** Frozen with known holes, or unfit for what comes from strangers. */
const NEVER = ['xlsx', 'exceljs', 'request', 'unzip', 'node-serialize', 'event-stream', 'vm2', 'serialize-javascript']
/** Reviewed: what a package would run when it is installed. None is run (.npmrc). */
const INSTALL_SCRIPTS = ['tesseract.js']
/** May be handed on with the program; the copyleft ones by file, or by choice of the other licence. */
const LICENCES =
  /^\(?(?:MIT|ISC|Apache-2\.0|BSD(?:-[23]-Clause)?|0BSD|BlueOak-1\.0\.0|OFL-1\.1|MPL-2\.0|Unlicense|CC-BY-4\.0|Zlib|MIT OR GPL-3\.0-or-later)(?: (?:AND|OR) (?:MIT|Zlib|Apache-2\.0|OFL-1\.1))*\)?$/

describe('packages of others', () => {
  it('are none of those with a fault that is known', () => {
    const old = locked.flatMap(([path, { version = '' }]) => {
      const known = MENDED.find(([name]) => name === nameOf(path))
      return known && isOlder(version, known[1]) ? [`${path} ${version}: ${known[2]}`] : []
    })
    expect(old).toEqual([])
    expect(locked.map(([path]) => nameOf(path)).filter((name) => NEVER.includes(name))).toEqual([])
    // The list is about what is there.
    for (const name of ['pdfjs-dist', 'mammoth', 'electron', 'better-sqlite3', 'fflate', 'jszip']) {
      expect(
        locked.some(([path]) => nameOf(path) === name),
        name
      ).toBe(true)
    }
  })

  it('are each told by their hash, and none comes from a place of its own', () => {
    expect(
      locked.filter(([, one]) => !one.link && !/^sha512-/.test(one.integrity ?? '')).map(([path]) => path)
    ).toEqual([])
    expect(locked.filter(([, one]) => /^(?:git|file|http:)/.test(one.resolved ?? '')).map(([path]) => path)).toEqual([])
  })

  it('run nothing when they are installed', () => {
    expect(readFileSync(join(ROOT, '.npmrc'), 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const named = [...new Set(locked.filter(([, one]) => one.hasInstallScript).map(([path]) => nameOf(path)))]
    expect(named).toEqual(INSTALL_SCRIPTS)
  })

  it('may be handed on', () => {
    expect(
      locked
        .filter(([, { license }]) => !LICENCES.test(license ?? ''))
        .map(([path, { license }]) => `${path}: ${license}`)
    ).toEqual([])
  })

  it('are asked for by one version each', () => {
    const { dependencies, devDependencies, optionalDependencies } = json('package.json')
    const asked = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([])
  })

  it('are compared by number (the comparison itself)', () => {
    expect([
      isOlder('1.9.0', '1.11.0'),
      isOlder('1.11.0', '1.11.0'),
      isOlder('2.0.0', '1.11.0'),
      isOlder('6.2.107', '6.2.108')
    ]).toEqual([true, false, false, true])
  })
})

function isOlder(version: string, least: string): boolean {
  const [own, needed] = [version, least].map((one) => one.split(/[.-]/).map(Number))
  for (const [at, part] of (needed ?? []).entries()) {
    const found = own?.[at] ?? 0
    if (found !== part) return found < part
  }
  return false
}
