import { CallError } from '#contract/client.ts'
import type { FailureCode } from '#contract/failures.ts'
import { UsageError } from './command.ts'
import { COMMANDS } from './commands.ts'
import { describeLine } from './describe.ts'
import { DocumentNotChosen } from './document-not-chosen.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { createIo, type Io } from './io.ts'
import { parseArguments } from './parse-arguments.ts'
import { VERSION } from './version.ts'
import { COMMAND_WORDS, type CommandName, words } from './words.ts'
import { failureMessage } from './words-failures.ts'

type Stderr = NodeJS.WritableStream & { isTTY?: boolean; columns?: number }

/** One command, from its words to its exit code. Never throws. */
export async function run(typed: readonly string[], stdout: NodeJS.WritableStream, stderr: Stderr): Promise<ExitCode> {
  const io = createIo(typed.includes('--json'), stdout, stderr)
  const [name = '', ...rest] = typed
  if (name === '--version') {
    io.out(VERSION)
    return EXIT.ok
  }
  if (name === '' || name === 'help' || typed.includes('--help') || typed.includes('-h')) {
    for (const line of help()) io.out(line)
    return name === '' ? EXIT.usage : EXIT.ok
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    return fail(io, EXIT.usage, 'bad-input', words.noSuchCommand(name.slice(0, 60)))
  }
  try {
    const command = await COMMANDS[name as CommandName]()
    return await command.run(parseArguments(command, rest), io)
  } catch (error) {
    return explain(io, error)
  }
}

function explain(io: Io, error: unknown): ExitCode {
  if (error instanceof UsageError) return fail(io, EXIT.usage, 'bad-input', error.message)
  if (error instanceof DocumentNotChosen) {
    const lines = error.documents.map((line) => `  ${line.id}  ${describeLine(line)}`)
    const code = error.documents.length ? 'conflict' : 'not-found'
    return fail(io, EXIT.notFound, code, [error.message, ...lines].join('\n'), { reference: error.reference })
  }
  if (error instanceof CallError) {
    const { code, detail } = error.failure
    return fail(io, exitFor(code), code, failureMessage(error.failure), detail)
  }
  if (process.env.VANKHO_DEBUG) io.note(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return fail(io, EXIT.error, 'internal', failureMessage({ code: 'internal', detail: {} }))
}

function fail(io: Io, exit: ExitCode, code: FailureCode, message: string, detail: object = {}): ExitCode {
  if (io.json) io.data({ ok: false, code, detail, message })
  else io.note(message)
  return exit
}

function exitFor(code: FailureCode): ExitCode {
  switch (code) {
    case 'bad-input':
      return EXIT.usage
    case 'not-found':
    case 'no-archive':
    case 'archive-missing':
      return EXIT.notFound
    case 'archive-damaged':
      return EXIT.damaged
    case 'archive-locked':
      return EXIT.locked
    case 'cancelled':
      return EXIT.cancelled
    default:
      return EXIT.error
  }
}

function help(): readonly string[] {
  const rows = Object.values(COMMAND_WORDS).flatMap(({ usage, does }) => [`  ${usage}`, `      ${does}`])
  return [words.title, '', words.usage, '', words.commands, ...rows, '', ...words.common, '', words.codes]
}
