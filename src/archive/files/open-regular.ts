import { constants } from 'node:fs'
import { type FileHandle, lstat, open } from 'node:fs/promises'

/** Of Windows, where there is neither: links are told by looking first. */
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants

/**
 * Opens a file to be read, once, or null where it is none: a link is not followed, a pipe without a writer does not
 * hold the program, a device is not read. What is then read comes from the handle, whatever takes the file's name meanwhile.
 */
export async function openRegular(path: string): Promise<FileHandle | null> {
  if (!(await lstat(path)).isFile()) return null
  let file: FileHandle
  try {
    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
  } catch (error) {
    if ((error as { code?: string }).code === 'ELOOP') return null
    throw error
  }
  if ((await file.stat()).isFile()) return file
  await file.close()
  return null
}
