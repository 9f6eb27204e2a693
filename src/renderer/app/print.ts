import { useState } from 'react'
import { CallError, type Client } from '#contract/client.ts'
import type { AskedReport } from '#contract/operations/registers.ts'
import type { InputOf } from '#contract/operations.ts'
import { printWords as words } from '../strings/print.ts'
import { useClient, useTransport } from '../transport/context.tsx'
import type { AppTransport } from '../transport/transport.ts'
import { useToasts } from './toasts.tsx'

export type { AskedReport } from '#contract/operations/registers.ts'
export type ReportFormat = InputOf<'report.file'>['format']

export function wholeReport(asked: AskedReport): InputOf<'report.html'> {
  return { from: null, to: null, documentId: null, ...asked }
}

let printing: HTMLIFrameElement | null = null

/** Opens the print view out of sight and hands it to the system's print dialog. */
export async function printReport(transport: AppTransport, asked: AskedReport): Promise<void> {
  const outcome = await transport.printPage(wholeReport(asked))
  if (!outcome.ok) throw new CallError(outcome)
  printing?.remove()
  const frame = document.createElement('iframe')
  printing = frame
  frame.title = outcome.value.title
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  Object.assign(frame.style, {
    position: 'fixed',
    right: '100%',
    bottom: '100%',
    width: '210mm',
    height: '297mm',
    border: '0'
  })
  frame.src = outcome.value.address
  await new Promise<void>((resolve, reject) => {
    frame.addEventListener('load', () => resolve(), { once: true })
    frame.addEventListener('error', () => reject(new Error('print view did not open')), { once: true })
    document.body.append(frame)
  })
  await frame.contentDocument?.fonts.ready
  const before = document.activeElement
  frame.contentWindow?.focus()
  frame.contentWindow?.print()
  // Keys pressed after it are for the screen, not for the sheet out of sight.
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  else window.focus()
  frame.blur()
}

/** Makes the file and hands it to the shell's download place; gives its name. */
export async function downloadReport(client: Client, asked: AskedReport, format: ReportFormat): Promise<string> {
  const file = await client.call('report.file', { report: wholeReport(asked), format })
  saveFile(file)
  return file.name
}

/** Hands a file the engine made to the shell's download place. */
export function saveFile(file: Readonly<{ name: string; mediaType: string; base64: string }>): void {
  const bytes = Uint8Array.from(atob(file.base64), (letter) => letter.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Printing and saving for screens; what goes wrong is said in a toast. */
export function usePrint() {
  const transport = useTransport()
  const client = useClient()
  const toasts = useToasts()
  const [busy, setBusy] = useState(false)
  const during = async (work: () => Promise<void>, failed: string) => {
    if (busy) return
    setBusy(true)
    try {
      await work()
    } catch (error) {
      toasts.failed(error, failed)
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    report: (asked: AskedReport) => during(() => printReport(transport, asked), words.notPrinted),
    save: (asked: AskedReport, format: ReportFormat) =>
      during(async () => toasts.done(words.saved(await downloadReport(client, asked, format))), words.notSaved)
  } as const
}
