import type { ArchiveContext } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { parseLine } from '../ledger/ledger-line.ts'
import { accountById } from '../store/accounts.ts'

export type ResetSaid = { account: string; at: string; machineUser: string }

/**
 * Passwords of admins set anew at the machine itself since somebody signed in last, oldest first. Lines are looked at as
 * letters, newest first, back to that sign-in.
 */
export function resetsSince(
  archive: Pick<OpenedArchive, 'ledger'> & Pick<ArchiveContext, 'db'>,
  id: string
): ResetSaid[] {
  const found: ResetSaid[] = []
  for (const { line } of archive.ledger.readBack(archive.ledger.head().seq + 1)) {
    const own = line.includes(`"${id}"`)
    if (own && (line.includes('"kind":"account-signed-in"') || line.includes('"kind":"account-created"'))) break
    if (!line.includes('"kind":"account-password-reset"')) continue
    const event = parseLine(line)
    if (event.kind !== 'account-password-reset') continue
    const { accountId, machineUser } = event.data
    found.push({ account: accountById(archive.db, accountId)?.name ?? '', at: event.at, machineUser })
  }
  return found.reverse()
}
