import { basename, resolve } from 'node:path'
import { decideDirection, type OwnOffice } from '#archive/intake/direction.ts'
import { draftOf } from '#archive/intake/read-item.ts'
import { secrecyOfName, secrecyOfText } from '#archive/intake/refuse-secret.ts'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { type Inspection, inspection, secrecyName, unread } from '../inspection.ts'
import type { Io } from '../io.ts'
import { withArchive } from '../session.ts'
import { showDay, words } from '../words.ts'
import { fileVerdict } from '../words-failures.ts'

/** Reads files as filing would and prints what it read. Nothing is filed and nothing kept. */
export const inspect: Command = {
  options: {},
  async run(args, io) {
    if (args.positionals.length === 0) throw new UsageError(words.needs(words.file))
    const office = await officeOf(args, io)
    let partly = false
    try {
      for (const [index, file] of args.positionals.entries()) {
        io.progress.show(index, args.positionals.length, basename(file))
        const found = await inspectFile(file, office)
        if (found.status !== 'ok') partly = true
        if (io.json) io.data(found)
        else for (const line of describe(found)) io.out(line)
      }
    } finally {
      await closeReaders()
    }
    return partly ? EXIT.partly : EXIT.ok
  }
}

/** Whose papers go out is known only with an office: of the archive that was named. Without one `direction` is null. */
async function officeOf(args: Arguments, io: Io): Promise<OwnOffice | null> {
  if (args.text('archive') === null && !process.env.VANKHO_ARCHIVE) return null
  return withArchive(args, io, async (session) => (await session.call('archive.state', {})).office)
}

async function inspectFile(file: string, office: OwnOffice | null): Promise<Inspection> {
  if (secrecyOfName(basename(file))) return unread(file, 'secret-refused')
  const result = await readFile(resolve(file))
  if (!result.ok) return unread(file, result.code === 'io-error' ? 'not-found' : result.code)
  const draft = draftOf(result.text, new Date().toISOString().slice(0, 10))
  const secrecy = secrecyOfText(result.text.pages, draft)
  if (secrecy) return { ...unread(file, 'secret-refused'), secrecy: secrecyName(secrecy) }
  const direction = office
    ? decideDirection(office, {
        issuer: draft.issuer?.certainty === 'sure' ? draft.issuer.value : null,
        symbol: draft.reference?.certainty === 'sure' ? draft.reference.value.symbol : null,
        place: draft.place?.certainty === 'sure' ? draft.place.value : null,
        addressees: draft.addressees
      })
    : null
  return inspection(file, draft, direction, { kind: result.text.kind, pages: result.pages })
}

function describe(found: Inspection): readonly string[] {
  const { fields } = words
  const rows: [string, string | null][] = [
    [fields.direction, found.direction && words.directions[found.direction]],
    [fields.reference, found.reference],
    [fields.type, found.type],
    [fields.issuedOn, found.issuedOn && showDay(found.issuedOn)],
    [fields.place, found.place],
    [fields.issuer, found.issuer],
    [fields.parentBody, found.parentBody],
    [fields.subject, found.subject],
    [fields.urgency, found.urgency],
    [fields.secrecy, found.secrecy],
    [fields.signer, found.signer],
    [fields.signerTitle, found.signerTitle],
    [fields.authority, found.authority]
  ]
  const list = (title: string, lines: readonly string[]) =>
    lines.length ? [`  ${title}:`, ...lines.map((line) => `    - ${line}`)] : []
  return [
    `${found.file}: ${fileVerdict(found.status)}`,
    ...rows.flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : [])),
    ...list(words.addressees, found.addressees),
    ...list(words.recipients, found.recipients),
    ...list(
      words.cites,
      found.citations.map((one) => `${one.raw} (${RELATIONS[one.relation].name})`)
    )
  ]
}
