import type { Guard } from './guard.ts'

const LEDGER = ['tests/archive/ledger/ledger.test.ts']
const OPEN = ['tests/archive/open/open-archive.test.ts', 'tests/archive/open/witness.test.ts']
const CARE = ['tests/archive/care/backup-restore.test.ts']
const COMMIT = ['tests/archive/commit/commit.test.ts', 'tests/archive/commit/durable.test.ts']
const ORIGINALS = ['tests/archive/originals/original-store.test.ts', 'tests/archive/commit/durable.test.ts']
const LIMITS = ['tests/archive/read/read-limits.test.ts']
const ODD = ['tests/faults/odd-paths.test.ts']
const STAMPS = ['tests/archive/read/secret-stamps.test.ts']
const BYTES = ['tests/faults/secret-bytes.test.ts']
const WRITTEN = ['tests/archive/export/written-text.test.ts']
const TEXT = ['tests/archive/reports/files.test.ts']

/** Nothing lost, nothing damaged unseen, nothing kept that must not be (reliability.md R, S1, S2, S10, S11, S13, S14). */
export const ARCHIVE_GUARDS: readonly Guard[] = [
  guard(
    'the hash of a ledger line',
    'src/archive/ledger/ledger-line.ts',
    "if (covered.update('}').digest('hex') !== hash) return null",
    '',
    LEDGER
  ),
  guard(
    'the chain of the ledger',
    'src/archive/ledger/scan-ledger.ts',
    "if (facts.seq !== seq || facts.prev !== head.hash) return { code: 'ledger-chain', seq, file }",
    '',
    LEDGER
  ),
  guard(
    'a ledger of a newer program',
    'src/archive/ledger/scan-ledger.ts',
    "return facts.v > EVENT_VERSION ? { code: 'ledger-newer', seq, file } : null",
    'return null',
    LEDGER
  ),
  guard('the ledger is on the disk', 'src/archive/ledger/ledger.ts', 'files.sync(fd)\n', '\n', [
    'tests/archive/ledger/ledger.test.ts',
    'tests/faults/nth-failure.test.ts'
  ]),
  guard(
    'a broken ledger takes no lines',
    'src/archive/ledger/ledger.ts',
    "if (broken || scan.damage || torn) throw new Error('this ledger takes no lines')",
    '',
    LEDGER
  ),
  guard(
    'the mark is held against the ledger',
    'src/archive/open-database.ts',
    "if (mark.seq > seq) return { code: 'database-ahead', detail: { ledger: seq, database: mark.seq } }",
    '',
    OPEN
  ),
  guard(
    'another ledger under the same number',
    'src/archive/open-database.ts',
    'if (mark.seq > 0 && ledger.hashOf(mark.seq) !== mark.hash)',
    'if (mark.seq < 0)',
    OPEN
  ),
  guard(
    'a database of another archive',
    'src/archive/open-database.ts',
    'if (mark.archiveId !== null && mark.archiveId !== stores.archiveId) {',
    'if (mark.seq < 0) {',
    OPEN
  ),
  guard(
    'documents are counted at opening',
    'src/archive/open-database.ts',
    'if (documentCount(db) !== stores.ledger.filingsUpTo(mark.seq)) throw new RowsDisagree()',
    '',
    [...OPEN, 'tests/faults/database.test.ts']
  ),
  guard(
    'an archive of a newer format',
    'src/archive/care/backup-manifest.ts',
    "if (manifest.format > ARCHIVE_FORMAT) throw new OperationError('archive-newer', { format: manifest.format })",
    '',
    CARE
  ),
  guard('the lock', 'src/archive/lock.ts', "db.exec('BEGIN EXCLUSIVE')", '', ['tests/faults/two-processes.test.ts']),
  guard(
    'nothing is written read-only',
    'src/archive/commit.ts',
    "if (!archive.writable()) throw new OperationError('archive-read-only')",
    '',
    [...OPEN, ...COMMIT]
  ),
  guard(
    'after a failed append nothing is written',
    'src/archive/commit.ts',
    "archive.freeze('ledger-append-failed', error)",
    '',
    COMMIT
  ),
  guard(
    'names are on the disk before the ledger counts on them',
    'src/archive/commit.ts',
    'archive.syncs.settle()',
    '',
    COMMIT
  ),
  guard(
    'every commit is on the disk',
    'src/archive/store/db/connection.ts',
    "db.pragma('synchronous = FULL')",
    "db.pragma('synchronous = NORMAL')",
    OPEN
  ),
  guard(
    'the SQLite that is linked',
    'src/archive/store/db/connection.ts',
    "if (part < least) throw new OperationError('internal', { sqlite: version })",
    '',
    ['tests/archive/open/open-archive.test.ts', 'tests/archive/store/connection.test.ts']
  ),
  guard('an original is on the disk', 'src/archive/originals/original-store.ts', 'await files.syncHandle(handle)', '', [
    ...ORIGINALS,
    'tests/faults/nth-failure.test.ts'
  ]),
  guard(
    'an original is what its name says',
    'src/archive/originals/original-store.ts',
    'if (existsSync(target) && (await stillIs(vault.stored(target), sha256))) return',
    'if (existsSync(target)) return',
    ORIGINALS
  ),
  guard(
    'verify reads every original',
    'src/archive/care/check-files.ts',
    "if (answer.sha256 !== of.sha256) find('file-changed', documentId, name)",
    '',
    ['tests/faults/originals-and-ledger.test.ts']
  ),
  guard(
    'verify reads the ledger again',
    'src/archive/care/verify.ts',
    'if (mark.seq > 0 && mark.seq <= head.seq && scan.hashes[mark.seq - 1] !== mark.hash) {',
    'if (mark.seq < 0) {',
    ['tests/faults/ledger-tampering.test.ts']
  ),
  guard(
    'a hash alone opens nothing',
    'src/archive/locate.ts',
    'documentFiles(archive.db, documentId).find((one) => one.sha256 === sha256) ??',
    'documentFiles(archive.db, documentId)[0] ??',
    ['tests/contract/file-doors.test.ts']
  ),
  guard(
    'room on the disk',
    'src/archive/folder-checks.ts',
    "if (free < bytes + MARGIN) throw new OperationError('disk-full', { needed: bytes + MARGIN, free })",
    '',
    ['tests/faults/disk.test.ts']
  ),
  guard(
    'no archive in a folder that is copied away',
    'src/archive/folder-checks.ts',
    "if (risk) throw new OperationError('folder-unusable', { problem: risk })",
    '',
    OPEN
  ),

  guard(
    'the seal of a backup',
    'src/archive/care/backup-manifest.ts',
    "!== seal) throw damaged('backup-manifest')",
    "=== '') throw damaged('backup-manifest')",
    CARE
  ),
  guard(
    'names in a backup',
    'src/archive/care/backup-manifest.ts',
    "if (!ALLOWED.test(path) || names.has(path)) throw damaged('backup-name', path.slice(0, 80))",
    '',
    CARE
  ),
  guard(
    'the hash of each file of a backup',
    'src/archive/care/restore.ts',
    "if (copied.sha256 !== file.sha256 || copied.bytes !== file.bytes) throw damaged('backup-file', file.path)",
    '',
    CARE
  ),
  guard(
    'links in a backup',
    'src/archive/care/backup-manifest.ts',
    "if (found.isSymbolicLink()) throw damaged('backup-link', said)",
    '',
    CARE
  ),
  guard(
    'restoring writes over nothing',
    'src/archive/care/new-folder.ts',
    "throw new OperationError('folder-unusable', { problem: 'not-empty' })",
    '',
    CARE
  ),

  guard(
    // Told by looking first (Windows) and by opening: both.
    'links are not followed',
    'src/archive/files/open-regular.ts',
    '  if (!(await lstat(path)).isFile()) return null\n  let file: FileHandle\n  try {\n    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)',
    '  let file: FileHandle\n  try {\n    file = await open(path, O_RDONLY | O_NONBLOCK)',
    ODD
  ),
  guard(
    'names that are paths',
    'src/archive/intake/staging.ts',
    "const last = name.normalize('NFC').split(/[/\\\\]/).at(-1) ?? ''",
    "const last = name.normalize('NFC')",
    ODD
  ),
  guard(
    'names that turn the writing round',
    'src/archive/intake/staging.ts',
    'replace(/[\\p{Cc}\\p{Cf}<>:"|?*]/gu',
    'replace(/[<>:"|?*]/gu',
    ODD
  ),
  guard(
    'a stream that is too long',
    'src/archive/intake/staging.ts',
    'if (bytes > MOST_BYTES) done(tooLarge(name))',
    'if (bytes < 0) done(tooLarge(name))',
    ['tests/faults/large-files.test.ts']
  ),
  guard(
    'time for one file',
    'src/archive/read/read-file.ts',
    "if (performance.now() > deadline) return stop('too-slow')",
    '',
    LIMITS
  ),
  guard(
    'memory for one file',
    'src/archive/read/read-file.ts',
    "if (heap.used_heap_size + heap.external_memory > most) stop('too-heavy')",
    'if (most < 0) stop(String(heap))',
    LIMITS
  ),
  guard(
    'what a ZIP part inflates to',
    'src/archive/read/zip-directory.ts',
    'return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) })',
    'return inflateRawSync(packed)',
    ['tests/archive/read/zip-directory.test.ts']
  ),
  guard('entries of a ZIP', 'src/archive/read/zip-directory.ts', 'if (count > MOST_ENTRIES) return null', '', [
    'tests/archive/read/zip-directory.test.ts'
  ]),
  guard(
    'the places of a sheet',
    'src/archive/backlog/sheet-extent.ts',
    "return rows * columns > MOST_PLACES ? 'too-large' : 'fits'",
    "return 'fits'",
    ['tests/archive/backlog/sheet-extent.test.ts']
  ),
  guard(
    'time for one workbook',
    'src/archive/backlog/sheet-thread.ts',
    "const timer = setTimeout(() => damaged('too-slow'), milliseconds)",
    'const timer = setTimeout(() => {}, milliseconds)',
    ['tests/archive/backlog/sheet-extent.test.ts']
  ),

  guard(
    'the stamp on a page',
    'src/archive/intake/read-item.ts',
    'if (secrecyOfText(text.pages, draft) || secrecyOfForm(inWords(draft))) return refuseSecret(archive, record)',
    '',
    [...STAMPS, ...BYTES]
  ),
  guard(
    'a secret file name',
    'src/archive/intake/read-item.ts',
    'if (secrecyOfName(record.name)) return refuseSecret(archive, record)',
    '',
    BYTES
  ),
  guard(
    'a secret form',
    'src/archive/intake/file-documents.ts',
    "if (secrecyOfForm(filing.form)) throw new OperationError('secret-refused', {})",
    '',
    ['tests/archive/intake/secret-forms.test.ts']
  ),
  guard(
    'a secret form typed and kept',
    'src/archive/handlers/intake.ts',
    "    if (secrecyOfForm(input.form)) throw new OperationError('secret-refused', {})",
    '',
    ['tests/archive/intake/secret-forms.test.ts']
  ),
  guard(
    'a secret correction',
    'src/archive/handlers/documents.ts',
    "    if (secrecyOfForm(input.form)) throw new OperationError('secret-refused', {})",
    '',
    ['tests/archive/intake/secret-forms.test.ts']
  ),
  guard(
    'a refused paper is overwritten',
    'src/archive/intake/staging.ts',
    'await file.write(zeros, 0, Math.min(zeros.length, size - at), at)',
    '',
    ['tests/archive/intake/secret-forms.test.ts']
  ),

  guard(
    'markup in a print view',
    'src/archive/reports/render/escape.ts',
    "return text.replace(/[&<>\"']/g, (sign) => MARKUP[sign] ?? '')",
    'return text',
    TEXT
  ),
  guard(
    'formulas in a CSV',
    'src/domain/text/spreadsheet-text.ts',
    'return FORMULA.test(text) ?',
    'return false ?',
    TEXT
  ),
  guard(
    'texts that break a workbook',
    'src/archive/files/workbook-text.ts',
    'return literal in Object.prototype ?',
    'return literal.length < 0 ?',
    WRITTEN
  ),
  guard(
    'signs by their number in a workbook',
    'src/archive/files/workbook-text.ts',
    "text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')",
    'text',
    WRITTEN
  ),
  guard(
    'formulas in the CSV of a lineage',
    'src/domain/lineage/export-graph.ts',
    "guardedCell(text.toWellFormed().replaceAll('\\0', ''))",
    'text',
    WRITTEN
  ),
  guard(
    'markup in GraphML',
    'src/domain/lineage/export-graph.ts',
    '.replace(/[&<>"]/g, (sign) =>',
    '.replace(/(?!)/g, (sign) =>',
    WRITTEN
  ),
  guard(
    'markup in a package for another office',
    'src/archive/export/xml-text.ts',
    ".replace(/[&<>\"']/g, (sign) => MARKUP[sign] ?? '')",
    '',
    WRITTEN
  ),
  guard(
    'signs that turn, printed',
    'src/archive/reports/clean.ts',
    '    .replace(BIDI,',
    '    .replace(/(?!)/g,',
    TEXT
  ),
  guard('names of devices', 'src/archive/export/safe-name.ts', 'const RESERVED = /^(?:', 'const RESERVED = /^(?!)(?:', [
    'tests/archive/export/safe-name.test.ts'
  ])
]

function guard(name: string, file: string, find: string, put: string, tests: readonly string[]): Guard {
  return { name, file, find, put, tests }
}
