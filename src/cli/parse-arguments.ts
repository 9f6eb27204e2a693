import { parseArgs } from 'node:util'
import { type Arguments, type Command, UsageError } from './command.ts'
import { words } from './words.ts'

const COMMON = {
  archive: { type: 'string' },
  account: { type: 'string' },
  'password-file': { type: 'string' },
  'recovery-key-file': { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' }
} as const

export function parseArguments(command: Pick<Command, 'options'>, typed: readonly string[]): Arguments {
  const { positionals, values } = parse(command, typed)
  function text(name: string): string | null {
    const value = values[name]
    return typeof value === 'string' ? value.normalize('NFC') : null
  }
  return {
    positionals: positionals.map((one) => one.normalize('NFC')),
    paths: positionals,
    text,
    flag: (name) => values[name] === true,
    count(name, otherwise, least = 1) {
      const value = text(name)
      if (value === null) return otherwise
      if (!/^\d{1,6}$/.test(value) || Number(value) < least) throw new UsageError(words.badOption(`--${name} ${value}`))
      return Number(value)
    }
  }
}

type Parsed = Readonly<{ positionals: string[]; values: Readonly<Record<string, unknown>> }>

function parse(command: Pick<Command, 'options'>, typed: readonly string[]): Parsed {
  try {
    return parseArgs({
      args: [...typed],
      options: { ...COMMON, ...command.options },
      allowPositionals: true,
      strict: true
    })
  } catch (error) {
    throw new UsageError(
      words.badOption((/'([^']+)'/.exec((error as Error).message)?.[1] ?? typed.join(' ')).slice(0, 80))
    )
  }
}
