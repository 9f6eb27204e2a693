import { newRecoveryKey } from '#domain/encryption/recovery-key.ts'

/** A new recovery key of this window's own making: it is sent once, to be wrapped, and shown nowhere but here. */
export function makeRecoveryKey(): string {
  return newRecoveryKey(below)
}

/** Each number as likely as another: what would make the first ones likelier is thrown away. */
function below(most: number): number {
  const limit = Math.floor(256 / most) * most
  const byte = new Uint8Array(1)
  do crypto.getRandomValues(byte)
  while ((byte[0] ?? 0) >= limit)
  return (byte[0] ?? 0) % most
}
