import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { TEMPORARY } from '#archive/files/file-layer.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentCount } from '#archive/open-database.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { OFFICE, tempFolder } from '#tests/support/temp-archive.ts'
import { report } from './case-count.ts'

const CHILD = new URL('./children/step-child.ts', import.meta.url).pathname

/**
 * A filing of two papers in one commit dies before and after each single call to the disk. Both papers are there or
 * neither; a death between the ledger's fsync and COMMIT leaves the ledger ahead, and the next opening replays it.
 */
test('killed before and after every step of a filing: whole or not at all', { timeout: 240_000 }, async () => {
  const folder = join(tempFolder(), 'archive')
  await (await createArchive(folder, OFFICE)).close()
  let documents = 0
  let cases = 0
  let replayed = 0
  let unheard = 0
  for (const when of ['before', 'after']) {
    for (let at = 1; ; at++) {
      const said = await run(folder, at, when)
      const acknowledged = /^filed (\S+) (\S+)$/m.exec(said)
      const archive = await openArchive(folder)
      const where = `${when} call ${at}`
      expect(archive.mode, where).toBe('ready')
      const now = documentCount(archive.db)
      expect([0, 2], where).toContain(now - documents)
      if (acknowledged) expect(now - documents, where).toBe(2)
      else if (now > documents) unheard++
      if (archive.notices.some((one) => one.code === 'ledger-replayed')) replayed++
      documents = now
      for (const below of ['', 'originals', 'texts']) {
        expect(
          readdirSync(join(folder, below)).filter((name) => name.startsWith(TEMPORARY)),
          where
        ).toEqual([])
      }
      const { findings } = await verifyNow(archive, 'full')
      expect(
        findings.filter((one) => one.code !== 'orphan-file'),
        where
      ).toEqual([])
      await archive.close()
      if (said.includes('calls ')) break
      cases++
    }
  }
  expect(existsSync(join(folder, 'archive.json'))).toBe(true)
  report('killed at each step of a filing', cases, {
    'ledger ahead and replayed': replayed,
    'there without an answer': unheard
  })
  expect(replayed).toBeGreaterThan(0)
})

function run(folder: string, at: number, when: string): Promise<string> {
  const child = spawn(process.execPath, [CHILD, folder, String(at), when], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'van-kho-compile-cache') }
  })
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    said += String(data)
  })
  return new Promise((resolve, reject) =>
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL' || code === 0) resolve(said)
      else reject(new Error(`the child broke down by itself: ${code}`))
    })
  )
}
