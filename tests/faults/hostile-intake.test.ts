import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { startImport, startIntake } from '#archive/intake/intake-jobs.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { closeReaders } from '#archive/read/read-file.ts'
import { readStoredNow } from '#archive/vault/stored-file.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { FAILURE_CODES } from '#contract/failures.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { mutate, mutateInside } from '#tests/support/hostile-files.ts'
import { jobEnded } from '#tests/support/job-ended.ts'
import { CLERK, fileText, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

/** Reliability.md S1 and S2 through the whole archive: what cannot be read is said to be so, and kept as it came. */
const CASES = Math.ceil(Number(process.env.VANKHO_HOSTILE ?? 500) / 10)
const SEED = Number(process.env.VAN_KHO_SEED ?? 20_260)
const LETTERS = join(import.meta.dirname, '../archive/read/fixtures')
const SAMPLE = join(import.meta.dirname, '../../resources/sample/files')

afterAll(() => closeReaders())

function seeds(): readonly Buffer[] {
  const words = ['docx', 'odt', 'rtf', 'doc'].map((ending) => join(LETTERS, `letter.${ending}`))
  const [pdf = ''] = readdirSync(SAMPLE).filter((name) => name.endsWith('.pdf'))
  return [...words, join(SAMPLE, pdf)].map((path) => readFileSync(path))
}

it(`${CASES} mutated files handed in: honest status, originals unaltered, the archive whole`, async () => {
  const temp = await tempArchive()
  const { archive } = temp
  const files = seeds()
  const [handed, staged] = [new Map<string, string>(), [] as string[]]
  for (let index = 0; index < CASES; index++) {
    const random = seeded(SEED + 77 + Math.imul(index, 0x9e3779b1))
    const bytes = files[index % files.length] ?? Buffer.alloc(0)
    const zipped = bytes.subarray(0, 2).toString('latin1') === 'PK' && random() < 0.6
    const wounded = (zipped ? mutateInside(bytes, random) : mutate(bytes, random, bytes)).bytes
    const path = join(tempFolder(), 'in')
    writeFileSync(path, wounded)
    const id = archive.newId('s')
    const name = `ca ${index}.${['docx', 'odt', 'rtf', 'doc', 'pdf'][index % 5]}`
    await stageFile(archive.folder, id, name, path)
    staged.push(id)
    handed.set(name, sum(wounded))
  }
  // Half wait for the clerk, half are filed at once.
  await startIntake(archive, staged.slice(0, CASES >> 1))
  const waiting = await jobEnded(temp.events, 'intake')
  await startImport(archive, staged.slice(CASES >> 1), CLERK)
  const filed = await jobEnded(temp.events, 'import')
  const results = [...waiting.results, ...filed.results]
  const honest = new Set<string>([...FAILURE_CODES, 'waiting', 'filed', 'unreadable', 'package'])
  expect(results.filter(({ code }) => !honest.has(code))).toEqual([])
  expect(results.filter(({ code }) => code === 'internal' || code === 'io-error')).toEqual([])

  // Whatever the archive kept lies there byte for byte as it was handed in.
  const sums = new Set(handed.values())
  const kept = [...filesIn(join(temp.folder, 'originals')), ...filesIn(join(temp.folder, 'staging'))].filter(
    (path) => !path.endsWith('.json')
  )
  expect(kept.length).toBeGreaterThan(CASES / 3)
  const vault = vaultOf(temp.folder)
  expect(kept.filter((path) => !sums.has(sum(readStoredNow(vault.stored(path)))))).toEqual([])

  const id = await fileText(archive, 'sau.txt', 'Số 9-CV/HU\nviệc sau', { number: '9', symbol: 'CV/HU' })
  expect(id).toMatch(/^d_/)
  expect((await verifyNow(archive, 'full')).findings).toEqual([])
  const codes = new Map<string, number>()
  for (const { code } of results) codes.set(code, (codes.get(code) ?? 0) + 1)
  report('mutated files handed in', CASES, { ...Object.fromEntries(codes), kept: kept.length, seed: SEED })
}, 7_200_000)

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function sum(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}
