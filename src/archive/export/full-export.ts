import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { ARCHIVE_FORMAT, readArchiveFile } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type FiledFile, filesOf } from '../care/missing-texts.ts'
import { type FileLayer, systemFiles } from '../files/file-layer.ts'
import { documentCount } from '../open-database.ts'
import { printDay } from '../reports/print-day.ts'
import { office } from '../store/office.ts'
import { textFileBytes } from '../texts/text-store.ts'
import { type CsvValue, csvPieces } from './csv.ts'
import { type ExportHead, factsJson } from './facts-json.ts'
import { makeTree, type NewTree } from './new-tree.ts'
import { type Placed, type PlacedFile, placeFiles } from './place-files.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import { printSums } from './sums.ts'
import { readMe } from './words/read-me.ts'
import {
  EXPORT_TABLES,
  type ExportTable,
  FOLDER_HEAD,
  MISSING_FILE,
  MISSING_HEADS,
  MISSING_WHY,
  PATH_HEAD
} from './words/tables.ts'

export const LEDGER_COPY = 'nhat-ky'
export const FACTS = 'kho.json'
export const SUMS = 'SHA256SUMS'
export const TEXTS_COPY = 'chu-da-doc'
const READ_ME = 'DOC-TRUOC.txt'

type Missing = Readonly<{ file: PlacedFile; why: keyof typeof MISSING_WHY }>

/**
 * The whole archive as plain files (X03): originals under readable names, sheets, every fact, the ledger and sums, readable
 * without this program and enough to make the archive again. Says what it wrote in one line of the job.
 */
export async function exportArchive(
  archive: OpenedArchive,
  folder: string,
  job: JobHandle,
  files: FileLayer = systemFiles
): Promise<string> {
  const snapshot = takeSnapshot(archive)
  try {
    const named = filesNamed(archive, snapshot.ledger.seq)
    const placed = placeFiles(snapshot.db, named.values())
    job.total(placed.files.length * 2 + EXPORT_TABLES.length)
    const bytes = placed.files.reduce((sum, { sha256 }) => sum + (named.get(sha256)?.bytes ?? 0), 0)
    const options = { files, job, archiveFolder: archive.folder, bytes }
    const made = await makeTree(folder, options, (tree) => fill(archive, snapshot, placed, tree, job))
    for (const { file, why } of made.value.missing) {
      job.result({ name: file.name, code: why, id: file.documentId, detail: { path: file.path } })
    }
    job.result({
      name: SUMS,
      code: 'exported',
      id: null,
      detail: {
        documents: documentCount(snapshot.db),
        originals: placed.files.length - made.value.missing.length,
        missing: made.value.missing.length,
        files: made.files.length,
        bytes: made.files.reduce((sum, file) => sum + file.bytes, 0),
        seq: snapshot.ledger.seq,
        head: snapshot.ledger.hash
      }
    })
    return made.folder
  } finally {
    snapshot.close()
  }
}

/** Files the ledger names up to that line, by hash. */
function filesNamed(archive: OpenedArchive, seq: number): ReadonlyMap<string, FiledFile> {
  const named = new Map<string, FiledFile>()
  for (const event of archive.ledger.read(1, seq)) for (const file of filesOf(event)) named.set(file.sha256, file)
  return named
}

async function fill(
  archive: OpenedArchive,
  snapshot: Snapshot,
  placed: Placed,
  tree: NewTree,
  job: JobHandle
): Promise<{ missing: readonly Missing[] }> {
  const missing = await copyOriginals(archive, placed, tree, job)
  await copyTexts(archive, placed, tree)
  for (const table of EXPORT_TABLES) {
    job.step(table.file)
    await tree.write(table.file, sheet(snapshot, placed, table))
  }
  if (missing.length > 0) {
    const rows = missing.map(({ file, why }) => [file.sha256, file.name, file.documentId, MISSING_WHY[why]])
    await tree.write(MISSING_FILE, csvPieces(MISSING_HEADS, rows))
  }
  await tree.write(FACTS, factsJson(snapshot.db, headOf(archive, snapshot, missing)))
  for (const { name, length } of snapshot.segments) {
    await tree.write(`${LEDGER_COPY}/${name}`, archive.ledger.letters(name, length))
  }
  await tree.write(READ_ME, readMe(factsOf(archive, snapshot, placed, missing)))
  await tree.write(SUMS, printSums(tree.files()))
  return { missing }
}

/** A file damaged in the archive itself is said, and not carried over as if it were good. */
async function copyOriginals(
  archive: OpenedArchive,
  placed: Placed,
  tree: NewTree,
  job: JobHandle
): Promise<readonly Missing[]> {
  const missing: Missing[] = []
  for (const file of placed.files) {
    job.step(file.name)
    const copied = await tree.copy(file.path, archive.originals.file(file.sha256))
    if (copied?.sha256 === file.sha256) continue
    if (copied) tree.drop(file.path)
    missing.push({ file, why: copied ? 'file-changed' : 'file-missing' })
  }
  return missing
}

/** What was read of each file, so that letters read off pictures need not be read again. */
async function copyTexts(archive: OpenedArchive, placed: Placed, tree: NewTree): Promise<void> {
  const seen = new Set<string>()
  for (const { sha256 } of placed.files) {
    const text = seen.has(sha256) ? null : textFileBytes(archive.folder, sha256)
    seen.add(sha256)
    if (text) await tree.write(`${TEXTS_COPY}/${sha256}.json`, text)
  }
}

function* sheet(snapshot: Snapshot, placed: Placed, table: ExportTable): Generator<string, void, undefined> {
  const statement = snapshot.db.prepare<[], CsvValue[]>(table.sql).raw()
  const heads = statement.columns().map((column) => column.name)
  function* rows(): Generator<readonly CsvValue[]> {
    for (const row of statement.iterate()) yield row.map((value, at) => said(heads[at] ?? '', value))
  }
  function said(head: string, value: CsvValue): CsvValue {
    if (head === FOLDER_HEAD) return placed.folders.get(String(value)) ?? ''
    if (head === PATH_HEAD) return placed.paths.get(String(value)) ?? ''
    return table.names?.[head]?.[String(value)] ?? value
  }
  yield* csvPieces(heads, rows())
}

function headOf(archive: OpenedArchive, snapshot: Snapshot, missing: readonly Missing[]): ExportHead {
  const { file } = readArchiveFile(archive.folder)
  return {
    archiveId: archive.archiveId,
    archiveFormat: ARCHIVE_FORMAT,
    createdAt: file.createdAt,
    ledger: snapshot.ledger,
    missing: [...new Set(missing.map((one) => one.file.sha256))].sort()
  }
}

function factsOf(archive: OpenedArchive, snapshot: Snapshot, placed: Placed, missing: readonly Missing[]) {
  const secret = snapshot.db.prepare<[], { count: number }>('SELECT count(*) AS count FROM secret_entry').get()
  if (!secret) throw new OperationError('internal')
  return {
    office: office(snapshot.db).name,
    archiveId: archive.archiveId,
    day: printDay(archive.today()),
    ...snapshot.ledger,
    documents: documentCount(snapshot.db),
    files: placed.files.length - missing.length,
    missing: missing.length,
    secretLines: secret.count
  }
}
