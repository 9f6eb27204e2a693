import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EXIT } from '#cli/exit-codes.ts'
import { officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
afterAll(() => place.clean())

describe('an archive with accounts, at the command line', () => {
  it('asks who it is, and does what that person may', async () => {
    const office = await officeWithAccounts()
    try {
      await office.file('a.txt', 'Số 5-CV/HU\nmột văn bản về tuyên truyền')
      await office.as('clerk', 'archive.close', {})
      await office.engine.close()
      const at = ['--archive', office.folder, '--json']
      const file = (name: string, text: string): string => {
        writeFileSync(join(place.folder, name), text)
        return join(place.folder, name)
      }
      const leader = file('leader', `${PEOPLE.leader.password}\n`)
      const clerk = file('clerk', `\uFEFF${PEOPLE.clerk.password}\r\n`)
      expect((await place.runHere('search', 'tuyên truyền', ...at)).code).toBe(EXIT.usage)
      const found = await place.runHere(
        'search',
        'tuyên truyền',
        ...at,
        '--account',
        PEOPLE.leader.name,
        '--password-file',
        leader
      )
      expect([found.code, found.out]).toEqual([EXIT.ok, expect.stringContaining('tuyên truyền')])
      const backup = ['backup', '--out', join(place.folder, 'backup'), ...at]
      const refused = await place.runHere(...backup, '--account', PEOPLE.leader.name, '--password-file', leader)
      expect(refused.lines[0]).toMatchObject({ ok: false, code: 'not-allowed' })
      expect(
        (await place.runHere(...backup, '--account', PEOPLE.clerk.name.toUpperCase(), '--password-file', clerk)).code
      ).toBe(EXIT.ok)
      const wrong = await place.runHere('search', 'x', ...at, '--account', PEOPLE.clerk.name, '--password-file', leader)
      expect(wrong.lines[0]).toMatchObject({ ok: false, code: 'sign-in-failed' })
    } finally {
      await office.close()
    }
  }, 60_000)
})
