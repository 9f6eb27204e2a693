import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { documentCount } from '#archive/open-database.ts'
import { plainLedger } from '#tests/support/encrypted.ts'
import { failingFiles } from '#tests/support/failing-files.ts'
import { CLERK, fileForm, formOf, tempArchive } from '#tests/support/temp-archive.ts'

const filing = (documentId: string) =>
  ({ kind: 'document-filed', data: { documentId, form: formOf({ number: '1' }), files: [], reviewed: true } }) as const

test('events of one commit are all recorded or none', async () => {
  const { archive } = await tempArchive()
  const head = archive.ledger.head()
  // The second names the same document: the database refuses it, and the first goes with it.
  expect(() => archive.commit([filing('d_0001'), filing('d_0001')], CLERK)).toThrow()
  expect(archive.ledger.head()).toEqual(head)
  expect(documentCount(archive.db)).toBe(0)
  expect(archive.mode).toBe('ready')
  archive.commit([filing('d_0001'), filing('d_0002')], CLERK)
  expect(documentCount(archive.db)).toBe(2)
})

test('when COMMIT fails the line is on the disk: no answer, read-only, and the next opening has the fact', async () => {
  const temp = await tempArchive({ deps: { log: () => {} } })
  const { db } = temp.archive
  const exec = db.exec.bind(db)
  db.exec = (sql: string) => {
    if (sql === 'COMMIT') throw Object.assign(new Error('disk'), { code: 'SQLITE_IOERR_FSYNC' })
    return exec(sql)
  }
  expect(() => temp.archive.commit([filing('d_0001')], CLERK)).toThrow('io-error')
  expect(documentCount(db)).toBe(0)
  expect(temp.archive.mode).toBe('read-only')
  expect(temp.archive.notices.map((one) => one.code)).toEqual(['commit-failed'])
  expect(() => temp.archive.commit([filing('d_0002')], CLERK)).toThrow('archive-read-only')
  const again = await temp.reopen()
  expect(again.notices).toEqual([{ code: 'ledger-replayed', detail: { events: 1 } }])
  expect(documentCount(again.db)).toBe(1)
})

test('after a failed fsync nothing is tried again and the line does not come up later', async () => {
  const files = failingFiles({ at: 2, code: 'EIO', lasting: 'once' })
  const temp = await tempArchive({ deps: { files, log: () => {} } })
  await fileForm(temp.archive, { number: '1' })
  const before = readFileSync(join(temp.folder, 'ledger', '000001.jsonl'))
  files.arm()
  expect(() => temp.archive.commit([filing('d_0001')], CLERK)).toThrow('io-error')
  expect(files.calls).toEqual(['write', 'sync', 'truncate'])
  expect(() => temp.archive.commit([filing('d_0001')], CLERK)).toThrow('archive-read-only')
  expect(files.calls).toHaveLength(3)
  expect(readFileSync(join(temp.folder, 'ledger', '000001.jsonl'))).toEqual(before)
  const again = await temp.reopen({ files: failingFiles({ at: 0, code: 'EIO', lasting: 'once' }) })
  expect(again).toMatchObject({ mode: 'ready', notices: [] })
  expect(documentCount(again.db)).toBe(1)
})

test('the line is in the ledger before the database has committed, and both carry the same mark', async () => {
  const { archive, folder } = await tempArchive()
  const exec = archive.db.exec.bind(archive.db)
  let ledgerAtCommit = ''
  archive.db.exec = (sql: string) => {
    if (sql === 'COMMIT') ledgerAtCommit = plainLedger(folder)
    return exec(sql)
  }
  const [event] = archive.commit([filing('d_0001')], CLERK)
  expect(ledgerAtCommit).toContain(event?.hash)
  expect(archive.db.prepare("SELECT value FROM meta WHERE key = 'ledger_hash'").pluck().get()).toBe(event?.hash)
})
