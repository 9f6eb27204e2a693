import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import type { ScrubState } from '#contract/operations/care.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { documentLine } from '../store/document-lines.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'
import { fileTasks, type NamedFile, namedFiles } from './check-files.ts'
import { type HashAll, hashAll } from './hash-pool.ts'

const FILE = 'scrub.json'
/** Every file is read again within so many days (reliability.md G5). */
export const ROUND_DAYS = 30
/** Read between two looks at whether it is still quiet. */
const SLICE_BYTES = 64 * 1024 * 1024
const SLICE_FILES = 200
const DAY = 24 * 3600 * 1000

type Finding = Readonly<{ code: string; sha256: string; name: string; documentId: string; at: string }>

type Round = Readonly<{
  startedAt: string | null
  /** The last hash that was read; the next one follows in order. */
  cursor: string
  checked: number
  files: number
  lastRoundEndedAt: string | null
  findings: readonly Finding[]
}>

const NEW: Round = { startedAt: null, cursor: '', checked: 0, files: 0, lastRoundEndedAt: null, findings: [] }

/** How far the reading of all files has come; beside the facts, lost without harm (it begins anew). */
function readRound(folder: string): Round {
  try {
    return { ...NEW, ...(JSON.parse(readSmall(folder, FILE, join(folder, FILE))) as Partial<Round>) }
  } catch {
    return NEW
  }
}

function saveRound(archive: OpenedArchive, round: Round): void {
  const bytes = sealedFor(archive.folder, FILE, JSON.stringify(round))
  writeFileDurably(systemFiles, archive.folder, FILE, bytes)
}

export function scrubState(archive: OpenedArchive): ScrubState {
  const { startedAt, checked, files, lastRoundEndedAt, findings } = readRound(archive.folder)
  return {
    roundStartedAt: startedAt,
    days: ROUND_DAYS,
    files,
    checked: Math.min(checked, files),
    lastRoundEndedAt,
    findings: findings.map(({ sha256: _hash, ...one }) => ({
      ...one,
      document: documentLine(archive.db, one.documentId)?.reference ?? null
    }))
  }
}

/** How many of the files should have been read by now: the round's days gone, this one with them. */
function target(files: number, startedAt: string, now: Date): number {
  const days = Math.floor((now.getTime() - Date.parse(startedAt)) / DAY) + 1
  return Math.ceil((files * Math.min(ROUND_DAYS, Math.max(1, days))) / ROUND_DAYS)
}

/** Whether the day's share has not been read yet. Told without reading the ledger: the count is the last one's. */
export function scrubDue(archive: OpenedArchive): boolean {
  const { startedAt, checked, files, lastRoundEndedAt } = readRound(archive.folder)
  const now = archive.clock.now()
  if (startedAt === null) return lastRoundEndedAt === null || now.getTime() - Date.parse(lastRoundEndedAt) >= DAY
  // A clock that was set back does not stop it.
  return checked < target(files, startedAt, now) || Date.parse(startedAt) > now.getTime() + DAY
}

export type ScrubDeps = Readonly<{ hash?: HashAll; mayGoOn?: () => boolean }>

/**
 * Reads the day's share of the originals and texts, in the order of their hashes, in small slices: after each the cursor is
 * kept and it is asked whether to go on. What is damaged or lost is kept as a finding until it is whole again. Says how many
 * findings there are.
 */
export async function scrub(archive: OpenedArchive, job: JobHandle, deps: ScrubDeps = {}): Promise<number> {
  if (!archive.folderWritable) throw new OperationError('archive-read-only')
  const now = archive.clock.now()
  const named = [...namedFiles(archive).values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1))
  let round = readRound(archive.folder)
  const ahead = round.startedAt !== null && Date.parse(round.startedAt) > now.getTime() + DAY
  if (round.startedAt === null || ahead) round = { ...round, startedAt: now.toISOString(), cursor: '', checked: 0 }
  round = {
    ...round,
    files: named.length,
    findings: await stillBad(archive, named, round.findings, deps.hash ?? hashAll)
  }
  const left = named.filter((one) => one.sha256 > round.cursor)
  const share = Math.max(
    0,
    target(named.length, round.startedAt ?? now.toISOString(), now) - (named.length - left.length)
  )
  job.total(Math.min(share, left.length))
  for (let at = 0; at < Math.min(share, left.length); ) {
    if (job.cancelled) throw new OperationError('cancelled')
    const slice = sliceOf(left.slice(at, share))
    at += slice.length
    const found = await readSlice(archive, slice, job, deps.hash ?? hashAll)
    const fresh = found.filter(
      (one) => !round.findings.some((known) => known.sha256 === one.sha256 && known.code === one.code)
    )
    round = {
      ...round,
      cursor: slice.at(-1)?.sha256 ?? round.cursor,
      checked: named.length - left.length + at,
      findings: [...round.findings, ...fresh]
    }
    saveRound(archive, round)
    if (deps.mayGoOn?.() === false) break
  }
  if (round.checked >= named.length || named.length === 0) {
    round = { ...round, startedAt: null, cursor: '', checked: 0, lastRoundEndedAt: now.toISOString() }
  }
  saveRound(archive, round)
  for (const { code, name, documentId } of round.findings) job.result({ name, code, id: documentId, detail: {} })
  return round.findings.length
}

function sliceOf(files: readonly NamedFile[]): readonly NamedFile[] {
  let bytes = 0
  const slice: NamedFile[] = []
  for (const one of files) {
    slice.push(one)
    bytes += one.bytes
    if (bytes >= SLICE_BYTES || slice.length >= SLICE_FILES) break
  }
  return slice
}

/** One thread, that reads beside whoever works. */
async function readSlice(
  archive: OpenedArchive,
  slice: readonly NamedFile[],
  job: JobHandle | null,
  hash: HashAll
): Promise<readonly Finding[]> {
  const found: Finding[] = []
  const at = archive.clock.now().toISOString()
  await hash(fileTasks(archive, slice), { signal: job?.signal, threads: 1 }, ({ of, kind }, answer) => {
    if (kind === 'file') job?.step(of.name)
    const { sha256, name, documentId } = of
    const add = (code: string): void => void found.push({ code, sha256, name, documentId, at })
    if ('whole' in answer) {
      if (!answer.whole) add('text-missing')
    } else if ('problem' in answer) add('file-missing')
    else if (answer.sha256 !== sha256) add('file-changed')
  })
  return found
}

/** Findings that were put right since are none any more. */
async function stillBad(
  archive: OpenedArchive,
  named: readonly NamedFile[],
  findings: readonly Finding[],
  hash: HashAll
): Promise<readonly Finding[]> {
  if (findings.length === 0) return []
  const asked = new Set(findings.map((one) => one.sha256))
  const bad = await readSlice(
    archive,
    named.filter((one) => asked.has(one.sha256)),
    null,
    hash
  )
  return findings.filter((one) => bad.some((now) => now.sha256 === one.sha256 && now.code === one.code))
}

/** Asks again for what was found: called after a repair. */
export async function recheckFindings(archive: OpenedArchive, hash: HashAll = hashAll): Promise<number> {
  const round = readRound(archive.folder)
  if (round.findings.length === 0) return 0
  const findings = await stillBad(archive, [...namedFiles(archive).values()], round.findings, hash)
  saveRound(archive, { ...round, findings })
  return findings.length
}
