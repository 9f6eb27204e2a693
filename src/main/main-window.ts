import { BrowserWindow, Menu, screen } from 'electron'
import { menuTemplate, textMenu } from './menu.ts'
import { OPENING_ADDRESS, ORIGIN } from './own-address.ts'
import { say } from './say.ts'
import { windowOptions } from './window-options.ts'
import { placeWindow, readWindowState, writeWindowState } from './window-state.ts'
import { words } from './words.ts'

/** Falls of the screens within one window's life after which they are not loaded again by themselves. */
const MOST_RELOADS = 3

export type MainWindow = Readonly<{
  go(path: string): void
  focus(): void
}>

/** The program's one window: where it was left, with its menus; a page that fell is loaded again. */
export function openMainWindow(
  options: Readonly<{ preload: string; packaged: boolean; version: string; stateFile: string }>
): MainWindow {
  const state = readWindowState(options.stateFile)
  const place = placeWindow(
    state,
    screen.getAllDisplays().map((display) => display.workArea)
  )
  const window = new BrowserWindow(windowOptions(options.preload, options.packaged, place))
  const { webContents } = window
  if (state?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    writeWindowState(options.stateFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  )
  let falls = 0
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || ++falls > MOST_RELOADS) return
    webContents.reload()
    say(window, words.screensRestarted, words.screensRestartedDetail)
  })
  webContents.on('context-menu', (_event, params) => {
    const items = textMenu(params)
    if (items) Menu.buildFromTemplate(items).popup({ window })
  })

  // An address asked for while another still loads takes its place, and that one's promise fails: nothing is wrong then.
  const load = (url: string): void => void window.loadURL(url).catch(() => {})
  // Only what stands after "#" changes: the page stays as it is and follows its own address.
  const go = (path: string): void => load(`${ORIGIN}/#${path}`)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({
        press: (key) => pressKey(webContents, key),
        go,
        about: () => say(window, words.about(options.version), words.aboutDetail)
      })
    )
  )
  load(OPENING_ADDRESS)
  return {
    go,
    focus() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    }
  }
}

/** "Ctrl+N" as pressed by hand: the page cannot tell it from the keyboard. */
function pressKey(contents: Electron.WebContents, key: string): void {
  const parts = key.split('+')
  const keyCode = parts.at(-1) ?? ''
  const modifiers = parts.includes('Ctrl') ? ['control' as const] : []
  for (const type of ['keyDown', 'keyUp'] as const) contents.sendInputEvent({ type, keyCode, modifiers })
}
