import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, expect, test, vi } from 'vitest'
import { startAccept } from '#archive/backlog/accept-items.ts'
import { startAttach } from '#archive/backlog/attach-matches.ts'
import { commitFilings, prepareFiling } from '#archive/intake/file-documents.ts'
import { listRecords, readRecord } from '#archive/intake/intake-items.ts'
import { startImport, startIntake } from '#archive/intake/intake-jobs.ts'
import { stagedFile, stageFile } from '#archive/intake/staging.ts'
import { startReading } from '#archive/ocr/ocr-jobs.ts'
import * as reading from '#archive/read/read-file.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { worklistCounts } from '#archive/store/worklists.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { jobEnded } from '#tests/support/job-ended.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { CLERK, fileForm, formOf, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

vi.mock('#archive/read/read-file.ts', { spy: true })
vi.setConfig({ testTimeout: 60_000 })
afterAll(() => reading.closeReaders())

/** A sound PDF of one page whose content swells to so many bytes when it is read. */
function swelling(bytes: number): Buffer {
  const content = Buffer.concat([
    Buffer.from('BT /F3 12 Tf 72 700 Td (So 12-CV/HU van ban nang doc duoc) Tj ET\n'),
    Buffer.alloc(bytes, ' ')
  ])
  const packed = deflateSync(content).toString('latin1')
  return Buffer.from(
    plainPdf([[{ font: 'Arial', text: 'Van phong Huyen uy' }]])
      .toString('latin1')
      .replace(
        /<<\/Length \d+>>\nstream\n[\s\S]*?\nendstream/,
        () => `<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n${packed}\nendstream`
      ),
    'latin1'
  )
}

type Temp = Awaited<ReturnType<typeof tempArchive>>

async function handIn({ archive }: Temp, name: string, bytes: Buffer): Promise<string> {
  const path = join(tempFolder(), 'in.pdf')
  writeFileSync(path, bytes)
  const id = archive.newId('s')
  await stageFile(archive.folder, id, name, path)
  return id
}

/** More than a reading thread may hold, and within what one gets when a person asks for it. */
const HEAVY = swelling(420_000_000)

test('a sound PDF too heavy to read waits for the clerk in bulk and one by one, and no bulk acceptance takes it', async () => {
  const temp = await tempArchive()
  const { archive, folder } = temp
  await startImport(archive, [await handIn(temp, 'nang.pdf', HEAVY)], CLERK)
  const [line] = (await jobEnded(temp.events, 'import')).results
  expect(line).toMatchObject({ code: 'file-unread', id: expect.stringMatching(/^i_/) })
  const id = line?.id ?? ''
  expect(existsSync(stagedFile(folder, id))).toBe(true)
  expect(readRecord(folder, id)).toMatchObject({ problem: 'file-unread', mediaType: 'application/pdf', state: 'read' })

  await startIntake(archive, [await handIn(temp, 'nang-2.pdf', Buffer.concat([HEAVY, Buffer.from('\n')]))])
  expect((await jobEnded(temp.events, 'intake')).results).toMatchObject([{ code: 'file-unread' }])

  startAccept(archive, [id], 'x', CLERK)
  expect((await jobEnded(temp.events, 'accept')).results).toMatchObject([{ code: 'file-unread', id }])
  expect(archive.db.prepare('SELECT count(*) FROM document').pluck().get()).toBe(0)
})

test('filed by hand it keeps its bytes, stands in the list without text, and can be read again', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  await startImport(archive, [await handIn(temp, 'nang.pdf', HEAVY)], CLERK)
  const intakeId = (await jobEnded(temp.events, 'import')).results[0]?.id ?? ''
  const form = formOf({ number: '12', symbol: 'CV/HU', subject: 'nặng' })
  const filing = await prepareFiling(archive, { form, files: [{ intakeId, role: 'main' }], reviewed: true })
  const id = commitFilings(archive, [filing], CLERK)[0]?.documentId ?? ''
  const [file] = documentFiles(archive.db, id)
  expect(file).toMatchObject({ textKind: 'none', bytes: HEAVY.length })
  expect(archive.texts.get(file?.sha256 ?? '')).toBe(null)
  expect(worklistCounts(archive.db, archive.today())['no-text']).toBe(1)
  expect((await verifyNow(archive, 'full')).findings).toEqual([])

  startReading(archive, null)
  const read = await jobEnded(temp.events, 'ocr')
  expect(read.results).toMatchObject([{ code: 'ocr-read', id }])
  expect(worklistCounts(archive.db, archive.today())['no-text']).toBe(0)
  expect(archive.texts.get(file?.sha256 ?? '')?.pages[0]?.text).toContain('nang doc duoc')
  expect((await verifyNow(archive, 'full')).findings).toEqual([])
})

test('or it goes to the line of a register it belongs to', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  await startImport(archive, [await handIn(temp, 'nang.pdf', HEAVY)], CLERK)
  const intakeId = (await jobEnded(temp.events, 'import')).results[0]?.id ?? ''
  const documentId = await fileForm(archive, { number: '12', symbol: 'CV/HU' })
  startAttach(archive, [{ intakeId, documentId }], CLERK)
  expect((await jobEnded(temp.events, 'match')).results).toMatchObject([{ code: 'attached', id: documentId }])
  expect(documentFiles(archive.db, documentId)).toMatchObject([{ textKind: 'none', bytes: HEAVY.length }])
})

test('what is no paper, or runs over before its kind is told, is refused as before', async () => {
  const temp = await tempArchive()
  const { archive } = temp
  const staged = [
    await handIn(temp, 'khong-phai.pdf', Buffer.from('\x00\x01\x02 not a paper')),
    await handIn(temp, 'rong.pdf', Buffer.alloc(0))
  ]
  await startImport(archive, staged, CLERK)
  const { results } = await jobEnded(temp.events, 'import')
  expect(results.map(({ code, id }) => [code, id])).toEqual([
    ['file-unsupported', null],
    ['file-empty', null]
  ])
})

test('a disk that does not answer while a paper is read ends the import by its name, and the paper waits', async () => {
  const temp = await tempArchive()
  const { archive, folder } = temp
  vi.mocked(reading.readFile).mockResolvedValueOnce({
    ok: false,
    code: 'io-error',
    mediaType: null,
    detail: { problem: 'EIO' }
  })
  await startImport(archive, [await handIn(temp, 'mot.txt', Buffer.from('Số 5-CV/HU\nmột văn bản'))], CLERK)
  expect(await jobEnded(temp.events, 'import')).toMatchObject({
    state: 'failed',
    failure: { code: 'io-error' },
    results: []
  })
  const [waiting] = listRecords(folder)
  expect(existsSync(stagedFile(folder, waiting?.id ?? ''))).toBe(true)
})
