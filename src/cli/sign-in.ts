import { readFileSync } from 'node:fs'
import process from 'node:process'
import { CallError } from '#contract/client.ts'
import { type Arguments, UsageError } from './command.ts'
import type { Io } from './io.ts'
import type { Session } from './session.ts'
import { words } from './words.ts'
import { accountWords } from './words-account.ts'

/**
 * Signs in where the archive keeps accounts: the name by `--account` or VANKHO_ACCOUNT, the password from
 * `--password-file` or VANKHO_PASSWORD_FILE ("-" is standard input), else asked for at the terminal. Never on the command
 * line or in a variable of its own: both are seen by others on the machine.
 */
export async function signIn(args: Arguments, io: Io, session: Pick<Session, 'call'>): Promise<void> {
  const { on } = await session.call('account.state', {})
  if (!on) return
  const name = args.text('account') ?? process.env.VANKHO_ACCOUNT
  if (!name) throw new UsageError(words.needs(words.accountOption))
  const password = await passwordOf(args, io)
  const { resets } = await session.call('account.signIn', { name, password })
  for (const { account, at, machineUser } of resets) {
    io.note(accountWords.seen(account, new Date(at).toLocaleString('vi-VN'), machineUser))
  }
}

/** Asked for once: what opens an encrypted archive mostly signs in too, and standard input is read but once. */
const given = new WeakMap<Arguments, string>()

export async function passwordOf(args: Arguments, io: Io): Promise<string> {
  const file = fileGiven(args)
  const password = given.get(args) ?? (file ? firstLineOf(file) : await askPassword(io, words.askPassword))
  given.set(args, password)
  return password
}

export function fileGiven(args: Arguments): string | null {
  return args.text('password-file') ?? process.env.VANKHO_PASSWORD_FILE ?? null
}

export function canAsk(): boolean {
  return process.stdin.isTTY
}

export async function askPassword(io: Io, question: string): Promise<string> {
  if (!canAsk()) throw new UsageError(words.needs(words.passwordFileOption))
  io.note(question)
  return await typed(process.stdin)
}

export function firstLineOf(file: string): string {
  return firstLine(read(file))
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch {
    throw new UsageError(words.needs(words.passwordFileOption))
  }
}

function firstLine(text: string): string {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
}

const ENTER = /[\r\n]/
/** Ctrl+C; Ctrl+D where nothing was typed. */
const STOP = '\u0003'
const END = '\u0004'
const RUBOUT = /[\u0008\u007f]/
/** Ctrl+U: the whole line. */
const WIPE = '\u0015'
/** Arrows and the like are keys, not letters of a password. */
const KEYS = /\u001b(?:\[[\d;]*[A-Za-z~]|O[A-Za-z])/g
const CONTROL = /\p{Cc}/u

/** A line typed at the terminal, none of it shown; the terminal shows again what is typed whatever comes of it. */
function typed(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let line = ''
    input.setRawMode(true)
    input.setEncoding('utf8')
    input.resume()
    const end = (settle: () => void) => {
      input.removeListener('data', take)
      input.setRawMode(false)
      input.pause()
      settle()
    }
    function take(letters: string): void {
      for (const letter of letters.replaceAll(KEYS, '')) {
        if (letter === STOP || (letter === END && line === '')) {
          end(() => reject(new CallError({ ok: false, code: 'cancelled', detail: {} })))
          return
        }
        if (ENTER.test(letter)) {
          end(() => resolve(line))
          return
        }
        if (RUBOUT.test(letter)) line = [...line].slice(0, -1).join('')
        else if (letter === WIPE) line = ''
        else if (!CONTROL.test(letter)) line += letter
      }
    }
    input.on('data', take)
  })
}
