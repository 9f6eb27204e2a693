import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { newFolder } from './archive.ts'
import { must } from './must.ts'

/** A disk of its own: an ext4 file system in a file, on a loop device. */
export type RawDisk = Readonly<{
  folder: string
  /** The bytes as they lie on the disk itself at one instant, whatever the system still holds back. */
  copy(to: string): Promise<void>
  /** At once where nothing is open on it; a second time it does nothing. */
  remove(): Promise<void>
}>

const MEGABYTES = 40

function run(program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
}

/** Why this machine has no such disks; null: it has. */
export function noRawDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a disk image can be mounted by root on Linux alone'
  try {
    const image = newDisk()
    void mountDisk(image).remove()
    rmSync(image)
    return null
  } catch {
    return 'no loop device or no ext4 here'
  }
}

/** A file with an empty file system. */
export function newDisk(): string {
  const image = join(newFolder('disk-'), 'image')
  writeFileSync(image, '')
  truncateSync(image, MEGABYTES * 1024 * 1024)
  run('mkfs.ext4', '-q', '-F', '-J', 'size=4', '-m', '0', image)
  return image
}

export function mountDisk(image: string): RawDisk {
  const folder = join(newFolder('mount-'), 'at')
  mkdirSync(folder)
  const device = run('losetup', '-f', '--show', image)
  try {
    run('mount', '-t', 'ext4', device, folder)
  } catch (error) {
    run('losetup', '-d', device)
    throw error
  }
  let mounted = true
  const writes = (): string => {
    const fields = readFileSync(`/sys/block/${basename(device)}/stat`, 'utf8')
      .trim()
      .split(/\s+/)
    return `${fields[4]} ${fields[8]}`
  }
  return {
    folder,
    async copy(to) {
      for (let tried = 0; ; tried++) {
        must(tried < 2000, 'the disk does not come to rest')
        const before = writes()
        if (before.endsWith(' 0')) {
          copyFileSync(image, to)
          // Nothing was written meanwhile, and nothing was under way: it is one instant.
          if (writes() === before) return
        }
        await wait(1)
      }
    },
    async remove() {
      if (!mounted) return
      await unmount(folder)
      run('losetup', '-d', device)
      mounted = false
    }
  }
}

/** A thread that was ended in the midst of a reading, or a stream that broke, gives its file back a moment later. */
async function unmount(folder: string): Promise<void> {
  for (let left = 100; ; left--) {
    try {
      run('umount', folder)
      return
    } catch (error) {
      if (left === 0) throw error
      await wait(100)
    }
  }
}
