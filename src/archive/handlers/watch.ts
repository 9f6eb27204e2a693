import type { watchOperations } from '#contract/operations/watch.ts'
import { watcherOf } from '../watch/watchers.ts'
import type { Handlers } from './handlers.ts'

export const watchHandlers: Handlers<keyof typeof watchOperations> = {
  'watch.get': (archive) => watcherOf(archive).state(),
  'watch.save': (archive, input) => {
    const watcher = watcherOf(archive)
    const state = watcher.save(input.settings)
    watcher.start()
    archive.emit({ type: 'changed', what: 'intake', documentId: null })
    return state
  }
}
