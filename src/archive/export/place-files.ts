import type { ReadableDb } from '../archive-context.ts'
import type { FiledFile } from '../care/missing-texts.ts'
import { type NamesTaken, namesTaken, safeName } from './safe-name.ts'
import { NO_REFERENCE, NO_YEAR, WITHDRAWN_MARK } from './words/tables.ts'

const DOCUMENTS = 'van-ban'
const PROOFS = 'chung-tu'
const LOOSE = 'tep-da-go'
const MOST_FOLDER = 60

/** A copy to be made: the original of that hash, under that path. */
export type PlacedFile = Readonly<{ sha256: string; name: string; documentId: string | null; path: string }>

export type Placed = Readonly<{
  files: readonly PlacedFile[]
  /** Folder of each document, relative. */
  folders: ReadonlyMap<string, string>
  /** By document and hash, parted by a blank. */
  paths: ReadonlyMap<string, string>
}>

type DocumentRow = Readonly<{
  id: string
  reference: string | null
  day: string | null
  withdrawn: number
}>
type FileRow = Readonly<{ documentId: string; sha256: string; name: string }>

/**
 * Where each file of the archive comes to lie: those of documents by year and reference, scans of signed sheets, and last
 * what the ledger names and nothing holds any more.
 */
export function placeFiles(db: ReadableDb, named: Iterable<FiledFile>): Placed {
  const folders = documentFolders(db)
  const files: PlacedFile[] = []
  const paths = new Map<string, string>()
  const taken = new Map<string, NamesTaken>()
  const placed = new Set<string>()

  function place(folder: string, sha256: string, name: string, documentId: string | null): void {
    const names = taken.get(folder) ?? namesTaken()
    taken.set(folder, names)
    const path = `${folder}/${names.take(safeName(name))}`
    files.push({ sha256, name, documentId, path })
    placed.add(sha256)
    if (documentId !== null) paths.set(`${documentId} ${sha256}`, path)
  }

  for (const row of filesOfDocuments(db)) {
    place(folders.get(row.documentId) ?? LOOSE, row.sha256, row.name, row.documentId)
  }
  for (const row of proofs(db)) place(PROOFS, row.sha256, row.name, null)
  for (const file of named) {
    if (!placed.has(file.sha256)) place(LOOSE, file.sha256, file.name, file.documentId)
  }
  return { files, folders, paths }
}

function documentFolders(db: ReadableDb): ReadonlyMap<string, string> {
  const rows = db
    .prepare<[], DocumentRow>(
      `SELECT id, reference, coalesce(issued_on, arrived_on) AS day, withdrawn_at IS NOT NULL AS withdrawn
       FROM document ORDER BY n`
    )
    .all()
  const taken = new Map<string, NamesTaken>()
  const folders = new Map<string, string>()
  for (const row of rows) {
    const year = /^\d{4}/.exec(row.day ?? '')?.[0] ?? NO_YEAR
    const names = taken.get(year) ?? namesTaken()
    taken.set(year, names)
    folders.set(row.id, `${DOCUMENTS}/${year}/${names.take(folderName(row))}`)
  }
  return folders
}

function folderName({ reference, withdrawn }: DocumentRow): string {
  const plain = safeName((reference ?? NO_REFERENCE).replaceAll('.', '-'), MOST_FOLDER)
  return withdrawn === 1 ? `${plain}${WITHDRAWN_MARK}` : plain
}

function filesOfDocuments(db: ReadableDb): readonly FileRow[] {
  return db
    .prepare<[], FileRow>(
      `SELECT x.document_id AS documentId, x.sha256, x.name FROM document_file x
       JOIN document d ON d.id = x.document_id ORDER BY d.n, x.position`
    )
    .all()
}

function proofs(db: ReadableDb): readonly Readonly<{ sha256: string; name: string }>[] {
  return db.prepare<[], { sha256: string; name: string }>('SELECT sha256, name FROM delivery_proof ORDER BY n').all()
}
