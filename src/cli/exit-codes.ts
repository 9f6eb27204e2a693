/** Exit codes of `vankho`; stable, listed in README.md and docs/user-guide/09-dong-lenh.md. */
export const EXIT = {
  ok: 0,
  /** Something failed: disk, reader, printer, an error of the program. */
  error: 1,
  /** The command line is not understood. */
  usage: 2,
  /** No archive there, or nothing with that number or name in it. */
  notFound: 3,
  /** The archive, or the backup, is damaged. */
  damaged: 4,
  /** Another program has the archive open. */
  locked: 5,
  /** Done, but some files were not taken or not read; each has its line. */
  partly: 6,
  /** Stopped by Ctrl+C. */
  cancelled: 130
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]
