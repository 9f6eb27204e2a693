import { readFileSync } from 'node:fs'
import { openWhole, sealWhole } from './sealer.ts'
import { vaultOf } from './vaults.ts'

/** What a small file is sealed by; plain data, so that it can be handed to another thread. null: it is plain. */
export type SmallSeal = Readonly<{ key: Uint8Array; purpose: string }>

export function sealSmall(seal: SmallSeal | null, bytes: Uint8Array): Uint8Array {
  return seal ? sealWhole(seal.key, seal.purpose, bytes) : bytes
}

/** Throws `SealBroken`. */
export function openSmall(seal: SmallSeal | null, bytes: Buffer): Buffer {
  return seal ? openWhole(seal.key, seal.purpose, bytes) : bytes
}

/** A small file of the archive in `folder`, as bytes to be written. */
export function sealedFor(folder: string, purpose: string, text: string): Uint8Array {
  return sealSmall(vaultOf(folder).smallSeal(purpose), Buffer.from(text))
}

/** The text of a small file of the archive in `folder`; throws where it is not there or not what was written. */
export function readSmall(folder: string, purpose: string, path: string): string {
  return openSmall(vaultOf(folder).smallSeal(purpose), readFileSync(path)).toString('utf8')
}
