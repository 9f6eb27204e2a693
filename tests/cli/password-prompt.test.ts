import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from '#cli/exit-codes.ts'
import { type AccountsOffice, officeWithAccounts, PEOPLE } from '#tests/support/office-with-accounts.ts'
import { commandPlace } from './vankho.ts'

const place = commandPlace()
const MAIN = join(import.meta.dirname, '../../src/cli/main.ts')
const HAS_SCRIPT = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0
const PROMPT = /mật khẩu[^:\r\n]*:/gi

let office: AccountsOffice

type Shown = Readonly<{ code: number | null; screen: string }>

/** What a terminal shows while somebody types, and how the command ends; afterwards the terminal says how it is set. */
function atTerminal(command: readonly string[], typed: readonly string[]): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const words = [process.execPath, MAIN, ...command].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ')
    const env = { ...process.env, VANKHO_SETTINGS: join(place.folder, 'settings'), LC_ALL: 'C.UTF-8', TERM: 'xterm' }
    const child = spawn('script', ['-qfec', `${words}; code=$?; stty -a; exit $code`, '/dev/null'], {
      cwd: place.folder,
      env
    })
    const left = [...typed]
    let screen = ''
    let asked = 0
    const timer = setTimeout(() => child.kill('SIGKILL'), 60_000)
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (part: string) => {
      screen += part
      const times = screen.match(PROMPT)?.length ?? 0
      for (; asked < times; asked++) {
        const next = left.shift()
        // A terminal in another mode would show it; that mode is set right after the question.
        if (next !== undefined) setTimeout(() => child.stdin.write(next), 400)
      }
    })
    child.once('error', reject)
    child.once('close', (code) => {
      clearTimeout(timer)
      resolve({ code, screen })
    })
  })
}

describe.skipIf(!HAS_SCRIPT)('a password typed at the terminal', () => {
  beforeAll(async () => {
    office = await officeWithAccounts()
    await office.file('a.txt', 'Số 5-CV/HU\nmột văn bản về tuyên truyền', { number: '5', symbol: 'CV/HU' })
    await office.as('clerk', 'archive.close', {})
    await office.engine.close()
  })
  afterAll(async () => {
    await office.close()
    place.clean()
  })

  const search = () => ['search', 'tuyên truyền', '--archive', office.folder, '--account', PEOPLE.clerk.name]

  it('is not shown, and Vietnamese letters, backspace, arrows and a line begun again are what was meant', async () => {
    const { password } = PEOPLE.clerk
    const slips = `nhầm\u0015${password.slice(0, 5)}ươ\u007f\u0008${password.slice(5)}\u001b[D\u001bOA\r`
    const { code, screen } = await atTerminal(search(), [slips])
    expect(screen).toContain('tuyên truyền')
    expect(code).toBe(EXIT.ok)
    for (const shown of [password, password.slice(0, 5), password.slice(5), 'nhầm', 'ươ'])
      expect(screen.replaceAll(PROMPT, '').toLowerCase(), `shows ${shown}`).not.toContain(shown)
    expect(screen).toMatch(/(?<!-)\becho\b/)
  }, 90_000)

  it('Ctrl+C ends the command, says so, and leaves the terminal as it was', async () => {
    const { code, screen } = await atTerminal(search(), ['nửa chừng\u0003'])
    expect(code).toBe(EXIT.cancelled)
    expect(screen).not.toContain('nửa chừng')
    expect(screen).not.toMatch(/^\s+at .*:\d+:\d+/m)
    expect(screen).toMatch(/(?<!-)\becho\b/)
    expect(screen).toMatch(/(?<!-)\bicanon\b/)
  }, 90_000)

  it('Ctrl+D on an empty line ends it too; a wrong password is refused', async () => {
    expect((await atTerminal(search(), ['\u0004'])).code).toBe(EXIT.cancelled)
    const { code, screen } = await atTerminal(search(), ['không phải mật khẩu\r'])
    expect(code).toBe(EXIT.error)
    expect(screen).not.toContain('không phải mật khẩu')
  }, 90_000)

  it('one that is set anew is typed twice', async () => {
    const reset = ['account', 'reset', '--archive', office.folder, '--account', PEOPLE.admin.name]
    const fresh = 'mật khẩu mới ươ'
    const typed = [`${fresh}\r`, `${fresh}x\u007f\r`]
    const { code, screen } = await atTerminal(reset, typed)
    expect(screen).not.toContain(fresh)
    expect(code).toBe(EXIT.ok)
  }, 90_000)
})
