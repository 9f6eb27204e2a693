import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readArchiveFile } from '#archive/archive-file.ts'
import type { ArchiveDeps, OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import {
  removePasswordSlot,
  removeSlot,
  setPasswordSlot,
  setRecoveryKey,
  slotsOf
} from '#archive/vault/change-slots.ts'
import { encryptArchive } from '#archive/vault/encrypt-archive.ts'
import { readKeyFile } from '#archive/vault/key-file.ts'
import type { Secret } from '#archive/vault/slots.ts'
import { newRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { bitsOf, flipBit, quietJob } from '#tests/support/damage.ts'
import { CHEAP, ENCRYPTION, PASSWORD, RECOVERY_KEY } from '#tests/support/encrypted.ts'
import { fileText, OFFICE, tempFolder } from '#tests/support/temp-archive.ts'

const QUIET: ArchiveDeps = { log: (error) => console.error(error) }
const NOW = new Date('2026-11-25T01:00:00Z')
const OTHER_KEY = newRecoveryKey((below) => below - 1)

async function sealed(folder = join(tempFolder(), 'kho')): Promise<{ folder: string; archive: OpenedArchive }> {
  const archive = await createArchive(folder, OFFICE, { ...QUIET, encryption: ENCRYPTION })
  onTestFinished(() => archive.close())
  return { folder, archive }
}

async function closed(): Promise<string> {
  const { folder, archive } = await sealed()
  await fileText(archive, 'a.txt', 'Một văn bản.\n', { subject: 'Về một việc' })
  await archive.close()
  return folder
}

/** Every file below a folder with its bytes: what an attempt may have changed. */
function contents(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile())
  return new Map(
    files.map((one) => join(one.parentPath, one.name)).map((path) => [path, readFileSync(path).toString('base64')])
  )
}

async function opens(folder: string, secret: Secret | null): Promise<string> {
  try {
    const archive = await openArchive(folder, { ...QUIET, secret })
    const documents = archive.db.prepare('SELECT count(*) FROM document').pluck().get()
    await archive.close()
    return `${archive.notices.map((one) => one.code).join()}:${documents}`
  } catch (error) {
    const { code, detail } = error as { code: string; detail: { problem?: string } }
    return detail?.problem ? `${code}/${detail.problem}` : code
  }
}

describe('what opens an encrypted archive', () => {
  it('is neither nothing nor another password or key, and no such try changes a byte', async () => {
    const folder = await closed()
    const before = contents(folder)
    expect(await opens(folder, null)).toBe('archive-sealed')
    expect(await opens(folder, { password: `${PASSWORD} ` })).toBe('key-wrong/password')
    expect(await opens(folder, { password: '' })).toBe('key-wrong/password')
    expect(await opens(folder, { recoveryKey: OTHER_KEY })).toBe('key-wrong/recovery-key')
    expect(await opens(folder, { recoveryKey: RECOVERY_KEY.replace('-', '') })).toBe(':1')
    expect(await opens(folder, { recoveryKey: RECOVERY_KEY.slice(1) })).toBe('key-wrong/mistyped')
    expect(await opens(folder, { dataKey: new Uint8Array(32) })).toBe('key-wrong/other-key')
    const { 'lock-holder.json': _, ...names } = Object.fromEntries(
      [...contents(folder)].map(([path, bytes]) => [path.slice(folder.length + 1), bytes])
    )
    for (const [name, bytes] of Object.entries(names)) {
      if (!/^lock|^archive\.db$/.test(name)) expect(before.get(join(folder, name))).toBe(bytes)
    }
  })

  it('is a password typed with composed or parted accents', async () => {
    const folder = await closed()
    expect(await opens(folder, { password: PASSWORD.normalize('NFD') })).toBe(':1')
  })

  it('is a password changed later, and the one before no more', async () => {
    const { folder, archive } = await sealed()
    await setPasswordSlot(folder, null, 'một mật khẩu khác', NOW, CHEAP)
    await archive.close()
    expect(await opens(folder, { password: PASSWORD })).toBe('key-wrong/password')
    expect(await opens(folder, { password: 'một mật khẩu khác' })).toBe(':0')
    expect(await opens(folder, { recoveryKey: RECOVERY_KEY })).toBe(':0')
  })

  it('is never made a password that is tried first, and the one so far stays', async () => {
    const { folder, archive } = await sealed()
    await expect(setPasswordSlot(folder, null, 'Huyện ủy 2026', NOW, CHEAP)).rejects.toMatchObject({
      code: 'weak-password'
    })
    await archive.close()
    expect(await opens(folder, { password: PASSWORD })).toBe(':0')
  })

  it("is each person's own password, until the account is closed", async () => {
    const { folder, archive } = await sealed()
    await setPasswordSlot(folder, 'u_mot', 'mật khẩu của một', NOW, CHEAP)
    await setPasswordSlot(folder, 'u_hai', 'mật khẩu của hai', NOW, CHEAP)
    expect(slotsOf(folder).map((one) => one.account)).toEqual([null, null, 'u_mot', 'u_hai'])
    removePasswordSlot(folder, 'u_mot')
    await archive.close()
    expect(await opens(folder, { password: 'mật khẩu của một' })).toBe('key-wrong/password')
    expect(await opens(folder, { password: 'mật khẩu của hai', account: 'u_hai' })).toBe(':0')
    expect(await opens(folder, { password: PASSWORD })).toBe(':0')
  })

  it('is a new printed key; the lost one opens nothing when it was replaced', async () => {
    const { folder, archive } = await sealed()
    setRecoveryKey(folder, OTHER_KEY, NOW, false)
    expect(slotsOf(folder).filter((one) => one.kind === 'recovery')).toHaveLength(2)
    setRecoveryKey(folder, OTHER_KEY, NOW, true)
    await archive.close()
    expect(await opens(folder, { recoveryKey: RECOVERY_KEY })).toBe('key-wrong/recovery-key')
    expect(await opens(folder, { recoveryKey: OTHER_KEY })).toBe(':0')
  })

  it('is never taken away to the last: one password and one printed key stay', async () => {
    const { folder } = await sealed()
    for (const { id } of slotsOf(folder)) expect(() => removeSlot(folder, id)).toThrow('conflict')
    expect(slotsOf(folder)).toHaveLength(2)
  })
})

describe('the key file', () => {
  it('lies there twice: either copy lost or damaged is made good at the next opening', async () => {
    const folder = await closed()
    const whole = readFileSync(join(folder, 'keys.json'), 'utf8')
    for (const name of ['keys.json', 'keys-copy.json']) {
      rmSync(join(folder, name))
      expect(await opens(folder, { password: PASSWORD })).toBe('key-file-mended:1')
      writeFileSync(join(folder, name), whole.replace('"N":16', '"N":32'))
      expect(await opens(folder, { password: PASSWORD })).toBe('key-file-mended:1')
      expect(readFileSync(join(folder, name), 'utf8')).toBe(whole)
    }
  })

  it('notices every single bit turned in it', async () => {
    const folder = await closed()
    const path = join(folder, 'keys.json')
    rmSync(join(folder, 'keys-copy.json'))
    for (let bit = 0; bit < bitsOf(path); bit++) {
      flipBit(path, bit)
      expect(() => readKeyFile(folder), `bit ${bit}`).toThrow('key-file-lost')
      flipBit(path, bit)
    }
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-mended:1')
  })

  it('lost in both copies leaves the archive closed, not blank; put back from a backup it opens', async () => {
    const folder = await closed()
    const kept = join(tempFolder(), 'keys.json')
    copyFileSync(join(folder, 'keys.json'), kept)
    for (const name of ['keys.json', 'keys-copy.json']) rmSync(join(folder, name))
    const before = contents(folder)
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-lost/missing')
    expect(contents(folder)).toEqual(before)
    writeFileSync(join(folder, 'keys.json'), 'gì đó')
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-lost/damaged')
    copyFileSync(kept, join(folder, 'keys.json'))
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-mended:1')
  })

  it('of another archive, or of this one under another key, opens nothing and changes nothing', async () => {
    const folder = await closed()
    const other = await sealed()
    await other.archive.close()
    const before = contents(folder)
    for (const name of ['keys.json', 'keys-copy.json']) copyFileSync(join(other.folder, name), join(folder, name))
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-lost/foreign')
    for (const [path, bytes] of before) writeFileSync(path, Buffer.from(bytes, 'base64'))
    const anew = join(tempFolder(), 'moi')
    const archive = await openArchive(folder, { ...QUIET, secret: { password: PASSWORD } })
    await encryptArchive(archive, anew, ENCRYPTION, quietJob())
    await archive.close()
    for (const name of ['keys.json', 'keys-copy.json']) copyFileSync(join(anew, name), join(folder, name))
    expect(await opens(folder, { password: PASSWORD })).toBe('key-wrong/other-key')
    rmSync(join(folder, 'archive.json'))
    expect(await opens(folder, { password: PASSWORD })).toBe('key-wrong/other-key')
    expect(existsSync(join(folder, 'aside', 'archive.db'))).toBe(false)
  })

  it('is believed before an archive.json that says something else: the ledger opens', async () => {
    const folder = await closed()
    const path = join(folder, 'archive.json')
    const whole = readFileSync(path)
    for (let bit = 0; bit < whole.length * 8; bit += 61) {
      flipBit(path, bit)
      expect(await opens(folder, { password: PASSWORD }), `bit ${bit}`).toMatch(/^(?:archive-file-remade)?:1$/)
      writeFileSync(path, whole)
    }
    writeFileSync(path, JSON.stringify({ ...JSON.parse(String(whole)), sealed: 'f'.repeat(64) }))
    expect(await opens(folder, { password: PASSWORD })).toBe('archive-file-remade:1')
    expect(readArchiveFile(folder)).toMatchObject({ lost: false, file: { sealed: readKeyFile(folder).file.check } })
  })

  it('tells what the folder is when archive.json is lost', async () => {
    const folder = await closed()
    rmSync(join(folder, 'archive.json'))
    expect(await opens(folder, null)).toBe('archive-sealed')
    expect(await opens(folder, { password: PASSWORD })).toBe('archive-file-remade:1')
    expect(await opens(folder, { password: PASSWORD })).toBe(':1')
  })

  it('of a stick cannot ask for a hash that takes all memory', async () => {
    const folder = await closed()
    const { file } = readKeyFile(folder)
    const slots = file.slots.map((slot) =>
      slot.kind === 'password' ? { ...slot, scrypt: { N: 2 ** 24, r: 32, p: 1 } } : slot
    )
    const { writeKeyFile } = await import('#archive/vault/key-file.ts')
    const { systemFiles } = await import('#archive/files/file-layer.ts')
    writeKeyFile(systemFiles, folder, { ...file, slots })
    expect(await opens(folder, { password: PASSWORD })).toBe('key-file-lost/damaged')
  })
})
