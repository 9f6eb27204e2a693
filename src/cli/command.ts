import type { ParseArgsOptionsConfig } from 'node:util'
import type { ExitCode } from './exit-codes.ts'
import type { Io } from './io.ts'

/** What was typed after the command's name, parted. */
export type Arguments = Readonly<{
  positionals: readonly string[]
  text(name: string): string | null
  /** The positionals as they were typed: names of files are not changed. */
  paths: readonly string[]
  flag(name: string): boolean
  /** A whole number from `least` on; throws `UsageError` where it is none. */
  count(name: string, otherwise: number, least?: number): number
}>

export type Command = Readonly<{
  options: ParseArgsOptionsConfig
  run(args: Arguments, io: Io): Promise<ExitCode>
}>

/** The command line is not understood; the message says what is missing. */
export class UsageError extends Error {}
