import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import { type Bounds, SMALLEST, USUAL } from './window-state.ts'

/** Electron checklist 2–4, 6, 8–11; spell checking would fetch dictionaries from the network. */
export const LOCKED: WebPreferences = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  plugins: false,
  spellcheck: false
}

export function windowOptions(
  preload: string,
  packaged: boolean,
  place: Partial<Bounds> = USUAL
): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#f3f1ec',
    webPreferences: { ...LOCKED, preload, devTools: !packaged }
  }
}

/** The hidden window a print view is made into a PDF in: no script, no preload. */
export function printWindowOptions(): BrowserWindowConstructorOptions {
  return { show: false, webPreferences: { ...LOCKED, javascript: false, devTools: false } }
}
