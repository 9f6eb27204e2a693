import { rmSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { OperationError } from '#contract/operation-error.ts'
import type { DrillReport } from '#contract/operations/care.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { discard } from '../files/discard.ts'
import { systemFiles, TEMPORARY } from '../files/file-layer.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { openArchive } from '../open-archive.ts'
import { storedText } from '../texts/text-store.ts'
import { dataKeyOf, vaultOf } from '../vault/vaults.ts'
import { readManifest } from './backup-manifest.ts'
import { saveCare } from './care-file.ts'
import { readPlan } from './care-plan.ts'
import { namedFiles } from './check-files.ts'
import { restore, theBackup } from './restore.ts'
import { verify } from './verify.ts'

type Counts = DrillReport['restored']
const NOTHING: Counts = { documents: 0, originals: 0, bytes: 0, texts: 0 }

/**
 * The restore drill (B02): restores a backup beside the archive, verifies what came out down to every byte, holds its counts and
 * its ledger's head against the archive's own ledger, and takes the scratch place away, whatever happened. A backup that
 * cannot be restored is what a drill is for: that is its result, not its failure.
 */
export async function drill(archive: OpenedArchive, backup: string, job: JobHandle): Promise<DrillReport> {
  const begun = performance.now()
  const from = theBackup(resolve(backup))
  const manifest = readManifest(from)
  if (manifest.archiveId !== archive.archiveId) throw new OperationError('conflict', { problem: 'other-archive' })
  const { seq, hash } = manifest.ledger
  const medium = readPlan(archive.folder).media.find((one) => from.startsWith(one.folder))
  const head = {
    at: archive.clock.now().toISOString(),
    backup: basename(from),
    backupAt: manifest.createdAt,
    medium: medium?.name ?? null,
    ledger: { seq, hash },
    sameLedger: archive.ledger.hashOf(seq) === hash,
    expected: expectedOf(archive, seq, manifest.missing)
  }
  const scratch = join(dirname(archive.folder), `${TEMPORARY}${basename(archive.folder)}-drill`)
  let found: Pick<DrillReport, 'problem' | 'restored' | 'findings'>
  try {
    rmSync(scratch, { recursive: true, force: true })
    found = await tryOut(archive, from, scratch, manifest.ledger, job)
  } catch (raw) {
    const error = storageFailure(raw)
    if (!(error instanceof OperationError) || !TOLD.has(error.code)) throw error
    found = { problem: String(error.detail.damage ?? error.code), restored: NOTHING, findings: 0 }
  } finally {
    discard(scratch)
  }
  const same = JSON.stringify(found.restored) === JSON.stringify(head.expected)
  const problem = found.problem ?? (head.sameLedger ? (same ? null : 'counts') : 'ledger')
  const report = { ...head, ...found, problem, ok: problem === null, seconds: (performance.now() - begun) / 1000 }
  saveCare(archive, { lastDrill: report })
  return report
}

/** Says something of the backup; anything else (a full disk, a wish to stop) says nothing of it. */
const TOLD: ReadonlySet<string> = new Set(['archive-damaged', 'archive-newer', 'archive-missing'])

async function tryOut(
  archive: OpenedArchive,
  from: string,
  scratch: string,
  head: DrillReport['ledger'],
  job: JobHandle
): Promise<Pick<DrillReport, 'problem' | 'restored' | 'findings'>> {
  const dataKey = dataKeyOf(archive.folder)
  const secret = dataKey && { dataKey }
  const folder = await restore(from, scratch, quiet(job), systemFiles, secret)
  const restored = await openArchive(folder, { log: archive.log, secret })
  try {
    const report = await verify(restored, 'full', job)
    const findings = report.findings.filter((one) => one.code !== 'orphan-file')
    const { seq, hash } = restored.ledger.head()
    const problem =
      restored.mode !== 'ready'
        ? (restored.notices[0]?.code ?? 'read-only')
        : seq !== head.seq || hash !== head.hash
          ? 'ledger'
          : null
    return {
      problem: problem ?? (report.ok || onlyTold(findings, from) ? null : 'verify'),
      restored: countsOf(restored),
      findings: findings.length
    }
  } finally {
    await restored.close()
  }
}

/** Originals that the archive itself had lost are told in the backup, and are no fault of it. */
function onlyTold(findings: readonly Readonly<{ code: string }>[], from: string): boolean {
  const { missing } = readManifest(from)
  return findings.every((one) => one.code === 'file-missing') && findings.length === missing.length
}

function countsOf(archive: OpenedArchive): Counts {
  const held = [...namedFiles(archive).values()].filter((one) => archive.originals.has(one.sha256))
  return {
    documents: archive.ledger.filingsUpTo(archive.ledger.head().seq),
    originals: held.length,
    bytes: held.reduce((sum, one) => sum + one.bytes, 0),
    texts: held.filter((one) => one.readable && storedText(archive.folder, one.sha256) !== null).length
  }
}

/** Counts the archive must come to: what its ledger names up to the backup's line, less what was lost before the backup. */
function expectedOf(archive: OpenedArchive, seq: number, missing: readonly string[]): Counts {
  const lost = new Set(missing)
  const vault = vaultOf(archive.folder)
  const named = [...namedFiles(archive, seq).values()].filter((one) => !lost.has(vault.nameOf(one.sha256)))
  return {
    documents: archive.ledger.filingsUpTo(seq),
    originals: named.length,
    bytes: named.reduce((sum, one) => sum + one.bytes, 0),
    texts: named.filter((one) => one.readable && storedText(archive.folder, one.sha256) !== null).length
  }
}

/** The restoring says of itself only how far it is. */
function quiet(job: JobHandle): JobHandle {
  return {
    ...job,
    get cancelled() {
      return job.cancelled
    },
    result: () => {},
    report: () => {},
    folder: () => {}
  }
}
