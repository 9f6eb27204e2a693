import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, session } from 'electron'
import { startHost } from '#archive/host.ts'
import { createPrintPages } from '#shell/print-pages.ts'
import { resourcesFolder, screensFolder, settingsFolder } from '#shell/program-folders.ts'
import { answerAppRequest, PRIVILEGES } from './app-protocol.ts'
import { startIpcHost } from './ipc-host.ts'
import { lockContents, lockSession } from './lock-down.ts'
import { OPENING_ADDRESS, SCHEME } from './own-address.ts'
import { electronPrinter } from './print-to-pdf.ts'
import { windowOptions } from './window-options.ts'

// Order of work only; each part is in a module of its own and looked at by tests/electron.
app.enableSandbox()
protocol.registerSchemesAsPrivileged(PRIVILEGES)
app.on('web-contents-created', (_event, contents) => lockContents(contents))

if (!app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', focusWindow)
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
}

function start(): void {
  Menu.setApplicationMenu(null)
  lockSession(session.defaultSession)
  const prints = createPrintPages()
  const screens = screensFolder()
  protocol.handle(SCHEME, (request) => answerAppRequest(request, { screens, prints }))
  const engine = startHost({
    shell: 'electron',
    version: app.getVersion(),
    settingsFolder: settingsFolder(),
    resourcesFolder: resourcesFolder(),
    printer: electronPrinter(prints),
    log: (error, where) => console.error(where, error)
  })
  startIpcHost(ipcMain, {
    engine,
    prints,
    send(channel, event) {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, event)
    },
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    }
  })
  closeEngineBeforeQuitting(() => engine.close())
  const window = new BrowserWindow(windowOptions(join(import.meta.dirname, '../preload/preload.cjs'), app.isPackaged))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(OPENING_ADDRESS)
}

/** The first wish to quit waits until the archive is closed in order. */
function closeEngineBeforeQuitting(close: () => Promise<void>): void {
  let closed = false
  app.on('before-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void close().finally(() => {
      closed = true
      app.quit()
    })
  })
}

function focusWindow(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window?.isMinimized()) window.restore()
  window?.focus()
}
