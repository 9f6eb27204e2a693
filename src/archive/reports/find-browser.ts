import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

type Surroundings = Readonly<{ env: NodeJS.ProcessEnv; platform: NodeJS.Platform; exists: (path: string) => boolean }>

const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'msedge']
/** Edge comes with Windows; Chrome where someone put it. */
const WINDOWS = [
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe'
]
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium'
]

/** An installed Chromium, Chrome or Edge; VANKHO_BROWSER names another. null: none is there. */
export function findBrowser(surroundings: Partial<Surroundings> = {}): string | null {
  const { env = process.env, platform = process.platform, exists = runnable } = surroundings
  const named = env.VANKHO_BROWSER
  if (named) return exists(named) ? named : null
  return placesOf(platform, env).find(exists) ?? null
}

function placesOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] {
  if (platform === 'win32') {
    const roots = [env['ProgramFiles(x86)'], env.ProgramFiles, env.LOCALAPPDATA].filter((one) => one !== undefined)
    return WINDOWS.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  if (platform === 'darwin') return MAC
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function runnable(path: string): boolean {
  if (!existsSync(path)) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
