import { spawn } from 'node:child_process'
import { findBrowser } from '#archive/reports/chromium-printer.ts'

/** Opens the address as an application window of the installed Chromium or Edge; false where there is no display or none of them. */
export async function openWindow(address: string, env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const browser = hasDisplay(env) ? findBrowser() : null
  if (!browser) return false
  return new Promise((resolve) => {
    const child = spawn(browser, [`--app=${address}`, '--no-first-run', '--no-default-browser-check'], {
      detached: true,
      stdio: 'ignore'
    })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  if (process.platform !== 'linux') return true
  return Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY)
}
