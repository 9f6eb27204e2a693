import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { repair } from '#archive/care/repair.ts'
import { originalParts } from '#archive/originals/original-store.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { textParts } from '#archive/texts/text-store.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

async function backedUp(papers = 6) {
  const temp = await tempArchive({ deps: { segmentBytes: 3000 } })
  const ids: string[] = []
  for (let n = 1; n <= papers; n++) ids.push(await fileText(temp.archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`))
  const made = await backup(temp.archive, tempFolder(), 'test', quietJob())
  return { temp, made, hashes: ids.map((id) => hashOf(temp.archive, id)) }
}

function hashOf(archive: OpenedArchive, id: string): string {
  return documentFiles(archive.db, id)[0]?.sha256 ?? ''
}

function overwrite(path: string, bytes: string | Buffer): void {
  chmodSync(path, 0o600)
  writeFileSync(path, bytes)
}

function turnBit(path: string, at = readFileSync(path).length >> 1): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** Every file of the archive but its database and lock, with its bytes. */
function filesOf(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile() && /(?:ledger|originals|texts)/.test(one.parentPath))
      .map((one) => join(one.parentPath, one.name))
      .map((path) => [path, readFileSync(path, 'latin1')])
  )
}

describe('originals and texts', () => {
  test('lost and changed ones are taken from the backup by their hash; the bad ones stay aside', async () => {
    const { temp, made, hashes } = await backedUp()
    const { archive, folder } = temp
    const [lost = '', changed = '', text = ''] = hashes
    rmSync(archive.originals.path(lost))
    overwrite(archive.originals.path(changed), 'khác hẳn')
    const textPath = join(folder, ...textParts(text, vaultOf(folder)))
    writeFileSync(textPath, '{}')
    expect((await verifyNow(archive, 'full')).ok).toBe(false)
    const job = quietJob()
    const counts = await repair(archive, made, job)
    expect(counts).toEqual({ checked: 6, damaged: 2, mended: 2, texts: 1, ledgerLines: 0 })
    expect(job.results.map((one) => one.code).sort()).toEqual([
      ...['file-mended', 'file-mended', 'repaired', 'text-mended']
    ])
    expect((await verifyNow(archive, 'full')).findings).toEqual([])
    const aside = readdirSync(join(folder, 'aside'))
    expect(readFileSync(join(folder, 'aside', `damaged-${basename(archive.originals.path(changed))}`), 'utf8')).toBe(
      'khác hẳn'
    )
    expect(aside).toContain(`damaged-${basename(textPath)}`)
  })

  test('what the backup does not hold, or holds damaged, is named and left as it is', async () => {
    const { temp, made, hashes } = await backedUp()
    const { archive } = temp
    const [first = '', second = ''] = hashes
    const later = hashOf(archive, await fileText(archive, 'sau.txt', 'Số 99-CV/HU\nvào sau khi sao lưu'))
    for (const one of [first, second, later]) overwrite(archive.originals.path(one), 'hỏng')
    overwrite(join(made, ...originalParts(first, vaultOf(archive.folder))), 'hỏng cả ở đây')
    const job = quietJob()
    const counts = await repair(archive, made, job)
    expect(counts).toMatchObject({ damaged: 3, mended: 1 })
    expect(job.results.map((one) => one.code).sort()).toEqual([
      ...['backup-bad', 'file-mended', 'not-in-backup', 'repaired']
    ])
    expect(readFileSync(archive.originals.path(first), 'utf8')).toBe('hỏng')
    expect((await verifyNow(archive, 'full')).findings).toHaveLength(2)
  })

  test("another archive's backup is refused", async () => {
    const { temp } = await backedUp(1)
    const other = await backedUp(1)
    await expect(repair(temp.archive, other.made, quietJob())).rejects.toMatchObject({ code: 'conflict' })
  })

  test('nothing to mend changes nothing', async () => {
    const { temp, made } = await backedUp(2)
    const before = filesOf(temp.folder)
    expect(await repair(temp.archive, made, quietJob())).toMatchObject({ damaged: 0, mended: 0, ledgerLines: 0 })
    expect(filesOf(temp.folder)).toEqual(before)
  })
})

describe('lines of the ledger', () => {
  const segments = (folder: string): string[] =>
    readdirSync(join(folder, 'ledger')).map((name) => join(folder, 'ledger', name))

  /** Harms the ledger of a closed archive, opens it and mends it from the backup. */
  async function harmed(harm: (segments: readonly string[]) => void) {
    const { temp, made } = await backedUp(10)
    const { archive } = temp
    await fileText(archive, 'sau.txt', 'Số 99-CV/HU\nvào sau khi sao lưu')
    const whole = everything(archive)
    const head = archive.ledger.head()
    const before = filesOf(join(temp.folder, 'ledger'))
    await archive.close()
    harm(segments(temp.folder))
    const opened = await temp.reopen()
    return { temp, made, whole, head, before, opened }
  }

  const cases: readonly (readonly [string, (segments: readonly string[]) => void])[] = [
    ['a changed letter', ([, path = '']) => turnBit(path)],
    ['a lost file', ([, path = '']) => rmSync(path)],
    [
      'a line that was taken out',
      ([, path = '']) => writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'))
    ],
    [
      'damage in two files',
      ([first = '', , third = '']) => {
        for (const path of [first, third]) turnBit(path)
      }
    ]
  ]
  test.each(cases)('%s: the chain proves what the backup gives, and later lines stay', async (_what, harm) => {
    const { temp, made, whole, head, before, opened } = await harmed(harm)
    expect(opened.mode).toBe('read-only')
    const job = quietJob()
    const { ledgerLines } = await repair(opened, made, job)
    expect(ledgerLines).toBeGreaterThan(0)
    expect(job.results.filter((one) => one.code === 'line-mended')).toHaveLength(ledgerLines)
    expect(filesOf(join(temp.folder, 'ledger'))).toEqual(before)
    const again = await temp.reopen()
    expect(again.mode).toBe('ready')
    expect(again.ledger.head()).toEqual(head)
    expect(everything(again)).toBe(whole)
    expect((await verifyNow(again, 'full')).ok).toBe(true)
  })

  test('a line the backup does not have proves nothing, and nothing is changed', async () => {
    const { temp, made, opened } = await harmed((all) => {
      const path = all.at(-1) ?? ''
      const lines = readFileSync(path, 'latin1')
      // The last line, of after the backup, which the database has seen.
      turnBit(path, Math.max(lines.lastIndexOf('"data"'), lines.lastIndexOf('\n', lines.length - 2)) + 20)
    })
    const before = filesOf(temp.folder)
    await expect(repair(opened, made, quietJob())).rejects.toMatchObject({
      code: 'archive-damaged',
      detail: { damage: 'ledger-not-proven' }
    })
    expect(filesOf(temp.folder)).toEqual(before)
    expect(existsSync(made)).toBe(true)
  })
})
