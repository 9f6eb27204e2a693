import { randomInt } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { createEngine } from '#archive/engine.ts'
import { openArchive } from '#archive/open-archive.ts'
import { EXIT } from '#cli/exit-codes.ts'
import type { OutputOf } from '#contract/operations.ts'
import { newRecoveryKey } from '#domain/encryption/recovery-key.ts'
import { resourcesFolder } from '#shell/program-folders.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { CHEAP, officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'
import { OFFICE } from '#tests/support/papers.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
afterAll(() => place.clean())

const FRESH = 'mật khẩu mới của quản trị'

function file(name: string, text: string): string {
  writeFileSync(join(place.folder, name), `${text}\n`)
  return join(place.folder, name)
}

function engineOf(folder: string) {
  return createEngine({
    shell: 'direct',
    version: 'test',
    settingsFolder: join(folder, '..', 'settings'),
    resourcesFolder: resourcesFolder(),
    printer: null,
    passwordCost: CHEAP,
    log: (error, where) => console.error(where, error)
  })
}

const BARE = { shell: 'direct', name: '' } as const

describe('account reset', () => {
  it('gives an admin a new password, says so in the ledger and to clerk and admin when they sign in next', async () => {
    const office = await officeWithAccounts()
    const reset = ['account', 'reset', '--archive', office.folder, '--new-password-file', file('moi', FRESH)]
    try {
      const open = await place.runHere(...reset, '--account', PEOPLE.admin.name)
      expect(open.code, 'the archive is open elsewhere').toBe(EXIT.locked)
      await office.engine.close()

      expect((await place.runHere('account', 'reset', '--archive', office.folder)).code).toBe(EXIT.usage)
      const clerk = await place.runHere(...reset, '--account', PEOPLE.clerk.name)
      expect([clerk.code, clerk.err]).toEqual([EXIT.usage, expect.stringContaining(PEOPLE.admin.name)])
      const weak = await place.runHere(
        ...['account', 'reset', '--archive', office.folder, '--account', PEOPLE.admin.name],
        ...['--new-password-file', file('ngan', 'ngắn')]
      )
      expect(weak.code).toBe(EXIT.usage)
      const done = await place.runHere(...reset, '--account', PEOPLE.admin.name.toUpperCase())
      expect([done.code, done.err, done.out]).toEqual([EXIT.ok, '', expect.stringContaining(PEOPLE.admin.name)])

      const engine = engineOf(office.folder)
      const ask = async (name: string, input: unknown, session?: string) => {
        const outcome = await engine.call(name, input, session ? { shell: 'direct', session } : BARE)
        return outcome.ok ? outcome.value : outcome.code
      }
      await ask('archive.open', { folder: office.folder })
      type Signed = OutputOf<'account.signIn'>
      const said = async (name: string, password: string): Promise<unknown> => {
        const answer = await ask('account.signIn', { name, password })
        return typeof answer === 'string' ? answer : (answer as Signed).resets.map((one) => one.account)
      }
      expect(await said(PEOPLE.admin.name, PEOPLE.admin.password)).toBe('sign-in-failed')
      expect(await said(PEOPLE.admin.name, FRESH)).toEqual([PEOPLE.admin.name])
      expect(await said(PEOPLE.admin.name, FRESH), 'told once').toEqual([])
      expect(await said(PEOPLE.leader.name, PEOPLE.leader.password)).toEqual([])
      expect(await said(PEOPLE.clerk.name, PEOPLE.clerk.password)).toEqual([PEOPLE.admin.name])
      const { session } = (await ask('account.signIn', {
        name: PEOPLE.clerk.name,
        password: PEOPLE.clerk.password
      })) as Signed
      const { events } = (await ask(
        'ledger.list',
        { before: null, documentId: null, limit: 20 },
        session
      )) as OutputOf<'ledger.list'>
      const line = events.find((one) => one.kind === 'account-password-reset')
      expect(line?.facts).toMatchObject({ account: PEOPLE.admin.name, machineUser: expect.stringMatching(/./) })
      expect(JSON.stringify(line)).not.toContain('scrypt')
      expect(await ask('ledger.undo', { seq: line?.seq }, session), 'nobody takes it back').not.toHaveProperty('seq')
      await engine.close()

      const archive = await openArchive(office.folder)
      expect((await verifyNow(archive, 'full')).findings).toEqual([])
      await archive.close()
    } finally {
      await office.close()
    }
  }, 60_000)

  it('says that there is nothing to reset in an archive without accounts', async () => {
    const folder = join(place.folder, 'khong')
    await (await createArchive(folder, OFFICE, { encryption: null })).close()
    const said = await place.runHere('account', 'reset', '--archive', folder, '--account', 'x')
    expect([said.code, said.err]).toEqual([EXIT.usage, expect.stringContaining('không dùng tài khoản')])
  })

  it('wants the recovery key or a password of an encrypted archive, which the new password opens from then on', async () => {
    const folder = join(place.folder, 'kin')
    const recoveryKey = newRecoveryKey((below) => randomInt(below))
    const cost = { N: CHEAP, r: 8, p: 1 }
    const encryption = { cost, password: 'mật khẩu cơ quan', recoveryKey }
    await (await createArchive(folder, OFFICE, { encryption })).close()
    const engine = engineOf(folder)
    const opened = await engine.call(
      'archive.unlock',
      { folder, password: 'mật khẩu cơ quan', recoveryKey: null },
      BARE
    )
    expect(opened.ok).toBe(true)
    expect((await engine.call('account.turnOn', { admin: PEOPLE.admin, clerk: PEOPLE.clerk }, BARE)).ok).toBe(true)
    await engine.close()

    const key = file('khoa', recoveryKey)
    const reset = [
      ...['account', 'reset', '--archive', folder, '--account', PEOPLE.admin.name],
      ...['--new-password-file', file('moi', FRESH)]
    ]
    const locked = await place.runHere(...reset)
    expect([locked.code, locked.err]).toEqual([EXIT.error, expect.stringContaining('mật khẩu')])
    const wrong = await place.runHere(...reset, '--password-file', file('sai', 'không phải mật khẩu'))
    expect(wrong.code).toBe(EXIT.error)
    expect((await place.runHere(...reset, '--recovery-key-file', key)).code).toBe(EXIT.ok)
    const search = ['search', 'gì đó', '--archive', folder, '--account', PEOPLE.admin.name, '--password-file']
    expect((await place.runHere(...search, file('cu', PEOPLE.admin.password))).code).toBe(EXIT.error)
    const seen = await place.runHere(...search, file('moi', FRESH))
    expect([seen.code, seen.err]).toEqual([EXIT.notFound, expect.stringContaining('đặt lại tại máy')])
  }, 60_000)
})
