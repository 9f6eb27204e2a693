import type { ReadableStream } from 'node:stream/web'
import type { EngineDoor } from '#archive/door.ts'
import { readStored } from '#archive/vault/stored-file.ts'
import { CHANNELS } from '#contract/channels.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Failure, Outcome } from '#contract/failures.ts'
import { readFileAddress } from '#contract/file-address.ts'
import { isWithinDepth } from '#contract/limits.ts'
import type { OutputOf } from '#contract/operations.ts'
import { holdsFor, type PrintPages } from '#shell/print-pages.ts'
import type { ShellSession } from '#shell/shell-session.ts'
import type { OutsideFiles } from './outside-files.ts'
import { isOwnAddress, PRINT_ADDRESS } from './own-address.ts'

/** Of Electron's `IpcMainInvokeEvent` what the check looks at, and the window that asks. */
export type Sender = Readonly<{ senderFrame: Readonly<{ url: string; parent: unknown }> | null; sender?: unknown }>

/** Of Electron's `ipcMain` what the host needs; tests give a stand-in. */
export type IpcMain = Readonly<{
  handle(channel: string, answer: (event: Sender, ...args: unknown[]) => Promise<unknown>): void
}>

export type IpcHostOptions = Readonly<{
  engine: EngineDoor
  /** Who is signed in: one for the program, whatever windows it has. */
  session: ShellSession
  prints: PrintPages
  /** To every window of ours. */
  send(channel: string, event: unknown): void
  /** The system's folder dialog; null: none chosen. */
  chooseFolder(): Promise<string | null>
  outside: Pick<OutsideFiles, 'open' | 'copyForDrag'>
  /** Begins to drag a file out of the window that asked. */
  startDrag(from: unknown, path: string): void
}>

const BAD_INPUT: Failure = { ok: false, code: 'bad-input', detail: {} }
const NOT_ALLOWED: Failure = { ok: false, code: 'not-allowed', detail: {} }
const MOST_BYTES_HANDED = 200 * 1024 * 1024
const LONGEST_NAME = 400

/** The contract over IPC. Every channel answers with data, whoever asks and whatever is sent; none throws. */
export function startIpcHost(ipc: IpcMain, options: IpcHostOptions): () => void {
  const { engine, session } = options

  function handle(channel: string, answer: (...args: unknown[]) => Promise<unknown>): void {
    handleFrom(channel, (_sender, ...args) => answer(...args))
  }

  function handleFrom(channel: string, answer: (sender: unknown, ...args: unknown[]) => Promise<unknown>): void {
    ipc.handle(channel, async (event, ...args) => {
      if (!isOurs(event)) return NOT_ALLOWED
      try {
        return await answer(event.sender, ...args)
      } catch {
        return { ok: false, code: 'internal', detail: {} } satisfies Failure
      }
    })
  }

  handle(CHANNELS.call, async (name, input) => {
    if (typeof name !== 'string' || !isWithinDepth(input)) return BAD_INPUT
    return session.keep(name, await engine.call(name, input, session.asker()))
  })
  handle(CHANNELS.stagePath, async (name, path) => {
    if (!isName(name) || typeof path !== 'string' || path === '' || path.includes('\0')) return BAD_INPUT
    return engine.stage(name, { path }, session.asker())
  })
  handle(CHANNELS.stageBytes, async (name, bytes) => {
    if (!isName(name) || !(bytes instanceof ArrayBuffer) || bytes.byteLength > MOST_BYTES_HANDED) return BAD_INPUT
    const stream = new Blob([bytes]).stream() as ReadableStream<Uint8Array>
    return engine.stage(name, { stream }, session.asker())
  })
  handle(CHANNELS.bytes, async (asked) => {
    const address = readFileAddress(asked)
    return address ? readBytes(options, address) : BAD_INPUT
  })
  handle(CHANNELS.printPage, async (report) => {
    if (!isWithinDepth(report)) return BAD_INPUT
    const asker = session.asker()
    const holds = await holdsFor(engine, asker)
    const outcome = await engine.call('report.html', report, asker)
    if (!outcome.ok) return outcome
    const { title, html, rows } = outcome.value as OutputOf<'report.html'>
    return { ok: true, value: { address: `${PRINT_ADDRESS}${options.prints.put(html, holds)}`, title, rows } }
  })
  handle(CHANNELS.chooseFolder, options.chooseFolder)
  handle(CHANNELS.openFile, async (asked) => {
    const address = readFileAddress(asked)
    return address ? options.outside.open(address) : BAD_INPUT
  })
  handleFrom(CHANNELS.dragFile, async (sender, asked) => {
    const address = readFileAddress(asked)
    if (!address) return BAD_INPUT
    const copied = await options.outside.copyForDrag(address)
    if (!copied.ok) return copied
    options.startDrag(sender, copied.value)
    return { ok: true, value: null }
  })
  const hear = (event: EngineEvent) => options.send(CHANNELS.event, event)
  let stop = engine.listen(hear, session.asker())
  session.onChange(() => {
    stop()
    stop = engine.listen(hear, session.asker())
  })
  return () => stop()
}

/** Only the screens themselves, in the window's main frame (Electron checklist 17). */
export function isOurs(event: Sender): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name.trim() !== '' && name.length <= LONGEST_NAME
}

async function readBytes(
  { engine, session }: IpcHostOptions,
  address: Parameters<EngineDoor['locate']>[0]
): Promise<Outcome<ArrayBuffer>> {
  const found = await engine.locate(address, session.asker())
  if (!found.ok) return found
  try {
    const bytes = await readStored(found.value)
    return { ok: true, value: new Uint8Array(bytes).buffer }
  } catch {
    return { ok: false, code: 'io-error', detail: {} }
  }
}
