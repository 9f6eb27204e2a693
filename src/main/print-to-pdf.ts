import { BrowserWindow } from 'electron'
import type { Printer } from '#archive/door.ts'
import type { PrintPages } from '#shell/print-pages.ts'
import { PRINT_ADDRESS } from './own-address.ts'
import { printWindowOptions } from './window-options.ts'

/** Sheet sizes, margins and page numbers are the print view's own (`@page`). */
export function electronPrinter(prints: PrintPages): Printer {
  return async (html) => {
    const window = new BrowserWindow(printWindowOptions())
    const page = prints.put(html)
    try {
      await window.loadURL(`${PRINT_ADDRESS}${page}`)
      return await window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true
      })
    } finally {
      window.destroy()
      prints.drop(page)
    }
  }
}
