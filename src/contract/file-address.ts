import { z } from 'zod'
import type { FileAddress } from './client.ts'
import { DocumentId, IntakeId, Sha256 } from './ids.ts'

const Address = z.union([
  z.strictObject({ documentId: DocumentId, sha256: Sha256 }),
  z.strictObject({ intakeId: IntakeId })
])

/** Checks what a file door is asked for; null where it is no address. */
export function readFileAddress(value: unknown): FileAddress | null {
  const checked = Address.safeParse(value)
  return checked.success ? checked.data : null
}
