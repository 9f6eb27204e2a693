import { describe, expect, test } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'
import type { Outcome } from '#contract/failures.ts'
import { isOpenTo, ROLES, type Standing } from '#contract/operations/operation.ts'
import { type OperationName, operations } from '#contract/operations.ts'
import { startServer } from '#server/start-server.ts'
import { officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'
import { standInIpc } from '#tests/support/stand-in-ipc.ts'

const NAMES = Object.keys(operations).sort() as OperationName[]
const STANDINGS: readonly Standing[] = ['clerk', 'leader', 'staff', 'admin', 'nobody']

/** One line an operation: who may, by the first letter; "-" may not; "~": only while nobody is signed in. */
function table(): string {
  const lines = NAMES.map((name) => {
    const marks = STANDINGS.map((standing) => {
      if (isOpenTo(operations[name], standing, true)) return standing[0]
      return isOpenTo(operations[name], standing, false) ? '~' : '-'
    })
    return `${marks.join(' ')}  ${operations[name].kind.padEnd(7)}  ${name}`
  })
  return `${STANDINGS.join(' ')}\n${lines.join('\n')}\n`
}

const TOLD_HEAD = `import type { Role } from './operations/operation.ts'

/**
 * Who may what, as plain data for the screens, which must not load the schemas. A test compares it with the contract.
 */
export const ROLE_TABLE: Readonly<Record<string, readonly Role[]>> = {
`

/** Opened with, closed with or signed out by: not asked of an office that is to go on. */
const ENDS: ReadonlySet<string> = new Set<OperationName>(['archive.close', 'account.signOut', 'account.signIn'])
/** No operation takes this: what is open to the caller answers that the input is wrong, and changes nothing. */
const NO_INPUT = 'none'

describe('who may what', () => {
  test('stands in a table that changes only by intent', async () => {
    await expect(table()).toMatchFileSnapshot('./roles.golden.txt')
  })

  // `--update` writes the file anew.
  test('is told to the screens as it is', async () => {
    const lines = NAMES.map((name) => {
      const roles = ROLES.filter((role) => operations[name].roles.includes(role))
      return `  ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: [${roles.map((role) => `'${role}'`).join(', ')}]`
    })
    await expect(`${TOLD_HEAD}${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('../../src/contract/role-table.ts')
  })

  test('is so over the engine, HTTP and IPC, for each operation and each who stands there', async () => {
    const office = await officeWithAccounts()
    const server = await startServer({ engine: office.engine, screens: office.settings })
    try {
      const differing: string[] = []
      for (const who of ['clerk', 'leader', 'staff', 'admin', 'nobody'] as const) {
        const ipc = standInIpc(office.engine)
        if (who !== 'nobody') await ipc.invoke(CHANNELS.call, 'account.signIn', PEOPLE[who])
        const session = who === 'nobody' ? {} : { 'x-vankho-session': office.tokens[who] }
        const ways: Record<string, (name: string) => Promise<Outcome<unknown>>> = {
          direct: (name) => office.ask(who, name, NO_INPUT),
          http: async (name) => {
            const response = await fetch(`${server.origin}/api/call/${name}`, {
              method: 'POST',
              headers: { 'x-vankho-token': server.token, 'content-type': 'application/json', ...session },
              body: JSON.stringify(NO_INPUT)
            })
            return (await response.json()) as Outcome<unknown>
          },
          ipc: (name) => ipc.invoke(CHANNELS.call, name, NO_INPUT) as Promise<Outcome<unknown>>
        }
        for (const name of NAMES.filter((one) => !ENDS.has(one))) {
          const open = isOpenTo(operations[name], who, true)
          const wanted = open ? 'bad-input' : who === 'nobody' ? 'sign-in-needed' : 'not-allowed'
          for (const [way, ask] of Object.entries(ways)) {
            const outcome = await ask(name)
            if (outcome.ok || outcome.code !== wanted)
              differing.push(`${way} ${who} ${name}: ${JSON.stringify(outcome)}`)
          }
        }
        ipc.stop()
      }
      expect(differing).toEqual([])
    } finally {
      await server.close()
      await office.close()
    }
  }, 120_000)

  test('holds for the doors of bytes too', async () => {
    const office = await officeWithAccounts()
    try {
      for (const [who, code] of [
        ['leader', 'not-allowed'],
        ['staff', 'not-allowed'],
        ['admin', 'not-allowed'],
        ['nobody', 'sign-in-needed']
      ] as const) {
        const stream = new Blob(['x']).stream() as never
        expect(await office.engine.stage('a.txt', { stream }, office.asker(who))).toMatchObject({ ok: false, code })
        const address = { intakeId: 'i_0123456789' } as never
        expect(await office.engine.locate(address, office.asker(who))).toMatchObject({ ok: false, code })
      }
    } finally {
      await office.close()
    }
  })
})
