import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { OperationError, type Outcome } from '#contract/failures.ts'
import type { Printer } from './door.ts'
import type { FromThread, ThreadOptions, ToThread } from './thread-messages.ts'

/** The engine in a thread of its own, so that no long work of it holds a window or a socket up. */
const port = parentPort
if (port) {
  const { canPrint, ...options } = workerData as ThreadOptions
  // A thread does not share its program's: the next start finds the engine compiled, in a folder nobody else writes.
  enableCompileCache(join(options.settingsFolder, 'compiled'))
  const { createEngine } = await import('./engine.ts')
  const send = (message: FromThread): void => port.postMessage(message)
  const printing = new Map<number, { done(pdf: Uint8Array): void; failed(error: Error): void }>()
  let printed = 0

  const printer: Printer = (html) =>
    new Promise((done, failed) => {
      const seq = ++printed
      printing.set(seq, { done, failed })
      send({ type: 'print', seq, html })
    })

  const engine = createEngine({
    ...options,
    printer: canPrint ? printer : null,
    log: (error, where) =>
      send({ type: 'log', where, text: error instanceof Error ? (error.stack ?? '') : String(error) })
  })
  const listening = new Map<number, () => void>()

  const answer = async (message: ToThread): Promise<Outcome<unknown>> => {
    switch (message.type) {
      case 'call':
        return await engine.call(message.name, message.input, message.asker)
      case 'stage-path':
        return await engine.stage(message.name, { path: message.path }, message.asker)
      case 'stage-stream':
        return await engine.stage(message.name, { stream: message.stream }, message.asker)
      case 'locate':
        return await engine.locate(message.address, message.asker)
      case 'listen': {
        const { listener, asker } = message
        listening.set(
          listener,
          engine.listen((event) => send({ type: 'event', listener, event }), asker)
        )
        return { ok: true, value: null }
      }
      case 'unlisten':
        listening.get(message.listener)?.()
        listening.delete(message.listener)
        return { ok: true, value: null }
      case 'close':
        await engine.close()
        return { ok: true, value: null }
      case 'printed': {
        const waiting = printing.get(message.seq)
        printing.delete(message.seq)
        if (message.outcome.ok) waiting?.done(message.outcome.value)
        else waiting?.failed(new OperationError(message.outcome.code, message.outcome.detail))
        return { ok: true, value: null }
      }
    }
  }

  port.on('message', async (message: ToThread) => {
    const outcome = await answer(message)
    if (message.type === 'printed') return
    send({ type: 'answer', seq: message.seq, outcome })
    if (message.type === 'close') port.close()
  })
}
