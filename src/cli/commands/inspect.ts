import { basename, resolve } from 'node:path'
import { decideDirection, type OwnOffice } from '#archive/intake/direction.ts'
import { draftOf } from '#archive/intake/read-item.ts'
import { secrecyOfName, secrecyOfText } from '#archive/intake/refuse-secret.ts'
import { hasLetters, pagesWithoutText } from '#archive/ocr/needs-ocr.ts'
import { createOcrReader, type OcrReader, ocrAvailable } from '#archive/ocr/ocr-reader.ts'
import { withOcrPages } from '#archive/ocr/ocr-work.ts'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import type { FileRead } from '#archive/read/read-result.ts'
import { storedFileOf } from '#archive/vault/stored-file.ts'
import { CallError } from '#contract/client.ts'
import type { DocumentText, PageText } from '#domain/text/page-text.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT } from '../exit-codes.ts'
import { type Inspection, inspection, secrecyName, unread } from '../inspection.ts'
import type { Io } from '../io.ts'
import { withArchive } from '../session.ts'
import { showDay, words } from '../words.ts'
import { fileVerdict } from '../words-failures.ts'

/** Reads files as filing would and prints what it read. Nothing is filed and nothing kept. `--ocr`: scans too. */
export const inspect: Command = {
  options: { ocr: { type: 'boolean' } },
  async run(args, io) {
    if (args.paths.length === 0) throw new UsageError(words.needs(words.file))
    const office = await officeOf(args, io)
    if (args.flag('ocr') && !ocrAvailable()) throw new CallError({ ok: false, code: 'no-ocr', detail: {} })
    const reader = args.flag('ocr') ? createOcrReader() : null
    let partly = false
    try {
      for (const [index, file] of args.paths.entries()) {
        io.progress.show(index, args.paths.length, basename(file))
        const found = await inspectFile(file, office, reader, io)
        if (found.status !== 'ok') partly = true
        if (io.json) io.data(found)
        else for (const line of describe(found)) io.out(line)
      }
    } finally {
      io.progress.clear()
      await reader?.close()
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

async function inspectFile(
  file: string,
  office: OwnOffice | null,
  reader: OcrReader | null,
  io: Io
): Promise<Inspection> {
  if (secrecyOfName(basename(file))) return unread(file, 'secret-refused')
  const result = await readFile(resolve(file))
  if (!result.ok) return unread(file, result.code === 'io-error' ? 'not-found' : result.code)
  const text = reader ? await withPictures(file, result, reader, io) : result.text
  const draft = draftOf(text, new Date().toISOString().slice(0, 10))
  const secrecy = secrecyOfText(text.pages, draft)
  if (secrecy) return { ...unread(file, 'secret-refused'), secrecy: secrecyName(secrecy) }
  const direction = office
    ? decideDirection(office, {
        issuer: draft.issuer?.certainty === 'sure' ? draft.issuer.value : null,
        symbol: draft.reference?.certainty === 'sure' ? draft.reference.value.symbol : null,
        place: draft.place?.certainty === 'sure' ? draft.place.value : null,
        addressees: draft.addressees
      })
    : null
  const marks = text.pages.flatMap((page) => page.ocr ?? [])
  const byScanner = marks.filter((mark) => mark.by === 'scanner').length
  const pages = Math.max(result.pages, text.pages.length)
  const counts = { kind: text.kind, pages, ocr: marks.length - byScanner, byScanner }
  return inspection(file, draft, direction, counts, hasLetters(text))
}

/** The text with the letters of those pages that have none of their own; a page that cannot be read stays without. */
async function withPictures(file: string, read: FileRead, reader: OcrReader, io: Io): Promise<DocumentText> {
  const { mediaType, text } = read
  const pages: PageText[] = []
  const left = [...pagesWithoutText(mediaType, text)]
  let count = read.pages
  for (let page = left.shift(); page !== undefined; page = left.shift()) {
    io.progress.show(pages.length, pages.length + 1 + left.length, basename(file))
    const result = await reader.read({ file: storedFileOf(resolve(file)), mediaType, page })
    if (!result.ok) continue
    pages.push(result.page)
    // A TIFF tells its sheets only when it is opened.
    if (mediaType === 'image/tiff' && result.count > count) {
      for (let more = count + 1; more <= result.count; more++) left.push(more)
      count = result.count
    }
  }
  return withOcrPages(text, { sha256: '', count, pages, done: true })
}

function textWords({ text }: Inspection): string {
  const { kind, pages, ocr, byScanner } = text
  return [
    words.textKinds[kind],
    words.pageCount(pages),
    ...(ocr > 0 ? [words.readByOcr(ocr)] : []),
    ...(byScanner > 0 ? [words.readByScanner(byScanner)] : [])
  ].join(', ')
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
    `  ${fields.text}: ${textWords(found)}`,
    ...rows.flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : [])),
    ...list(words.addressees, found.addressees),
    ...list(words.recipients, found.recipients),
    ...list(
      words.cites,
      found.citations.map((one) => `${one.raw} (${RELATIONS[one.relation].name})`)
    )
  ]
}
