import { z } from 'zod'
import { DocumentId, IntakeId, JobId, Sha256, StagedId } from '../ids.ts'
import {
  CitationView,
  DocumentFile,
  DocumentForm,
  DocumentLine,
  Evidence,
  FileRole,
  FileSignature,
  Line,
  PageTextView,
  Text,
  TextKind,
  Undoable
} from '../schemas.ts'
import { OpenTo } from './accounts.ts'
import { NumberNote, NumberRequest } from './books.ts'
import { SaidDeadlines } from './handling.ts'
import { CLERK, CLERK_AND_LEADER, command, query } from './operation.ts'

export const IntakeStatus = z.enum([
  'ready', // every needed field read surely: Ctrl+Enter files it
  'unsure', // something is missing or only hinted
  'unreadable', // filed all the same, by hand
  'duplicate' // the same bytes are in the archive
])

export const IntakeItem = z.object({
  id: IntakeId,
  name: z.string(),
  status: IntakeStatus,
  reference: z.string().nullable(),
  subject: z.string().nullable(),
  pages: z.int(),
  textKind: TextKind,
  /** Why it could not be read: a failure code, or null. */
  problem: z.string().nullable(),
  doubts: z.array(z.string()), // names of form fields that want the clerk
  duplicateOf: DocumentLine.nullable(),
  receivedAt: z.string()
})
export type IntakeItem = z.infer<typeof IntakeItem>

/** How a form field came by its value. */
export const FieldReading = z.object({
  value: z.string(),
  certainty: z.enum(['sure', 'hint']),
  evidence: Evidence
})

export const FormWarning = z.object({
  code: z.string(), // duplicate-bytes, duplicate-identity, number-taken, date-future, date-before-cited, no-date, acting-body-differs …
  field: z.string().nullable(),
  document: DocumentLine.nullable(),
  detail: z.record(z.string(), z.string())
})

export const intakeOperations = {
  /** Reads staged files (see `stage` of the shells) as a job; each becomes an item of the review queue. */
  'intake.start': command(z.object({ staged: z.array(StagedId).min(1).max(20_000) }), z.object({ jobId: JobId })),
  /** Reads staged files and files each at once without review (bulk); needs-a-look ones are marked not reviewed. */
  'intake.import': command(z.object({ staged: z.array(StagedId).min(1).max(20_000) }), z.object({ jobId: JobId })),
  /** Which of these bytes are in the archive: what need not be sent at all. */
  'intake.known': query(
    z.object({ sha256: z.array(Sha256).max(5000) }),
    z.object({ known: z.array(z.object({ sha256: Sha256, document: DocumentLine })) }),
    CLERK
  ),
  /**
   * What waits, surest first, as it came among equals: the first so many, and `current` wherever it stands. Counts are of
   * all that wait.
   */
  'intake.list': query(
    z.object({ limit: z.int().min(1).max(10_000).default(10_000), current: IntakeId.nullable().default(null) }),
    z.object({
      items: z.array(IntakeItem),
      total: z.int(),
      counts: z.record(IntakeStatus, z.int()),
      /** How many have no open field, at most one, at most two: what may be accepted together. */
      within: z.array(z.int()),
      current: IntakeItem.nullable()
    }),
    CLERK
  ),
  'intake.get': query(
    z.object({ id: IntakeId }),
    z.object({
      item: IntakeItem,
      file: DocumentFile,
      /** Prefilled from sure readings and the saved half-filled form; hints stay out. */
      form: DocumentForm,
      readings: z.record(z.string(), FieldReading), // by form field name
      citations: z.array(CitationView.omit({ from: true })),
      pages: z.array(PageTextView),
      signatures: z.array(FileSignature),
      warnings: z.array(FormWarning)
    }),
    CLERK
  ),
  /** "Ghi tạm": keeps the half-filled form with the item. */
  'intake.saveForm': command(z.object({ id: IntakeId, form: DocumentForm }), z.object({})),
  /** The same for the paper without a file; null: it was filed or put away. */
  'intake.savePaper': command(z.object({ form: DocumentForm.nullable() }), z.object({})),
  'intake.paper': query(z.object({}), z.object({ form: DocumentForm.nullable() }), CLERK),
  'intake.discard': command(z.object({ id: IntakeId }), z.object({})),
  /** What would be said on filing this form: taken numbers, duplicates, implausible dates. Advises, never blocks. */
  'document.check': query(
    z.object({ form: DocumentForm, intakeIds: z.array(IntakeId), except: DocumentId.nullable() }),
    z.object({ warnings: z.array(FormWarning), nextArrivalNumber: z.int().nullable() }),
    CLERK
  ),
  /** Files a document; no intake: a paper-only record (F08). */
  'document.file': command(
    z.object({
      form: DocumentForm,
      files: z.array(z.object({ intakeId: IntakeId, role: FileRole })).max(50),
      /** The clerk has looked; false: taken as read (bulk). */
      reviewed: z.boolean().default(true),
      /**
       * A number from the book, given in the same commit. Fails with `number-taken` {number, next, suffix, document},
       * `book-closed`, `fonds-closed` or `outside-book`; a number typed that stands there already wants a reason.
       */
      numbering: NumberRequest.nullable().default(null),
      /** Only of incoming papers (D08). */
      deadlines: SaidDeadlines.optional(),
      /** Not for everyone from the first moment: in the same commit, as `document.restrict` says it. */
      restriction: z
        .object({ to: OpenTo, reason: Line(300) })
        .nullable()
        .default(null)
    }),
    z.object({
      document: DocumentLine,
      /** How its number stands in the book. */
      number: NumberNote.optional(),
      linked: z.int(),
      healed: z.int(), // earlier citations that now found this document
      questions: z.int(),
      undo: Undoable
    })
  ),
  /** Adds a waiting file to a document that is there (F04, F05). */
  'document.attach': command(
    z.object({ documentId: DocumentId, intakeId: IntakeId, role: FileRole }),
    z.object({ document: DocumentLine, undo: Undoable })
  ),
  'document.get': query(
    z.object({ id: DocumentId }),
    z.object({
      line: DocumentLine,
      form: DocumentForm,
      files: z.array(DocumentFile),
      cites: z.array(CitationView),
      citedBy: z.array(CitationView),
      /** in-force, amended, replaced, repealed, expired; with the document that did it. */
      validity: z.object({
        status: z.enum(['in-force', 'amended', 'replaced', 'repealed', 'expired']),
        by: DocumentLine.nullable()
      }),
      deliveries: z.object({ expected: z.int(), sent: z.int(), acknowledged: z.int(), notSent: z.int() }),
      revision: z.int(),
      withdrawnReason: z.string().nullable(),
      /** Name of the old register it was put in from. */
      fromRegister: z.string().nullable()
    })
  ),
  'document.text': query(
    z.object({ documentId: DocumentId, sha256: Sha256.nullable() }),
    z.object({
      sha256: Sha256.nullable(),
      textKind: TextKind,
      pages: z.array(PageTextView),
      signatures: z.array(FileSignature)
    })
  ),
  /** A correction entry: old values stay in the ledger (U03). */
  'document.correct': command(
    z.object({ id: DocumentId, revision: z.int(), form: DocumentForm, reason: Line(500) }),
    z.object({ document: DocumentLine, undo: Undoable })
  ),
  'document.withdraw': command(
    z.object({ id: DocumentId, reason: Line(500) }),
    z.object({ document: DocumentLine, undo: Undoable }),
    CLERK_AND_LEADER
  ),
  'document.restore': command(
    z.object({ id: DocumentId, reason: Text(500) }),
    z.object({ document: DocumentLine, undo: Undoable })
  ),
  /** Documents with this reference as a person types it ("221 cv hu"); several terms may hold it. */
  'document.find': query(z.object({ reference: Line(100) }), z.object({ documents: z.array(DocumentLine) }))
} as const
