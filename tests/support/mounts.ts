import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tempFolder } from './temp-archive.ts'

/** A small disk of its own, unmounted when the test ends; null where this account may not mount one. */
export function smallDisk(megabytes: number): { folder: string; readOnly(): void; writable(): void } | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = join(tempFolder(), 'disk')
  mkdirSync(folder)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return {
    folder,
    readOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder], { stdio: 'ignore' }),
    writable: () => void execFileSync('mount', ['-o', 'remount,rw', folder], { stdio: 'ignore' })
  }
}
