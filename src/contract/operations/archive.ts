import { z } from 'zod'
import { DocumentId, JobId } from '../ids.ts'
import { Day, Instant, LevelCode, Line, Text } from '../schemas.ts'
import { NewEncryption, Secret } from './encryption.ts'
import { ADMIN, CARERS, command, query, ROLES, unsigned } from './operation.ts'

/** The office the archive belongs to; heads of prints and the reader's "own body" come from here. */
export const Office = z.object({
  name: Line(200), // "Huyện ủy Đam Rông"
  parentBody: Text(200), // "Đảng bộ tỉnh Lâm Đồng"
  officeName: Text(200), // "Văn phòng Huyện ủy"
  place: Text(100), // "Đam Rông"
  code: Text(20), // "HU"
  level: LevelCode,
  clerk: Text(100), // who signs the ledger's lines
  /** Ngày mở nhiệm kỳ: each first day of a term, ascending. */
  termStarts: z.array(Day).max(40),
  /** Days after which a delivery without signature is listed. */
  acknowledgeDays: z.int().min(1).max(365)
})
export type Office = z.infer<typeof Office>

export const ArchiveState = z.object({
  open: z.boolean(),
  folder: z.string().nullable(),
  archiveId: z.string().nullable(),
  office: Office.nullable(),
  mode: z.enum(['none', 'ready', 'read-only']),
  /** Why read-only, or what was mended at opening: code and facts. */
  notices: z.array(z.object({ code: z.string(), detail: z.record(z.string(), z.union([z.string(), z.number()])) })),
  documents: z.int(),
  lastBackupAt: Instant.nullable(),
  shell: z.enum(['electron', 'loopback', 'cli', 'direct']),
  version: z.string(),
  recentFolders: z.array(z.string()),
  /** A folder to propose for a new archive. */
  proposedFolder: z.string(),
  canPrintPdf: z.boolean(),
  /** What lies on the disk is sealed (ADR 0017). */
  encrypted: z.boolean(),
  /** An encrypted archive that was to be opened and waits for its password or recovery key. */
  locked: z.object({ folder: z.string() }).nullable()
})
export type ArchiveState = z.infer<typeof ArchiveState>

export const VerifyReport = z.object({
  depth: z.enum(['quick', 'rows', 'full']),
  ok: z.boolean(),
  checked: z.object({ events: z.int(), documents: z.int(), files: z.int(), bytes: z.int() }),
  findings: z.array(
    z.object({
      code: z.string(), // ledger-chain, ledger-line, database-behind, database-ahead, row-differs, file-missing, file-changed, text-missing, index-differs, orphan-file …
      document: z.string().nullable(), // its reference, where one is touched
      documentId: z.string().nullable(),
      detail: z.string()
    })
  ),
  seconds: z.number()
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const archiveOperations = {
  'archive.state': unsigned('always', query(z.object({}), ArchiveState)),
  'archive.create': unsigned(
    'unattended',
    command(
      z.object({ folder: Line(1000), office: Office, encryption: NewEncryption.nullable().default(null) }),
      ArchiveState,
      CARERS
    )
  ),
  'archive.open': unsigned('unattended', command(z.object({ folder: Line(1000) }), ArchiveState, CARERS)),
  /** Opens an encrypted archive; `archive.open` says `archive-sealed` of one. */
  'archive.unlock': unsigned('unattended', command(z.object({ folder: Line(1000), ...Secret }), ArchiveState, CARERS)),
  'archive.close': unsigned('unattended', command(z.object({}), ArchiveState, CARERS)),
  /** Builds the sample archive from `resources/` in a folder of its own and opens it; a job that files every paper. */
  'archive.sample': unsigned(
    'unattended',
    command(z.object({ folder: Line(1000).nullable() }), z.object({ jobId: JobId, folder: z.string() }), CARERS)
  ),
  'archive.saveOffice': command(z.object({ office: Office }), z.object({ office: Office }), CARERS),
  'archive.verify': command(z.object({ depth: z.enum(['quick', 'rows', 'full']) }), z.object({ jobId: JobId }), CARERS),
  'archive.rebuild': command(z.object({}), z.object({ jobId: JobId }), CARERS),
  'archive.backup': command(z.object({ folder: Line(1000) }), z.object({ jobId: JobId }), CARERS),
  /** Restores a backup into a new folder; the open archive is not touched. */
  'archive.restore': command(
    z.object({ backup: Line(1000), folder: Line(1000), ...Secret }),
    z.object({ jobId: JobId }),
    ADMIN
  ),
  'archive.lastVerify': query(
    z.object({}),
    z.object({ report: VerifyReport.nullable(), at: Instant.nullable() }),
    CARERS
  ),
  'ledger.list': query(
    z.object({ before: z.int().nullable(), limit: z.int().min(1).max(500), documentId: DocumentId.nullable() }),
    z.object({
      head: z.string(),
      total: z.int(),
      events: z.array(
        z.object({
          seq: z.int(),
          at: Instant,
          actor: z.string(),
          kind: z.string(),
          documentId: z.string().nullable(),
          reference: z.string().nullable(),
          /** Facts of the event for the line on screen: fields changed with old and new value, reason, body … */
          facts: z.record(z.string(), z.string())
        })
      )
    })
  ),
  /** What a printed book says of the ledger: 16 signs of its last line's hash. Kept off this machine it is a witness. */
  'ledger.mark': query(z.object({}), z.object({ mark: z.string(), line: z.int(), at: z.string() })),
  /** Whether the ledger still holds the line a printed mark was made of. `mark` null: what was typed is no mark. */
  'ledger.checkMark': query(
    z.object({ mark: Text(60) }),
    z.object({
      mark: z.string().nullable(),
      found: z.object({ line: z.int(), at: z.string(), newer: z.int() }).nullable()
    })
  ),
  /** Takes back the event `seq` by appending its inverse; `conflict` where it has none or something came after. */
  'ledger.undo': command(z.object({ seq: z.int() }), z.object({ seq: z.int() }), ROLES),
  /** Folders below a folder, for choosing where an archive lies in a shell without a native dialog. */
  'folders.list': unsigned(
    'unattended',
    query(
      z.object({ folder: Text(1000).nullable() }),
      z.object({
        folder: z.string(),
        parent: z.string().nullable(),
        folders: z.array(
          z.object({ name: z.string(), path: z.string(), isArchive: z.boolean(), isBackup: z.boolean() })
        ),
        writable: z.boolean()
      }),
      CARERS
    )
  ),
  'job.list': query(z.object({}), z.object({ jobs: z.array(z.lazy(() => Job)) })),
  'job.get': query(
    z.object({ jobId: JobId }),
    z.lazy(() => Job)
  ),
  /** What became of each file of a job, what wants a look first; also of jobs from before the program was started anew. */
  'job.results': query(
    z.object({ jobId: JobId, offset: z.int().min(0).default(0), limit: z.int().min(1).max(20_000) }),
    z.object({ total: z.int(), results: z.array(z.lazy(() => JobResult)) })
  ),
  'job.cancel': command(
    z.object({ jobId: JobId }),
    z.lazy(() => Job),
    ROLES
  ),
  /** Counts for the rail and the status bar. */
  overview: query(
    z.object({}),
    z.object({
      documents: z.int(),
      filedToday: z.int(),
      intakeWaiting: z.int(),
      intakeReady: z.int(),
      unacknowledged: z.int(),
      /** Incoming papers past their deadline. */
      overdue: z.int(),
      worklist: z.int()
    })
  )
} as const

/** What became of one file. */
export const JobResult = z.object({
  name: z.string(),
  code: z.string(),
  id: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()]))
})
export type JobResult = z.infer<typeof JobResult>

export const Job = z.object({
  id: JobId,
  kind: z.enum([
    'intake',
    'import',
    'verify',
    'rebuild',
    'backup',
    'restore',
    'sample',
    'reindex',
    'register',
    'match',
    'accept',
    'undo',
    'ocr',
    'export',
    'from-export',
    'hand-over',
    'encrypt',
    'repair',
    'drill',
    'scrub',
    'update'
  ]),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.int(),
  total: z.int(),
  /** What it is at now: a file's name. */
  current: z.string().nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** How many lines of each code there are. */
  counts: z.record(z.string(), z.int()),
  /** How many were not taken at all. */
  refused: z.int(),
  /** A line a file: what became of it; while it runs and in `job.list` the newest alone (`job.results` has all). `code` is a failure code or filed, waiting, duplicate, unreadable, already, attached, kept, an issue of a register's row, ocr-read, ocr-partly, ocr-nothing. */
  results: z.array(JobResult),
  /** For verify: its report. For backup and restore: where. */
  report: VerifyReport.nullable(),
  folder: z.string().nullable(),
  failure: z
    .object({
      code: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    })
    .nullable()
})
export type Job = z.infer<typeof Job>
