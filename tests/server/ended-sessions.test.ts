import { afterEach, expect, it } from 'vitest'
import type { EngineEvent } from '#contract/events.ts'
import type { Role } from '#contract/operations/operation.ts'
import { SESSION_HEADER } from '#server/guard.ts'
import { type RunningServer, startServer } from '#server/start-server.ts'
import { type AccountsOffice, officeWithAccounts } from '#tests/support/office-with-accounts.ts'

let office: AccountsOffice
let server: RunningServer

afterEach(async () => {
  await server.close()
  await office.close()
})

async function begin(): Promise<void> {
  office = await officeWithAccounts()
  server = await startServer({ engine: office.engine, screens: import.meta.dirname })
}

async function print(role: Role): Promise<string> {
  const reply = await fetch(`${server.origin}/api/print`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-vankho-token': server.token,
      [SESSION_HEADER]: office.tokens[role]
    },
    body: JSON.stringify({ name: 'register-in', from: null, to: null, documentId: null })
  })
  const outcome = (await reply.json()) as { value?: { address: string } }
  return `${server.origin}${outcome.value?.address}`
}

const status = async (address: string): Promise<number> => (await fetch(address)).status

it('the address of a print view ends with the session it was made in, and with no other', async () => {
  await begin()
  const [clerk, leader] = [await print('clerk'), await print('leader')]
  expect([await status(clerk), await status(leader)]).toEqual([200, 200])
  await office.as('clerk', 'account.signOut', {})
  expect([await status(clerk), await status(leader)]).toEqual([404, 200])
  await office.signIn('clerk')
  expect(await status(clerk), 'not by the same person signed in again').toBe(404)
})

it('it ends when the session was left alone too long, and looking at it keeps none alive', async () => {
  await begin()
  const address = await print('clerk')
  for (let minute = 0; minute < 14; minute++) {
    office.clocks.monotonic += 60_000
    expect(await status(address)).toBe(200)
  }
  office.clocks.monotonic += 2 * 60_000
  expect(await status(address)).toBe(404)
})

it('it ends when the archive is closed', async () => {
  await begin()
  const address = await print('clerk')
  await office.as('clerk', 'archive.close', {})
  expect(await status(address)).toBe(404)
})

it('what is pushed about no document says the area and nothing else, by role', async () => {
  await begin()
  const told: Record<string, EngineEvent[]> = { leader: [], staff: [], admin: [], nobody: [] }
  for (const [role, events] of Object.entries(told))
    office.engine.listen((event) => void events.push(event), office.asker(role as Role | 'nobody'))
  await office.file('a.txt', 'Số 5-CV/HU\nmột văn bản', { number: '5', symbol: 'CV/HU' })
  const { bodies } = await office.as('clerk', 'directory.list', { text: '', on: null })
  const [body] = bodies
  if (!body) throw new Error('no body to save')
  await office.as('clerk', 'directory.saveBody', { body: { ...body, name: 'Đảng ủy xã Rô Men' } })
  await office.as('admin', 'account.setIdle', { minutes: 20 })
  const changed = (role: string) => (told[role] ?? []).filter((event) => event.type === 'changed')
  for (const role of ['leader', 'staff', 'admin']) {
    const areas = changed(role).filter((event) => event.documentId === null)
    for (const event of areas) expect(Object.keys(event).sort()).toEqual(['documentId', 'type', 'what'])
    expect(areas.map((event) => event.what)).toContain('directory')
    expect(areas.map((event) => event.what)).not.toContain('intake')
    expect(areas.map((event) => event.what)).not.toContain('secret')
  }
  expect(changed('admin').map((event) => event.what)).toContain('accounts')
  expect(changed('leader').map((event) => event.what)).not.toContain('accounts')
  expect(changed('nobody')).toEqual([])
})
