import type { ServerResponse } from 'node:http'
import type { EngineDoor } from '#archive/door.ts'
import type { Asker } from '#contract/operations/operation.ts'
import { DATA_POLICY, securityHeaders } from '#shell/policies.ts'
import { sendOutcome } from './reply.ts'

const HEARTBEAT = 15_000
const MOST_LISTENERS = 32
/** A window that reads nothing any more is let go before its events fill the memory. */
const MOST_BEHIND = 8 * 1024 * 1024

/** Server-sent events to every open window. */
export type EventStreams = Readonly<{ open(response: ServerResponse, asker: Asker): void; close(): void }>

export function createEventStreams(engine: Pick<EngineDoor, 'listen'>): EventStreams {
  const open = new Set<ServerResponse>()
  return {
    open(response, asker) {
      if (open.size >= MOST_LISTENERS) {
        sendOutcome(response, { ok: false, code: 'conflict', detail: {} }, 503)
        return
      }
      response.writeHead(200, { ...securityHeaders(DATA_POLICY), 'content-type': 'text/event-stream; charset=utf-8' })
      response.write(': \n\n')
      open.add(response)
      const stop = engine.listen((event) => send(`data: ${JSON.stringify(event)}\n\n`), asker)
      const beat = setInterval(() => send(': \n\n'), HEARTBEAT)
      beat.unref()
      function send(text: string): void {
        if (response.writableLength > MOST_BEHIND) response.destroy()
        else response.write(text)
      }
      response.on('error', () => {})
      response.once('close', () => {
        stop()
        clearInterval(beat)
        open.delete(response)
      })
    },
    close() {
      for (const response of open) response.end()
    }
  }
}
