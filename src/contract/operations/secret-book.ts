import { z } from 'zod'
import { SECRECIES } from '#domain/vocabulary/marks.ts'
import { SecretEntryId } from '../ids.ts'
import { Day, DocumentTypeCode, Line, Text, Undoable } from '../schemas.ts'
import { CLERK, command, guardedQuery, query } from './operation.ts'

export const SecretDirection = z.enum(['incoming', 'outgoing'])
export type SecretDirection = z.infer<typeof SecretDirection>

/**
 * A line of the sổ văn bản mật: what a paper register holds of a paper marked Mật or above, and never its file or content
 * (domain.md §6, §10). Plain text throughout: nothing here is linked, indexed or learned from.
 */
export const SecretForm = z.object({
  direction: SecretDirection,
  /** Ngày đến; its year is the book of an incoming line. null for outgoing. */
  arrivedOn: Day.nullable(),
  /** Ngày văn bản; its year is the book of an outgoing line. */
  issuedOn: Day.nullable(),
  issuer: Text(200).nullable(),
  reference: Text(60).nullable(),
  documentType: DocumentTypeCode.nullable(),
  secrecy: z.enum(SECRECIES),
  /** May be left out; never written for Tuyệt mật (`secret-subject-refused`). */
  subject: Text(500).nullable(),
  signer: Text(100).nullable(),
  /** Đơn vị lưu, of an outgoing paper. */
  keptBy: Text(200).nullable(),
  /** Đơn vị hoặc người nhận (incoming), nơi nhận (outgoing). */
  recipients: Text(1000).nullable(),
  copies: z.int().min(1).max(9999).nullable(),
  note: Text(1000).nullable(),
  /** Called back (outgoing), given back (incoming). */
  returnedOn: Day.nullable()
})
export type SecretForm = z.infer<typeof SecretForm>

/** A correction of a line: who, when, why, and the fields as they were and became. */
export const SecretCorrection = z.object({
  at: z.string(),
  by: z.string(),
  reason: z.string(),
  before: SecretForm,
  after: SecretForm
})
export type SecretCorrection = z.infer<typeof SecretCorrection>

export const SecretEntry = SecretForm.extend({
  id: SecretEntryId,
  year: z.int(),
  number: z.int(),
  /** The reason its number is void; the line stays seen. */
  voided: z.string().nullable(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  corrections: z.array(SecretCorrection)
})
export type SecretEntry = z.infer<typeof SecretEntry>

const Year = z.object({ year: z.int(), entries: z.int(), next: z.int() })

/** `kept`: lines of all years, hidden or not. The years are told only while the book is on. */
export const SecretState = z.object({
  on: z.boolean(),
  switched: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  kept: z.int(),
  incoming: z.array(Year),
  outgoing: z.array(Year)
})
export type SecretState = z.infer<typeof SecretState>

const Saved = z.object({ entry: SecretEntry, undo: Undoable })

/** While the book is off all but the first two answer `secret-book-off`. */
export const secretBookOperations = {
  'secret.state': query(z.object({}), SecretState, CLERK),
  /** Off is what an office begins with; lines stay when it is turned off. `conflict` where it is so already. */
  'secret.switch': command(
    z.object({ on: z.boolean(), reason: Line(500) }),
    z.object({ state: SecretState, undo: Undoable })
  ),
  /** By number; `text` is looked for in all that a line says, without diacritics. */
  'secret.list': guardedQuery(
    z.object({
      direction: SecretDirection,
      year: z.int().nullable(),
      text: Text(200),
      offset: z.int().min(0),
      limit: z.int().min(1).max(10_000)
    }),
    z.object({ total: z.int(), voided: z.int(), entries: z.array(SecretEntry) }),
    CLERK
  ),
  /** The next number of the year is given by the engine. */
  'secret.record': command(z.object({ entry: SecretForm }), Saved),
  /** Refused with `outside-book` where it would move the line to another year; a void line with `conflict`. */
  'secret.correct': command(z.object({ id: SecretEntryId, entry: SecretForm, reason: Line(500) }), Saved),
  'secret.void': command(z.object({ id: SecretEntryId, reason: Line(500) }), Saved)
} as const
