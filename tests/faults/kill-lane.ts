import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { readStoredNow } from '#archive/vault/stored-file.ts'

const CHILD = new URL('./children/import-child.ts', import.meta.url).pathname

/** What was acknowledged: a plain model, kept by the parent from the child's output alone. */
export type Model = Map<string, { name: string; sha256: string; note: string | null; withdrawn: boolean }>

type Warm = Readonly<{
  child: ChildProcess
  lines: string[]
  /** Comes when it has said so many lines, or is gone. */
  heard(lines: number): Promise<void>
  gone: Promise<void>
}>

/** When: so many milliseconds after it has said so many lines ("warm" and "ready" are the first two). */
export type Kill = Readonly<{ lines: number; after: number }>

/** Starts a child that waits, loaded, for a folder. */
export function warmChild(): Warm {
  const child = spawn(process.execPath, [CHILD], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'van-kho-compile-cache') }
  })
  const lines: string[] = []
  let waiting: { count: number; done(): void } | null = null
  let rest = ''
  child.stdin?.on('error', () => {}) // it may be dead before it reads
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n')
    rest = parts.pop() ?? '' // a line cut off by the kill was never heard whole
    lines.push(...parts)
    if (waiting && lines.length >= waiting.count) waiting.done()
  })
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const heard = (count: number): Promise<void> =>
    lines.length >= count
      ? Promise.resolve()
      : Promise.race([
          gone,
          new Promise<void>((done) => {
            waiting = { count, done }
          })
        ])
  return { child, lines, heard, gone }
}

/** Lets one come to its end by itself: what it compiled is kept for the others, which are killed before they could. */
export async function primeChildren(): Promise<void> {
  const warm = warmChild()
  await warm.heard(1)
  warm.child.stdin?.end('\n')
  await warm.gone
}

/** Lets it work in the folder, kills it after so long, and takes what it acknowledged into the model. */
export async function runAndKill(warm: Warm, folder: string, model: Model, kill: Kill): Promise<number> {
  await warm.heard(1)
  warm.child.stdin?.write(`${folder}\n`)
  await warm.heard(kill.lines)
  await new Promise((resolve) => setTimeout(resolve, kill.after))
  warm.child.kill('SIGKILL')
  await warm.gone
  let acknowledged = 0
  for (const line of warm.lines) {
    const [what, id = '', a = '', b = ''] = line.split(' ')
    const known = model.get(id)
    if (what === 'filed') model.set(id, { name: a, sha256: b, note: null, withdrawn: false })
    else if (what === 'withdrawn' && known) known.withdrawn = true
    else if (what === 'corrected' && known) known.note = a
    if (what === 'filed' || what === 'withdrawn' || what === 'corrected') acknowledged++
  }
  return acknowledged
}

/** Notices an opening after a kill may give: nothing else is ordinary. */
const ORDINARY = new Set(['ledger-replayed', 'torn-line-cut'])

/**
 * Oracle O (reliability.md §2): every acknowledged fact is there, its bytes hash to its name; nothing is half-filed:
 * each document has its original, its text, its index rows and its ledger line. `since`: only what is new is looked at
 * in full, so that a long-lived archive can be opened hundreds of times.
 */
export async function checkAfterKill(
  folder: string,
  model: Model,
  since: number
): Promise<{ last: number; replayed: boolean }> {
  const archive = await openArchive(folder, { log: (error) => console.error(error) })
  try {
    expect(archive.mode).toBe('ready')
    for (const { code } of archive.notices) expect(ORDINARY).toContain(code)
    const rows = archive.db.prepare<[], { n: number; id: string }>('SELECT n, id FROM document ORDER BY n').all()
    const ids = new Set(rows.map((row) => row.id))
    for (const id of model.keys()) expect(ids.has(id), `acknowledged and gone: ${id}`).toBe(true)
    expect(archive.ledger.filingsUpTo(archive.ledger.head().seq)).toBe(rows.length)
    for (const row of rows) if (row.n > since) checkWhole(archive, row.n, row.id)
    for (const [id, known] of [...model].slice(-60)) checkKnown(archive, id, known)
    return { last: rows.at(-1)?.n ?? 0, replayed: archive.notices.length > 0 }
  } finally {
    await archive.close()
  }
}

export function checkKnown(
  archive: OpenedArchive,
  id: string,
  known: { name: string; sha256: string; note: string | null; withdrawn: boolean }
): void {
  const [file] = documentFiles(archive.db, id)
  expect(file).toMatchObject({ name: known.name, sha256: known.sha256 })
  // What was done later and not acknowledged may be there too; what was acknowledged must be.
  if (known.note !== null) expect(documentForm(archive.db, id)?.note).toMatch(/^note-/)
  if (known.withdrawn) {
    expect(archive.db.prepare('SELECT withdrawn_reason FROM document WHERE id = ?').pluck().get(id)).toBe('r')
  }
}

function checkWhole(archive: OpenedArchive, n: number, id: string): void {
  for (const file of documentFiles(archive.db, id)) {
    const bytes = readStoredNow(archive.originals.file(file.sha256))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
    expect(archive.texts.get(file.sha256)?.pages.length).toBeGreaterThan(0)
  }
  const withdrawn = archive.db.prepare('SELECT withdrawn_at IS NOT NULL FROM document WHERE n = ?').pluck().get(n) === 1
  const indexed = archive.db.prepare('SELECT count(*) FROM search_text WHERE n = ?').pluck().get(n)
  expect(indexed, `index of ${id}`).toBe(withdrawn ? 0 : 1)
}
