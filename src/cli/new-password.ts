import { UsageError } from './command.ts'
import type { Io } from './io.ts'
import { askPassword, canAsk, firstLineOf } from './sign-in.ts'
import { encryptWords, words } from './words.ts'

/** From a file, or typed twice: a slip of a finger locks nobody out. */
export async function newPassword(file: string | null, io: Io): Promise<string> {
  const given = file === null ? null : firstLineOf(file)
  if (given === null && !canAsk()) throw new UsageError(words.needs(encryptWords.newPasswordOption))
  const password = given ?? (await askPassword(io, encryptWords.newPassword))
  if ([...password].length < encryptWords.shortest) throw new UsageError(encryptWords.tooShort)
  if (given === null && (await askPassword(io, encryptWords.again)) !== password) {
    throw new UsageError(encryptWords.notTheSame)
  }
  return password
}
