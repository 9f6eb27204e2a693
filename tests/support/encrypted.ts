import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JobHandle } from '#archive/archive-context.ts'
import type { ArchiveDeps } from '#archive/archive-session.ts'
import { restore } from '#archive/care/restore.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { ledgerFiles } from '#archive/ledger/scan-ledger.ts'
import { hasKeyFile, readKeyFile } from '#archive/vault/key-file.ts'
import { dataKeyBy } from '#archive/vault/slots.ts'
import { openVault, vaultOf } from '#archive/vault/vaults.ts'

/** `VANKHO_TEST_ENCRYPTED=1`: the same tests with archives that are sealed on the disk (ADR 0017). */
export const TEST_ENCRYPTED = process.env.VANKHO_TEST_ENCRYPTED === '1'

export const PASSWORD = 'một mật khẩu để thử'
export const RECOVERY_KEY = 'TPQZZB-M6RMPV-9HTJH2-ZJ76RG-4MS3NH-HKRCXB'
/** A password hash that costs nothing: what is tried here is not how long it takes. */
export const CHEAP = { N: 16, r: 1, p: 1 } as const

export const ENCRYPTION = { password: PASSWORD, recoveryKey: RECOVERY_KEY, cost: CHEAP } as const
export const SECRET = { password: PASSWORD } as const

/** For whoever creates or opens an archive in a test: plain, or sealed by the switch. */
export const SEALING: Pick<ArchiveDeps, 'encryption' | 'secret'> = TEST_ENCRYPTED
  ? { encryption: ENCRYPTION, secret: SECRET }
  : {}

/** Does `work` while what lies in a closed archive's folder, or in a backup's, can be looked into; a plain one as it lies. */
export async function unlocked<T>(folder: string, work: () => T): Promise<Awaited<T>> {
  if (!hasKeyFile(folder)) return await work()
  const opened = openVault(folder, await dataKeyBy(readKeyFile(folder).file, SECRET))
  try {
    return await work()
  } finally {
    opened.close()
  }
}

/** The ledger's letters as they are on the disk at this instant, opened where they lie sealed. */
export function plainLedger(folder: string): string {
  const files = ledgerFiles(join(folder, 'ledger')).map((name) => readFileSync(join(folder, 'ledger', name)))
  return plainLines(folder, Buffer.concat(files))
}

/** Letters of the ledger of the archive in `folder`, as they are in a plain one. */
export function plainLines(folder: string, bytes: Uint8Array): string {
  const seal = vaultOf(folder).ledger
  const lines = Buffer.from(bytes).toString('latin1').split('\n')
  return lines.map((line) => seal.open(Buffer.from(line, 'latin1'))?.toString('utf8') ?? '').join('\n')
}

/** Lines as the archive in `folder` would write them, line ends between: for whoever tampers with what lies there. */
export function storedLines(folder: string, lines: readonly string[]): Buffer {
  const { ledger } = vaultOf(folder)
  return Buffer.concat(lines.flatMap((line) => [ledger.seal(Buffer.from(line)), Buffer.from('\n')]))
}

/** `restore` as the switch asks for it. */
export async function restoreHere(backup: string, folder: string, job: JobHandle): Promise<string> {
  return await restore(backup, folder, job, systemFiles, SEALING.secret ?? null)
}
