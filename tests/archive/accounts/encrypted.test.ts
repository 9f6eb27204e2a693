import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createAccess } from '#archive/accounts/access.ts'
import { createPasswords } from '#archive/accounts/password.ts'
import type { ReadableDb } from '#archive/archive-context.ts'
import { createArchive } from '#archive/create-archive.ts'
import { rowsOf } from '#archive/search/bits.ts'
import { columnsOf } from '#archive/search/columns.ts'
import { postings } from '#archive/search/postings.ts'
import { documentLine } from '#archive/store/document-lines.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { ENCRYPTION, SECRET } from '#tests/support/encrypted.ts'
import { CHEAP } from '#tests/support/office-with-accounts.ts'
import { CLERK, fileForm, OFFICE } from '#tests/support/papers.ts'

test('an encrypted archive hides rows over a connection with its key, and seals who has accounts', async () => {
  const base = mkdtempSync(join(tmpdir(), 'van-kho-acc-'))
  const archive = await createArchive(join(base, 'archive'), OFFICE, { encryption: ENCRYPTION, secret: SECRET })
  const passwords = createPasswords(CHEAP)
  const clocks = { monotonic: () => 0, now: () => new Date(0) }
  const access = createAccess(archive, { passwords, clocks, ended: () => {} })
  onTestFinished(async () => {
    access.close()
    await archive.close()
    rmSync(base, { recursive: true, force: true })
  })
  const open = await fileForm(archive, { number: '1', symbol: 'CV/HU', subject: 'để mọi người biết' })
  const hidden = await fileForm(archive, { number: '2', symbol: 'CV/HU', subject: 'riêng một việc' })
  const verifier = await passwords.make('mật khẩu dài', 'Kơ Să')
  archive.commit(
    [
      { kind: 'accounts-turned-on', data: { idleMinutes: 15 } },
      { kind: 'account-created', data: { accountId: 't_0000', name: 'Người Kín', role: 'staff', verifier } },
      {
        kind: 'document-restricted',
        data: { documentId: hidden, to: { accounts: [], roles: [] }, reason: 'x', before: null }
      }
    ],
    CLERK
  )
  const staff: Caller = { name: 'Người Kín', role: 'staff', shell: 'direct', accountId: 't_0000' }
  const seen = access.view(staff)
  expect([documentLine(seen.db, open)?.id, documentLine(seen.db, hidden)]).toEqual([open, undefined])
  expect(documentLine(access.view(CLERK).db, hidden)?.id).toBe(hidden)
  const found = (db: ReadableDb) => rowsOf(postings(db, 'fb', '"viec"', columnsOf(archive.db).size))
  expect([found(seen.db), found(archive.db)]).toEqual([[], [2]])
  archive.db.pragma('wal_checkpoint(TRUNCATE)')
  for (const file of readdirSync(archive.folder, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile()
  )) {
    const bytes = readFileSync(join(file.parentPath, file.name)).toString('utf8')
    for (const word of ['Người Kín', 'scrypt', verifier.hash, 'riêng một việc'])
      if (!/^keys/.test(file.name)) expect(bytes.includes(word), `${file.name}: ${word}`).toBe(false)
  }
})
