import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EngineDoor } from '#archive/door.ts'
import { createEngine } from '#archive/engine.ts'
import { CURRENT, type ProgramPlace } from '#archive/update/program-place.ts'
import { CHANNELS } from '#contract/channels.ts'
import type { FileAddress } from '#contract/client.ts'
import type { Outcome } from '#contract/failures.ts'
import { readFileAddress } from '#contract/file-address.ts'
import { createHttpTransport } from '#renderer/transport/http.ts'
import { startServer } from '#server/start-server.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { createShellSession } from '#shell/shell-session.ts'
import { standInIpc } from '#tests/support/stand-in-ipc.ts'

/** One way to the engine: the contract's calls and the two doors for bytes. */
export type Door = Readonly<{
  name: string
  /** Temporary; what the cases write lies below it. */
  folder: string
  call(name: string, input: unknown): Promise<Outcome<unknown>>
  stage(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<{ staged: string }>>
  bytes(address: FileAddress): Promise<Outcome<ArrayBuffer>>
  close(): Promise<void>
}>

/** All clocks stand still, so that equal work gives equal answers. */
const NOW = new Date('2026-11-24T02:00:00.000Z')

/** Each way with an engine of its own. */
export async function openDoors(): Promise<readonly Door[]> {
  return [directDoor(), await httpDoor(), ipcDoor()]
}

function directDoor(): Door {
  const { engine, folder, end } = newEngine()
  const who = createShellSession('direct')
  return {
    name: 'direct',
    folder,
    call: async (name, input) => who.keep(name, await engine.call(name, input, who.asker())),
    stage: (name, bytes) => engine.stage(name, { path: written(folder, bytes) }, who.asker()),
    async bytes(asked) {
      const address = readFileAddress(asked)
      if (!address) return { ok: false, code: 'bad-input', detail: {} }
      const found = await engine.locate(address, who.asker())
      if (!found.ok) return found
      return { ok: true, value: new Uint8Array(readFileSync(found.value.path)).buffer }
    },
    close: end
  }
}

async function httpDoor(): Promise<Door> {
  const { engine, folder, end } = newEngine()
  const server = await startServer({ engine, screens: folder })
  const transport = createHttpTransport(server.token, server.origin)
  return {
    name: 'http',
    folder,
    call: (name, input) => transport.call(name as never, input),
    async stage(name, bytes) {
      const response = await fetch(`${server.origin}/api/stage?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { 'x-vankho-token': server.token, 'content-type': 'application/octet-stream' },
        body: bytes
      })
      return (await response.json()) as Outcome<{ staged: string }>
    },
    bytes: (address) => transport.bytes(address),
    async close() {
      await server.close()
      await end()
    }
  }
}

function ipcDoor(): Door {
  const { engine, folder, end } = newEngine()
  const ipc = standInIpc(engine)
  return {
    name: 'ipc',
    folder,
    call: (name, input) => ipc.invoke(CHANNELS.call, name, input) as Promise<Outcome<unknown>>,
    stage: (name, bytes) => ipc.invoke(CHANNELS.stageBytes, name, bytes.buffer) as Promise<Outcome<{ staged: string }>>,
    bytes: (address) => ipc.invoke(CHANNELS.bytes, address) as Promise<Outcome<ArrayBuffer>>,
    async close() {
      ipc.stop()
      await end()
    }
  }
}

function newEngine(): { engine: EngineDoor; folder: string; end: () => Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-contract-'))
  const engine = createEngine({
    program: twoVersions(join(folder, 'program')),
    shell: 'direct',
    version: 'test',
    settingsFolder: join(folder, 'settings'),
    resourcesFolder: resourcesFolder(),
    printer: null,
    passwordCost: 2 ** 10,
    now: () => NOW,
    log: (error, where) => console.error(where, error)
  })
  return {
    engine,
    folder,
    async end() {
      await engine.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    }
  }
}

/** A portable program with the version before it, so that there is one to go back to. */
function twoVersions(folder: string): ProgramPlace {
  for (const version of ['0.1.0', '0.2.0']) mkdirSync(join(folder, version, 'app'), { recursive: true })
  writeFileSync(join(folder, CURRENT), '0.2.0')
  return { folder, version: '0.2.0' }
}

function written(folder: string, bytes: Uint8Array): string {
  const path = join(folder, 'handed-in')
  writeFileSync(path, bytes)
  return path
}
