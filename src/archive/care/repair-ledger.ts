import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { OperationError } from '#contract/operation-error.ts'
import type { JobHandle } from '../archive-context.ts'
import { LEDGER } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type FileLayer, makeFolders, writeFileDurably } from '../files/file-layer.ts'
import { readMark } from '../ledger/high-water-mark.ts'
import { checkLine, GENESIS, type LineFacts } from '../ledger/ledger-line.ts'
import { ledgerFiles } from '../ledger/scan-ledger.ts'
import type { LineSeal } from '../vault/sealed-lines.ts'
import { vaultOf } from '../vault/vaults.ts'
import { copyAside } from './aside.ts'
import { type BackupManifest, damaged, placeOf } from './backup-manifest.ts'

/** A line as it lies on the disk, what it says of itself, and the file it stands in. */
type StoredLine = Readonly<{ bytes: Buffer; facts: LineFacts; file: string }>

/**
 * Puts a damaged or cut ledger together from its own good lines and those of a backup. Every line must follow the one before it
 * by its hash, all the way to the last line the database has seen or the archive still holds: a chain that does not come so
 * far proves nothing, and nothing is changed. Says how many lines were taken.
 */
export async function repairLedger(
  archive: OpenedArchive,
  from: string,
  manifest: BackupManifest,
  job: JobHandle,
  files: FileLayer
): Promise<number> {
  const mark = readMark(archive.db)
  const head = archive.ledger.head()
  if (archive.ledger.damage === null && mark.seq <= head.seq) return 0
  const seal = vaultOf(archive.folder).ledger
  const own = linesIn(join(archive.folder, LEDGER), null, seal)
  const theirs = linesIn(from, manifest, seal)
  const chain = joined(own, theirs)
  const furthest = Math.max(mark.seq, manifest.ledger.seq, ...[...own.values()].map((one) => one.facts.seq))
  const last = chain.at(-1)?.facts
  const proved =
    last !== undefined && last.seq === furthest && (mark.seq === 0 || chain[mark.seq - 1]?.facts.hash === mark.hash)
  if (!proved) throw damaged('ledger-not-proven', String((last?.seq ?? 0) + 1))
  const taken = chain.filter(({ facts }) => own.get(facts.seq)?.facts.hash !== facts.hash)
  await write(archive, chain, job, files)
  for (const { facts } of taken) job.result({ name: String(facts.seq), code: 'line-mended', id: null, detail: {} })
  return taken.length
}

/** From the first line on, each that follows the one before: the archive's own, or else the backup's. */
function joined(own: ReadonlyMap<number, StoredLine>, theirs: ReadonlyMap<number, StoredLine>): readonly StoredLine[] {
  const chain: StoredLine[] = []
  let prev = GENESIS
  for (let seq = 1; ; seq++) {
    const next = [own.get(seq), theirs.get(seq)].find((one) => one?.facts.prev === prev)
    if (!next) return chain
    chain.push(next)
    prev = next.facts.hash
  }
}

/** Every line that is as it was written, by its number. */
function linesIn(folder: string, manifest: BackupManifest | null, seal: LineSeal): ReadonlyMap<number, StoredLine> {
  const found = new Map<number, StoredLine>()
  const names = manifest
    ? manifest.files.filter((one) => one.path.startsWith(`${LEDGER}/`)).map((one) => one.path.slice(LEDGER.length + 1))
    : ledgerFiles(folder)
  for (const file of names.sort()) {
    const told = manifest?.files.find((one) => one.path === `${LEDGER}/${file}`)
    const path = manifest && told ? placeOf(folder, manifest, told) : join(folder, file)
    const bytes = readFileSync(path)
    for (let start = 0; start < bytes.length; ) {
      const end = bytes.indexOf(10, start)
      const stored = bytes.subarray(start, end < 0 ? bytes.length : end)
      const line = end < 0 ? null : seal.open(stored)
      const facts = line && checkLine(line)
      if (facts && !found.has(facts.seq)) found.set(facts.seq, { bytes: stored, facts, file })
      start = end < 0 ? bytes.length : end + 1
    }
  }
  return found
}

/** File by file, each whole or not at all; one that changes is kept aside first. Files only come nearer to what was written. */
async function write(
  archive: OpenedArchive,
  chain: readonly StoredLine[],
  job: JobHandle,
  files: FileLayer
): Promise<void> {
  const folder = makeFolders(files, archive.folder, LEDGER)
  const wanted = new Map<string, Buffer[]>()
  for (const { file, bytes } of chain) {
    const lines = wanted.get(file) ?? []
    lines.push(bytes, LINE_END)
    wanted.set(file, lines)
  }
  for (const [name, lines] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (job.cancelled) throw new OperationError('cancelled')
    const path = join(folder, name)
    const bytes = Buffer.concat(lines)
    const there = existsSync(path) ? readFileSync(path) : null
    if (there?.equals(bytes)) continue
    if (there) await copyAside(files, archive.folder, path, `ledger-${name}.damaged`)
    writeFileDurably(files, folder, name, bytes)
  }
}

const LINE_END = Buffer.from('\n')
