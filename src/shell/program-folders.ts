import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** The program's own folder: the nearest one above this module with a package.json, from sources and from the bundle alike. */
export function programFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json not found above the program')
    folder = parent
  }
  return folder
}

/** `resources/`: the sample archive's sources and what else is read at run time. */
export function resourcesFolder(): string {
  return join(programFolder(), 'resources')
}

/** The built screens. */
export function screensFolder(): string {
  return join(programFolder(), 'out', 'renderer')
}

/** Where the list of archives is kept, by each system's custom; one for all shells of a person. VANKHO_SETTINGS: another place. */
export function settingsFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform
): string {
  if (env.VANKHO_SETTINGS) return env.VANKHO_SETTINGS
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'VanKho')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'VanKho')
  return join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'van-kho')
}
