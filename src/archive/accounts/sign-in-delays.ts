import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Wrong tries that cost nothing: a slip of the finger. */
const FREE = 3
const FIRST_WAIT = 5_000
const LONGEST_WAIT = 15 * 60_000
/** Names remembered, those tried last: an account that is attacked is always among them. */
const MOST_NAMES = 500
export const TRIES_FILE = 'sign-in-tries.json'

type Tries = { failed: number; until: number }

/**
 * How long an account waits after wrong passwords: 5 seconds after the third, twice as long after each further one, a
 * quarter of an hour at most. By a clock nobody can set. The counts stand in a file of the archive, so that closing the
 * program does not begin them anew (the wait then begins from the opening); they are no fact, and a ledger that grew with
 * every try would be a way to fill the disk. A name nobody has is counted like any other.
 */
export type SignInDelays = Readonly<{
  /** Milliseconds still to wait. */
  wait(key: string): number
  /** Counted before the password is looked at, so that many tries at once are many. */
  tried(key: string): void
  /** The password was right; tells how many tries were wrong before. */
  right(key: string): number
}>

export function createSignInDelays(folder: string, monotonic: () => number): SignInDelays {
  const file = join(folder, TRIES_FILE)
  const known = new Map<string, Tries>()
  for (const [name, failed] of read(file)) known.set(name, { failed, until: monotonic() + waitAfter(failed) })

  function save(): void {
    try {
      writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries([...known].map(([n, one]) => [n, one.failed]))))
      renameSync(`${file}.new`, file)
    } catch {
      // A folder that cannot be written is counted in memory alone.
    }
  }

  return {
    wait: (key) => Math.max(0, (known.get(hidden(key))?.until ?? 0) - monotonic()),
    tried(key) {
      const name = hidden(key)
      const failed = (known.get(name)?.failed ?? 0) + 1
      known.delete(name)
      known.set(name, { failed, until: monotonic() + waitAfter(failed) })
      for (const oldest of known.keys()) {
        if (known.size <= MOST_NAMES) break
        known.delete(oldest)
      }
      save()
    },
    right(key) {
      const name = hidden(key)
      const failed = (known.get(name)?.failed ?? 1) - 1
      known.delete(name)
      save()
      return Math.max(0, failed)
    }
  }
}

/** What somebody typed for a name may be a password: the file holds no names. */
function hidden(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 24)
}

export function waitAfter(failed: number): number {
  return failed < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(20, failed - FREE))
}

function read(file: string): readonly (readonly [string, number])[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof kept !== 'object' || kept === null) return []
    return Object.entries(kept)
      .filter((one): one is [string, number] => /^[0-9a-f]{24}$/.test(one[0]) && Number.isInteger(one[1]) && one[1] > 0)
      .slice(-MOST_NAMES)
  } catch {
    return []
  }
}
