import { lstat, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isShortcut, isUnseen } from '#archive/files/no-paper.ts'
import { CallError } from '#contract/client.ts'

/** What lies under the paths named: files to take, and what is no file and was left where it lies. */
export type FilesUnder = Readonly<{ files: readonly string[]; left: readonly string[] }>

/**
 * Regular files, folders opened, in order of name. Links, pipes, devices and shortcuts are not followed, so that a folder
 * that leads back to itself or out of itself ends.
 */
export async function filesUnder(paths: readonly string[]): Promise<FilesUnder> {
  const files: string[] = []
  const left: string[] = []
  for (const path of paths) {
    if (!(await lstat(path).catch(() => null))) {
      throw new CallError({ ok: false, code: 'not-found', detail: { name: basename(path) } })
    }
    await look(path, files, left)
  }
  return { files, left }
}

async function look(path: string, files: string[], left: string[]): Promise<void> {
  const found = await lstat(path).catch(() => null)
  if (found?.isFile() && !isShortcut(path)) files.push(path)
  else if (found?.isDirectory()) {
    const names = await readdir(path).catch(() => null)
    if (!names) left.push(path)
    for (const name of (names ?? []).filter((one) => !isUnseen(one)).sort()) {
      await look(join(path, name), files, left)
    }
  } else left.push(path)
}
