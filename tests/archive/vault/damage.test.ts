import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { drill } from '#archive/care/drill.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { restore } from '#archive/care/restore.ts'
import { createArchive } from '#archive/create-archive.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { openArchive } from '#archive/open-archive.ts'
import { SealBroken } from '#archive/vault/seal-broken.ts'
import { createSealer } from '#archive/vault/sealer.ts'
import { readStored, storedSize, streamStored } from '#archive/vault/stored-file.ts'
import { bitsOf, cut, everything, flipBit, quietJob, verifyNow } from '#tests/support/damage.ts'
import { ENCRYPTION, PASSWORD, RECOVERY_KEY, TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { fileText, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

const QUIET: ArchiveDeps = { log: () => {} }
const SECRET = { password: PASSWORD }

async function sealed(papers = 4): Promise<{ folder: string; archive: OpenedArchive }> {
  const folder = join(tempFolder(), 'kho')
  const archive = await createArchive(folder, OFFICE, { ...QUIET, encryption: ENCRYPTION })
  onTestFinished(() => archive.close())
  for (let n = 1; n <= papers; n++) {
    await fileText(archive, `${n}.txt`, `Số ${n}-CV/HU\nNội dung thứ ${n}.\n`, { subject: `Việc ${n}` })
  }
  return { folder, archive }
}

/** Bits spread evenly over a file, the first and last among them. */
function spread(path: string, most: number): readonly number[] {
  const bits = bitsOf(path)
  const step = Math.max(1, Math.floor(bits / most))
  return [...Array.from({ length: Math.ceil(bits / step) }, (_, n) => n * step), bits - 1]
}

function filesIn(folder: string, under: string): readonly string[] {
  return readdirSync(join(folder, under), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
}

describe('a sealed file', () => {
  const key = new Uint8Array(32).fill(7)
  const CHUNK = 64 * 1024

  function make(bytes: Buffer): string {
    const path = join(tempFolder(), 'f')
    const sealer = createSealer(key, 'content')
    const parts: Uint8Array[] = []
    for (let at = 0; at < bytes.length; at += 10_007) parts.push(sealer.update(bytes.subarray(at, at + 10_007)))
    writeFileSync(path, Buffer.concat([...parts, sealer.end()]))
    return path
  }

  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 40 * CHUNK + 5])(
    'of %i bytes is read back',
    async (length) => {
      const bytes = Buffer.from(Array.from({ length }, (_, n) => (n * 31) % 251))
      const file = { path: make(bytes), key }
      expect((await readStored(file)).equals(bytes)).toBe(true)
      expect(storedSize(file)).toBe(length)
      const streamed: Buffer[] = []
      for await (const piece of streamStored(file)) streamed.push(piece)
      expect(Buffer.concat(streamed).equals(bytes)).toBe(true)
    }
  )

  it('gives any part of it alone', async () => {
    const bytes = Buffer.from(Array.from({ length: 3 * CHUNK + 77 }, (_, n) => (n * 31) % 251))
    const file = { path: make(bytes), key }
    for (const [start, end] of [
      [0, 1],
      [CHUNK - 1, CHUNK + 1],
      [CHUNK, 2 * CHUNK],
      [2 * CHUNK + 5, 3 * CHUNK + 77],
      [10, 10],
      [3 * CHUNK, 9 * CHUNK]
    ] as const) {
      const parts: Buffer[] = []
      for await (const piece of streamStored(file, { start, end })) parts.push(piece)
      expect(Buffer.concat(parts).equals(bytes.subarray(start, end)), `${start}–${end}`).toBe(true)
    }
  })

  it('cut at any piece, with pieces changed about, doubled or of another file, is noticed', async () => {
    const bytes = Buffer.alloc(3 * CHUNK + 10, 1)
    const path = make(bytes)
    const good = readFileSync(path)
    const piece = (n: number): Buffer => good.subarray(40 + n * (CHUNK + 16), 40 + (n + 1) * (CHUNK + 16))
    const head = good.subarray(0, 40)
    const other = readFileSync(make(bytes))
    const wrong = {
      'last piece gone': Buffer.concat([head, piece(0), piece(1), piece(2)]),
      'two gone': Buffer.concat([head, piece(0), piece(1)]),
      'all gone': head,
      'changed about': Buffer.concat([head, piece(1), piece(0), piece(2), piece(3)]),
      doubled: Buffer.concat([head, piece(0), piece(0), piece(1), piece(2), piece(3)]),
      'one of another file': Buffer.concat([head, other.subarray(40, 40 + CHUNK + 16), piece(1), piece(2), piece(3)]),
      'bytes added': Buffer.concat([good, Buffer.alloc(1)]),
      empty: Buffer.alloc(0)
    }
    for (const [what, content] of Object.entries(wrong)) {
      writeFileSync(path, content)
      await expect(readStored({ path, key }), what).rejects.toThrow(SealBroken)
      const stream = async (): Promise<void> => {
        for await (const _ of streamStored({ path, key }));
      }
      await expect(stream(), what).rejects.toThrow(SealBroken)
    }
    await expect(readStored({ path: make(bytes), key: new Uint8Array(32) })).rejects.toThrow(SealBroken)
  })
})

describe('damage to a sealed archive', () => {
  it('any bit of an original or a text is noticed by the full check, and named by its document', async () => {
    const { folder, archive } = await sealed(2)
    const originals = filesIn(folder, 'originals')
    const texts = filesIn(folder, 'texts')
    expect([originals.length, texts.length]).toEqual([2, 2])
    for (const [paths, code] of [
      [originals, 'file-changed'],
      [texts, 'text-missing']
    ] as const) {
      const [path = ''] = paths
      for (const bit of spread(path, 8)) {
        flipBit(path, bit)
        const { findings } = await verifyNow(archive, 'full')
        expect(findings, `${path}: ${bit}`).toMatchObject([{ code, document: expect.stringMatching(/-CV\/HU$/) }])
        flipBit(path, bit)
      }
    }
    expect((await verifyNow(archive, 'full')).findings).toEqual([])
  }, 240_000)

  it('every bit of the ledger is noticed at opening', async () => {
    const { folder, archive } = await sealed(2)
    const head = archive.ledger.head()
    await archive.close()
    const path = join(folder, 'ledger', '000001.jsonl')
    const whole = readFileSync(path)
    for (const bit of spread(path, 40)) {
      flipBit(path, bit)
      const again = await openArchive(folder, { ...QUIET, secret: SECRET })
      const noticed =
        again.mode === 'read-only' && again.notices.some((one) => /^(?:ledger|database-ahead)/.test(one.code))
      await again.close()
      expect(noticed, `bit ${bit}`).toBe(true)
      writeFileSync(path, whole)
    }
    const again = await openArchive(folder, { ...QUIET, secret: SECRET })
    expect([again.mode, again.ledger.head()]).toEqual(['ready', head])
    await again.close()
  }, 240_000)

  it('lines of the ledger taken out, changed about or doubled are noticed', async () => {
    const { folder, archive } = await sealed(3)
    await archive.close()
    const path = join(folder, 'ledger', '000001.jsonl')
    const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1)
    const [a = '', b = '', c = '', ...rest] = lines
    for (const wrong of [[a, c, ...rest], [a, c, b, ...rest], [a, b, b, c, ...rest], lines.slice(0, -1)]) {
      writeFileSync(path, `${wrong.join('\n')}\n`)
      const again = await openArchive(folder, { ...QUIET, secret: SECRET })
      expect(again.mode).toBe('read-only')
      await again.close()
    }
  })

  it('any bit of the database is noticed and the database made anew, with nothing lost', async () => {
    const { folder, archive } = await sealed(2)
    const before = everything(archive)
    await archive.close()
    const image = join(tempFolder(), 'image')
    let noticed = 0
    const bits = spread(join(folder, 'archive.db'), 20)
    for (const bit of bits) {
      rmSync(image, { recursive: true, force: true })
      cpSync(folder, image, { recursive: true })
      flipBit(join(image, 'archive.db'), bit)
      const again = await openArchive(image, { ...QUIET, secret: SECRET })
      const opened = again.notices.some((one) => one.code === 'database-rebuilt')
      const found = opened || (await verifyNow(again, 'full')).findings.length > 0
      if (found) noticed++
      if (opened) expect(everything(again)).toBe(before)
      await again.close()
    }
    expect(noticed).toBe(bits.length)
  }, 240_000)

  it('a torn last line is cut as in a plain archive, and kept aside sealed', async () => {
    const { folder, archive } = await sealed(1)
    const before = everything(archive)
    await archive.close()
    const path = join(folder, 'ledger', '000001.jsonl')
    const size = statSync(path).size
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('YWJjZGVm')]))
    const again = await openArchive(folder, { ...QUIET, secret: SECRET })
    expect(again.notices.map((one) => one.code)).toEqual(['torn-line-cut'])
    expect(everything(again)).toBe(before)
    await again.close()
    expect(statSync(path).size).toBe(size)
  })
})

describe('care of a sealed archive', () => {
  let made: { folder: string; archive: OpenedArchive }
  let place: string
  beforeAll(() => {
    place = ''
  })

  async function backedUp(): Promise<string> {
    made = await sealed()
    place = join(tempFolder(), 'usb')
    return await backup(made.archive, place, 'test', quietJob())
  }

  it('a backup restores on a bare folder by the printed key alone, equal in everything', async () => {
    const from = await backedUp()
    const target = join(tempFolder(), 'kho')
    // The switch gives every restore a secret.
    if (!TEST_ENCRYPTED) {
      const none = restore(from, target, quietJob(), systemFiles, null)
      await expect(none).rejects.toMatchObject({ code: 'archive-sealed' })
    }
    await expect(
      restore(from, target, quietJob(), systemFiles, { password: 'một mật khẩu sai' })
    ).rejects.toMatchObject({ code: 'key-wrong' })
    expect(readdirSync(dirname(target))).toEqual([])
    await restore(from, target, quietJob(), systemFiles, { recoveryKey: RECOVERY_KEY.toLowerCase() })
    const again = await openArchive(target, { ...QUIET, secret: { recoveryKey: RECOVERY_KEY } })
    onTestFinished(() => again.close())
    expect(everything(again)).toBe(everything(made.archive))
    expect((await verifyNow(again, 'full')).findings).toEqual([])
  })

  it('a backup holds no word of a paper, no hash of one, and neither does what is left beside it', async () => {
    const from = await backedUp()
    const hashes = made.archive.db.prepare('SELECT sha256 FROM document_file').pluck().all() as string[]
    for (const path of filesIn(dirname(from), '.')) {
      const bytes = readFileSync(path)
      for (const word of ['Nội dung', 'Việc 1', OFFICE.name, ...hashes]) {
        expect(bytes.includes(word) || path.includes(word), `${path}: ${word}`).toBe(false)
      }
    }
  })

  it('any damaged file of a backup is refused and nothing is left', async () => {
    const from = await backedUp()
    for (const path of filesIn(from, '.')) {
      const whole = readFileSync(path)
      for (const bit of [0, bitsOf(path) >> 1, bitsOf(path) - 1]) {
        flipBit(path, bit)
        const target = join(tempFolder(), 'kho')
        await expect(restore(from, target, quietJob(), systemFiles, SECRET), `${path}: ${bit}`).rejects.toMatchObject({
          code: 'archive-damaged'
        })
        expect(readdirSync(dirname(target))).toEqual([])
        writeFileSync(path, whole)
      }
    }
  }, 240_000)

  it('what says how the folder opens is written again for a backup when it was lost since; without any key file there is none', async () => {
    const { folder, archive } = await sealed(1)
    const into = join(tempFolder(), 'usb')
    for (const name of ['keys.json', 'archive.json']) rmSync(join(folder, name))
    const from = await backup(archive, into, 'test', quietJob())
    const again = await restore(from, join(tempFolder(), 'kho'), quietJob(), systemFiles, SECRET)
    for (const name of ['keys.json', 'keys-copy.json']) expect(statSync(join(again, name)).size).toBeGreaterThan(0)
    for (const name of ['keys.json', 'keys-copy.json']) rmSync(join(folder, name))
    await expect(backup(archive, join(tempFolder(), 'usb'), 'test', quietJob())).rejects.toMatchObject({
      code: 'key-file-lost',
      detail: { problem: 'missing' }
    })
  })

  it('a backup without its key files, or with both damaged, is one that is not whole', async () => {
    const from = await backedUp()
    const target = join(tempFolder(), 'kho')
    const refused = (damage: string) =>
      expect(restore(from, target, quietJob(), systemFiles, SECRET)).rejects.toMatchObject({
        code: 'archive-damaged',
        detail: { damage, file: 'keys.json' }
      })
    for (const name of ['keys.json', 'keys-copy.json']) flipBit(join(from, name), 800)
    await refused('backup-file')
    for (const name of ['keys.json', 'keys-copy.json']) rmSync(join(from, name))
    await refused('backup-file-missing')
    expect(readdirSync(dirname(target))).toEqual([])
  })

  it('the restore drill goes through without asking for the password again', async () => {
    const from = await backedUp()
    expect(await drill(made.archive, from, quietJob())).toMatchObject({ ok: true, problem: null })
  })

  it('the database is made anew of ledger and originals, at opening and when asked', async () => {
    const { folder, archive } = await sealed()
    const before = everything(archive)
    await rebuild(archive, quietJob())
    expect(everything(archive)).toBe(before)
    await archive.close()
    rmSync(join(folder, 'archive.db'))
    rmSync(join(folder, 'texts'), { recursive: true })
    const again = await openArchive(folder, { ...QUIET, secret: SECRET })
    onTestFinished(() => again.close())
    expect(again.notices.map((one) => one.code)).toEqual(['database-rebuilt'])
    expect(everything(again)).toBe(before)
  })

  it('a cut original is named by the full check', async () => {
    const { folder, archive } = await sealed(1)
    const [path = ''] = filesIn(folder, 'originals')
    cut(path, statSync(path).size - 5)
    expect((await verifyNow(archive, 'full')).findings.map((one) => one.code)).toEqual(['file-changed'])
  })
})
