import { rm } from 'node:fs/promises'
import type { IntakeRecord } from './intake-items.ts'

type Queue = { records: Map<string, IntakeRecord>; sorted: readonly IntakeRecord[] | null; leaving: Set<Promise<void>> }

/**
 * What waits, by the archive's folder: read from the disk once for each opening and kept true by every change. The lock
 * sees to it that nobody else changes it; five thousand waiting files are not read again at each look.
 */
const queues = new Map<string, Queue>()

export function queueOf(folder: string, load: () => readonly IntakeRecord[]): Queue {
  const known = queues.get(folder)
  if (known) return known
  const made: Queue = {
    records: new Map(load().map((record) => [record.id, record])),
    sorted: null,
    leaving: new Set()
  }
  queues.set(folder, made)
  return made
}

/** In order of arrival; those handed in together as they were handed in. */
export function sortedQueue(queue: Queue): readonly IntakeRecord[] {
  queue.sorted ??= [...queue.records.values()].sort(byArrival)
  return queue.sorted
}

function byArrival(a: IntakeRecord, b: IntakeRecord): number {
  if (a.receivedAt !== b.receivedAt) return a.receivedAt < b.receivedAt ? -1 : 1
  return (a.turn ?? 0) - (b.turn ?? 0) || (a.id < b.id ? -1 : 1)
}

export function putInQueue(queue: Queue, record: IntakeRecord): void {
  queue.records.set(record.id, record)
  queue.sorted = null
}

export function takeFromQueue(queue: Queue, id: string): void {
  queue.records.delete(id)
  queue.sorted = null
}

/** Removes what is left of an item in its own time: it is no item any more. */
export function removeLater(queue: Queue, path: string): void {
  const going = rm(path, { recursive: true, force: true }).catch(() => {}) // the next opening sweeps it
  queue.leaving.add(going)
  void going.then(() => queue.leaving.delete(going))
}

export function forgetQueue(folder: string): void {
  queues.delete(folder)
}

/** Comes when nothing is being removed any more; the archive is closing. */
export async function leaveQueue(folder: string): Promise<void> {
  await Promise.all(queues.get(folder)?.leaving ?? [])
  queues.delete(folder)
}
