import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newFolder } from './archive.ts'

export type SmallDisk = Readonly<{
  folder: string
  /** Writes until so many bytes are left. */
  fill(left: number): void
  free(): void
  remount(how: 'ro' | 'rw'): void
  remove(): void
}>

export function noSmallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk can be mounted by root on Linux alone'
  try {
    smallDisk(1).remove()
    return null
  } catch {
    return 'no tmpfs can be mounted here'
  }
}

export function smallDisk(megabytes: number): SmallDisk {
  const folder = join(newFolder('small-'), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  const filler = join(folder, 'filler')
  return {
    folder,
    fill(left) {
      for (const step of [1 << 20, 1 << 16, 1 << 12]) {
        for (;;) {
          const { bavail, bsize } = statfsSync(folder)
          if (bavail * bsize - step < left) break
          writeFileSync(filler, Buffer.alloc(step), { flag: 'a' })
        }
      }
    },
    free: () => rmSync(filler, { force: true }),
    remount: (how) => void execFileSync('mount', ['-o', `remount,${how}`, folder], { stdio: 'ignore' }),
    remove: () => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' })
  }
}
