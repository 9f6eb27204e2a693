import { OperationError } from '#contract/failures.ts'
import type { HandOver } from '#contract/operations/export.ts'
import { ReportParams } from '#contract/operations/registers.ts'
import type { JobHandle } from '../archive-context.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { type FileLayer, systemFiles } from '../files/file-layer.ts'
import { reportFile } from '../reports/report.ts'
import { office } from '../store/office.ts'
import { type BagInfo, closeBag, PAYLOAD } from './bag.ts'
import { csvPieces } from './csv.ts'
import { type Contents, contentsOf, type PackedDocument } from './hand-over-contents.ts'
import { handOverXml } from './hand-over-xml.ts'
import { makeTree, type NewTree } from './new-tree.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'
import {
  type ArchiveField,
  BAG_NAMES,
  bagInfoWords,
  DOCUMENT_FIELDS,
  DOCUMENT_LIST_HEADS,
  DOSSIER_FIELDS,
  DOSSIER_LIST_HEADS,
  documentListRow,
  dossierListRow,
  FONDS_FIELDS
} from './words/archive-fields.ts'

/**
 * Dossiers or a closed fonds as a BagIt package (X05): files, lists and the archive's fields, with sums over all. An
 * original that is lost or changed stops it: what is handed over is whole.
 */
export async function handOver(
  archive: OpenedArchive,
  what: HandOver,
  folder: string,
  job: JobHandle,
  files: FileLayer = systemFiles
): Promise<string> {
  const snapshot = takeSnapshot(archive)
  try {
    const contents = contentsOf(snapshot.db, what, archive.today())
    const documents = [...contents.dossiers.flatMap((one) => one.documents), ...contents.loose]
    const originals = documents.flatMap((one) => one.facts.files)
    job.total(originals.length * 2 + contents.dossiers.length + 10)
    const bytes = originals.reduce((sum, file) => sum + file.bytes, 0)
    const made = await makeTree(folder, { files, job, archiveFolder: archive.folder, bytes }, async (tree) => {
      await copyFiles(archive, documents, tree, job)
      await writeLists(archive, snapshot, contents, tree, job)
      if (what.kind === 'fonds') await writeMinutes(archive, snapshot, what.fondsId, tree)
      await closeBag(tree, infoOf(archive, snapshot, what, contents))
    })
    for (const { line } of contents.dossiers) {
      if (line.closedOn === null) job.result({ name: line.code, code: 'dossier-open', id: null, detail: {} })
    }
    job.result({
      name: contents.fonds.name,
      code: 'handed-over',
      id: null,
      detail: {
        dossiers: contents.dossiers.length,
        documents: contents.fonds.documents,
        originals: originals.length,
        paperOnly: contents.fonds.documents - contents.fonds.withFile,
        files: made.files.length,
        bytes,
        kind: what.kind,
        fondsId: what.kind === 'fonds' ? what.fondsId : ''
      }
    })
    return made.folder
  } finally {
    snapshot.close()
  }
}

async function copyFiles(
  archive: OpenedArchive,
  documents: readonly PackedDocument[],
  tree: NewTree,
  job: JobHandle
): Promise<void> {
  for (const { facts } of documents) {
    for (const file of facts.files) {
      job.step(file.name)
      const copied = await tree.copy(file.path, archive.originals.file(file.sha256))
      if (copied?.sha256 === file.sha256) continue
      throw new OperationError('archive-damaged', { damage: copied ? 'file-changed' : 'file-missing', file: file.name })
    }
  }
}

async function writeLists(
  archive: OpenedArchive,
  snapshot: Snapshot,
  contents: Contents,
  tree: NewTree,
  job: JobHandle
): Promise<void> {
  const { fonds, dossiers, loose } = contents
  const documents = [...dossiers.flatMap((one) => one.documents), ...loose]
  const at = (name: string): string => `${PAYLOAD}/${name}`
  await tree.write(at(BAG_NAMES.data), handOverXml(contents))
  await tree.write(at(BAG_NAMES.fonds), fieldSheet(FONDS_FIELDS, [fonds]))
  await tree.write(
    at(BAG_NAMES.dossiers),
    csvPieces(
      DOSSIER_LIST_HEADS,
      dossiers.map((one, index) => dossierListRow(one.facts, index))
    )
  )
  await tree.write(
    at(BAG_NAMES.dossierFields),
    fieldSheet(
      DOSSIER_FIELDS,
      dossiers.map((one) => one.facts)
    )
  )
  await tree.write(
    at(BAG_NAMES.documentFields),
    fieldSheet(
      DOCUMENT_FIELDS,
      documents.map((one) => one.facts),
      (facts) => [facts.files.map((file) => file.path.slice(PAYLOAD.length + 1)).join('; ')],
      [BAG_NAMES.paths]
    )
  )
  for (const { line, facts, documents: held } of dossiers) {
    job.step(line.code)
    await tree.write(`${facts.folder}/${BAG_NAMES.documents}`, documentList(held))
    const report = ReportParams.parse({
      name: 'dossier-contents',
      from: null,
      to: null,
      documentId: null,
      dossierId: line.id
    })
    await tree.write(`${facts.folder}/${BAG_NAMES.documentsPrint}`, await print(archive, snapshot, report))
  }
  if (loose.length > 0) {
    await tree.write(at(`${BAG_NAMES.looseFolder}/${BAG_NAMES.documents}`), documentList(loose))
  }
}

function documentList(documents: readonly PackedDocument[]) {
  return csvPieces(
    DOCUMENT_LIST_HEADS,
    documents.map((one, index) => documentListRow(one.listed, index))
  )
}

/** The fields of the circular as a sheet, one line a thing described. */
function fieldSheet<F>(
  fields: readonly ArchiveField<F>[],
  list: readonly F[],
  more: (facts: F) => readonly string[] = () => [],
  moreHeads: readonly string[] = []
) {
  return csvPieces(
    [...fields.map((field) => field.title), ...moreHeads],
    list.map((facts) => [...fields.map((field) => field.of(facts)), ...more(facts)])
  )
}

async function writeMinutes(archive: OpenedArchive, snapshot: Snapshot, fondsId: string, tree: NewTree): Promise<void> {
  const report = ReportParams.parse({ name: 'fonds-handover', from: null, to: null, documentId: null, fondsId })
  await tree.write(`${PAYLOAD}/${BAG_NAMES.minutes}`, await print(archive, snapshot, report))
}

async function print(archive: OpenedArchive, snapshot: Snapshot, report: ReportParams): Promise<Uint8Array> {
  const { folder, printer } = archive
  const { base64 } = await reportFile(
    { db: snapshot.db, today: () => archive.today(), folder, printer },
    report,
    'docx'
  )
  return Buffer.from(base64, 'base64')
}

/** The elements of RFC 8493 §2.2.2 that we know. */
function infoOf(archive: OpenedArchive, snapshot: Snapshot, what: HandOver, contents: Contents): BagInfo {
  const own = office(snapshot.db)
  const about =
    what.kind === 'fonds' ? bagInfoWords.fonds(contents.fonds.name) : bagInfoWords.dossiers(contents.dossiers.length)
  return [
    { label: 'Source-Organization', value: own.name },
    ...(own.clerk === '' ? [] : [{ label: 'Contact-Name', value: own.clerk }]),
    { label: 'External-Description', value: about },
    { label: 'External-Identifier', value: archive.archiveId },
    { label: 'Internal-Sender-Identifier', value: `${archive.archiveId}:${snapshot.ledger.seq}` },
    { label: 'Internal-Sender-Description', value: `ledger head ${snapshot.ledger.hash}` },
    { label: 'Bagging-Date', value: archive.today() }
  ]
}
