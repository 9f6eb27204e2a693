import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { chosenVersion, programPlace } from '#archive/update/program-place.ts'
import { olderVersion, takePackage } from '#archive/update/take-package.ts'
import { isSigned, TRUSTED_KEYS, trustedKeys } from '#archive/update/trusted-keys.ts'
import { compareVersions, isProgramPath } from '#contract/update-manifest.ts'
import { type Release, updateEntries } from '../../../tools/package-update.ts'
import { writeZip, type ZipEntry } from '../../../tools/package-zip.ts'

const work = mkdtempSync(join(tmpdir(), 'vankho-update-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const maker = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const RELEASE: Release = { version: '0.2.0', target: 'linux-x64', madeOn: '2026-11-25', notes: 'Mới: thử.' }
const FILES: readonly ZipEntry[] = [
  { name: 'node', content: 'stands for node' },
  { name: 'app/package.json', content: '{"version":"0.2.0"}' },
  { name: 'app/out/cli/main.js', content: 'x'.repeat(700_000) }
]

let folder = ''
const place = () => ({ folder, version: '0.1.0' })
const job = { total: () => {}, step: () => {}, signal: new AbortController().signal }

beforeEach(() => {
  folder = mkdtempSync(join(work, 'VanKho '))
  mkdirSync(join(folder, '0.1.0', 'app'), { recursive: true })
  writeFileSync(join(folder, 'current.txt'), '0.1.0\r\n')
})

function packed(entries: readonly ZipEntry[]): string {
  const path = join(folder, 'p.vankho-update')
  writeZip(path, entries)
  return path
}
const signed = (release = RELEASE, files = FILES) => [...updateEntries(release, files, maker.privateKey)]
const take = (path: string, signal = job.signal) =>
  takePackage(path, [maker.publicKey], place(), 'linux-x64', { ...job, signal })
const untouched = () => {
  expect(chosenVersion(place())).toBe('0.1.0')
  expect(readdirSync(folder).filter((name) => name !== 'p.vankho-update')).toEqual(['0.1.0', 'current.txt'])
}

it('lies beside the running version and is the next to start, with the one before kept to go back to', async () => {
  await take(packed(signed()))
  expect(chosenVersion(place())).toBe('0.2.0')
  expect(readFileSync(join(folder, '0.2.0/app/out/cli/main.js'), 'utf8')).toHaveLength(700_000)
  expect(olderVersion(place())).toBe('0.1.0')
  // From the new one to a still newer: the first is cleared.
  await takePackage(
    packed(signed({ ...RELEASE, version: '0.10.0' })),
    [maker.publicKey],
    { folder, version: '0.2.0' },
    'linux-x64',
    job
  )
  expect(readdirSync(folder).sort()).toEqual(['0.10.0', '0.2.0', 'current.txt', 'p.vankho-update'])
})

it('refuses what is not signed by a key it was shipped with, and unpacks nothing of it', async () => {
  const forged = [...updateEntries(RELEASE, FILES, stranger.privateKey)]
  const [manifest, signature] = signed()
  for (const entries of [
    forged,
    [{ ...manifest, content: Buffer.from(String(manifest?.content).replace('0.2.0', '0.3.0')) }, signature, ...FILES],
    [manifest, ...FILES]
  ])
    await expect(take(packed(entries as ZipEntry[]))).rejects.toMatchObject({ detail: { problem: 'not-signed' } })
  await expect(take(packed(FILES))).rejects.toMatchObject({ detail: { problem: 'not-a-package' } })
  await expect(takePackage(packed(signed()), [], place(), 'linux-x64', job)).rejects.toMatchObject({
    code: 'update-refused'
  })
  untouched()
})

it('refuses contents other than the signed list: changed, longer, missing, added, twice, outside', async () => {
  const [manifest, signature] = signed() as [ZipEntry, ZipEntry]
  const [node, json, main] = FILES as [ZipEntry, ZipEntry, ZipEntry]
  for (const files of [
    [node, json, { ...main, content: `${'x'.repeat(699_999)}y` }],
    [node, json, { ...main, content: 'x'.repeat(700_001) }],
    [node, json],
    [node, json, main, { name: 'app/more.js', content: '' }],
    [node, json, main, json],
    [node, json, main, { name: '../out.js', content: 'out' }]
  ]) {
    await expect(take(packed([manifest, signature, ...files]))).rejects.toMatchObject({
      detail: { problem: 'damaged' }
    })
    untouched()
    expect(existsSync(join(folder, '..', 'out.js'))).toBe(false)
  }
})

it('refuses every package of which a byte was changed or that was cut, and keeps the version that runs', async () => {
  const whole = readFileSync(packed(signed()))
  const path = join(folder, 'p.vankho-update')
  // The directory at the end of a zip is not read: its bytes decide nothing, and the files are all there.
  const end = whole.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  let refused = 0
  for (let at = 0; at < end; at += 41) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
    writeFileSync(path, bytes)
    const taken = await take(path).then(
      () => true,
      () => false
    )
    if (!taken) refused++
    // Taken in spite of it: then what lies there is what was signed, to the byte.
    else expect(readFileSync(join(folder, '0.2.0/app/out/cli/main.js'), 'utf8')).toBe('x'.repeat(700_000))
    rmSync(join(folder, '0.2.0'), { recursive: true, force: true })
    writeFileSync(join(folder, 'current.txt'), '0.1.0\r\n')
  }
  expect(refused).toBeGreaterThan(10)
  for (const length of [0, 10, 400, end - 1000, end - 1]) {
    writeFileSync(path, whole.subarray(0, length))
    await expect(take(path), String(length)).rejects.toMatchObject({ code: 'update-refused' })
    untouched()
  }
})

it('refuses an older version, the same one and one for another machine; stops when told', async () => {
  await expect(take(packed(signed({ ...RELEASE, version: '0.1.0' })))).rejects.toMatchObject({
    detail: { problem: 'not-newer' }
  })
  await expect(take(packed(signed({ ...RELEASE, target: 'win32-x64' })))).rejects.toMatchObject({
    detail: { problem: 'other-machine' }
  })
  await expect(take(packed(signed()), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' })
  untouched()
})

it('knows where it lies, its keys, its names and which version is newer', () => {
  expect(programPlace(join(folder, '0.1.0', 'node'))).toEqual({ folder, version: '0.1.0' })
  expect(programPlace(join(folder, 'bin', 'node'))).toBeNull()
  expect(programPlace(process.execPath)).toBeNull()
  const resources = join(folder, 'resources')
  mkdirSync(join(resources, 'update'), { recursive: true })
  expect(trustedKeys(resources)).toEqual([])
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
  const texts = [maker.publicKey, rsa].map((key) => key.export({ format: 'der', type: 'spki' }).toString('base64'))
  writeFileSync(join(resources, TRUSTED_KEYS), JSON.stringify([...texts, 'no key', 7]))
  expect(trustedKeys(resources)).toHaveLength(1)
  expect(isSigned(Buffer.from('a'), Buffer.alloc(64), trustedKeys(resources))).toBe(false)
  for (const bad of [
    '../a',
    'app/../a',
    '/app/a',
    'app//a',
    'app/a:b',
    'app/con.js',
    'app/a.',
    'app/a\\b',
    'other/a',
    'app/é'
  ])
    expect(isProgramPath(bad), bad).toBe(false)
  expect(['0.10.0', '0.9.9', '0.9.10'].sort(compareVersions)).toEqual(['0.9.9', '0.9.10', '0.10.0'])
})
