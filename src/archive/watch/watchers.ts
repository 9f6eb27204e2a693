import type { ArchiveContext } from '../archive-context.ts'
import { createWatcher, type Watcher } from './watcher.ts'

const watchers = new WeakMap<ArchiveContext, Watcher>()

/** The watcher of an open archive, made when first asked for. */
export function watcherOf(archive: ArchiveContext): Watcher {
  const known = watchers.get(archive)
  if (known) return known
  const made = createWatcher(archive)
  watchers.set(archive, made)
  return made
}

/** Ends an archive's looking before it is closed; nothing where it never looked. */
export async function stopWatching(archive: ArchiveContext): Promise<void> {
  await watchers.get(archive)?.stop()
}
