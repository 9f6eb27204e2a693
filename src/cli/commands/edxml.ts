import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { dayIn, referenceIn } from '#archive/export/edxml/header-draft.ts'
import { readEdxml } from '#archive/export/edxml/read-edxml.ts'
import { UnreadableFile } from '#archive/read/read-result.ts'
import { CallError } from '#contract/client.ts'
import { printReference } from '#domain/reference/print-reference.ts'
import { type Arguments, type Command, UsageError } from '../command.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { findDocument, withArchive } from '../session.ts'
import { words } from '../words.ts'
import { exportWords } from '../words-export.ts'

/** Shows what a package says (files nothing; `import` takes it in), or writes a document as one. */
export const edxml: Command = {
  options: { write: { type: 'string' }, out: { type: 'string' } },
  async run(args, io) {
    const typed = args.text('write')
    if (typed !== null) return write(typed, args, io)
    if (args.paths.length === 0) throw new UsageError(words.needs(exportWords.package))
    let exit: ExitCode = EXIT.ok
    for (const path of args.paths) if (!(await show(path, io))) exit = EXIT.partly
    return exit
  }
}

async function write(typed: string, args: Arguments, io: Io): Promise<ExitCode> {
  return withArchive(args, io, async (session) => {
    const made = await session.call('export.edxml', { documentId: (await findDocument(session, typed)).id })
    const file = resolve(args.text('out') ?? made.name)
    const bytes = Buffer.from(made.base64, 'base64')
    try {
      await writeFile(file, bytes)
    } catch (error) {
      const code = (error as { code?: string }).code === 'ENOSPC' ? 'disk-full' : 'folder-unusable'
      throw new CallError({ ok: false, code, detail: {} })
    }
    if (io.json) io.data({ file, bytes: bytes.length, attachments: made.attachments })
    else io.out(words.written(file))
    return EXIT.ok
  })
}

async function show(path: string, io: Io): Promise<boolean> {
  const bytes = await readFile(path).catch(() => {
    throw new CallError({ ok: false, code: 'not-found', detail: { name: path } })
  })
  try {
    const { header, attachments } = readEdxml(bytes)
    const reference = referenceIn(header)
    const said = {
      reference: reference && printReference(reference),
      issuedOn: dayIn(header.promulgationDate[0] ?? null),
      issuer: header.fromName[0] ?? null,
      subject: header.subject[0] ?? null
    }
    const files = attachments.map(({ name, bytes: content }) => ({ name, bytes: content.length }))
    if (io.json) io.data({ file: path, ...said, header, attachments: files })
    else {
      io.out([said.reference, said.issuedOn, said.issuer, said.subject].filter(Boolean).join(' · '))
      io.out(exportWords.attachments(files.map((one) => one.name)))
    }
    return true
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error
    if (io.json) io.data({ file: path, problem: error.code, ...error.detail })
    else io.note(exportWords.unread(String(error.detail.problem)))
    return false
  }
}
