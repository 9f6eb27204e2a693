import type { EngineDoor } from '#archive/door.ts'
import { type Sender, startIpcHost } from '#main/ipc-host.ts'
import { createPrintPages } from '#shell/print-pages.ts'
import { createShellSession } from '#shell/shell-session.ts'

export const OUR_FRAME: Sender = { senderFrame: { url: 'app://vankho/#/tim-kiem', parent: null } }

export type StandInIpc = Readonly<{
  channels(): Iterable<string>
  invoke(channel: string, ...args: unknown[]): Promise<unknown>
  invokeFrom(sender: Sender, channel: string, ...args: unknown[]): Promise<unknown>
  sent: [channel: string, event: unknown][]
  /** Copies that were begun to be dragged. */
  dragged: string[]
  stop(): void
}>

/** The IPC host over a stand-in of Electron's `ipcMain` that copies what goes through as Electron does. */
export function standInIpc(engine: EngineDoor): StandInIpc {
  const handlers = new Map<string, (event: Sender, ...args: unknown[]) => Promise<unknown>>()
  const sent: [string, unknown][] = []
  const dragged: string[] = []
  const stop = startIpcHost(
    { handle: (channel, answer) => void handlers.set(channel, answer) },
    {
      engine,
      session: createShellSession('electron'),
      prints: createPrintPages(),
      send: (channel, event) => void sent.push([channel, structuredClone(event)]),
      chooseFolder: async () => '/chosen',
      outside: {
        open: async () => ({ ok: true, value: null }),
        copyForDrag: async () => ({ ok: true, value: '/copies/a.pdf' })
      },
      startDrag: (_from, path) => void dragged.push(path)
    }
  )
  async function invokeFrom(sender: Sender, channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = handlers.get(channel)
    if (!handler) throw new Error(`no handler registered for '${channel}'`)
    return structuredClone(await handler(sender, ...structuredClone(args)))
  }
  return {
    channels: () => handlers.keys(),
    invoke: (channel, ...args) => invokeFrom(OUR_FRAME, channel, ...args),
    invokeFrom,
    sent,
    dragged,
    stop
  }
}
