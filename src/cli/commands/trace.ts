import { type Command, UsageError } from '../command.ts'
import { drawTrace } from '../draw-trace.ts'
import { EXIT } from '../exit-codes.ts'
import { findDocument, withArchive } from '../session.ts'
import { words } from '../words.ts'

export const trace: Command = {
  options: { up: { type: 'boolean' }, down: { type: 'boolean' }, depth: { type: 'string' } },
  async run(args, io) {
    const reference = args.positionals.join(' ').trim()
    if (reference === '') throw new UsageError(words.needs(words.reference))
    const depth = Math.min(12, args.count('depth', 6))
    const up = args.flag('up')
    const down = args.flag('down')
    const direction = up === down ? 'both' : up ? 'up' : 'down'
    return withArchive(args, io, async (session) => {
      const document = await findDocument(session, reference)
      const lineage = await session.call('lineage.trace', { documentId: document.id, direction, depth })
      if (io.json) {
        const nodes = lineage.nodes.map(({ id, reference, issuedOn, issuer, level, subject, held }) => ({
          id,
          reference,
          issuedOn,
          issuer,
          level,
          subject,
          held
        }))
        io.data({ root: lineage.root, nodes, edges: lineage.edges })
      } else for (const line of drawTrace(lineage, direction)) io.out(line)
      return EXIT.ok
    })
  }
}
