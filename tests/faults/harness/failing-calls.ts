import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'

/** As `struct control` of failing-calls.c lays it out. */
const PREFIX = 512
const AT = {
  mode: 0,
  at: 4,
  error: 8,
  always: 12,
  count: 16,
  images: 20,
  failed: 24,
  prefix: 32,
  imagesAt: 1056,
  log: 1568
}
const LOG = 96
const LINES = 4096
const SIZE = AT.log + LOG * LINES

const SOURCE = new URL('./failing-calls.c', import.meta.url).pathname
export const CONTROL = 'FAILING_CALLS'

export type Errno = 'EIO' | 'ENOSPC' | 'EACCES' | 'EROFS' | 'EMFILE'
export const ERRNOS: readonly Errno[] = ['EIO', 'ENOSPC', 'EACCES', 'EROFS', 'EMFILE']

/** Builds the library once for each state of its source; null where this machine has no compiler for it. */
export function failingCallsLibrary(): string | null {
  if (process.platform !== 'linux') return null
  const name = `van-kho-failing-calls-${createHash('sha256').update(readFileSync(SOURCE)).digest('hex').slice(0, 16)}.so`
  const library = join('/tmp', name)
  if (existsSync(library)) return library
  const made = `${library}.${process.pid}`
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', made, SOURCE, '-ldl', '-lpthread'], { stdio: 'ignore' })
  } catch {
    return null
  }
  renameSync(made, library)
  return library
}

export function noFailingCalls(): string | null {
  return failingCallsLibrary() === null ? 'needs Linux and a C compiler' : null
}

/** Makes the file through which a process is told which of its calls fail. */
export function makeControl(path: string): string {
  writeFileSync(path, Buffer.alloc(SIZE))
  return path
}

export type Calls = Readonly<{ seen: number; failed: number; log: readonly string[] }>

/** The calls of this process to the disk, below one or two folders. */
export type FailingCalls = Readonly<{
  /** Only counts them. */
  count(folders: readonly [string, string?]): void
  fail(folders: readonly [string, string?], fault: Readonly<{ at: number; error: Errno; always: boolean }>): void
  /** Keeps an image of the folder before each call that changes it, as `000000`, `000001` … below `target`. */
  images(folder: string, target: string): void
  /** Calls so far. */
  seen(): number
  stop(): Calls
  imageCount(): number
}>

export function failingCalls(): FailingCalls {
  const path = process.env[CONTROL]
  if (path === undefined) throw new Error('this process was not started with the library')
  const fd = openSync(path, 'r+')
  process.on('exit', () => closeSync(fd))
  const put = (at: number, value: number): void => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(value)
    writeSync(fd, bytes, 0, 4, at)
  }
  const get = (at: number): number => {
    const bytes = Buffer.alloc(4)
    readSync(fd, bytes, 0, 4, at)
    return bytes.readInt32LE()
  }
  const text = (at: number, value: string): void => {
    const bytes = Buffer.alloc(PREFIX)
    bytes.write(value, 0, PREFIX - 1)
    writeSync(fd, bytes, 0, PREFIX, at)
  }
  function arm(mode: number, folders: readonly [string, string?]): void {
    put(AT.mode, 0)
    text(AT.prefix, folders[0])
    text(AT.prefix + PREFIX, folders[1] ?? '')
    put(AT.count, 0)
    put(AT.failed, 0)
    put(AT.images, 0)
    put(AT.mode, mode)
  }
  return {
    count(folders) {
      put(AT.at, 0)
      arm(1, folders)
    },
    fail(folders, { at, error, always }) {
      put(AT.at, at)
      put(AT.error, constants.errno[error])
      put(AT.always, always ? 1 : 0)
      arm(1, folders)
    },
    images(folder, target) {
      text(AT.imagesAt, target)
      arm(2, [folder])
    },
    stop() {
      put(AT.mode, 0)
      const seen = get(AT.count)
      const bytes = Buffer.alloc(LOG * Math.min(seen, LINES))
      readSync(fd, bytes, 0, bytes.length, AT.log)
      const log = Array.from({ length: Math.min(seen, LINES) }, (_, line) => {
        const one = bytes.subarray(line * LOG, (line + 1) * LOG)
        return one.toString('utf8', 0, one.indexOf(0))
      })
      return { seen, failed: get(AT.failed), log }
    },
    seen: () => get(AT.count),
    imageCount: () => get(AT.images)
  }
}
