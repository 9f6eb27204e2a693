import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { CallError } from '#contract/client.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import type { Direction } from '#contract/schemas.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { findDocument, withArchive } from '../session.ts'
import { words } from '../words.ts'

const COUNTED_BY = ['type', 'sender', 'signer', 'handler', 'month'] as const
const ENVELOPES = ['c5', 'c6', 'dl'] as const
const FORMATS = ['html', 'pdf', 'xlsx', 'docx', 'csv'] as const

export const report: Command = {
  options: {
    from: { type: 'string' },
    to: { type: 'string' },
    document: { type: 'string' },
    direction: { type: 'string' },
    'only-unsigned': { type: 'boolean' },
    by: { type: 'string' },
    envelope: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' }
  },
  async run(args, io) {
    const name = chosen(REPORT_NAMES, args.positionals[0] ?? '', words.needs(words.reportName(REPORT_NAMES)))
    const format = chosen(FORMATS, args.text('format') ?? 'html', words.badOption(`--format ${args.text('format')}`))
    const from = day(args, 'from')
    const to = day(args, 'to')
    const direction = directionOf(args)
    const by = chosen(COUNTED_BY, args.text('by') ?? 'type', words.badOption(`--by ${args.text('by')}`))
    const size = args.text('envelope') ?? 'c5'
    const envelope = chosen(ENVELOPES, size, words.badOption(`--envelope ${size}`))
    return withArchive(args, io, async (session) => {
      const typed = args.text('document')
      const documentId = typed ? (await findDocument(session, typed)).id : null
      const params = { name, from, to, documentId, direction, onlyUnsigned: args.flag('only-unsigned'), by, envelope }
      const made = await session.call('report.file', { report: params, format })
      const file = resolve(args.text('out') ?? made.name)
      await write(file, Buffer.from(made.base64, 'base64'))
      if (io.json) io.data({ name, format, file, bytes: Buffer.byteLength(made.base64, 'base64') })
      else io.out(words.written(file))
      return EXIT.ok
    })
  }
}

async function write(file: string, bytes: Buffer): Promise<void> {
  try {
    await writeFile(file, bytes)
  } catch (error) {
    const code = (error as { code?: string }).code === 'ENOSPC' ? 'disk-full' : 'folder-unusable'
    throw new CallError({ ok: false, code, detail: {} })
  }
}

function chosen<T extends string>(list: readonly T[], typed: string, otherwise: string): T {
  const found = list.find((one) => one === typed)
  if (!found) throw new UsageError(otherwise)
  return found
}

/** Days as ISO or as an office writes them: 2021-08-12, 12/08/2021. */
function day(args: Arguments, name: 'from' | 'to'): string | null {
  const typed = args.text(name)
  if (typed === null) return null
  const turned = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(typed)
  const iso = turned ? `${turned[3]}-${turned[2]?.padStart(2, '0')}-${turned[1]?.padStart(2, '0')}` : typed
  const at = new Date(`${iso}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso) || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) {
    throw new UsageError(words.badOption(`--${name} ${typed}`))
  }
  return iso
}

function directionOf(args: Arguments): Direction | null {
  const typed = args.text('direction')
  if (typed === null) return null
  return chosen<Direction>(['incoming', 'outgoing', 'internal'], typed, words.badOption(`--direction ${typed}`))
}
