import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { differences } from '#archive/care/compare-rows.ts'
import { makeReplica } from '#archive/care/replica.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { OperationError } from '#contract/failures.ts'
import { failingFiles, type Trouble } from '#tests/support/failing-files.ts'
import { CLERK, fileForm, fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { report } from './case-count.ts'

const CODES: readonly Trouble['code'][] = ['EIO', 'ENOSPC', 'EROFS', 'EACCES', 'EMFILE']
const EXPECTED = new Set(['io-error', 'disk-full', 'archive-read-only'])

type Operation = Readonly<{
  name: string
  run(archive: OpenedArchive, id: string): Promise<unknown>
}>

const OPERATIONS: readonly Operation[] = [
  { name: 'file a paper', run: (archive) => fileText(archive, 'b.txt', 'Số 2-CV/HU\nvăn bản thứ hai') },
  {
    name: 'correct',
    async run(archive, id) {
      const before = documentForm(archive.db, id)
      if (!before) throw new Error('no form')
      const data = { documentId: id, before, after: { ...before, note: 'mới' }, reason: 'r' }
      archive.commit([{ kind: 'document-corrected', data }], CLERK)
    }
  },
  {
    name: 'withdraw',
    async run(archive, id) {
      archive.commit([{ kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } }], CLERK)
    }
  }
]

/**
 * The n-th write, fsync, rename and folder fsync of an operation fails, n = 1, 2, … until it comes through untouched
 * (reliability.md R3). After each: what was acknowledged before is there, the failed thing is whole or not there, the
 * cause has its code, nothing is tried again after a failed fsync, and the next opening and the next filing succeed.
 */
describe('the n-th call to the disk fails', () => {
  for (const operation of OPERATIONS) {
    test(`${operation.name}: every n, five errors, once and from then on`, { timeout: 120_000 }, async () => {
      let cases = 0
      for (const code of CODES) {
        for (const lasting of ['once', 'always'] as const) {
          for (let at = 1; ; at++) {
            cases++
            if (await untouched(operation, { at, code, lasting })) break
          }
        }
      }
      report(`n-th call fails, ${operation.name}`, cases)
      expect(cases).toBeGreaterThan(CODES.length * 2 * 2)
    })
  }
})

/** Runs one case; true when the operation made fewer calls than `at` and so nothing failed. */
async function untouched(operation: Operation, trouble: Trouble): Promise<boolean> {
  const files = failingFiles(trouble)
  const temp = await tempArchive({ deps: { files, log: () => {} } })
  const id = await fileText(temp.archive, 'a.txt', 'Số 1-CV/HU\nvăn bản thứ nhất')
  const seq = temp.archive.ledger.head().seq
  files.arm()
  let failure: unknown = null
  await operation.run(temp.archive, id).catch((error: unknown) => {
    failure = error
  })
  const made = files.calls.length
  if (failure === null) {
    expect(temp.archive.ledger.head().seq).toBe(seq + 1)
    await temp.archive.close()
    return made < trouble.at
  }
  expect(failure, JSON.stringify(trouble)).toBeInstanceOf(OperationError)
  expect(EXPECTED).toContain((failure as OperationError).code)
  if (temp.archive.mode === 'read-only') {
    const refused = await fileForm(temp.archive, { number: '9' }).catch((error: OperationError) => error.code)
    expect(refused).toBe('archive-read-only')
    if (trouble.lasting === 'once') expect(files.calls.slice(trouble.at).filter((call) => call === 'sync')).toEqual([])
  }
  const again = await temp.reopen({ files: failingFiles({ at: 0, code: 'EIO', lasting: 'once' }) })
  expect(again.mode).toBe('ready')
  expect(documentFiles(again.db, id)).toHaveLength(1)
  for (const { sha256 } of documentFiles(again.db, id)) expect(existsSync(again.originals.path(sha256))).toBe(true)
  const facts = await makeReplica(again.ledger, { to: again.ledger.head().seq, texts: null })
  expect([...differences(again.db, facts.db)]).toEqual([])
  facts.close()
  await fileText(again, 'c.txt', 'Số 3-CV/HU\nvăn bản thứ ba')
  await again.close()
  return false
}
