import { type Command, UsageError } from '../command.ts'
import { describeLine } from '../describe.ts'
import { EXIT } from '../exit-codes.ts'
import { findDocument, withArchive } from '../session.ts'
import { showDay, words } from '../words.ts'

/** The paper's recipients against what was sent (D03). */
export const distribution: Command = {
  options: {},
  async run(args, io) {
    const reference = args.positionals.join(' ').trim()
    if (reference === '') throw new UsageError(words.needs(words.reference))
    return withArchive(args, io, async (session) => {
      const { id } = await findDocument(session, reference)
      const found = await session.call('delivery.reconcile', { documentId: id })
      if (io.json) {
        io.data(found)
        return EXIT.ok
      }
      io.out(describeLine(found.document))
      for (const row of found.rows) {
        const day = row.delivery?.acknowledgedOn ?? row.delivery?.sentOn ?? null
        const state = `${words.deliveryStates[row.state]}${day ? ` ${showDay(day)}` : ''}`
        io.out(`  - ${row.name}${row.groupName ? ` (${row.groupName})` : ''}: ${state}`)
      }
      io.out(words.delivered(found.counts.expected, found.counts.sent, found.counts.acknowledged))
      return EXIT.ok
    })
  }
}
