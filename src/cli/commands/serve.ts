import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startHost } from '#archive/host.ts'
import { CallError } from '#contract/client.ts'
import type { Command } from '../command.ts'
import { serveArchive } from '../serve-archive.ts'
import { archiveFolder, createSession, engineOptions } from '../session.ts'
import { isSecretGiven, openOrUnlock } from '../unlock.ts'
import { failureMessage } from '../words-failures.ts'

/** The same application in a browser window of this machine. Without a known archive the welcome screen opens. */
export const serve: Command = {
  options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, screens: { type: 'string' } },
  async run(args, io) {
    const port = args.count('port', 0, 0)
    const engine = startHost(engineOptions('loopback'))
    try {
      const session = createSession(engine, io)
      const named = args.text('archive') !== null
      const folder = await archiveFolder(args, session).catch((error: unknown) => {
        if (named) throw error
        return null
      })
      if (folder && (named || existsSync(join(folder, 'archive.json')))) {
        // An archive that will not open is the welcome screen's business unless it was asked for by name.
        const opening = isSecretGiven(args)
          ? openOrUnlock(args, io, session, resolve(folder))
          : session.call('archive.open', { folder: resolve(folder) })
        await opening.catch((error: unknown) => {
          // Of an encrypted one the screens ask for the password.
          const sealed = error instanceof CallError && error.failure.code === 'archive-sealed'
          if (sealed) return
          if (named) throw error
          io.note(failureMessage(error instanceof CallError ? error.failure : { code: 'internal', detail: {} }))
        })
      }
      return await serveArchive(engine, io, { screens: args.text('screens'), port, open: !args.flag('no-open') })
    } finally {
      await engine.close()
    }
  }
}
