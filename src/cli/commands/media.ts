import { resolve } from 'node:path'
import { type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { withArchive } from '../session.ts'
import { words } from '../words.ts'
import { careWords } from '../words-care.ts'

/** The places backups go to: lists them, names another, forgets one. */
export const media: Command = {
  options: {
    add: { type: 'string' },
    drop: { type: 'string' },
    folder: { type: 'string' },
    disk: { type: 'boolean' }
  },
  async run(args, io) {
    const name = args.text('add')
    const dropped = args.text('drop')
    const folder = args.text('folder')
    if (name !== null && folder === null) throw new UsageError(words.needs(careWords.addFolder))
    return withArchive(args, io, async (session) => {
      if (name !== null && folder !== null) {
        const kind = args.flag('disk') ? 'disk' : 'stick'
        await session.call('care.addMedium', { name, kind, folder: resolve(folder) })
        if (!io.json) io.out(careWords.added(name))
      }
      if (dropped !== null) {
        const known = (await session.call('care.state', {})).media.find((one) => one.name === dropped)
        if (!known) throw new UsageError(careWords.noMedium(dropped))
        await session.call('care.dropMedium', { id: known.id })
        if (!io.json) io.out(careWords.dropped(dropped))
      }
      const state = await session.call('care.state', {})
      if (io.json) io.data({ media: state.media })
      else if (state.media.length === 0) io.out(careWords.noMedia)
      else for (const one of state.media) io.out(careWords.medium(one))
      return EXIT.ok
    })
  }
}
