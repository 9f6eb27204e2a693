import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { commitFilings, prepareFiling } from '#archive/intake/file-documents.ts'
import { takeOver } from '#archive/intake/intake-items.ts'
import { prefillForm } from '#archive/intake/prefill-form.ts'
import { readItem } from '#archive/intake/read-item.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { office as officeOf } from '#archive/store/office.ts'
import type { Office } from '#contract/operations/archive.ts'
import type { Caller } from '#contract/operations/operation.ts'
import type { DocumentForm } from '#contract/schemas.ts'

export const CLERK: Caller = { name: 'Cil Dim', role: 'clerk', shell: 'direct' }

export const OFFICE: Office = {
  name: 'Huyện ủy Đam Rông',
  parentBody: 'Đảng bộ tỉnh Lâm Đồng',
  officeName: 'Văn phòng Huyện ủy',
  place: 'Đam Rông',
  code: 'HU',
  level: 'HU',
  clerk: 'Cil Dim',
  termStarts: ['2015-08-01', '2020-08-01'],
  acknowledgeDays: 7
}

/** A form with nothing in it but what the test names. */
export function formOf(fields: Partial<DocumentForm> = {}): DocumentForm {
  return {
    direction: 'outgoing',
    fondsId: null,
    number: null,
    suffix: null,
    separator: '-',
    symbol: null,
    documentType: null,
    issuedOn: null,
    place: null,
    issuer: null,
    parentBody: null,
    actingBody: null,
    subject: null,
    urgency: null,
    signer: null,
    signerTitle: null,
    authority: null,
    addressees: [],
    recipients: [],
    arrivalNumber: null,
    arrivedOn: null,
    handler: null,
    copies: null,
    pageCount: null,
    paperLocation: null,
    note: null,
    ...fields
  }
}

/** Files a paper-only record; gives its id. */
export async function fileForm(archive: OpenedArchive, fields: Partial<DocumentForm>): Promise<string> {
  const form = formOf({ subject: 'v/v', ...fields })
  const prepared = await prepareFiling(archive, { form, files: [], reviewed: true })
  return commitFilings(archive, [prepared], CLERK)[0]?.documentId ?? ''
}

/** Files bytes through the real pipeline: staged, taken over, read, stored, committed. Gives the document's id. */
export async function fileBytes(
  archive: OpenedArchive,
  name: string,
  bytes: Uint8Array,
  fields: Partial<DocumentForm> = {}
): Promise<string> {
  const outside = mkdtempSync(join(tmpdir(), 'van-kho-in-'))
  const path = join(outside, 'in')
  writeFileSync(path, bytes)
  const stagedId = archive.newId('s')
  const intakeId = archive.newId('i')
  try {
    await stageFile(archive.folder, stagedId, name, path)
  } finally {
    rmSync(outside, { recursive: true })
  }
  const [record] = await takeOver(archive.folder, [{ stagedId, intakeId }], archive.clock.now().toISOString())
  if (!record) throw new Error('nothing taken over')
  const read = await readItem(archive, record, new AbortController().signal)
  if (read.kind !== 'read') throw new Error(`not read: ${JSON.stringify(read)}`)
  const form = { ...prefillForm(read.draft, officeOf(archive.db), archive.today(), read.record.pages), ...fields }
  const prepared = await prepareFiling(archive, { form, files: [{ intakeId, role: 'main' }], reviewed: true })
  return commitFilings(archive, [prepared], CLERK)[0]?.documentId ?? ''
}

/** Files a text through the real pipeline; gives the document's id. */
export async function fileText(
  archive: OpenedArchive,
  name: string,
  text: string,
  fields: Partial<DocumentForm> = {}
): Promise<string> {
  return await fileBytes(archive, name, Buffer.from(text), fields)
}
