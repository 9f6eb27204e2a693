import { describe, expect, onTestFinished, test } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import { officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'
import { formOf } from '#tests/support/papers.ts'

async function office() {
  const made = await officeWithAccounts()
  onTestFinished(made.close)
  return made
}

describe('an office with accounts', () => {
  test('knows who is signed in, and shuts everything to who is not', async () => {
    const made = await office()
    expect(await made.as('leader', 'account.state', {})).toMatchObject({
      on: true,
      account: { name: PEOPLE.leader.name, role: 'leader' }
    })
    expect(await made.ask('nobody', 'account.state', {})).toMatchObject({
      ok: true,
      value: { on: true, account: null }
    })
    expect(await made.ask('nobody', 'overview', {})).toMatchObject({ ok: false, code: 'sign-in-needed' })
    expect(await made.engine.call('overview', {}, { shell: 'direct', session: 'x'.repeat(43) })).toMatchObject({
      code: 'sign-in-needed'
    })
    const claimed = { name: PEOPLE.clerk.name, role: 'clerk', shell: 'direct' } as const
    expect(await made.engine.call('overview', {}, claimed)).toMatchObject({ code: 'sign-in-needed' })
    expect(await made.ask('leader', 'account.list', {})).toMatchObject({ code: 'not-allowed' })
    expect((await made.as('clerk', 'account.list', {})).accounts.map((one) => one.role)).toEqual([
      'admin',
      'clerk',
      'leader',
      'staff'
    ])
  })

  test('ends sessions at once when an account is changed, and says so to its windows alone', async () => {
    const made = await office()
    const heard: Record<string, EngineEvent[]> = { leader: [], staff: [] }
    for (const role of ['leader', 'staff'] as const)
      made.engine.listen((event) => heard[role]?.push(event), made.asker(role))
    await made.as('admin', 'account.save', { id: made.ids.leader as never, name: PEOPLE.leader.name, role: 'staff' })
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
    expect(heard.leader).toContainEqual({ type: 'session', ended: 'changed' })
    expect(heard.staff?.some((event) => event.type === 'session')).toBe(false)
    await made.signIn('leader')
    await made.as('admin', 'account.disable', { id: made.ids.leader as never, reason: 'nghỉ việc' })
    expect(await made.ask('leader', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
    expect(await made.ask('nobody', 'account.signIn', PEOPLE.leader)).toMatchObject({ code: 'sign-in-failed' })
    await made.as('admin', 'account.setPassword', { id: made.ids.staff as never, password: 'một câu khác dài' })
    expect(await made.ask('staff', 'overview', {})).toMatchObject({ code: 'sign-in-needed' })
  })

  test('keeps one admin, and one name for each', async () => {
    const made = await office()
    const admin = made.ids.admin as never
    for (const outcome of [
      await made.ask('admin', 'account.disable', { id: admin, reason: 'x' }),
      await made.ask('admin', 'account.save', { id: admin, name: 'Khác', role: 'clerk' })
    ])
      expect(outcome).toMatchObject({ code: 'conflict', detail: { problem: 'last-admin' } })
    const twin = PEOPLE.clerk.name.toUpperCase().normalize('NFD')
    expect(
      await made.ask('admin', 'account.create', { name: ` ${twin} `, role: 'staff', password: 'một câu khác dài' })
    ).toMatchObject({ code: 'duplicate' })
    for (const password of ['ngắn', '12345678', 'Văn thư 2026', 'Người mới'])
      expect(
        await made.ask('admin', 'account.create', { name: 'Người mới', role: 'staff', password }),
        password
      ).toMatchObject({ code: 'weak-password' })
    const { accounts } = await made.as('admin', 'account.list', {})
    expect(accounts.map((one) => one.name)).not.toContain('Người mới')
  })

  test('restricts a paper in the moment it is filed, and takes both back in one', async () => {
    const made = await office()
    const form = { ...formOf({ number: '9', symbol: 'CV/HU', subject: 'nhân sự' }) }
    const to = { accounts: [made.ids.leader as never], roles: [] }
    const filed = await made.as('clerk', 'document.file', { form, files: [], restriction: { to, reason: 'nhân sự' } })
    const { id } = filed.document
    expect(await made.ask('staff', 'document.get', { id })).toMatchObject({ code: 'not-found' })
    expect((await made.as('leader', 'document.get', { id })).line.id).toBe(id)
    await made.as('clerk', 'ledger.undo', { seq: filed.undo?.seq ?? 0 })
    expect((await made.as('clerk', 'document.get', { id })).line.withdrawn).toBe(true)
    expect(await made.ask('staff', 'document.get', { id })).toMatchObject({ code: 'not-found' })
  })

  test('asks two people for a withdrawal', async () => {
    const made = await office()
    const id = await made.file('a.txt', 'Số 5-CV/HU\nmột văn bản')
    expect(await made.ask('clerk', 'document.withdraw', { id, reason: 'nhầm' })).toMatchObject({
      code: 'approval-needed'
    })
    expect(await made.ask('leader', 'document.withdraw', { id, reason: 'nhầm' })).toMatchObject({ code: 'conflict' })
    await made.as('clerk', 'withdrawal.ask', { id: id as never, reason: 'vào nhầm' })
    expect((await made.as('leader', 'withdrawal.list', {})).requests).toMatchObject([{ askedBy: PEOPLE.clerk.name }])
    expect(
      (await made.as('leader', 'document.withdraw', { id: id as never, reason: 'đồng ý' })).document.withdrawn
    ).toBe(true)
    expect((await made.as('clerk', 'withdrawal.list', {})).requests).toEqual([])
  })
})
