import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, nativeImage, protocol, session, shell, type WebContents } from 'electron'
import type { EngineDoor } from '#archive/door.ts'
import { startHost } from '#archive/host.ts'
import { readSettings } from '#archive/settings/settings.ts'
import { createPrintPages, type PrintPages } from '#shell/print-pages.ts'
import { resourcesFolder, screensFolder, settingsFolder } from '#shell/program-folders.ts'
import { createShellSession } from '#shell/shell-session.ts'
import { answerAppRequest, PRIVILEGES } from './app-protocol.ts'
import { DRAG_ICON } from './drag-icon.ts'
import { createHandOver, filesOfArguments } from './handed-files.ts'
import { startIpcHost } from './ipc-host.ts'
import { lastingEngine } from './lasting-engine.ts'
import { isProbed, lockContents, lockSession, lockSwitches } from './lock-down.ts'
import { type MainWindow, openMainWindow } from './main-window.ts'
import { outsideFiles } from './outside-files.ts'
import { QUEUE_PATH, SCHEME } from './own-address.ts'
import { electronPrinter } from './print-to-pdf.ts'
import { say } from './say.ts'
import { words } from './words.ts'

// Order of work only; each part is in a module of its own and looked at by tests/electron.
app.enableSandbox()
lockSwitches(app.commandLine)
protocol.registerSchemesAsPrivileged(PRIVILEGES)
app.on('web-contents-created', (_event, contents) => lockContents(contents))

const handed = createHandOver()
const who = createShellSession('electron')
let mainWindow: MainWindow | null = null

if ((app.isPackaged && isProbed(app.commandLine)) || !app.requestSingleInstanceLock()) app.quit()
else {
  app.on('second-instance', (_event, argv, folder) => {
    mainWindow?.focus()
    handed.add(filesOfArguments(argv, folder, app.isPackaged))
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    handed.add([path])
  })
  app.on('window-all-closed', () => app.quit())
  handed.add(filesOfArguments(process.argv, process.cwd(), app.isPackaged))
  void app.whenReady().then(start)
}

async function start(): Promise<void> {
  lockSession(session.defaultSession)
  const prints = createPrintPages()
  const screens = screensFolder()
  protocol.handle(SCHEME, (request) => answerAppRequest(request, { screens, prints }))
  const engine = startEngine(prints)
  const outside = outsideFiles(engine, who.asker, {
    folder: join(tmpdir(), `van-kho-${process.pid}`),
    openPath: (path) => shell.openPath(path)
  })
  startIpcHost(ipcMain, {
    engine,
    session: who,
    prints,
    outside,
    send(channel, event) {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, event)
    },
    async chooseFolder() {
      const { filePaths } = await dialog.showOpenDialog({ properties: ['openDirectory', 'createDirectory'] })
      return filePaths[0] ?? null
    },
    startDrag: (from, file) => (from as WebContents).startDrag({ file, icon: nativeImage.createFromDataURL(DRAG_ICON) })
  })
  closeInOrder(async () => {
    await engine.close()
    await outside.clear()
  })
  await openUsualArchive(engine)
  mainWindow = openMainWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    packaged: app.isPackaged,
    version: app.getVersion(),
    stateFile: join(settingsFolder(), 'window.json')
  })
  handed.connect({
    engine,
    asker: who.asker,
    shown: () => mainWindow?.go(QUEUE_PATH),
    refused: (names) => say(anyWindow(), words.filesNotTaken(names.length), words.filesNotTakenDetail(names.join(', ')))
  })
}

function startEngine(prints: PrintPages): EngineDoor {
  const options = {
    shell: 'electron',
    version: app.getVersion(),
    settingsFolder: settingsFolder(),
    resourcesFolder: resourcesFolder(),
    printer: electronPrinter(prints),
    log: (error: unknown, where: string) => console.error(where, error)
  } as const
  return lastingEngine({
    start: (gone) => startHost(options, gone),
    asker: who.asker(),
    restarted(reopened) {
      if (reopened) say(anyWindow(), words.engineRestarted, words.engineRestartedDetail)
      else say(anyWindow(), words.engineNotReopened, words.engineNotReopenedDetail)
    },
    gaveUp: () => say(anyWindow(), words.engineGaveUp, words.engineGaveUpDetail)
  })
}

/** The office's own archive is opened before the window is; where it cannot be, the first screen says so and asks. */
async function openUsualArchive(engine: EngineDoor): Promise<void> {
  const folder = readSettings(settingsFolder()).defaultFolder
  if (folder !== null) await engine.call('archive.open', { folder }, who.asker())
}

/** The first wish to quit waits until the archive is closed in order. */
function closeInOrder(close: () => Promise<void>): void {
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

function anyWindow(): BrowserWindow | null {
  return BrowserWindow.getAllWindows()[0] ?? null
}
