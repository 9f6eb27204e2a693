import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { EngineDoor } from '#archive/door.ts'
import { startServer } from '#server/start-server.ts'
import { screensFolder } from '#shell/program-folders.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'
import { openWindow } from './open-window.ts'
import { words } from './words.ts'

export type Serving = Readonly<{ screens: string | null; port: number; open: boolean }>

/** Serves the engine on this machine until Ctrl+C (or the parent's SIGTERM), then closes it in order. */
export async function serveArchive(engine: EngineDoor, io: Io, options: Serving): Promise<ExitCode> {
  const screens = options.screens ? resolve(options.screens) : screensFolder()
  if (!existsSync(join(screens, 'index.html'))) {
    io.note(words.noScreens)
    return EXIT.error
  }
  const server = await startServer({ engine, screens, port: options.port })
  const opened = options.open && (await openWindow(server.address))
  if (io.json) io.data({ address: server.address, port: server.port, opened })
  else {
    io.out(opened ? words.opened : words.serving)
    io.out(server.address)
  }
  await interrupted()
  await server.close()
  io.note(words.stopped)
  return EXIT.ok
}

function interrupted(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
  })
}
