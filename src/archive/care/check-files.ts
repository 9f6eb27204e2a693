import { statSync } from 'node:fs'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { ORIGINALS, storedNames } from '../originals/original-store.ts'
import { textFile } from '../texts/text-store.ts'
import { vaultOf } from '../vault/vaults.ts'
import type { Find } from './finding.ts'
import { type HashAll, type HashTask, hashAll } from './hash-pool.ts'
import { filesOf } from './missing-texts.ts'

/** A file the ledger names: under which name it came and with which document. */
export type NamedFile = Readonly<{
  sha256: string
  name: string
  documentId: string
  /** As it was told at filing. */
  bytes: number
  readable: boolean
}>

/** Every file the ledger names up to a line, once. */
export function namedFiles(archive: Pick<OpenedArchive, 'ledger'>, to?: number): ReadonlyMap<string, NamedFile> {
  const named = new Map<string, NamedFile>()
  for (const event of archive.ledger.read(1, to)) {
    for (const { sha256, name, documentId, bytes, textKind } of filesOf(event)) {
      named.set(sha256, { sha256, name, documentId, bytes, readable: textKind !== 'none' })
    }
  }
  return named
}

type FileTask = HashTask & Readonly<{ of: NamedFile }>

/** What has to be read of the files: each original, and the text of each that has one. */
export function* fileTasks(
  archive: Pick<OpenedArchive, 'originals' | 'folder'>,
  named: Iterable<NamedFile>
): Generator<FileTask> {
  const vault = vaultOf(archive.folder)
  for (const of of named) {
    yield { kind: 'file', file: archive.originals.file(of.sha256), of }
    if (of.readable) yield { kind: 'text', file: textFile(archive.folder, of.sha256, vault), of }
  }
}

/** Every original the ledger names, read and hashed; every text there and whole; what nobody names. */
export async function checkFiles(
  archive: OpenedArchive,
  job: Pick<JobHandle, 'total' | 'step' | 'signal'>,
  find: Find,
  hash: HashAll = hashAll
): Promise<{ files: number; bytes: number }> {
  const named = namedFiles(archive)
  job.total(named.size)
  let files = 0
  let bytes = 0
  await hash(fileTasks(archive, named.values()), { signal: job.signal }, ({ of, kind }, answer) => {
    const { documentId, name } = of
    if ('whole' in answer) {
      if (!answer.whole) find('text-missing', documentId, name)
      return
    }
    if (kind === 'text' && 'problem' in answer) {
      find('text-missing', documentId, `${name}: ${answer.problem}`)
      return
    }
    job.step(name)
    if ('problem' in answer) {
      find('file-missing', documentId, answer.problem === 'ENOENT' ? name : `${name}: ${answer.problem}`)
      return
    }
    files++
    bytes += answer.bytes
    if (answer.sha256 !== of.sha256) find('file-changed', documentId, name)
  })
  // Behind a damaged line of the ledger stand names nobody reads any more: what is theirs is not to be called surplus.
  if (archive.ledger.damage) return { files, bytes }
  const vault = vaultOf(archive.folder)
  const known = new Set([...named.keys()].map((sha256) => vault.nameOf(sha256)))
  for (const stored of storedNames(archive.folder, ORIGINALS)) {
    if (!known.has(stored.name)) find('orphan-file', null, `${stored.name.slice(0, 12)} ${statSync(stored.path).size}`)
  }
  return { files, bytes }
}
