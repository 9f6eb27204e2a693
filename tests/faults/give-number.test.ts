import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { differences } from '#archive/care/compare-rows.ts'
import { makeReplica } from '#archive/care/replica.ts'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import { failingFiles, type Trouble } from '#tests/support/failing-files.ts'
import { clerkOf, LETTERS, letter, NEXT, numberClock as now } from '#tests/support/numbering.ts'
import { OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { report, seeded } from './case-count.ts'

const CHILD = new URL('./children/number-child.ts', import.meta.url).pathname
const KILLS = Number(process.env.VAN_KHO_KILLS ?? 24)

/** What is done with numbers, each one commit: wholly there after any fault, or not at all. */
const OPERATIONS: Readonly<Record<string, (clerk: ReturnType<typeof clerkOf>) => Promise<unknown>>> = {
  'the first number opens its book': (clerk) =>
    clerk.file(letter({ symbol: 'TB/HU', documentType: 'thong-bao' }), NEXT),
  'a number is given': (clerk) => clerk.file(letter(), NEXT),
  'numbers are kept back': (clerk) =>
    clerk.ask('number.reserve', { place: LETTERS, numbers: [], count: 3, forWhom: null, reason: 'chờ' }),
  'a book is closed': async (clerk) => {
    const book = await clerk.bookOf(letter())
    return await clerk.ask('book.close', { id: book.id, closedOn: '2026-03-10', note: null })
  }
}

describe('the n-th write, fsync or rename fails while', () => {
  for (const [name, run] of Object.entries(OPERATIONS)) {
    test(`${name}: all or nothing, and the next number is right`, { timeout: 120_000 }, async () => {
      let cases = 0
      for (const lasting of ['once', 'always'] as const) {
        for (let at = 1; ; at++) {
          cases++
          if (await untouched(run, { at, code: 'EIO', lasting })) break
        }
      }
      report(`n-th call fails while ${name}`, cases)
      expect(cases).toBeGreaterThan(4)
    })
  }
})

async function untouched(run: (typeof OPERATIONS)[string], trouble: Trouble): Promise<boolean> {
  const files = failingFiles(trouble)
  const temp = await tempArchive({ deps: { files, now, log: () => {} } })
  await clerkOf(temp.archive).file(letter(), NEXT)
  const before = await standing(temp.archive)
  files.arm()
  const failed = await run(clerkOf(temp.archive)).then(
    () => false,
    () => true
  )
  const after = failed ? null : await standing(temp.archive)
  const again = await temp.reopen({ files: failingFiles({ at: 0, code: 'EIO', lasting: 'once' }) })
  expect(again.mode).toBe('ready')
  await sameAsLedger(again)
  const found = await standing(again)
  if (after) expect(found).toEqual(after)
  else {
    // Not acknowledged: not there at all, or, where only the answer was lost, all of it.
    const clean = await tempArchive({ deps: { now } })
    await clerkOf(clean.archive).file(letter(), NEXT)
    await run(clerkOf(clean.archive))
    expect([before, await standing(clean.archive)]).toContainEqual(found)
  }
  await contiguous(again)
  return !failed
}

/** Books, numbers and states without ids and times. */
async function standing(archive: OpenedArchive): Promise<unknown> {
  const clerk = clerkOf(archive)
  const books = await clerk.books(null)
  return books.map((book) => [book.id, book.state, book.next, book.counts])
}

async function sameAsLedger(archive: OpenedArchive): Promise<void> {
  const replica = await makeReplica(archive.ledger, { to: archive.ledger.head().seq, texts: null })
  expect([...differences(archive.db, replica.db)]).toEqual([])
  replica.close()
}

/** No gap, no duplicate in any book. */
async function contiguous(archive: OpenedArchive): Promise<void> {
  const clerk = clerkOf(archive)
  for (const book of await clerk.books(null)) {
    const gaps = await clerk.ask('book.gaps', { id: book.id })
    expect([gaps.missing, gaps.duplicates], book.id).toEqual([[], []])
  }
}

test(`killed ${KILLS} times while giving numbers: none lost, none double, none left out`, {
  timeout: 300_000
}, async () => {
  const folder = join(tempFolder(), 'archive')
  await (await createArchive(folder, OFFICE)).close()
  const random = seeded(Number(process.env.VAN_KHO_SEED ?? Date.now() % 1_000_000))
  let acknowledged = 0
  let unheard = 0
  for (let round = 0; round < KILLS; round++) {
    const heard = await runAndKill(folder, 20 + random() * 120)
    const archive = await openArchive(folder, { now })
    expect(archive.mode).toBe('ready')
    const [book] = await clerkOf(archive).books()
    const last = book?.counts.last ?? 0
    const told = heard.map((reference) => Number.parseInt(reference, 10))
    expect(told).toEqual(told.map((_, at) => acknowledged + unheard + at + 1))
    expect(last - acknowledged - unheard - told.length).toBeGreaterThanOrEqual(0)
    expect(last - acknowledged - unheard - told.length).toBeLessThanOrEqual(1)
    unheard += last - acknowledged - unheard - told.length
    acknowledged += told.length
    await contiguous(archive)
    await sameAsLedger(archive)
    await archive.close()
  }
  report('kill -9 while giving numbers', KILLS, {
    acknowledged,
    'there without an answer': unheard,
    lost: 0,
    double: 0
  })
  expect(acknowledged).toBeGreaterThan(KILLS)
})

/** Lets a child give numbers and kills it some time after its first. */
function runAndKill(folder: string, after: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'van-kho-compile-cache') }
  })
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), after)
    said += String(data)
  })
  return new Promise((resolve, reject) =>
    child.on('close', (_code, signal) => {
      // The last line may have been cut off while it was written.
      if (signal === 'SIGKILL') resolve(said.split('\n').slice(1, -1))
      else reject(new Error('the child broke down by itself'))
    })
  )
}
