import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle, ReadableDb } from '../archive-context.ts'
import { ARCHIVE_FORMAT, LEDGER, writeArchiveFile } from '../archive-file.ts'
import { damaged } from '../care/backup-manifest.ts'
import { filesOf } from '../care/missing-texts.ts'
import { newFolder } from '../care/new-folder.ts'
import { discard } from '../files/discard.ts'
import { systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { requireSpace } from '../folder-checks.ts'
import { openLedger } from '../ledger/ledger.ts'
import { openArchive } from '../open-archive.ts'
import { hashFile, originalParts } from '../originals/original-store.ts'
import { textParts } from '../texts/text-store.ts'
import { EXPORT_FORMAT, EXPORT_KIND, type ExportHead, factsJson } from './facts-json.ts'
import { FACTS, LEDGER_COPY, SUMS, TEXTS_COPY } from './full-export.ts'
import { UNFINISHED_FILE } from './new-tree.ts'
import { firstBytes, plainFile } from './plain-file.ts'
import { readSums, type Sum } from './sums.ts'

const MOST_SUMS = 256 * 1024 * 1024
const MOST_HEAD = 16 * 1024 * 1024

/**
 * Makes an archive of a full export in a new folder, from its ledger and originals alone; every file is held against the
 * sums, the ledger against its chain, and the facts made anew against those written in the export.
 */
export async function restoreExport(exported: string, folder: string, job: JobHandle): Promise<string> {
  const from = resolve(exported)
  if (!existsSync(from) || !lstatSync(from).isDirectory()) throw new OperationError('not-found', {})
  if (existsSync(join(from, UNFINISHED_FILE))) throw damaged('export-unfinished')
  const sums = readSums(await wholeText(from, SUMS, MOST_SUMS))
  const head = headIn(await firstBytes(plainFile(from, FACTS), MOST_HEAD))
  const target = newFolder(resolve(folder))
  const work = join(dirname(target), `${TEMPORARY}${basename(target)}`)
  try {
    requireSpace(dirname(target), sizeOf(from, sums))
    rmSync(work, { recursive: true, force: true })
    mkdirSync(work, { recursive: true })
    job.total(sums.length)
    await takeAll({ from, work, sums, head, job })
    writeArchiveFile(systemFiles, work, {
      format: head.archiveFormat,
      archiveId: head.archiveId,
      createdAt: head.createdAt
    })
    const same = await openAndCompare(work, head, sums)
    if (job.cancelled) throw new OperationError('cancelled')
    if (existsSync(target)) rmdirSync(target)
    renameSync(work, target)
    systemFiles.syncFolder(dirname(target))
    for (const sha256 of head.missing) {
      job.result({ name: sha256.slice(0, 12), code: 'file-missing', id: null, detail: {} })
    }
    job.result({
      name: FACTS,
      code: same ? 'facts-equal' : 'facts-differ',
      id: null,
      detail: { seq: head.ledger.seq, head: head.ledger.hash }
    })
    return target
  } catch (error) {
    discard(work)
    throw storageFailure(error)
  }
}

type Taking = Readonly<{ from: string; work: string; sums: readonly Sum[]; head: ExportHead; job: JobHandle }>

async function takeAll(taking: Taking): Promise<void> {
  const { from, work, sums, head } = taking
  const bySum = new Map<string, string>()
  for (const { sha256, path } of sums) {
    const ledger = /^nhat-ky\/(\d{6}\.jsonl)$/.exec(path)?.[1]
    const text = /^chu-da-doc\/([0-9a-f]{64})\.json$/.exec(path)?.[1]
    if (ledger) await take(taking, { sha256, path }, [LEDGER, ledger])
    else if (text) await take(taking, { sha256, path }, textParts(text))
    else if (!path.startsWith(`${LEDGER_COPY}/`) && !path.startsWith(`${TEXTS_COPY}/`)) bySum.set(sha256, path)
  }
  if (!existsSync(join(work, LEDGER))) throw damaged('export-incomplete', LEDGER_COPY)
  const missing = new Set(head.missing)
  const needed = namedByLedger(work, head)
  for (const sha256 of needed) {
    const path = bySum.get(sha256)
    if (path !== undefined) await take(taking, { sha256, path }, originalParts(sha256))
    else if (!missing.has(sha256)) throw damaged('export-file-missing', sha256)
  }
  // Sheets and the page that explains are not needed, but a folder that somebody changed is not taken for whole.
  for (const { sha256, path } of sums) {
    // Of papers with the same bytes one was taken: the others' files are looked at here.
    const taken = needed.has(sha256) && bySum.get(sha256) === path
    if (taken || path.startsWith(`${LEDGER_COPY}/`) || path.startsWith(`${TEXTS_COPY}/`)) continue
    stop(taking.job)
    taking.job.step(path)
    if ((await hashFile(plainFile(from, path), taking.job.signal)).sha256 !== sha256) throw damaged('export-file', path)
  }
}

async function take({ from, work, job }: Taking, sum: Sum, parts: readonly string[]): Promise<void> {
  stop(job)
  job.step(sum.path)
  const target = join(work, ...parts)
  mkdirSync(dirname(target), { recursive: true })
  await copyFile(plainFile(from, sum.path), target)
  if ((await hashFile(target, job.signal)).sha256 !== sum.sha256) throw damaged('export-file', sum.path)
}

function namedByLedger(work: string, head: ExportHead): ReadonlySet<string> {
  const ledger = openLedger(join(work, LEDGER))
  try {
    if (ledger.damage || ledger.torn) throw damaged(ledger.damage?.code ?? 'ledger-line', LEDGER_COPY)
    const { seq, hash } = ledger.head()
    if (seq !== head.ledger.seq || hash !== head.ledger.hash) throw damaged('export-mixed', LEDGER_COPY)
    const named = new Set<string>()
    for (const event of ledger.read()) {
      if (event.kind === 'archive-created' && event.data.archiveId !== head.archiveId)
        throw damaged('export-mixed', FACTS)
      for (const { sha256 } of filesOf(event)) named.add(sha256)
    }
    return named
  } finally {
    ledger.close()
  }
}

/** Opening makes the database from the ledger; its facts as text must then be the export's, byte for byte. */
async function openAndCompare(work: string, head: ExportHead, sums: readonly Sum[]): Promise<boolean> {
  const archive = await openArchive(work)
  try {
    if (archive.mode !== 'ready') throw damaged(archive.notices[0]?.code ?? 'export-mixed', LEDGER_COPY)
    return hashOfFacts(archive.db, head) === sums.find((sum) => sum.path === FACTS)?.sha256
  } finally {
    await archive.close()
  }
}

function hashOfFacts(db: ReadableDb, head: ExportHead): string {
  const hash = createHash('sha256')
  for (const piece of factsJson(db, head)) hash.update(piece)
  return hash.digest('hex')
}

/** What the export says it is, from the first line of its facts. */
function headIn(begin: string): ExportHead {
  let head: (Partial<ExportHead> & { kind?: unknown; format?: unknown }) | null
  try {
    const line = begin.slice(0, begin.indexOf('\n')).replace(/,$/, '}')
    head = (JSON.parse(line) as { head?: typeof head }).head ?? null
  } catch {
    head = null
  }
  if (head?.kind !== EXPORT_KIND) throw damaged('no-export', FACTS)
  const { format, archiveId, archiveFormat, createdAt, ledger, missing } = head
  if (typeof format !== 'number' || format > EXPORT_FORMAT) throw new OperationError('archive-newer', {})
  if (typeof archiveFormat !== 'number' || archiveFormat > ARCHIVE_FORMAT) throw new OperationError('archive-newer', {})
  const whole =
    typeof archiveId === 'string' &&
    typeof createdAt === 'string' &&
    typeof ledger?.seq === 'number' &&
    typeof ledger.hash === 'string' &&
    Array.isArray(missing)
  if (!whole) throw damaged('no-export', FACTS)
  return {
    archiveId,
    archiveFormat,
    createdAt,
    ledger: { seq: ledger.seq, hash: ledger.hash },
    missing: missing.filter((one) => typeof one === 'string')
  }
}

async function wholeText(root: string, name: string, most: number): Promise<string> {
  const found = lstatSync(join(root, name), { throwIfNoEntry: false })
  if (!found) throw damaged('no-export', name)
  if (found.size > most) throw damaged('export-sums', name)
  return await firstBytes(plainFile(root, name), most)
}

function sizeOf(root: string, sums: readonly Sum[]): number {
  return sums.reduce((sum, { path }) => sum + (lstatSync(join(root, path), { throwIfNoEntry: false })?.size ?? 0), 0)
}

function stop(job: JobHandle): void {
  if (job.cancelled) throw new OperationError('cancelled')
}
