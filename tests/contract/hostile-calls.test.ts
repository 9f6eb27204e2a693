import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FACT_TABLES } from '#archive/care/fact-tables.ts'
import type { Outcome } from '#contract/failures.ts'
import { isWithinDepth } from '#contract/limits.ts'
import { operations } from '#contract/operations.ts'
import { type HostileCall, hostileCalls, NO_JSON } from '#tests/support/hostile-calls.ts'
import { DAM_RONG } from '#tests/support/served-app.ts'
import { type Door, openDoors } from './doors.ts'

/** Reliability.md S5. A nightly run asks for more with VANKHO_CALLS, of other calls with VAN_KHO_SEED. */
const CALLS = Number(process.env.VANKHO_CALLS ?? 5000)
const SEED = Number(process.env.VAN_KHO_SEED ?? 5151)
const BLOCK = 250
/** Calls that once had another verdict over one door, or changed what they must not. */
const KEPT = join(import.meta.dirname, 'hostile-calls.json')

/**
 * What would take the ground from under the comparison when it succeeds: the archive open in all three is another one, or
 * everybody is signed out. They are sent where they are refused by their shape.
 */
const NEVER_DONE = /^(?:archive\.(?:create|open|sample|restore|rebuild|close)|account\.|vault\.|update\.|encryption\.)/
/** What writes into a folder that is named (three archives would write into one), and work of minutes. */
const OUTSIDE = /^(?:archive\.backup|backup\.|care\.|export\.|lineage\.export)/
/** Work that goes on behind the answer and whose end no two machines reach at the same time. */
const WATCHES = /^watch\.save$/

type Watched = { door: Door; db: Database.Database; facts: string }
const PAPER = (n: number) =>
  `HUYỆN ỦY ĐAM RÔNG\n*\nSố ${n}-CV/HU\nĐam Rông, ngày ${String(n).padStart(2, '0')} tháng 8 năm 2021\nV/v việc thứ ${n}\n\nThực hiện Công văn số ${n - 1}-CV/HU, ngày ${String(n - 1).padStart(2, '0')}/8/2021 của Huyện ủy.\n\nNơi nhận:\n- Công an huyện,\n- Lưu VP.\n`

let home = ''
let before = ''
let watched: Watched[] = []
let pool: string[] = []

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'vankho-hostile-'))
  before = process.cwd()
  // A relative path among the inputs leads nowhere else than here.
  mkdirSync(join(home, 'a/b/c/d'), { recursive: true })
  process.chdir(join(home, 'a/b/c/d'))
  const doors = await openDoors()
  const [first] = doors
  if (!first) throw new Error('no doors')
  pool = await fill(first)
  for (const door of doors) {
    if (door !== first) cpSync(join(first.folder, 'archive'), join(door.folder, 'archive'), { recursive: true })
  }
  for (const door of doors) {
    ok(await door.call('archive.open', { folder: join(door.folder, 'archive') }))
    const db = new Database(join(door.folder, 'archive', 'archive.db'), { readonly: true })
    watched.push({ door, db, facts: factsOf(db) })
  }
}, 120_000)

afterAll(async () => {
  for (const { db, door } of watched) {
    db.close()
    await door.close()
  }
  watched = []
  process.chdir(before)
  rmSync(home, { recursive: true, force: true })
})

/** An archive with papers, deliveries, a dossier and something in the queue; gives the ids it knows, and closes it. */
async function fill(door: Door): Promise<string[]> {
  const call = async (name: string, input: unknown) => ok(await door.call(name, input))
  await call('archive.create', { folder: join(door.folder, 'archive'), office: DAM_RONG })
  const staged = async (n: number) => {
    const outcome = await door.stage(`${n}.txt`, new TextEncoder().encode(PAPER(n)))
    return outcome.ok ? outcome.value.staged : ''
  }
  const done = async (started: unknown) => {
    const { jobId } = started as { jobId: string }
    while (((await call('job.get', { jobId })) as { state: string }).state === 'running') await wait(5)
  }
  await done(await call('intake.import', { staged: [await staged(2), await staged(3), await staged(4)] }))
  await done(await call('intake.start', { staged: [await staged(5)] }))
  const said = [
    await call('intake.list', {}),
    ...(await Promise.all([2, 3, 4].map((n) => call('document.find', { reference: `${n}-CV/HU` }))))
  ]
  const id = /"id":"(d_[0-9a-z]+)"/.exec(JSON.stringify(said))?.[1]
  said.push(await call('document.get', { id }), await call('directory.list', { text: '', on: null }))
  await call('delivery.sendAll', { documentId: id, sentOn: '2021-08-13' })
  said.push(await call('delivery.reconcile', { documentId: id }))
  await call('archive.close', {})
  const text = JSON.stringify(said)
  return [...new Set(text.match(/\b(?:[a-z]_[0-9a-z]{4,40}|[0-9a-f]{64})\b/g) ?? [])]
}

function ok(outcome: Outcome<unknown>): unknown {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value
}

function factsOf(db: Database.Database): string {
  const rows = FACT_TABLES.map((table) => db.prepare(`SELECT * FROM ${table}`).all())
  return JSON.stringify([db.pragma('data_version'), rows])
}

/** What a refusal may not change: any commit of the database, a byte of the ledger, a name in the folder. Names of the queue that an earlier call took away may go meanwhile; none may come. */
function stateOf({ door, db }: Watched) {
  const folder = join(door.folder, 'archive')
  const ledger = readdirSync(join(folder, 'ledger')).map(
    (name) => `${name} ${statSync(join(folder, 'ledger', name)).size}`
  )
  const kept = JSON.stringify([db.pragma('data_version'), ledger, readdirSync(folder).sort()])
  return { kept, waiting: readdirSync(join(folder, 'staging')) }
}

type State = ReturnType<typeof stateOf>

function changed(before: State | undefined, after: State): string[] {
  const came = after.waiting.filter((name) => !before?.waiting.includes(name))
  return [
    ...(before?.kept === after.kept ? [] : [`state changed: ${before?.kept} → ${after.kept}`]),
    ...(came.length === 0 ? [] : [`came: ${came}`])
  ]
}

const STACK =
  /node_modules|\.[jt]s:\d|\bat (?:async )?\w+ \(|SQLITE_|\b(?:SELECT|INSERT|UPDATE|DELETE) [\w*(]+ |better-sqlite3/

/** How a door must not answer; what it may say of the outcome is compared. */
function faultsOf(call: HostileCall, outcome: Outcome<unknown>, folder: string): string[] {
  const text = JSON.stringify(outcome)
  const said = JSON.stringify(call.input) ?? ''
  const leaks = outcome.ok ? [] : [folder, home, tmpdir()].filter((path) => text.includes(path) && !said.includes(path))
  return [
    ...(typeof outcome.ok === 'boolean' ? [] : ['no outcome']),
    ...(!outcome.ok && outcome.code === 'internal' ? ['internal'] : []),
    ...(STACK.test(text) && !STACK.test(said) ? [`leak: ${STACK.exec(text)?.[0]} in ${text.slice(0, 200)}`] : []),
    ...leaks.map((path) => `path: ${path}`)
  ]
}

function verdict(outcome: Outcome<unknown>): string {
  if (outcome.ok) return 'ok'
  const { field, problem } = outcome.detail
  return `${outcome.code} ${field ?? ''} ${problem ?? ''}`
}

type Counts = Map<string, number>
const counts: Counts = new Map()
const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)

async function ask({ door }: Watched, { name, input }: HostileCall): Promise<Outcome<unknown>> {
  // Both shells measure depth before they ask; the engine itself needs no such rule.
  if (door.name === 'direct' && !isWithinDepth(input)) return { ok: false, code: 'bad-input', detail: {} }
  return await reached(door, name, input)
}

/** A connection that was idle is closed by the server at any moment; whoever meets that asks again. */
async function reached(door: Door, name: string, input: unknown): Promise<Outcome<unknown>> {
  const outcome = await door.call(name, input)
  const unreached = !outcome.ok && outcome.detail.problem === 'unreached'
  return unreached ? await door.call(name, input) : outcome
}

/** The same call over all three doors: faults found. */
async function tryCall(call: HostileCall): Promise<readonly string[]> {
  const operation = operations[call.name as keyof typeof operations]
  const accepted = Object.hasOwn(operations, call.name) && operation.input.safeParse(call.input).success
  if (accepted && [NEVER_DONE, OUTSIDE, WATCHES].some((which) => which.test(call.name))) return []
  const states = watched.map(stateOf)
  const outcomes = await Promise.all(watched.map((one) => ask(one, call)))
  const faults = watched.flatMap((one, at) => {
    const outcome = outcomes[at] ?? { ok: false, code: 'internal', detail: {} }
    return faultsOf(call, outcome, one.door.folder).map((fault) => `${one.door.name}: ${fault}`)
  })
  const verdicts = outcomes.map(verdict)
  if (new Set(verdicts).size > 1) faults.push(`verdicts differ: ${verdicts.join(' | ')}`)
  const [outcome] = outcomes
  count(outcome?.ok ? `ok ${operation?.kind}` : (outcome?.code ?? 'none'))
  if (outcome?.ok) {
    await ended(outcomes)
    for (const one of watched) one.facts = factsOf(one.db)
  } else {
    faults.push(...watched.flatMap((one, at) => changed(states[at], stateOf(one))))
  }
  return faults
}

/** Waits for the work an accepted call began, so that the next call finds it done over every door. */
async function ended(outcomes: readonly Outcome<unknown>[]): Promise<void> {
  for (const [at, outcome] of outcomes.entries()) {
    const jobId = outcome.ok ? (outcome.value as { jobId?: unknown } | null)?.jobId : undefined
    const door = watched[at]?.door
    if (typeof jobId !== 'string' || !door) continue
    for (;;) {
      const job = await door.call('job.get', { jobId })
      if (!job.ok || (job.value as { state: string }).state !== 'running') break
      await wait(5)
    }
  }
}

async function expectAlive(): Promise<void> {
  for (const { door } of watched) {
    const started = performance.now()
    expect(await reached(door, 'overview', {}), door.name).toMatchObject({ ok: true })
    // One second on a machine that does nothing else.
    expect(performance.now() - started).toBeLessThan(3000)
  }
}

describe('hostile calls', () => {
  it(`${CALLS} calls have one verdict over every door, and a refusal changes nothing`, {
    timeout: 7_200_000
  }, async () => {
    const calls = hostileCalls(pool)
    const wrong: { fault: readonly string[]; call: HostileCall }[] = []
    for (let done = 0; done < CALLS && wrong.length < 20; done += BLOCK) {
      for (const made of fc.sample(calls, { numRuns: BLOCK, seed: SEED + done })) {
        const call: HostileCall = { name: made.name, input: asJson(made.input) }
        const fault = await tryCall(call)
        if (fault.length > 0) wrong.push({ fault, call })
      }
      // The facts stand as the last accepted call left them.
      for (const one of watched) expect(factsOf(one.db), one.door.name).toBe(one.facts)
      await expectAlive()
      expect(Object.keys(Object.prototype)).toEqual([])
      expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(12)
    }
    process.stdout.write(
      `[faults] hostile calls × 3 doors: ${CALLS} cases; ${[...counts].map(([what, n]) => `${what} ${n}`).join(', ')}, seed ${SEED}\n`
    )
    keep(wrong.map(({ call }) => call))
    expect(
      wrong.map(({ fault, call }) => `${fault.join('; ')}\n${call.name} ${JSON.stringify(call.input)?.slice(0, 600)}`)
    ).toEqual([])
    expect('canary' in globalThis).toBe(false)
  })

  it('those that once did harm', async () => {
    for (const call of kept()) expect(await tryCall(call), `${call.name} ${JSON.stringify(call.input)}`).toEqual([])
  })

  it('what no JSON can say is answered over IPC, and changes nothing', async () => {
    const ipc = watched.find(({ door }) => door.name === 'ipc')
    if (!ipc) throw new Error('no IPC door')
    for (const name of [...Object.keys(operations), '__proto__', 'x']) {
      if ([NEVER_DONE, OUTSIDE, WATCHES].some((which) => which.test(name))) continue
      for (const odd of NO_JSON) {
        for (const input of [odd, { folder: odd, id: odd, query: odd }]) {
          const state = stateOf(ipc)
          const outcome = await ipc.door.call(name, input)
          expect(faultsOf({ name, input: null }, outcome, ipc.door.folder), name).toEqual([])
          if (!outcome.ok) expect(changed(state, stateOf(ipc)), name).toEqual([])
          else
            await ended(
              [...watched].map((one) => (one === ipc ? outcome : { ok: false, code: 'internal', detail: {} }))
            )
        }
      }
    }
    await expectAlive()
  })
})

/** As it arrives over HTTP. */
function asJson(input: unknown): unknown {
  const text = JSON.stringify(input)
  return text === undefined ? null : JSON.parse(text)
}

function kept(): readonly HostileCall[] {
  try {
    return JSON.parse(readFileSync(KEPT, 'utf8')) as HostileCall[]
  } catch {
    return []
  }
}

function keep(calls: readonly HostileCall[]): void {
  if (calls.length > 0) writeFileSync(KEPT, `${JSON.stringify([...kept(), ...calls], null, 1)}\n`)
}
