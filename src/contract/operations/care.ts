import { z } from 'zod'
import { JobId } from '../ids.ts'
import { Instant, Line } from '../schemas.ts'
import { CARERS, command, query } from './operation.ts'

/** How many backups of a medium are kept: the newest of so many days, weeks and months. */
export const BackupKeep = z.object({
  daily: z.int().min(1).max(60),
  weekly: z.int().min(0).max(60),
  monthly: z.int().min(0).max(120)
})
export type BackupKeep = z.infer<typeof BackupKeep>

export const CareSettings = z.object({
  /** Once a day by itself, while the program runs. */
  daily: z.boolean(),
  keep: BackupKeep,
  /** Days without a backup after which it is said. */
  remindDays: z.int().min(1).max(90),
  /** Months after which another restore drill is asked for. */
  drillMonths: z.int().min(1).max(24)
})
export type CareSettings = z.infer<typeof CareSettings>

/** Where backups go. A stick is known by a file on it, wherever the machine puts it. */
export const Medium = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['disk', 'stick']),
  /** Where it lay when it was last seen. */
  folder: z.string(),
  /** `other`: something lies there, but not this medium. */
  presence: z.enum(['present', 'absent', 'other']),
  /** It lies on the disk of the archive and would be lost with it. */
  sameDisk: z.boolean(),
  lastBackupAt: Instant.nullable(),
  /** Its last try that failed after its last backup: a failure code. */
  failure: z.object({ at: Instant, code: z.string() }).nullable()
})
export type Medium = z.infer<typeof Medium>

export const BackupLine = z.object({
  folder: z.string(),
  name: z.string(),
  createdAt: Instant,
  documents: z.int(),
  seq: z.int(),
  /** Originals the archive itself had lost by then. */
  missing: z.int(),
  mediumId: z.string().nullable()
})
export type BackupLine = z.infer<typeof BackupLine>

/** What restoring a backup to a scratch place showed; counts of the restored archive beside those of the archive. */
export const DrillReport = z.object({
  at: Instant,
  backup: z.string(),
  backupAt: Instant,
  medium: z.string().nullable(),
  ok: z.boolean(),
  /** Why it could not be restored, or `verify`: what was restored is not whole; null: all is well. */
  problem: z.string().nullable(),
  seconds: z.number(),
  ledger: z.object({ seq: z.int(), hash: z.string() }),
  /** Line `seq` of the archive's own ledger has the same hash. */
  sameLedger: z.boolean(),
  restored: z.object({ documents: z.int(), originals: z.int(), bytes: z.int(), texts: z.int() }),
  /** What the archive has up to line `seq`. */
  expected: z.object({ documents: z.int(), originals: z.int(), bytes: z.int(), texts: z.int() }),
  findings: z.int()
})
export type DrillReport = z.infer<typeof DrillReport>

/** All files read again, a share each day. */
export const ScrubState = z.object({
  roundStartedAt: Instant.nullable(),
  /** Days a round is spread over. */
  days: z.int(),
  files: z.int(),
  checked: z.int(),
  lastRoundEndedAt: Instant.nullable(),
  findings: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      documentId: z.string(),
      document: z.string().nullable(),
      at: Instant
    })
  )
})
export type ScrubState = z.infer<typeof ScrubState>

export const CareState = z.object({
  settings: CareSettings,
  media: z.array(Medium),
  lastBackupAt: Instant.nullable(),
  backupRunning: z.boolean(),
  scrub: ScrubState,
  lastDrill: DrillReport.nullable()
})
export type CareState = z.infer<typeof CareState>

const Started = z.object({ jobId: JobId })

export const careOperations = {
  'care.state': query(z.object({}), CareState, CARERS),
  'care.saveSettings': command(z.object({ settings: CareSettings }), CareState, CARERS),
  /** Names a folder as a place for backups and writes the file it is known by; one already known by such a file is taken as it is. */
  'care.addMedium': command(
    z.object({ name: Line(60), kind: z.enum(['disk', 'stick']), folder: Line(1000) }),
    CareState,
    CARERS
  ),
  /** Forgets a medium; nothing on it is touched. */
  'care.dropMedium': command(z.object({ id: Line(60) }), CareState, CARERS),
  /** Backups of this archive on media that are there, or in a folder, newest first. */
  'care.backups': query(
    z.object({ folder: Line(1000).nullable() }),
    z.object({ backups: z.array(BackupLine) }),
    CARERS
  ),
  /** Backs up to a medium, or to all that are there. */
  'care.backUp': command(z.object({ mediumId: Line(60).nullable() }), Started, CARERS),
  /** Takes damaged and lost originals, texts and ledger lines from a backup, each proved by its hash. */
  'care.repair': command(z.object({ backup: Line(1000) }), Started, CARERS),
  /** Restores a backup to a scratch place, verifies and counts it, and takes the place away again. */
  'care.drill': command(z.object({ backup: Line(1000) }), Started, CARERS),
  /** Reads this day's share of the files now. */
  'care.scrub': command(z.object({}), Started, CARERS)
} as const
