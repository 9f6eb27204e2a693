import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { sheetsOf } from '#archive/backlog/sheet-thread.ts'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { type Hostile, hostileDocuments, hostilePdfs, mutate, mutateInside } from '#tests/support/hostile-files.ts'
import { hostileSheets, soundWorkbook } from '#tests/support/hostile-sheets.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

/** Reliability.md S1 and S2. A nightly run asks for more with VANKHO_HOSTILE, of other wounds with VAN_KHO_SEED. */
const CASES = Number(process.env.VANKHO_HOSTILE ?? 500)
const SEED = Number(process.env.VAN_KHO_SEED ?? 20_260)
/** A damaged PDF may take its whole ten seconds; a workbook has a thread of its own each time. */
const PDFS = Math.ceil(CASES / 2)
const SHEETS = Math.ceil(CASES / 10)
const LIMITS = { milliseconds: 10_000, megabytes: 512 }
const LETTERS = join(import.meta.dirname, '../archive/read/fixtures')
const SAMPLE = join(import.meta.dirname, '../../resources/sample/files')
/** A file that once did what it must not is kept here and read in every run. */
const KEPT = join(import.meta.dirname, 'seeds/files')
const KNOWN = new Set([
  'file-damaged',
  'file-unread',
  'file-unsupported',
  'file-empty',
  'file-encrypted',
  'file-too-large'
])

afterAll(() => closeReaders())

type Read = Readonly<{ ok: boolean; code?: string; problem?: string }>
type Reader = (path: string) => Promise<Read>

async function asDocument(path: string): Promise<Read> {
  const result = await readFile(path, { limits: LIMITS })
  return result.ok ? { ok: true } : { ok: false, code: result.code, problem: String(result.detail.problem) }
}

const asSheet: Reader = (path) => sheetsOf(path, LIMITS.milliseconds)

/** Reads each file in its bounded thread while the engine's own thread keeps its beat. */
async function readAll(what: string, cases: Iterable<Hostile>, canary: string, read: Reader = asDocument) {
  const folder = tempFolder()
  const kinds = new Map<string, number>()
  let [slowest, count, longestBeat, last, heaviest] = [0, 0, 0, performance.now(), 0]
  const beat = setInterval(() => {
    longestBeat = Math.max(longestBeat, performance.now() - last)
    last = performance.now()
    heaviest = Math.max(heaviest, process.memoryUsage.rss())
  }, 20)
  const wrong: string[] = []
  async function one(name: string, { what: wound, bytes }: Hostile): Promise<void> {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const started = performance.now()
    const result = await read(path)
    const took = performance.now() - started
    if (took > 3000) process.stdout.write(`[faults] ${name} (${wound}): ${Math.round(took)} ms\n`)
    slowest = Math.max(slowest, took)
    const bounded = ['too-slow', 'too-heavy'].includes(result.problem ?? '')
    const code = result.ok ? 'read' : `${result.code}${bounded ? ` ${result.problem}` : ''}`
    kinds.set(code, (kinds.get(code) ?? 0) + 1)
    const faults = [
      ...(!result.ok && !KNOWN.has(result.code ?? '') ? [`says ${result.code}`] : []),
      ...(sum(readFileSync(path)) === sum(bytes) ? [] : ['bytes changed']),
      ...(existsSync(canary) ? ['something was executed'] : []),
      ...(took > LIMITS.milliseconds + 2000 ? [`${Math.round(took)} ms`] : [])
    ]
    if (faults.length > 0) wrong.push(`${name} (${wound}): ${faults.join(', ')}; kept as ${keep(bytes, read)}`)
    rmSync(path)
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
    'longest beat ms': Math.round(longestBeat),
    'heaviest MB': Math.round(heaviest / 2 ** 20),
    seed: SEED
  })
  expect(wrong).toEqual([])
  expect('canary' in globalThis).toBe(false)
}

function sum(data: Buffer): string {
  return createHash('sha256').update(data).digest('hex')
}

function keep(bytes: Buffer, read: Reader): string {
  mkdirSync(KEPT, { recursive: true })
  const name = `${sum(bytes).slice(0, 16)}${read === asSheet ? '.xlsx' : '.bin'}`
  writeFileSync(join(KEPT, name), bytes)
  return name
}

/** Each case has a generator of its own: case 7,214 of a seed is the same however many were asked for. */
function* mutations(seeds: readonly Buffer[], count: number, salt: number): Generator<Hostile> {
  for (let index = 0; index < count; index++) {
    const random = seeded(SEED + salt + Math.imul(index, 0x9e3779b1))
    const bytes = seeds[index % seeds.length] ?? Buffer.alloc(0)
    const zipped = bytes.subarray(0, 2).toString('latin1') === 'PK'
    if (zipped && random() < 0.6) yield mutateInside(bytes, random)
    else yield mutate(bytes, random, seeds[Math.floor(random() * seeds.length)] ?? bytes)
  }
}

function canaryIn(folder: string) {
  return { file: join(folder, 'canary'), host: 'canary.invalid' }
}

const letter = (ending: string): Buffer => readFileSync(join(LETTERS, `letter.${ending}`))

describe('hostile files', { timeout: 7_200_000 }, () => {
  it(`PDF: ${PDFS} mutated, and those made to harm`, async () => {
    const canary = canaryIn(tempFolder())
    const sample = readdirSync(SAMPLE)
      .filter((name) => name.endsWith('.pdf'))
      .slice(0, 6)
      .map((name) => readFileSync(join(SAMPLE, name)))
    const own = plainPdf([
      [{ font: 'Arial', text: 'Van phong Huyen uy' }],
      [{ font: '.VnTime', text: '§¶ng bé huyÖn, c¸c chi bé' }]
    ])
    await readAll('mutated PDF', mutations([own, ...sample], PDFS, 0), canary.file)
    await readAll('PDF made to harm', hostilePdfs(canary), canary.file)
  })

  it(`DOCX, ODT, RTF, DOC: ${CASES} mutated, and those made to harm`, async () => {
    const canary = canaryIn(tempFolder())
    const seeds = ['docx', 'odt', 'rtf', 'doc'].map(letter)
    await readAll('mutated DOCX, ODT, RTF, DOC', mutations(seeds, CASES, 1_975), canary.file)
    await readAll('documents made to harm', hostileDocuments(canary, letter('docx')), canary.file)
  })

  it(`XLSX: ${SHEETS} mutated, and those made to harm`, async () => {
    const canary = canaryIn(tempFolder())
    await readAll('mutated XLSX', mutations([soundWorkbook()], SHEETS, 4_021), canary.file, asSheet)
    await readAll('workbooks made to harm', hostileSheets(canary), canary.file, asSheet)
  })

  it('those that once did harm', async () => {
    const canary = canaryIn(tempFolder())
    const kept = existsSync(KEPT) ? readdirSync(KEPT) : []
    const files = (ending: string) =>
      kept.filter((name) => name.endsWith(ending)).map((what) => ({ what, bytes: readFileSync(join(KEPT, what)) }))
    await readAll('kept documents', files('.bin'), canary.file)
    await readAll('kept workbooks', files('.xlsx'), canary.file, asSheet)
    // Whatever went before, the next file is read.
    const path = join(tempFolder(), 'thu.docx')
    writeFileSync(path, letter('docx'))
    expect(await asDocument(path)).toEqual({ ok: true })
    writeFileSync(path, soundWorkbook())
    expect(await asSheet(path)).toMatchObject({ ok: true })
  })
})
