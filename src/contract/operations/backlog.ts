import { z } from 'zod'
import { REGISTER_FIELDS } from '#domain/register/columns.ts'
import { BatchId, DocumentId, IntakeId, JobId, StagedId } from '../ids.ts'
import { REGISTER_ISSUES } from '../register-fields.ts'
import { DocumentLine, Line, Text } from '../schemas.ts'
import { CLERK, command, query } from './operation.ts'

export const RegisterFieldName = z.enum(REGISTER_FIELDS)
export type RegisterFieldName = z.infer<typeof RegisterFieldName>

/** The column each field is read from. */
export const RegisterColumns = z.partialRecord(RegisterFieldName, z.int().min(0).max(59))
export type RegisterColumns = z.infer<typeof RegisterColumns>

/** Which rows of which file, and how they are read. */
export const RegisterReading = z.object({
  staged: StagedId,
  sheet: z.int().min(0).max(29),
  /** Rows up to this one are not read: 0 where the file has no heads. */
  headRow: z.int().min(0).max(50_000),
  direction: z.enum(['incoming', 'outgoing']),
  columns: RegisterColumns,
  /** Year of the book, for days written without one. */
  year: z.int().min(1930).max(2100).nullable()
})
export type RegisterReading = z.infer<typeof RegisterReading>

/** Why a row is not put in. */
export const RegisterIssue = z.object({
  /** Row of the sheet as its program counts, from 1. */
  row: z.int(),
  /** Head of the column, or its letter. */
  column: z.string(),
  code: z.enum(REGISTER_ISSUES),
  value: z.string(),
  /** The earlier row, where it is one that stands in the way. */
  otherRow: z.int().nullable(),
  document: DocumentLine.nullable()
})
export type RegisterIssue = z.infer<typeof RegisterIssue>

export const Batch = z.object({
  id: BatchId,
  kind: z.enum(['register', 'match', 'accept']),
  name: z.string(),
  rows: z.int(),
  /** Made so far; fewer than `rows` where it was stopped: doing the same again goes on with it. */
  made: z.int(),
  beganAt: z.string(),
  beganBy: z.string(),
  seq: z.int(),
  undoneAt: z.string().nullable(),
  kept: z.int()
})
export type Batch = z.infer<typeof Batch>

/** What agrees between a waiting file and a line of the register. */
export const MatchField = z.enum(['number', 'symbol', 'issuedOn', 'issuer'])
export const Match = z.object({
  intakeId: IntakeId,
  fileName: z.string(),
  fileReference: z.string().nullable(),
  document: DocumentLine,
  agrees: z.array(MatchField),
  differs: z.array(MatchField),
  /** Number, symbol and day agree, nothing differs, and no other line or file could be meant. */
  full: z.boolean()
})
export type Match = z.infer<typeof Match>

export const backlogOperations = {
  /** Looks into a staged workbook or CSV: its sheets, heads, and what each column seems to be. */
  'backlog.look': query(
    z.object({ staged: StagedId, sheet: z.int().min(0).max(29).nullable() }),
    z.object({
      name: z.string(),
      kind: z.enum(['xlsx', 'csv']),
      sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
      reading: RegisterReading,
      /** The columns were chosen like this for such a book before. */
      remembered: z.boolean(),
      columns: z.array(z.object({ index: z.int(), title: z.string(), samples: z.array(z.string()) }))
    }),
    CLERK
  ),
  /** Reads every row and puts in none: how many would be, and what is wrong with the others. */
  'backlog.check': query(
    z.object({ reading: RegisterReading, most: z.int().min(1).max(2000).default(500) }),
    z.object({
      rows: z.int(),
      ready: z.int(),
      /** Put in before from such a row. */
      already: z.int(),
      wrong: z.int(), // rows with at least one issue
      /** The first so many, in order. */
      issues: z.array(RegisterIssue),
      /** The first rows as they would stand in the register. */
      preview: z.array(
        z.object({
          row: z.int(),
          reference: z.string().nullable(),
          issuedOn: z.string().nullable(),
          issuer: z.string().nullable(),
          subject: z.string().nullable(),
          arrivalNumber: z.int().nullable(),
          arrivedOn: z.string().nullable()
        })
      )
    }),
    CLERK
  ),
  /** Puts in the rows without fault as documents without files, one batch; rows put in before are passed over. */
  'backlog.import': command(z.object({ reading: RegisterReading }), z.object({ jobId: JobId, batchId: BatchId })),
  /** Waiting files and the lines they seem to belong to; and what has no partner on either side. */
  'match.list': query(
    z.object({ limit: z.int().min(1).max(2000) }),
    z.object({
      matches: z.array(Match),
      /** How many there are beyond those listed too. */
      total: z.int(),
      linesWithoutFile: z.int(),
      filesWithoutLine: z.int(),
      lines: z.array(DocumentLine),
      files: z.array(z.object({ intakeId: IntakeId, name: z.string(), reference: z.string().nullable() }))
    }),
    CLERK
  ),
  /** Ties waiting files to lines, one batch. */
  'match.attach': command(
    z.object({
      pairs: z
        .array(z.object({ intakeId: IntakeId, documentId: DocumentId }))
        .min(1)
        .max(5000)
    }),
    z.object({ jobId: JobId, batchId: BatchId })
  ),
  /**
   * Files waiting papers as they were read, marked as not looked at, one batch: those named, or with `doubt` all that wait
   * with at most so many open fields.
   */
  'intake.accept': command(
    z.object({
      ids: z.array(IntakeId).max(10_000).default([]),
      doubt: z.int().min(0).max(2).nullable().default(null),
      name: Text(200).default('')
    }),
    z.object({ jobId: JobId, batchId: BatchId })
  ),
  'batch.list': query(z.object({ limit: z.int().min(1).max(200) }), z.object({ batches: z.array(Batch) }), CLERK),
  /**
   * Takes back everything of a batch. `conflict` where something came after on one of its documents, with how many and
   * the first few named; `keepTouched` leaves those as they are and takes back the rest.
   */
  'batch.undo': command(
    z.object({ batchId: BatchId, reason: Line(500), keepTouched: z.boolean().default(false) }),
    z.object({ jobId: JobId })
  )
} as const
