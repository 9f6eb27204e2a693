import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createPasswords } from '#archive/accounts/password.ts'
import { waitAfter } from '#archive/accounts/sign-in-delays.ts'
import { createEngine } from '#archive/engine.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import type { EngineEvent } from '#contract/events.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { CHEAP, officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'

async function office() {
  const made = await officeWithAccounts()
  onTestFinished(made.close)
  return made
}

/** A steady stream of chance. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const MINUTE = 60_000

describe('signing in', () => {
  test('1,000 tries: names known and unknown, right and wrong, the clock set about', async () => {
    const made = await office()
    const random = chance(7)
    const people = [...Object.values(PEOPLE), { name: 'Không có ai', password: 'gì cũng được' }]
    /** What a plain list says of the waits. */
    const failed = new Map<string, number>()
    const until = new Map<string, number>()
    let tried = 0
    for (let step = 0; step < 1000; step++) {
      const { name, password } = people[Math.floor(random() * people.length)] ?? people[0] ?? { name: '', password: '' }
      const known = name !== 'Không có ai'
      const right = random() < 0.25
      made.clocks.monotonic += Math.floor(random() ** 4 * 20 * MINUTE)
      made.clocks.wall = new Date(made.clocks.wall.getTime() + Math.floor((random() - 0.5) * 86_400_000))
      const typed = random() < 0.5 ? name : ` ${name.toUpperCase().normalize('NFD')}`
      const outcome = await made.ask('nobody', 'account.signIn', {
        name: typed,
        password: right ? password.normalize(random() < 0.5 ? 'NFC' : 'NFD') : `${password}x`
      })
      const left = (until.get(name) ?? 0) - made.clocks.monotonic
      if (left > 0) {
        expect(outcome).toEqual({ ok: false, code: 'too-many-tries', detail: { seconds: Math.ceil(left / 1000) } })
        continue
      }
      tried++
      if (right && known) {
        expect(outcome).toMatchObject({ ok: true, value: { failed: failed.get(name) ?? 0 } })
        failed.delete(name)
        until.delete(name)
        continue
      }
      expect(outcome).toEqual({ ok: false, code: 'sign-in-failed', detail: {} })
      const count = (failed.get(name) ?? 0) + 1
      failed.set(name, count)
      until.set(name, made.clocks.monotonic + waitAfter(count))
    }
    expect(tried).toBeGreaterThan(100)
  }, 120_000)

  test('waits 5 seconds after the third wrong password, twice as long each time, a quarter of an hour at most', () => {
    expect([1, 2, 3, 4, 5, 10, 11, 40].map(waitAfter)).toEqual(
      [0, 0, 5, 10, 20, 640, 900, 900].map((one) => one * 1000)
    )
  })

  test('counts tries made at once', async () => {
    const made = await office()
    const wrong = { name: PEOPLE.admin.name, password: 'không phải' }
    const outcomes = await Promise.all(Array.from({ length: 30 }, () => made.ask('nobody', 'account.signIn', wrong)))
    const codes = outcomes.map((one) => (one.ok ? 'ok' : one.code))
    expect(codes.filter((code) => code === 'sign-in-failed')).toHaveLength(3)
    expect(codes.filter((code) => code === 'too-many-tries')).toHaveLength(27)
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.admin)).toMatchObject({ code: 'too-many-tries' })
  })

  test('keeps the count over a restart, which is no way around the wait', async () => {
    const made = await office()
    for (let tries = 0; tries < 5; tries++) {
      made.clocks.monotonic += 20 * MINUTE
      await made.ask('nobody', 'account.signIn', { name: PEOPLE.leader.name, password: 'không phải' })
    }
    await made.signIn('clerk')
    await made.as('clerk', 'archive.close', {})
    made.clocks.monotonic = 0
    await made.engine.call('archive.open', { folder: made.folder }, { shell: 'direct' })
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.leader)).toEqual({
      ok: false,
      code: 'too-many-tries',
      detail: { seconds: 20 }
    })
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.staff)).toMatchObject({ ok: true })
    made.clocks.monotonic += 20_001
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.leader)).toMatchObject({ ok: true, value: { failed: 5 } })
  })

  test('takes as long for a name nobody has', async () => {
    const passwords = createPasswords(2 ** 14)
    const verifier = await passwords.make('mật khẩu dài', 'Ai đó')
    const cost = async (of: typeof verifier | null) => {
      const before = process.cpuUsage()
      for (let time = 0; time < 8; time++) expect(await passwords.isRight('sai', of)).toBe(false)
      const { user, system } = process.cpuUsage(before)
      return user + system
    }
    await cost(verifier)
    const ratio = (await cost(null)) / (await cost(verifier))
    expect(ratio).toBeGreaterThan(0.5)
    expect(ratio).toBeLessThan(2)
  })

  test('of the program itself costs what was decided: N = 2^17, r = 8, p = 1', async () => {
    const made = await createPasswords().make('mật khẩu dài', 'Ai đó')
    expect(made).toMatchObject({ kind: 'scrypt', n: 131_072, r: 8, p: 1 })
    expect(Buffer.from(made.salt, 'base64')).toHaveLength(16)
    const other = await createPasswords().make('mật khẩu dài', 'Ai đó')
    expect(other.salt).not.toBe(made.salt)
  })
})

describe('a session', () => {
  test('ends by itself where nobody does anything, whatever screens ask meanwhile', async () => {
    const made = await office()
    const events: EngineEvent[] = []
    made.engine.listen((event) => events.push(event), made.asker('leader'))
    for (let minute = 0; minute < 15; minute++) {
      made.clocks.monotonic += MINUTE
      expect(await made.ask('leader', 'overview', {})).toMatchObject({ ok: true })
    }
    made.clocks.monotonic += 1
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
    expect(events).toContainEqual({ type: 'session', ended: 'idle' })
  })

  test('goes on while somebody is there: a key, or any deed', async () => {
    const made = await office()
    for (let minute = 0; minute < 60; minute += 10) {
      made.clocks.monotonic += 10 * MINUTE
      await made.as('leader', 'account.active', {})
      await made.ask('clerk', 'intake.savePaper', { form: null })
    }
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ ok: true })
    expect(await made.ask('clerk', 'overview', {})).toMatchObject({ ok: true })
    expect(await made.ask('staff', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
  })

  test('ends after twelve hours however busy it is, by either clock, and says so', async () => {
    const made = await office()
    const events: EngineEvent[] = []
    made.engine.listen((event) => events.push(event), made.asker('leader'))
    for (let minute = 0; minute < 12 * 60; minute += 10) {
      made.clocks.monotonic += 10 * MINUTE
      expect(await made.ask('leader', 'account.active', {})).toMatchObject({ ok: true })
    }
    made.clocks.monotonic += 1
    expect(await made.ask('leader', 'account.active', {})).toMatchObject({ code: 'sign-in-needed' })
    expect(events).toContainEqual({ type: 'session', ended: 'long' })
    // A clock that stood still does not keep the session.
    await made.signIn('staff')
    for (let minute = 0; minute <= 12 * 60; minute += 10) {
      made.clocks.wall = new Date(made.clocks.wall.getTime() + 10 * MINUTE)
      if (minute < 12 * 60) expect(await made.ask('staff', 'account.active', {})).toMatchObject({ ok: true })
    }
    expect(await made.ask('staff', 'account.active', {})).toMatchObject({ code: 'sign-in-needed' })
  })

  test('ends when the machine slept: one clock stood still, the other did not', async () => {
    const made = await office()
    made.clocks.wall = new Date(made.clocks.wall.getTime() + 16 * MINUTE)
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
  })

  test('ends by the minutes the admin set', async () => {
    const made = await office()
    await made.as('admin', 'account.setIdle', { minutes: 2 })
    made.clocks.monotonic += 2 * MINUTE + 1
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
  })

  test('is not to be had again: signed out, closed with the archive, or of another program', async () => {
    const made = await office()
    const old = made.asker('leader')
    await made.as('leader', 'account.signOut', {})
    expect(await made.engine.call('overview', {}, old)).toMatchObject({ code: 'sign-in-needed' })
    const { session: staff } = made.asker('staff')
    await made.as('clerk', 'archive.close', {})
    await made.engine.call('archive.open', { folder: made.folder }, { shell: 'direct' })
    expect(await made.engine.call('overview', {}, { shell: 'direct', session: staff ?? '' })).toMatchObject({
      code: 'sign-in-needed'
    })
  })

  test('after another password is a new one, and every other has ended', async () => {
    const made = await office()
    const second = (await made.as('leader', 'account.state', {})).account
    expect(second?.role).toBe('leader')
    const before = made.asker('leader')
    const changed = await made.as('leader', 'account.changePassword', {
      old: PEOPLE.leader.password,
      password: 'một câu khác hẳn'
    })
    expect(await made.engine.call('overview', {}, before)).toMatchObject({ code: 'sign-in-needed' })
    expect(await made.engine.call('overview', {}, { shell: 'direct', session: changed.session })).toMatchObject({
      ok: true
    })
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.leader)).toMatchObject({ code: 'sign-in-failed' })
  })

  test('keeps an archive from being closed or put aside by who has none, while anybody has one', async () => {
    const made = await office()
    expect(await made.ask('nobody', 'archive.close', {})).toMatchObject({ code: 'sign-in-needed' })
    for (const role of ['admin', 'clerk', 'leader', 'staff'] as const) await made.as(role, 'account.signOut', {})
    expect(await made.ask('nobody', 'archive.close', {})).toMatchObject({ ok: true })
  })
})

describe('accounts and restrictions', () => {
  test('come out of the ledger as they were: rebuilt, verified, opened anew', async () => {
    const made = await office()
    const id = (await made.file('a.txt', 'Số 5-CV/HU\nmột văn bản')) as never
    const to = { accounts: [made.ids.leader as never], roles: ['admin' as const] }
    await made.as('clerk', 'document.restrict', { id, to, reason: 'nhân sự' })
    await made.as('clerk', 'withdrawal.ask', { id, reason: 'nhầm' })
    await made.as('admin', 'account.disable', { id: made.ids.staff as never, reason: 'nghỉ' })
    await made.as('admin', 'account.setIdle', { minutes: 40 })
    const told = async () => [
      await made.as('clerk', 'account.list', {}),
      await made.as('clerk', 'restriction.list', { offset: 0, limit: 10 }),
      await made.as('clerk', 'withdrawal.list', {}),
      (await made.as('leader', 'account.state', {})).idleMinutes,
      (await made.as('leader', 'document.get', { id })).line.id
    ]
    const before = await told()
    const { jobId } = await made.as('admin', 'archive.rebuild', {})
    expect(await made.done(jobId, 'admin')).toMatchObject({ state: 'done' })
    expect(await told()).toEqual(before)
    const verified = await made.as('admin', 'archive.verify', { depth: 'rows' })
    expect((await made.done(verified.jobId, 'admin')).report).toMatchObject({ ok: true, findings: [] })
  })

  test('are those of the archive, whoever opens it: another engine asks to sign in', async () => {
    const made = await office()
    await made.as('clerk', 'archive.close', {})
    const other = createEngine({
      shell: 'cli',
      version: 'test',
      settingsFolder: `${made.settings}-other`,
      resourcesFolder: resourcesFolder(),
      printer: null,
      passwordCost: CHEAP
    })
    onTestFinished(() => other.close())
    await other.call('archive.open', { folder: made.folder }, { shell: 'cli' })
    expect(await other.call('overview', {}, { shell: 'cli', name: 'Văn thư' })).toMatchObject({
      code: 'sign-in-needed'
    })
    expect(await other.call('account.turnOn', { admin: PEOPLE.admin, clerk: null }, { shell: 'cli' })).toMatchObject({
      code: 'sign-in-needed'
    })
    expect(await other.call('account.signIn', PEOPLE.clerk, { shell: 'cli' })).toMatchObject({ ok: true })
  })

  test('that cannot be read shut the archive, and hold up neither its closing nor the engine', async () => {
    const made = await office()
    const db = openDatabase(join(made.folder, 'archive.db'))
    db.exec('DROP TABLE access_rule')
    db.close()
    expect(await made.ask('clerk', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
    expect(await made.ask('nobody', 'archive.state', {})).toMatchObject({
      ok: true,
      value: { open: true, documents: 0 }
    })
    await made.engine.close()
  })

  test('never tell a password or what proves it', async () => {
    const made = await office()
    const told = JSON.stringify([
      await made.as('admin', 'account.list', {}),
      await made.as('admin', 'ledger.list', { before: null, limit: 100, documentId: null }),
      await made.as('clerk', 'ledger.list', { before: null, limit: 100, documentId: null })
    ])
    expect(told).toContain('account-created')
    expect(told).not.toMatch(/scrypt|verifier|salt|hash":"(?![0-9a-f]{64}")/)
    for (const { password } of Object.values(PEOPLE)) expect(told).not.toContain(password)
  })
})
