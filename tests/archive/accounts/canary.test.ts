import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { originalParts } from '#archive/originals/original-store.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { CHANNELS } from '#contract/channels.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Outcome } from '#contract/failures.ts'
import { operations } from '#contract/operations.ts'
import { foldKey } from '#domain/text/fold.ts'
import { startServer } from '#server/start-server.ts'
import { TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { PEOPLE } from '#tests/support/office-with-accounts.ts'
import { standInIpc } from '#tests/support/stand-in-ipc.ts'
import { type Call, NO_IDS, neutralCalls, pointedCalls } from './canary-calls.ts'
import {
  CANARY,
  type CanaryOffice,
  canaryOffice,
  HIDDEN_NUMBER,
  LESSER,
  NOWHERE,
  OTHER_NUMBER,
  officeWithout
} from './canary-office.ts'

type Identity = (typeof LESSER)[number] | 'clerk'
type Ask = (name: string, input: unknown) => Promise<Outcome<unknown>>

const temp = mkdtempSync(join(tmpdir(), 'van-kho-canary-'))
const realTemp = process.env.TMPDIR
let office: CanaryOffice
let ways: Readonly<Record<'http' | 'ipc', (who: Identity) => Promise<Ask>>>
const heard: Partial<Record<Identity, EngineEvent[]>> = {}
const ending: (() => Promise<void> | void)[] = []

beforeAll(async () => {
  process.env.TMPDIR = temp
  office = await canaryOffice()
  for (const who of [...LESSER, 'clerk'] as const) {
    heard[who] = []
    ending.push(office.engine.listen((event) => heard[who]?.push(event), office.asker(who)))
  }
  const server = await startServer({ engine: office.engine, screens: temp })
  ending.push(() => server.close())
  ways = {
    http: async (who) => async (name, input) => {
      const session = who === 'nobody' ? {} : { 'x-vankho-session': office.tokens[who] }
      const response = await fetch(`${server.origin}/api/call/${name}`, {
        method: 'POST',
        headers: { 'x-vankho-token': server.token, 'content-type': 'application/json', ...session },
        body: JSON.stringify(input)
      })
      return (await response.json()) as Outcome<unknown>
    },
    ipc: async (who) => {
      const ipc = standInIpc(office.engine)
      ending.push(ipc.stop)
      if (who !== 'nobody') await ipc.invoke(CHANNELS.call, 'account.signIn', PEOPLE[who])
      return (name, input) => ipc.invoke(CHANNELS.call, name, input) as Promise<Outcome<unknown>>
    }
  }
}, 120_000)

afterAll(async () => {
  for (const end of ending) await end()
  await office.close()
  process.env.TMPDIR = realTemp
  rmSync(temp, { recursive: true, force: true })
})

/** Where the hidden paper shows in an answer: by its words, its ids, or in what is packed as base64. */
function traces(value: unknown): readonly string[] {
  const { document, sha256, delivery, handling, progress, dossier, proof, notice } = office.hidden
  const marks = [
    CANARY,
    document,
    sha256,
    delivery,
    handling,
    progress,
    dossier,
    proof,
    notice,
    `${HIDDEN_NUMBER} ${CANARY}`
  ]
  const texts = [JSON.stringify(value) ?? '']
  for (const [, packed] of texts[0]?.matchAll(/"base64":"([^"]+)"/g) ?? [])
    texts.push(Buffer.from(packed ?? '', 'base64').toString('utf8'))
  const all = texts.flatMap((text) => [text, foldKey(text)])
  return marks.filter((mark) => all.some((text) => text.includes(mark)))
}

describe.each(['http', 'ipc'] as const)('a restricted paper, over %s', (way) => {
  test.each(LESSER)(
    'leaves no trace in what %s is told of all papers',
    async (who) => {
      const ask = await ways[way](who)
      const found: string[] = []
      for (const [name, input] of neutralCalls(office.open)) {
        const outcome = await ask(name, input)
        const marks = traces(outcome)
        if (marks.length > 0) found.push(`${name} ${JSON.stringify(input).slice(0, 120)}: ${marks.join(', ')}`)
        if (!outcome.ok) expect(outcome.code, `${name} ${JSON.stringify(outcome)}`).not.toMatch(/internal|bad-input/)
      }
      expect(found).toEqual([])
    },
    60_000
  )

  test.each(LESSER)(
    'answers %s as a paper that is not there',
    async (who) => {
      const ask = await ways[way](who)
      const hidden = pointedCalls(office.hidden, CANARY, HIDDEN_NUMBER, office.open)
      const none = pointedCalls(NO_IDS, NOWHERE, OTHER_NUMBER, office.open)
      const differing: string[] = []
      for (const [index, [name, input]] of hidden.entries()) {
        const said = plain(await ask(name, input))
        const other = plain(await ask(...(none[index] as Call)))
        if (said !== other)
          differing.push(`${name} ${JSON.stringify(input)}\n  ${said.slice(0, 400)}\n  ${other.slice(0, 400)}`)
      }
      expect(differing).toEqual([])
    },
    60_000
  )

  test('is there for those who keep the register', async () => {
    const ask = await ways[way]('clerk')
    const telling = new Set<string>()
    for (const [name, input] of [
      ...neutralCalls(office.open),
      ...pointedCalls(office.hidden, CANARY, HIDDEN_NUMBER, office.open).filter(
        ([name]) => operations[name].kind === 'query'
      )
    ])
      if (traces(await ask(name, input)).length > 0) telling.add(name)
    for (const name of TELLING) expect([...telling]).toContain(name)
  }, 60_000)
})

/** Operations that do tell of the paper to whoever may see it: else the silence above would prove nothing. */
const TELLING = [
  'search.fast',
  'search.full',
  'search.suggest',
  'document.find',
  'document.get',
  'document.text',
  'handling.get',
  'handling.board',
  'ledger.list',
  'lineage.trace',
  'lineage.export',
  'delivery.reconcile',
  'delivery.overview',
  'delivery.period',
  'dossier.list',
  'dossier.get',
  'register.list',
  'report.html',
  'report.table',
  'report.file',
  'restriction.list',
  'withdrawal.list',
  'worklist.citations'
]

/** Ids drawn by chance, folders and time spent taken out. */
function anonymous(outcome: Outcome<unknown>): string {
  return JSON.stringify(outcome)
    .replace(/"base64":"([^"]+)"/g, (_all, packed: string) => Buffer.from(packed, 'base64').toString('utf8'))
    .replace(/"milliseconds":[\d.]+/g, '')
    .replace(/\b[a-z]_[0-9a-z]{20}\b/g, '<id>')
    .replace(/van-kho-acc-\w+/g, '<folder>')
}

const PLACES: ReadonlySet<string> = new Set(['milliseconds', 'snippet', 'snippetMarks'])

/** Equal answers but for the words and ids they were asked with, and the time it took. */
function plain(outcome: Outcome<unknown>): string {
  // Where in the citing paper the two numbers stand is no matter.
  const silent = (key: string, value: unknown) => (PLACES.has(key) ? null : value)
  let text = JSON.stringify(outcome, silent)
  const pairs = Object.entries(office.hidden) as [keyof typeof NO_IDS, string][]
  for (const [key, id] of pairs) text = text.replaceAll(id, `<${key}>`).replaceAll(NO_IDS[key], `<${key}>`)
  for (const [word, other] of [
    [CANARY, NOWHERE],
    [HIDDEN_NUMBER, OTHER_NUMBER]
  ] as const)
    text = text.replaceAll(word, '<word>').replaceAll(other, '<word>')
  return text
}

/** Operations that change what all see, begin a job or end the office; those that begin one are looked at below. */
const NOT_ASKED: readonly RegExp[] = [
  /^account\./,
  /^archive\.(?:create|open|unlock|close|sample|saveOffice|verify|rebuild|backup|restore)$/,
  /^job\./,
  /^care\.(?:saveSettings|addMedium|dropMedium|backUp|repair|drill|scrub)$/,
  /^encryption\.(?:changePassword|setRecoveryKey|removeSlot|convert)$/,
  /^export\.restore$/,
  /^update\.(?:find|take|goBack)$/,
  /^book\.get$/
]

test('every other operation that is open to anybody else is asked above', () => {
  const asked = new Set<string>(
    [...neutralCalls(office.open), ...pointedCalls(office.hidden, CANARY, HIDDEN_NUMBER, office.open)].map(
      ([name]) => name
    )
  )
  const left = Object.entries(operations)
    .filter(([name, { roles }]) => roles.some((role) => role !== 'clerk') && !asked.has(name))
    .map(([name]) => name)
  expect(left.filter((name) => !NOT_ASKED.some((pattern) => pattern.test(name)))).toEqual([])
})

describe('a restricted paper', () => {
  test('is not there where another cites it: the citation stands as one of a paper not held', async () => {
    for (const who of ['leader', 'staff', 'admin'] as const) {
      const { cites } = await office.as(who, 'document.get', { id: office.citing as never })
      expect(cites).toMatchObject(Array.from({ length: 2 }, () => ({ status: 'missing', to: null, candidates: [] })))
    }
    const { cites } = await office.as('clerk', 'document.get', { id: office.citing as never })
    expect(cites).toMatchObject([{ status: 'linked', to: { id: office.hidden.document } }, { status: 'missing' }])
  })

  test('changes no answer: they are those of an office that never had it', async () => {
    const { made: twin, open } = await officeWithout()
    try {
      const differing: string[] = []
      for (const who of ['leader', 'staff', 'admin'] as const) {
        const here = neutralCalls(office.open)
        const there = neutralCalls(open)
        for (const [index, [name, input]] of here.entries()) {
          // The ledger's own length and head, and where they are printed, tell of every fact, whoever may see it.
          if (/^(?:ledger\.(?:list|mark)|report\.(?:html|file)|folders\.list)$/.test(name)) continue
          const said = anonymous(await office.ask(who, name, input))
          const other = anonymous(await twin.ask(who, ...(there[index] as Call)))
          if (said !== other)
            differing.push(`${who} ${name} ${JSON.stringify(input)}\n  ${said}\n  ${other}`.slice(0, 2000))
        }
      }
      expect(differing).toEqual([])
    } finally {
      await twin.close()
    }
  }, 60_000)

  test('gives its bytes to nobody else, and cannot be taken back by them', async () => {
    const address = { documentId: office.hidden.document, sha256: office.hidden.sha256 }
    for (const who of LESSER) {
      const code = who === 'nobody' ? 'sign-in-needed' : 'not-found'
      expect(await office.engine.locate(address, office.asker(who))).toMatchObject({ ok: false, code })
      for (const seq of office.seqs)
        expect(await office.ask(who, 'ledger.undo', { seq })).toMatchObject({ ok: false, code })
    }
    expect(await office.engine.locate(address, office.asker('clerk'))).toMatchObject({ ok: true })
  })

  test('is heard of by nobody else', async () => {
    const id = office.hidden.document as never
    for (const who of [...LESSER, 'clerk'] as const) heard[who]?.splice(0)
    await office.as('clerk', 'handling.report', { documentId: id, on: '2021-08-20', by: null, text: CANARY })
    await office
      .file(`${CANARY}.txt`, `Số 9-CV/HU\n${CANARY}`)
      .then((made) =>
        office.as('clerk', 'document.restrict', { id: made as never, to: { accounts: [], roles: [] }, reason: CANARY })
      )
    expect(traces(heard.clerk).length).toBeGreaterThan(0)
    for (const who of LESSER) {
      expect(traces(heard[who]?.filter((event) => event.type !== 'changed')), who).toEqual([])
      expect(JSON.stringify(heard[who]), who).not.toContain(office.hidden.document)
    }
  })

  test('is open to whom it is opened, at once, and to nobody else', async () => {
    const id = office.hidden.document as never
    const to = { accounts: [office.ids.staff as never], roles: [] }
    const { undo } = await office.as('clerk', 'document.restrict', { id, to, reason: 'x' })
    expect((await office.as('staff', 'document.get', { id })).line.subject).toContain(CANARY)
    expect(await office.ask('leader', 'document.get', { id })).toMatchObject({ code: 'not-found' })
    await office.as('clerk', 'ledger.undo', { seq: undo?.seq ?? 0 })
    expect(await office.ask('staff', 'document.get', { id })).toMatchObject({ code: 'not-found' })
    const read = (await office.as('clerk', 'ledger.list', { before: null, limit: 50, documentId: id })).events
    expect(read.filter((event) => event.kind === 'document-read')).toMatchObject([
      { actor: PEOPLE.staff.name, facts: { reading: 'opened', account: PEOPLE.staff.name } },
      ...read
        .filter((event) => event.kind === 'document-read')
        .slice(1)
        .map(() => ({ actor: PEOPLE.clerk.name }))
    ])
  })

  test('is in no job of others, and in none of an admin who cares for the whole archive', async () => {
    const { jobs } = await office.as('clerk', 'job.list', {})
    expect(jobs.length).toBeGreaterThan(2)
    for (const who of ['leader', 'staff', 'admin'] as const) {
      expect(await office.as(who, 'job.list', {})).toEqual({ jobs: [] })
      for (const name of ['job.get', 'job.cancel', 'job.results'] as const)
        expect(await office.ask(who, name, { jobId: jobs[0]?.id, limit: 5 })).toMatchObject({ code: 'not-found' })
    }
    writeFileSync(join(office.folder, ...originalParts(office.hidden.sha256, vaultOf(office.folder))), 'hỏng')
    for (const who of ['admin', 'clerk'] as const) {
      const told = heard[who]?.length ?? 0
      const { jobId } = await office.as(who, 'archive.verify', { depth: 'full' })
      const job = await office.done(jobId, who)
      const last = await office.as(who, 'archive.lastVerify', {})
      const results = await office.as(who, 'job.results', { jobId, limit: 50 })
      expect(job.report?.ok).toBe(false)
      const marks = traces([job, last, results, heard[who]?.slice(told).filter((event) => event.type !== 'changed')])
      if (who === 'admin') expect(marks).toEqual([])
      else expect(marks.length).toBeGreaterThan(0)
    }
  }, 60_000)

  test('stands in no file outside the archive', () => {
    const found = files(temp).filter(
      (path) => !path.startsWith(office.folder) && foldKey(readFileSync(path).toString('utf8')).includes(CANARY)
    )
    expect(found.map((path) => relative(temp, path))).toEqual([])
    expect(files(office.folder).some((path) => readFileSync(path).toString('utf8').includes(CANARY))).toBe(
      !TEST_ENCRYPTED
    )
  })
})

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}
