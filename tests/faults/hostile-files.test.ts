import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { type Hostile, hostileDocuments, hostilePdfs, mutate } from '#tests/support/hostile-files.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

/** Reliability.md S1 and S2. A nightly run asks for more with VANKHO_HOSTILE. */
const CASES = Number(process.env.VANKHO_HOSTILE ?? 500)
const LIMITS = { milliseconds: 10_000, megabytes: 512 }
const LETTERS = join(import.meta.dirname, '../archive/read/fixtures')
const SAMPLE = join(import.meta.dirname, '../../resources/sample/files')
const KNOWN = new Set(['file-damaged', 'file-unsupported', 'file-empty', 'file-encrypted', 'file-too-large'])

afterAll(() => closeReaders())

/** Reads each file in the bounded thread while the engine's own thread keeps its beat. */
async function readAll(what: string, cases: Iterable<Hostile>, canary: string): Promise<void> {
  const folder = tempFolder()
  const kinds = new Map<string, number>()
  let [slowest, count, longestBeat, last] = [0, 0, 0, performance.now()]
  const beat = setInterval(() => {
    longestBeat = Math.max(longestBeat, performance.now() - last)
    last = performance.now()
  }, 20)
  const wrong: string[] = []
  async function one(name: string, { what: wound, bytes }: Hostile): Promise<void> {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const started = performance.now()
    const result = await readFile(path, { limits: LIMITS })
    const took = performance.now() - started
    if (took > 3000) process.stdout.write(`[faults] ${name} (${wound}): ${Math.round(took)} ms\n`)
    slowest = Math.max(slowest, took)
    const code = result.ok
      ? 'read'
      : `${result.code}${['too-slow', 'too-heavy'].includes(String(result.detail.problem)) ? ` ${result.detail.problem}` : ''}`
    kinds.set(code, (kinds.get(code) ?? 0) + 1)
    if (!result.ok && !KNOWN.has(result.code)) wrong.push(`${name} (${wound}): ${result.code}`)
    const sum = (data: Buffer) => createHash('sha256').update(data).digest('hex')
    if (sum(readFileSync(path)) !== sum(bytes)) wrong.push(`${name} (${wound}): bytes changed`)
    if (existsSync(canary)) wrong.push(`${name} (${wound}): something was executed`)
  }
  const iterator = cases[Symbol.iterator]()
  async function lane(): Promise<void> {
    for (let next = iterator.next(); !next.done; next = iterator.next()) await one(`case-${count++}`, next.value)
  }
  await Promise.all([lane(), lane()])
  clearInterval(beat)
  report(what, count, {
    ...Object.fromEntries(kinds),
    'slowest ms': Math.round(slowest),
    'longest beat ms': Math.round(longestBeat)
  })
  expect(wrong).toEqual([])
  expect(slowest).toBeLessThan(LIMITS.milliseconds + 2000)
  expect('canary' in globalThis).toBe(false)
  // Whatever went before, the next file is read.
  const sound = await readFile(join(LETTERS, 'letter.docx'), { limits: LIMITS })
  expect(sound.ok).toBe(true)
}

function* mutations(seeds: readonly Buffer[], count: number, seed: number): Generator<Hostile> {
  const random = seeded(seed)
  for (let index = 0; index < count; index++) {
    const bytes = seeds[index % seeds.length] ?? Buffer.alloc(0)
    yield mutate(bytes, random, seeds[Math.floor(random() * seeds.length)] ?? bytes)
  }
}

function canaryIn(folder: string) {
  return { file: join(folder, 'canary'), host: 'canary.invalid' }
}

describe('hostile files', () => {
  it(`PDF: ${CASES} mutated, and those made to harm`, { timeout: 600_000 }, async () => {
    const canary = canaryIn(tempFolder())
    const sample = readdirSync(SAMPLE)
      .filter((name) => name.endsWith('.pdf'))
      .slice(0, 6)
      .map((name) => readFileSync(join(SAMPLE, name)))
    const own = plainPdf([
      [{ font: 'Arial', text: 'Van phong Huyen uy' }],
      [{ font: '.VnTime', text: '§¶ng bé huyÖn, c¸c chi bé' }]
    ])
    await readAll('mutated PDF', mutations([own, ...sample], CASES, 20_260), canary.file)
    await readAll('PDF made to harm', hostilePdfs(canary), canary.file)
  })

  it(`DOCX, ODT, RTF, DOC: ${CASES} mutated, and those made to harm`, { timeout: 600_000 }, async () => {
    const canary = canaryIn(tempFolder())
    const seeds = ['docx', 'odt', 'rtf', 'doc'].map((ending) => readFileSync(join(LETTERS, `letter.${ending}`)))
    await readAll('mutated DOCX, ODT, RTF, DOC', mutations(seeds, CASES, 1_975), canary.file)
    await readAll('documents made to harm', hostileDocuments(canary, seeds[0] ?? Buffer.alloc(0)), canary.file)
  })
})
