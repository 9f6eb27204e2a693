import { z } from 'zod'
import { JobId } from '../ids.ts'
import { Instant, Line } from '../schemas.ts'
import { ADMIN, CARERS, command, guardedQuery } from './operation.ts'

/** Short ones are guessed however slowly they are tried. */
export const SHORTEST_PASSWORD = 8
const NewPassword = z.string().min(SHORTEST_PASSWORD).max(200)
const GivenPassword = z.string().min(1).max(200)
/** As it stands on the paper, or as it was typed. */
const RecoveryKey = z.string().min(1).max(200)

/** What an encrypted archive is opened with: one of the two. */
export const Secret = {
  password: GivenPassword.nullable().default(null),
  recoveryKey: RecoveryKey.nullable().default(null)
} as const

/** What a new encrypted archive is to be opened with. The key was made and shown by the shell: it stands nowhere else. */
export const NewEncryption = z.object({ password: NewPassword, recoveryKey: RecoveryKey })
export type NewEncryption = z.infer<typeof NewEncryption>

export const EncryptionState = z.object({
  encrypted: z.boolean(),
  /** What opens it, without anything by which it could be opened. */
  slots: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['password', 'recovery']),
      /** Whose password; null: the office's. */
      account: z.string().nullable(),
      createdAt: Instant
    })
  )
})
export type EncryptionState = z.infer<typeof EncryptionState>

/** Encryption at rest (ADR 0017). */
export const encryptionOperations = {
  'encryption.state': guardedQuery(z.object({}), EncryptionState, CARERS),
  /** The office's password. `current`: the one so far, or a recovery key for whoever forgot it. */
  'encryption.changePassword': command(
    z.object({ current: GivenPassword, password: NewPassword }),
    EncryptionState,
    ADMIN
  ),
  /** Another printed key; `replace`: those printed before open nothing any more. */
  'encryption.setRecoveryKey': command(
    z.object({ current: GivenPassword, recoveryKey: RecoveryKey, replace: z.boolean() }),
    EncryptionState,
    ADMIN
  ),
  /** Throws `conflict` for the last of its kind. */
  'encryption.removeSlot': command(z.object({ slotId: Line(60) }), EncryptionState, ADMIN),
  /** A sealed copy of the open archive in a new folder, verified equal; nothing is filed meanwhile, and the open one stays. */
  'encryption.convert': command(
    z.object({ folder: Line(1000), encryption: NewEncryption }),
    z.object({ jobId: JobId }),
    ADMIN
  )
} as const
