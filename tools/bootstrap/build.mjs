import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, runNode, say } from './run.mjs'

/** Builds the screens unless they were built from these very sources. */
export async function buildScreens() {
  const sources = ['src/renderer', 'src/domain', 'src/contract', 'vite.config.ts', 'package-lock.json']
  await buildFrom('screens', sources, 'out/renderer/index.html', 'node_modules/vite/bin/vite.js')
}

/** Builds Electron's main process and preload; needed for nothing else. */
export async function buildShell() {
  const sources = [
    'src/main',
    'src/preload',
    'src/archive',
    'src/shell',
    'src/domain',
    'src/contract',
    'electron.vite.config.ts'
  ]
  await buildFrom(
    'shell',
    [...sources, 'package-lock.json'],
    'out/main/index.js',
    'node_modules/electron-vite/bin/electron-vite.js'
  )
  return 0
}

async function buildFrom(name, sources, result, program) {
  const hash = hashOf(sources)
  const stamp = join(ROOT, 'out', `.${name}-sources`)
  const made = existsSync(join(ROOT, result)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash
  if (made) return
  say(`Building the ${name} …`)
  const code = await runNode([program, 'build', '--logLevel', 'warn'], { cwd: ROOT, stdio: ['ignore', 2, 2] })
  if (code !== 0) throw new Error(`The ${name} could not be built; see above.`)
  mkdirSync(join(ROOT, 'out'), { recursive: true })
  writeFileSync(stamp, hash)
}

/** Over names and contents: times say nothing after a clone. */
function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(join(ROOT, file)))
  return hash.digest('hex')
}

function filesUnder(path) {
  const full = join(ROOT, path)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`))
}
