import type { EngineDoor } from '#archive/door.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Asker } from '#contract/operations/operation.ts'

/** More falls than this within `WITHIN` milliseconds: starting anew helps no longer. */
const MOST_FALLS = 3
const WITHIN = 60_000

export type LastingEngineOptions = Readonly<{
  /** Starts an engine; `gone` is called when its thread has ended without being asked to. */
  start(gone: () => void): EngineDoor
  /** As whom the archive is opened again: nobody is signed in then. */
  asker: Asker
  /** It runs again; `reopened`: the archive that was open is open again (or none was). */
  restarted(reopened: boolean): void
  gaveUp(): void
  now?: () => number
}>

/**
 * A door whose engine is started again when its thread falls (out of memory, a fault of the database's module), with the
 * archive that was open. Questions asked meanwhile wait; those under way are answered as failed, for nobody knows what
 * became of them.
 */
export function lastingEngine(options: LastingEngineOptions): EngineDoor {
  const now = options.now ?? (() => performance.now())
  const hearers = new Map<(event: EngineEvent) => void, { asker: Asker; stop(): void }>()
  const falls: number[] = []
  let folder: string | null = null
  let closing = false
  let door = begin()
  let ready: Promise<void> = Promise.resolve()

  function begin(): EngineDoor {
    const begun = options.start(() => {
      if (!closing) fallen()
    })
    begun.listen((event) => {
      if (event.type === 'archive') folder = event.state.open ? event.state.folder : null
    }, options.asker)
    for (const [hear, one] of hearers) one.stop = begun.listen(hear, one.asker)
    return begun
  }

  function fallen(): void {
    falls.push(now())
    while (falls[0] !== undefined && falls[0] < now() - WITHIN) falls.shift()
    if (falls.length > MOST_FALLS) {
      options.gaveUp()
      return
    }
    const open = folder
    door = begin()
    const begun = door
    ready = reopen(begun, open).then((reopened) => {
      if (door === begun) options.restarted(reopened)
    })
  }

  async function reopen(begun: EngineDoor, open: string | null): Promise<boolean> {
    if (open === null) return true
    // Should it fall again while opening, it is this archive that has to be opened then.
    folder = open
    return (await begun.call('archive.open', { folder: open }, options.asker)).ok
  }

  return {
    async call(name, input, asker) {
      await ready
      return await door.call(name, input, asker)
    },
    async stage(name, source, asker) {
      await ready
      return await door.stage(name, source, asker)
    },
    async locate(address, asker) {
      await ready
      return await door.locate(address, asker)
    },
    listen(hear, asker) {
      const one = { asker, stop: door.listen(hear, asker) }
      hearers.set(hear, one)
      return () => {
        one.stop()
        hearers.delete(hear)
      }
    },
    async close() {
      closing = true
      await ready
      await door.close()
      hearers.clear()
    }
  }
}
