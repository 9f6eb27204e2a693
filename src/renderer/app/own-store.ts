/** Of the window's own store what is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>
type Disk = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

let whose: string | null = null
let sealed = false
const passing = new Map<string, string>()

/**
 * Says who sits at this window, before their screens are made (null: an office without accounts), and whether the archive is
 * encrypted.
 */
export function setWhose(accountId: string | null, encrypted: boolean): void {
  if (accountId !== whose || encrypted !== sealed) passing.clear()
  whose = accountId
  sealed = encrypted
}

/**
 * Keeps what somebody asked for or looked at, numbers and subjects of papers among it. Where the office keeps accounts it
 * stays in memory and ends with whoever sits there: the next one may not know of those papers, and no file is to hold
 * what was left from before. So it does beside an encrypted archive: the window's own store lies open on the disk.
 */
export function passingStore(disk: Disk = localStorage): Store {
  if (whose === null && !sealed) return disk
  return {
    getItem(key) {
      disk.removeItem(key)
      return passing.get(key) ?? null
    },
    setItem: (key, value) => void passing.set(key, value)
  }
}

/** Keeps what somebody put by under a name: theirs alone. What was put by before there were accounts goes to who asks first. */
export function ownStore(disk: Disk = localStorage): Store {
  if (whose === null) return disk
  const own = (key: string): string => `${key}.${whose}`
  return {
    getItem(key) {
      const kept = disk.getItem(own(key))
      if (kept !== null) return kept
      const before = disk.getItem(key)
      if (before === null) return null
      disk.setItem(own(key), before)
      disk.removeItem(key)
      return before
    },
    setItem: (key, value) => disk.setItem(own(key), value)
  }
}
