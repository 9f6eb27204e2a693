import { resolve } from 'node:path'
import type { DossierId } from '#contract/ids.ts'
import type { HandOver } from '#contract/operations/export.ts'
import { foldKey } from '#domain/text/fold.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { type Session, withArchive } from '../session.ts'
import { words } from '../words.ts'
import { exportWords } from '../words-export.ts'

/** Dossiers by their code, or the office's own closed fonds, as a package for the archive that takes them over. */
export const handOver: Command = {
  options: { out: { type: 'string' }, fonds: { type: 'boolean' } },
  async run(args, io) {
    const folder = args.text('out')
    if (!folder) throw new UsageError(words.needs(words.folderOption('out')))
    if (args.positionals.length === 0 && !args.flag('fonds')) throw new UsageError(words.needs(exportWords.dossiers))
    return withArchive(args, io, async (session) => {
      const { jobId } = await session.call('export.handOver', {
        folder: resolve(folder),
        what: args.flag('fonds') ? await ownFonds(session) : await dossiersNamed(args, session)
      })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      const made = job.folder ?? resolve(folder)
      const counts = job.results.find((one) => one.code === 'handed-over')?.detail ?? {}
      const open = job.results.filter((one) => one.code === 'dossier-open').map((one) => one.name)
      if (io.json) io.data({ folder: made, ...counts, open })
      else {
        io.out(exportWords.handedOver(made, counts))
        for (const code of open) io.out(exportWords.open(code))
      }
      return EXIT.ok
    })
  }
}

async function ownFonds(session: Session): Promise<HandOver> {
  const { fonds } = await session.call('fonds.list', {})
  const own = fonds.find((one) => one.own)
  if (!own) throw new UsageError(words.needs(exportWords.dossiers))
  return { kind: 'fonds', fondsId: own.id }
}

async function dossiersNamed(args: Arguments, session: Session): Promise<HandOver> {
  const dossierIds: DossierId[] = []
  for (const code of args.positionals) {
    const { dossiers } = await session.call('dossier.list', {
      text: code,
      only: 'all',
      on: null,
      offset: 0,
      limit: 500
    })
    const found = dossiers.find((one) => foldKey(one.code) === foldKey(code))
    if (!found) throw new UsageError(exportWords.noDossier(code))
    dossierIds.push(found.id)
  }
  return { kind: 'dossiers', dossierIds }
}
