import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pinnedNode, ROOT, say } from './run.mjs'

const FETCH_SECONDS = 60
const TRY_AGAIN_AFTER = 24 * 3600_000

/** Where Electron's program is, fetching it once in a while where it is not; or why it is not used. */
export async function electronBinary() {
  if (process.env.VANKHO_NO_ELECTRON) return { path: null, why: 'VANKHO_NO_ELECTRON is set' }
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    return { path: null, why: 'there is no display' }
  }
  if (process.getuid?.() === 0) return { path: null, why: 'its sandbox does not run as root' }
  const folder = join(ROOT, 'node_modules', 'electron')
  const path = join(folder, 'dist', process.platform === 'win32' ? 'electron.exe' : 'electron')
  if (existsSync(path)) return { path, why: null }
  const tried = join(ROOT, 'node_modules', '.van-kho-electron-tried')
  if (existsSync(tried) && Date.now() - Number(readFileSync(tried, 'utf8')) < TRY_AGAIN_AFTER) {
    return { path: null, why: 'its program could not be fetched lately' }
  }
  say(`Fetching Electron's program (at most ${FETCH_SECONDS} seconds; VANKHO_NO_ELECTRON=1 leaves this out) …`)
  writeFileSync(tried, String(Date.now()))
  spawnSync(pinnedNode(), [join(folder, 'install.js')], { timeout: FETCH_SECONDS * 1000, stdio: 'ignore' })
  return existsSync(path) ? { path, why: null } : { path: null, why: 'its program could not be fetched' }
}
