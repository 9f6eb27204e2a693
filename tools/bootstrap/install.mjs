import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { ROOT, runProgram, say } from './run.mjs'

const OLDEST = [20, 19]

/** `npm ci` when node_modules is missing or was made from another package-lock.json. */
export async function install() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
    throw new Error(`Node ${OLDEST.join('.')} or newer is needed; this is ${process.version}.`)
  }
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex')
  const stamp = join(ROOT, 'node_modules', '.van-kho-lock')
  if (isInstalled(lock, stamp)) return
  say('Installing dependencies (npm ci) …')
  const code = await npm([
    'ci',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--prefer-offline',
    '--no-audit',
    '--no-fund'
  ])
  if (code !== 0) throw new Error('npm ci failed; see above. Nothing else was done.')
  writeFileSync(stamp, lock)
}

function isInstalled(lock, stamp) {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lock
  // Installed by hand: npm leaves the lock it worked from.
  const installed = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(join(ROOT, 'package-lock.json')).mtimeMs)
    return false
  writeFileSync(stamp, lock)
  return true
}

/** npm as the one that runs this script, else the one on the path; its output to stderr, since stdout is the command's. */
function npm(args) {
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2], env: { ...process.env, NODE_ENV: 'development' } }
  const script = process.env.npm_execpath
  if (script?.endsWith('.js')) return runProgram(process.execPath, [script, ...args], options)
  return runProgram(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, {
    ...options,
    shell: process.platform === 'win32'
  })
}
