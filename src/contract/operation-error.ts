/** The closed list of what can go wrong across the contract. Words are chosen by the shell; no stack crosses. */
export const FAILURE_CODES = [
  'bad-input', // the arguments do not fit the operation
  'unknown-operation',
  'not-allowed', // the caller's role may not
  'sign-in-needed', // the archive keeps accounts, and this caller has no session or its session has ended
  'sign-in-failed', // no such account, or another password: which of them is not told
  'too-many-tries', // seconds to wait
  'weak-password', // shorter or longer than allowed, the account's own name, or one that is tried first
  'approval-needed', // another role has to say yes first
  'not-found',
  'no-archive', // no archive is open
  'archive-missing', // the folder holds none
  'archive-exists', // a new one was asked for where one is
  'archive-newer', // its format is newer than this program
  'archive-locked', // another program has it open
  'archive-sealed', // it is encrypted and has not been unlocked
  'key-wrong', // neither this password nor this recovery key opens it; detail.problem and the group mistyped
  'key-file-lost', // an encrypted archive without a readable key file; detail.problem missing or damaged
  'archive-damaged', // opened read-only, or not at all; detail names the damage
  'archive-read-only', // nothing can be written now
  'folder-unusable', // not writable, not a folder, network or sync folder
  'disk-full',
  'io-error',
  'file-empty',
  'file-too-large',
  'file-encrypted',
  'file-damaged',
  'file-unread', // of a known kind, but reading it takes more memory or time than a file may have
  'file-unsupported',
  'secret-refused', // MẬT and above: nothing kept
  'duplicate', // the same document or the same bytes are there
  'missing-field',
  'conflict', // it changed meanwhile, or is withdrawn
  'number-taken', // the number stands in the book already
  'book-closed', // nothing is filed in it, moved in or out, or withdrawn
  'fonds-closed', // the body has ended: no new numbers
  'outside-book', // the date falls in another book than the one meant
  'dossier-closed', // nothing is put in, taken out or changed
  'dossier-empty', // nothing is in it that could be handed over
  'secret-book-off', // the office has not turned it on
  'secret-subject-refused', // the register of Tuyệt mật papers says nothing of what they are about
  'update-refused', // a package of a newer program that is not taken; detail.problem says why
  'no-printer', // no Chromium, Edge or Electron to make a PDF with
  'no-ocr', // this installation lacks what reads letters off pictures
  'cancelled',
  'internal'
] as const
export type FailureCode = (typeof FAILURE_CODES)[number]

/** Facts for the message (a file's name, a reference, a field), never a path outside the archive, SQL or a stack. */
export type FailureDetail = Record<string, string | number | boolean | null>

/** Thrown inside the engine; `dispatch` turns it into a `Failure`. */
export class OperationError extends Error {
  readonly code: FailureCode
  readonly detail: FailureDetail
  constructor(code: FailureCode, detail: FailureDetail = {}) {
    super(code)
    this.name = 'OperationError'
    this.code = code
    this.detail = detail
  }
}
