import type { Guard } from './guard.ts'

const CANARY = ['tests/archive/accounts/canary.test.ts']
const SIGN_IN = ['tests/archive/accounts/sign-in.test.ts']
const ACCOUNTS = ['tests/archive/accounts/accounts.test.ts']
const OWN_STORE = ['tests/renderer/app/own-store.test.ts']
const ROLES = ['tests/contract/roles.test.ts']

/** Accounts, sessions and what is hidden from whom (ADR 15). */
export const ACCESS_GUARDS: readonly Guard[] = [
  guard(
    'the role of who calls',
    'src/contract/operations/operation.ts',
    "if (standing !== 'nobody') return operation.roles.includes(standing)",
    "if (standing !== 'nobody') return true",
    ROLES
  ),
  guard(
    'an archive attended by somebody',
    'src/contract/operations/operation.ts',
    "(operation.unsigned === 'unattended' && !attended)",
    "operation.unsigned === 'unattended'",
    SIGN_IN
  ),
  guard(
    'bytes handed in by those who keep the register',
    'src/archive/engine.ts',
    "if (!keepsRegister(role)) throw new OperationError(role === 'nobody' ? 'sign-in-needed' : 'not-allowed')",
    '',
    ROLES
  ),
  guard(
    'bytes of who has not signed in',
    'src/archive/engine.ts',
    "if (caller.role === 'nobody') throw new OperationError('sign-in-needed')",
    '',
    CANARY
  ),
  guard(
    'an account changed since',
    'src/archive/accounts/access.ts',
    "if (!row || row.disabled !== null || row.seq !== session.seq) finish(session, 'changed')",
    "if (!row || session.seq < 0) finish(session, 'changed')",
    [...ACCOUNTS, ...SIGN_IN]
  ),
  guard(
    'a session left alone',
    'src/archive/accounts/access.ts',
    "else if (sessions.isIdle(session, minutes)) finish(session, 'idle')",
    '',
    SIGN_IN
  ),
  guard(
    'a session that goes on too long',
    'src/archive/accounts/access.ts',
    "    else if (sessions.isLong(session)) finish(session, 'long')\n",
    '',
    SIGN_IN
  ),
  guard(
    'a machine that slept',
    'src/archive/accounts/sessions.ts',
    ' || now().getTime() - session.seen > most',
    '',
    SIGN_IN
  ),
  guard(
    'tries counted before they are looked at',
    'src/archive/handlers/accounts.ts',
    '  access.delays.tried(key)\n',
    '',
    SIGN_IN
  ),
  guard(
    'the wait after wrong passwords',
    'src/archive/handlers/accounts.ts',
    "if (wait > 0) throw new OperationError('too-many-tries', { seconds: Math.ceil(wait / 1000) })",
    '',
    SIGN_IN
  ),
  guard(
    'the count of tries over a restart',
    'src/archive/accounts/sign-in-delays.ts',
    'for (const [name, failed] of read(file)) known.set(',
    'for (const [name, failed] of read(file).slice(0, 0)) known.set(',
    SIGN_IN
  ),
  guard(
    'a password that is tried first',
    'src/archive/accounts/password.ts',
    "  if (isGuessable(password)) throw new OperationError('weak-password', { ...bounds, problem: 'guessable' })\n",
    '',
    ACCOUNTS
  ),
  guard(
    'a password compared at all',
    'src/archive/accounts/password.ts',
    'return timingSafeEqual(made, known) && verifier !== null',
    'return made.length === known.length && verifier !== null',
    SIGN_IN
  ),
  guard(
    'the last admin',
    'src/archive/accounts/require-accounts.ts',
    "throw new OperationError('conflict', { problem: 'last-admin' })",
    '',
    ACCOUNTS
  ),
  guard(
    'two people for a withdrawal',
    'src/archive/handlers/restriction.ts',
    "if (caller.role === 'clerk' && standing(archive.db, 'leader') > 0) throw new OperationError('approval-needed')",
    '',
    ACCOUNTS
  ),
  guard(
    'a reader of a connection of his own',
    'src/archive/accounts/access.ts',
    'if (reader === null || hiddenFrom(archive.db, reader).length === 0) return archive',
    'if (reader === null || hiddenFrom(archive.db, reader).length >= 0) return archive',
    CANARY
  ),
  guard(
    'hidden rows of the index',
    'src/archive/search/hidden.ts',
    'for (const n of hidden.get(db) ?? []) if',
    'for (const n of [] as number[]) if',
    ['tests/archive/accounts/encrypted.test.ts']
  ),
  guard('hidden rows of a page of hits', 'src/archive/search/hidden.ts', 'return hides(db) ?', 'return !db ?', CANARY),
  guard(
    'citations of a hidden paper',
    'src/archive/accounts/hiding-connection.ts',
    '    resolveAgain(db, whole, rows)\n',
    '',
    CANARY
  ),
  guard(
    'events of a hidden paper',
    'src/archive/accounts/pushed.ts',
    "return hidden ? null : { type: 'changed', what, documentId }",
    "return { type: 'changed', what, documentId }",
    CANARY
  ),
  guard(
    'jobs of others',
    'src/archive/engine.ts',
    '(caller.accountId != null && owners.get(jobId) === caller.accountId)',
    'caller.accountId != null',
    CANARY
  ),
  guard(
    'findings about a hidden paper',
    'src/archive/accounts/redact.ts',
    'one.documentId !== null && !ids.has(one.documentId)',
    'one.documentId !== null || ids.size >= 0',
    CANARY
  ),
  guard(
    'the ledger of a hidden paper',
    'src/archive/ledger/list-ledger.ts',
    'return ABOUT_NO_DOCUMENT.some((beginning) => event.kind.startsWith(beginning))',
    'return ABOUT_NO_DOCUMENT.length > 0',
    CANARY
  ),
  guard(
    'what somebody else did, taken back',
    'src/archive/ledger/own-undo.ts',
    'if (event.actor !== name || !OWN[role].includes(event.kind)) return false',
    '',
    CANARY
  ),
  guard(
    'what the one before looked at',
    'src/renderer/app/own-store.ts',
    'if (accountId !== whose || encrypted !== sealed) passing.clear()',
    '',
    OWN_STORE
  ),
  guard(
    'what was looked at, kept off the disk',
    'src/renderer/app/own-store.ts',
    'if (whose === null && !sealed) return disk',
    'if (whose === null || !sealed) return disk',
    OWN_STORE
  ),
  guard(
    'reading, told to the ledger',
    'src/archive/accounts/readings.ts',
    'if (how && id !== null && isRestricted(archive.db, id)) record(archive, [id], how, caller)',
    '',
    CANARY
  )
]

function guard(name: string, file: string, find: string, put: string, tests: readonly string[]): Guard {
  return { name, file, find, put, tests }
}
