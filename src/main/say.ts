import { type BrowserWindow, dialog } from 'electron'
import { words } from './words.ts'

/** A message of the desktop program itself: what happened, then what is safe and what to do. */
export function say(window: BrowserWindow | null, message: string, detail: string): void {
  const options = { type: 'info' as const, title: words.program, message, detail, buttons: [words.close], noLink: true }
  void (window && !window.isDestroyed() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options))
}
