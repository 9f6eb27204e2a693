import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/**
 * Each rule of design §1 is broken on purpose in a copy of the project, and the gate must say so: a gate that sees
 * nothing passes too (style.md §4).
 */
const ROOT = join(import.meta.dirname, '../..')
const LAYERS = ['domain', 'contract', 'archive', 'shell', 'server', 'cli', 'main', 'preload', 'renderer']
const copy = mkdtempSync(join(tmpdir(), 'vankho-layers-'))
const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome')

beforeAll(() => {
  for (const name of ['src', 'package.json', 'biome.json', 'tsconfig.base.json', '.gitignore'])
    cpSync(join(ROOT, name), join(copy, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  execFileSync('git', ['init', '-q'], { cwd: copy })
  // The layers alone, each with one file per planted violation; their own sources stay as what is imported.
  writeFileSync(
    join(copy, 'tsconfig.json'),
    JSON.stringify({ files: [], references: LAYERS.map((layer) => ({ path: `./src/${layer}` })) })
  )
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

/** Which gate must speak, the layer, and the offending line. */
const FOR_THE_COMPILER: readonly (readonly [layer: string, what: string, code: string])[] = [
  ['domain', 'the contract', "import type { Outcome } from '#contract/failures.ts'\nexport type X = Outcome<1>"],
  ['domain', 'the engine', "import type { EngineDoor } from '#archive/door.ts'\nexport type X = EngineDoor"],
  ['domain', 'Node', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync('x')"],
  ['domain', 'the process', 'export const x = process.env'],
  ['domain', 'the DOM', 'export const x = document.title'],
  ['domain', 'the console', 'export function x(): void {\n  console.log(1)\n}'],
  ['contract', 'the engine', "import type { EngineDoor } from '#archive/door.ts'\nexport type X = EngineDoor"],
  ['contract', 'Node', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync('x')"],
  ['contract', 'the DOM', 'export const x = document.title'],
  ['archive', 'the DOM', 'export const x = document.title'],
  ['archive', 'a shell', "import { startServer } from '#server/start-server.ts'\nexport const x = startServer"],
  ['archive', 'the screens', "import { App } from '#renderer/app/app.tsx'\nexport const x = App"],
  [
    'archive',
    'what shells share',
    "import { programFolder } from '#shell/program-folders.ts'\nexport const x = programFolder"
  ],
  ['shell', 'the engine', "import type { EngineDoor } from '#archive/door.ts'\nexport type X = EngineDoor"],
  ['server', 'the command line', "import { EXIT } from '#cli/exit-codes.ts'\nexport const x = EXIT"],
  ['server', 'the screens', "import { App } from '#renderer/app/app.tsx'\nexport const x = App"],
  ['main', 'the loopback shell', "import { startServer } from '#server/start-server.ts'\nexport const x = startServer"],
  ['main', 'the DOM', 'export const x = document.title'],
  ['cli', 'the Electron shell', "import { SCHEME } from '#main/own-address.ts'\nexport const x = SCHEME"],
  ['renderer', 'the engine', "import type { EngineDoor } from '#archive/door.ts'\nexport type X = EngineDoor"],
  ['renderer', 'Node', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync('x')"],
  ['renderer', 'the process', 'export const x = process.env']
]

const FOR_THE_LINTER: readonly (readonly [layer: string, what: string, code: string])[] = [
  ['domain', 'any package', "import { z } from 'zod'\nexport const x = z"],
  ['domain', 'Node', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync('x')"],
  ['contract', 'another package', "import MiniSearch from 'minisearch'\nexport const x = MiniSearch"],
  ['archive', 'zod', "import { z } from 'zod'\nexport const x = z"],
  ['archive', 'Electron', "import { app } from 'electron'\nexport const x = app"],
  ['archive', 'React', "import { useState } from 'react'\nexport const x = useState"],
  ['archive', 'a server', "import { createServer } from 'node:http'\nexport const x = createServer"],
  ['shell', 'Electron', "import { app } from 'electron'\nexport const x = app"],
  ['server', 'the database', "import Database from 'better-sqlite3'\nexport const x = Database"],
  ['server', 'Electron', "import { app } from 'electron'\nexport const x = app"],
  ['cli', 'the database', "import Database from 'better-sqlite3'\nexport const x = Database"],
  ['main', 'a server', "import { createServer } from 'node:http'\nexport const x = createServer"],
  ['preload', 'Node', "import { readFileSync } from 'node:fs'\nexport const x = readFileSync('x')"],
  ['preload', 'the engine', "import type { EngineDoor } from '#archive/door.ts'\nexport type X = EngineDoor"],
  ['renderer', 'the database', "import Database from 'better-sqlite3'\nexport const x = Database"],
  ['renderer', 'Electron', "import { ipcRenderer } from 'electron'\nexport const x = ipcRenderer"],
  ['renderer', 'zod', "import { z } from 'zod'\nexport const x = z"],
  ['domain', 'a default export', 'export default 1'],
  ['archive', 'an any', 'export const x: any = 1'],
  ['archive', 'a silenced error', '// @ts-ignore\nexport const x: string = 1']
]

function plant(list: typeof FOR_THE_COMPILER, index: number): string {
  const [layer = '', , code = ''] = list[index] ?? []
  const folder = join(copy, 'src', layer, 'planted')
  mkdirSync(folder, { recursive: true })
  const name = `${list === FOR_THE_COMPILER ? 'compiler' : 'linter'}-${index}.ts`
  writeFileSync(join(folder, name), `${code}\n`)
  return `src/${layer}/planted/${name}`
}

/** The path as the tools print it, whatever slashes. */
function says(output: string, path: string): boolean {
  return output.replaceAll('\\', '/').includes(path)
}

describe('planted violations', () => {
  it('each layer rule breaks the compiler’s gate', () => {
    const planted = FOR_THE_COMPILER.map((_, index) => plant(FOR_THE_COMPILER, index))
    const { stdout, status } = spawnSync(process.execPath, [tsc, '-b', '--pretty', 'false'], {
      cwd: copy,
      encoding: 'utf8',
      maxBuffer: 1 << 26
    })
    expect(status).not.toBe(0)
    const missed = FOR_THE_COMPILER.filter((_, index) => !says(stdout, `${planted[index]}(`)).map(
      ([layer, what]) => `${layer}: ${what}`
    )
    expect(missed).toEqual([])
  }, 300_000)

  it('each package rule breaks the linter’s gate', () => {
    const planted = FOR_THE_LINTER.map((_, index) => plant(FOR_THE_LINTER, index))
    const { stdout } = spawnSync(
      process.execPath,
      [biome, 'lint', '--max-diagnostics=none', '--diagnostic-level=error', '--reporter=github', ...planted],
      { cwd: copy, encoding: 'utf8', maxBuffer: 1 << 26 }
    )
    const missed = FOR_THE_LINTER.filter((_, index) => !says(stdout, planted[index] ?? '')).map(
      ([layer, what]) => `${layer}: ${what}`
    )
    expect(missed).toEqual([])
  }, 60_000)
})

describe('every layer is placed', () => {
  it('has a tsconfig that the gate names, and no folder stands outside', () => {
    const folders = readdirSync(join(ROOT, 'src')).sort()
    expect(folders).toEqual([...LAYERS].sort())
    const solution = JSON.parse(readFileSync(join(ROOT, 'tsconfig.json'), 'utf8')) as { references: { path: string }[] }
    const listed = solution.references.map(({ path }) => path)
    for (const folder of folders) {
      expect(listed).toContain(`./src/${folder}`)
      const own = JSON.parse(readFileSync(join(ROOT, 'src', folder, 'tsconfig.json'), 'utf8')) as {
        extends: string
        compilerOptions: object
        references?: { path: string }[]
      }
      expect(own.extends).toBe('../../tsconfig.base.json')
      expect(Object.keys(own.compilerOptions)).not.toEqual(expect.arrayContaining(['strict']))
      expect(own.references?.map(({ path }) => path.replace('../', '')).sort() ?? [], folder).toEqual(
        ALLOWED[folder]?.toSorted()
      )
    }
  })
})

/** Design §1, and `shell`: what the window shells share. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  contract: ['domain'],
  archive: ['domain', 'contract'],
  shell: ['domain', 'contract'],
  server: ['domain', 'contract', 'archive', 'shell'],
  cli: ['domain', 'contract', 'archive', 'server', 'shell'],
  main: ['domain', 'contract', 'archive', 'shell'],
  preload: ['domain', 'contract'],
  renderer: ['domain', 'contract']
}
