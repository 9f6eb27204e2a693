/** Largest JSON body of a call, in bytes: far above a form with hundreds of recipients. */
export const MOST_CALL_BYTES = 4 * 1024 * 1024
/** Deepest nesting any operation's input has is below ten. */
export const MOST_DEPTH = 32

/** True where data is nested at most `most` deep. Walks with a list of its own, so that depth costs no stack. */
export function isWithinDepth(value: unknown, most = MOST_DEPTH): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return false
    const next: unknown[] = []
    for (const one of level) {
      if (typeof one !== 'object' || one === null) continue
      for (const inner of Object.values(one)) if (typeof inner === 'object' && inner !== null) next.push(inner)
    }
    level = next
  }
  return true
}

/** Largest file taken in: a bound scan of some hundred pages is far below it. */
export const MOST_FILE_BYTES = 200 * 1024 * 1024
