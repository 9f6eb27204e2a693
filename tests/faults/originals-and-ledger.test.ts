import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openArchive } from '#archive/open-archive.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { textParts } from '#archive/texts/text-store.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { bitsOf, copyOf, flipBit, verifyNow } from '#tests/support/damage.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

const SEED = Number(process.env.VAN_KHO_SEED ?? 4711)

async function filled() {
  const temp = await tempArchive({ deps: { segmentBytes: 2500 } })
  const ids: string[] = []
  for (let n = 1; n <= 10; n++) {
    ids.push(
      await fileText(temp.archive, `${n}.txt`, `Số ${n}-CV/HU\nviệc thứ ${n}`, { number: `${n}`, symbol: 'CV/HU' })
    )
  }
  return { temp, ids }
}

test('a flipped bit in an original is named by its document', async () => {
  const { temp, ids } = await filled()
  const random = seeded(SEED)
  for (let index = 0; index < 20; index++) {
    const id = ids[index % ids.length] ?? ''
    const path = temp.archive.originals.path(documentFiles(temp.archive.db, id)[0]?.sha256 ?? '')
    const bit = Math.floor(random() * bitsOf(path))
    flipBit(path, bit)
    const { ok, findings } = await verifyNow(temp.archive, 'full')
    expect(ok).toBe(false)
    expect(findings.map((one) => [one.code, one.documentId, one.document])).toEqual([
      ['file-changed', id, `${(index % 10) + 1}-CV/HU`]
    ])
    flipBit(path, bit)
  }
  expect((await verifyNow(temp.archive, 'full')).ok).toBe(true)
  report('bit flipped in an original', 20, { named: 20, seed: SEED })
})

test('an original that is gone, and a text that is gone, are named; a file nobody filed is no damage', async () => {
  const { temp, ids } = await filled()
  const sha = (id: string | undefined): string => documentFiles(temp.archive.db, id ?? '')[0]?.sha256 ?? ''
  rmSync(temp.archive.originals.path(sha(ids[2])))
  const text = sha(ids[3])
  rmSync(join(temp.folder, ...textParts(text, vaultOf(temp.folder))))
  const orphan = 'ab'.repeat(32)
  const path = join(temp.folder, 'originals', 'ab', 'ab')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, orphan), 'x')
  const archive = await temp.reopen()
  const { findings } = await verifyNow(archive, 'full')
  const codes = findings.map((one) => `${one.code} ${one.documentId ?? '-'}`).sort()
  expect(codes).toContain(`file-missing ${ids[2]}`)
  expect(codes).toContain(`text-missing ${ids[3]}`)
  expect(codes).toContain('orphan-file -')
})

/** Every bit of a ledger line counts: the line's hash covers its letters, and the next line names its hash. */
test('a flipped bit anywhere in the ledger is noticed at opening and named by its line', {
  timeout: 120_000
}, async () => {
  const { temp } = await filled()
  await temp.archive.close()
  const random = seeded(SEED + 1)
  const cases = 60
  for (let index = 0; index < cases; index++) {
    const folder = copyOf(temp.folder)
    const names = ['000001.jsonl', '000002.jsonl', '000003.jsonl']
    const path = join(folder, 'ledger', names[index % names.length] ?? '')
    const bit = Math.floor(random() * bitsOf(path))
    const line = lineOfBit(folder, path, bit)
    flipBit(path, bit)
    const archive = await openArchive(folder)
    expect(archive.mode, `flip ${index} of seed ${SEED}`).toBe('read-only')
    const [notice] = archive.notices
    expect(['ledger-line', 'ledger-chain']).toContain(notice?.code)
    // A line end that became a letter joins two lines; one more letter that became a line end parts one.
    expect(Math.abs(Number(notice?.detail.line) - line)).toBeLessThanOrEqual(1)
    expect((await verifyNow(archive, 'quick')).ok).toBe(false)
    expect(Number(archive.db.prepare('SELECT count(*) FROM document').pluck().get())).toBe(10)
    await archive.close()
    rmSync(folder, { recursive: true })
  }
  report('bit flipped in the ledger', cases, { named: cases, seed: SEED })
})

function lineOfBit(folder: string, path: string, bit: number): number {
  let lines = 1
  for (const name of ['000001.jsonl', '000002.jsonl', '000003.jsonl']) {
    const bytes = readFileSync(join(folder, 'ledger', name))
    const end = path.endsWith(name) ? bit >> 3 : bytes.length
    for (let at = 0; at < end; at++) if (bytes[at] === 10) lines++
    if (path.endsWith(name)) break
  }
  return lines
}
