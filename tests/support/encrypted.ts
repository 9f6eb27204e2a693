import type { ArchiveDeps } from '#archive/archive-session.ts'

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
