import { statSync } from 'node:fs'
import { basename, extname, isAbsolute, resolve } from 'node:path'
import type { EngineDoor } from '#archive/door.ts'
import type { Asker } from '#contract/operations/operation.ts'

/** What the system may hand over ("Mở bằng"): kinds the reader knows. What a file truly is, its content tells later. */
export const HANDED_ENDINGS: ReadonlySet<string> = new Set([
  '.pdf',
  '.docx',
  '.doc',
  '.odt',
  '.rtf',
  '.txt',
  '.jpg',
  '.jpeg',
  '.png',
  '.tif',
  '.tiff'
])
const MOST_AT_ONCE = 500

/**
 * Files named on a command line, ours or that of a second start. Whatever begins with "-" is a switch for Chromium, never
 * a file; the first word is the program, and from the sources the second is its folder.
 */
export function filesOfArguments(argv: readonly string[], folder: string, packaged: boolean): readonly string[] {
  const named = argv
    .slice(packaged ? 1 : 2)
    .filter((word) => word !== '' && !word.startsWith('-') && !word.includes('\0'))
    .map((word) => (isAbsolute(word) ? word : resolve(folder, word)))
    .filter((path) => HANDED_ENDINGS.has(extname(path).toLowerCase()) && isFile(path))
  return [...new Set(named)].slice(0, MOST_AT_ONCE)
}

export type Receiver = Readonly<{
  engine: EngineDoor
  asker(): Asker
  /** They wait in the queue: the filing screen is what is wanted to be seen. */
  shown(): void
  refused(names: readonly string[]): void
}>

export type HandOver = Readonly<{
  add(paths: readonly string[]): void
  /** From now on files go to the engine; those that came before, now. */
  connect(to: Receiver): void
}>

/** Brings files from outside to the place where papers wait for filing, and keeps them in mind until an archive is open. */
export function createHandOver(): HandOver {
  let waiting: string[] = []
  let receiver: Receiver | null = null
  let turn: Promise<void> = Promise.resolve()

  async function deliver({ engine, asker, shown, refused }: Receiver): Promise<void> {
    const paths = waiting
    waiting = []
    const staged: string[] = []
    const taken: string[] = []
    const failed: string[] = []
    for (const [index, path] of paths.entries()) {
      const outcome = await engine.stage(basename(path), { path }, asker())
      if (outcome.ok) {
        staged.push(outcome.value.staged)
        taken.push(basename(path))
      } else if (outcome.code === 'no-archive' || outcome.code === 'sign-in-needed') {
        waiting = [...paths.slice(index), ...waiting]
        break
      } else failed.push(basename(path))
    }
    if (staged.length > 0) {
      const started = await engine.call('intake.start', { staged }, asker())
      if (started.ok) shown()
      else failed.push(...taken)
    }
    if (failed.length > 0) refused(failed)
  }

  function next(): void {
    if (!receiver || waiting.length === 0) return
    const to = receiver
    turn = turn.then(() => deliver(to)).catch(() => to.refused(waiting.splice(0).map((path) => basename(path))))
  }

  return {
    add(paths) {
      waiting.push(...paths)
      next()
    },
    connect(to) {
      receiver = to
      to.engine.listen((event) => {
        if (event.type === 'archive' && event.state.open) next()
      }, to.asker())
      next()
    }
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}
