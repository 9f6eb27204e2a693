import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** In `resources/`: public keys (Ed25519, SPKI, base64) whose packages this program takes. Put there when it is packed. */
export const TRUSTED_KEYS = 'update/trusted-keys.json'

/** Keys shipped with the program. One that cannot be read is none: nothing is taken on its word. */
export function trustedKeys(resourcesFolder: string): readonly KeyObject[] {
  const path = join(resourcesFolder, TRUSTED_KEYS)
  if (!existsSync(path)) return []
  const listed = JSON.parse(readFileSync(path, 'utf8')) as unknown
  return (Array.isArray(listed) ? listed : []).flatMap((one) => {
    try {
      const key = createPublicKey({ key: Buffer.from(String(one), 'base64'), format: 'der', type: 'spki' })
      return key.asymmetricKeyType === 'ed25519' ? [key] : []
    } catch {
      return []
    }
  })
}

export function isSigned(manifest: Uint8Array, signature: Uint8Array, keys: readonly KeyObject[]): boolean {
  return keys.some((key) => verify(null, manifest, key, signature))
}
