import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CallError } from '#contract/client.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { LineageView } from '#contract/operations/lineage.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { drawTrace } from '../draw-trace.ts'
import { EXIT } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { findDocument, type Session, withArchive } from '../session.ts'
import { words } from '../words.ts'

const FORMATS = ['json', 'csv', 'graphml'] as const
type Format = (typeof FORMATS)[number]

export const trace: Command = {
  options: {
    up: { type: 'boolean' },
    down: { type: 'boolean' },
    depth: { type: 'string' },
    to: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' }
  },
  async run(args, io) {
    const reference = args.positionals.join(' ').trim()
    if (reference === '') throw new UsageError(words.needs(words.reference))
    const depth = Math.min(12, args.count('depth', 6))
    const up = args.flag('up')
    const down = args.flag('down')
    const direction = up === down ? 'both' : up ? 'up' : 'down'
    const format = formatOf(args)
    return withArchive(args, io, async (session) => {
      const documentId = (await findDocument(session, reference)).id as DocumentId
      const end = args.text('to')
      const to = end === null ? null : ((await findDocument(session, end)).id as DocumentId)
      if (format !== null) {
        await writeGraph(session, io, { documentId, to, direction, depth, limit: 5000, format }, args.text('out'))
        return EXIT.ok
      }
      if (to !== null) {
        const path = await session.call('lineage.path', { from: documentId, to })
        if (io.json) io.data({ root: path.root, to, way: path.way, length: path.length, ...plain(path) })
        else for (const line of drawTrace(path, 'both')) io.out(line)
        return EXIT.ok
      }
      const lineage = await session.call('lineage.trace', { documentId, direction, depth })
      if (io.json) io.data({ root: lineage.root, ...plain(lineage) })
      else for (const line of drawTrace(lineage, direction)) io.out(line)
      return EXIT.ok
    })
  }
}

function formatOf(args: Arguments): Format | null {
  const typed = args.text('format')
  if (typed === null) {
    if (args.text('out') !== null) throw new UsageError(words.needs(words.traceFormats))
    return null
  }
  const format = FORMATS.find((one) => one === typed)
  if (!format) throw new UsageError(words.badOption(`--format ${typed}`))
  return format
}

/** What the documented `--json` holds of a node. */
function plain({ nodes, edges }: Pick<LineageView, 'nodes' | 'edges'>) {
  return {
    nodes: nodes.map(({ id, reference, issuedOn, issuer, level, subject, held }) => ({
      id,
      reference,
      issuedOn,
      issuer,
      level,
      subject,
      held
    })),
    edges
  }
}

/** To a file, or to where the program writes. */
async function writeGraph(
  session: Session,
  io: Io,
  asked: Parameters<typeof session.call<'lineage.export'>>[1],
  out: string | null
): Promise<void> {
  const made = await session.call('lineage.export', asked)
  const bytes = Buffer.from(made.base64, 'base64')
  if (out === null && !io.json) {
    io.out(bytes.toString('utf8').trimEnd())
    return
  }
  const file = resolve(out ?? made.name)
  try {
    await writeFile(file, bytes)
  } catch (error) {
    const code = (error as { code?: string }).code === 'ENOSPC' ? 'disk-full' : 'folder-unusable'
    throw new CallError({ ok: false, code, detail: {} })
  }
  if (io.json) io.data({ format: asked.format, file, bytes: bytes.byteLength })
  else io.out(words.written(file))
}
