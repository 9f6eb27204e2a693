import { rmSync, unlinkSync } from 'node:fs'

/**
 * Removes what a work that failed left half made. A disk that is gone, or full of errors, takes no removal either: then it
 * stays, under the name of something unfinished, and what failed first is what is said.
 */
export function discard(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true })
  } catch {
    // Nothing more can be done here.
  }
}

/** Removes a file that may not be there; says what the system said, by its code, where it cannot. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
