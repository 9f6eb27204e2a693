import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './temp-archive.ts'

export { bitsOf, cut, everything, flipBit, quietJob, replaceText, verifyNow } from './alter.ts'

/** The archive as a crash at this instant would leave it: its files copied while it is open. */
export function crashImage(folder: string): string {
  const image = join(tempFolder(), 'image')
  cpSync(folder, image, { recursive: true })
  return image
}

export function copyOf(folder: string): string {
  return crashImage(folder)
}
