import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CHANNELS } from '#contract/channels.ts'
import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'

/** All that the page can reach; nothing of Electron itself goes through. The list of keys is held by a test. */
const bridge = Object.freeze({
  call: (name: string, input: unknown) => ipcRenderer.invoke(CHANNELS.call, name, input),
  async stage(file: File) {
    // The path is asked of the file the person chose; the page itself can name none.
    const path = webUtils.getPathForFile(file)
    if (path) return ipcRenderer.invoke(CHANNELS.stagePath, file.name, path)
    return ipcRenderer.invoke(CHANNELS.stageBytes, file.name, await file.arrayBuffer())
  },
  bytes: (address: FileAddress) => ipcRenderer.invoke(CHANNELS.bytes, address),
  printPage: (report: unknown) => ipcRenderer.invoke(CHANNELS.printPage, report),
  listen(hear: (event: EngineEvent) => void) {
    const pass = (_: unknown, event: EngineEvent) => hear(event)
    ipcRenderer.on(CHANNELS.event, pass)
    return () => void ipcRenderer.removeListener(CHANNELS.event, pass)
  },
  chooseFolder: () => ipcRenderer.invoke(CHANNELS.chooseFolder),
  openFile: (address: FileAddress) => ipcRenderer.invoke(CHANNELS.openFile, address),
  dragFile: (address: FileAddress) => ipcRenderer.invoke(CHANNELS.dragFile, address)
})

contextBridge.exposeInMainWorld('vankho', bridge)
