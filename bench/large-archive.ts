import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createArchive } from '#archive/create-archive.ts'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import type { NewEvent } from '#archive/ledger/events.ts'
import { EXTRACTOR } from '#archive/read/read-result.ts'
import { columnsOf } from '#archive/search/columns.ts'
import { makeCommon } from '#archive/search/keep-warm.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'
import { KEPT_FROM } from './search/engines/ours-build.ts'

const CALLER: Caller = { name: 'Văn thư', role: 'clerk', shell: 'direct' }
/** As many texts as are remembered from storing to filing. */
const BATCH = 60

/** Nothing waits for the disk: the archive is for measuring, and made again where it is not whole. */
const UNSYNCED: FileLayer = {
  ...systemFiles,
  sync: () => {},
  syncHandle: async () => {},
  syncFolder: () => {},
  syncFolderLater: async () => {}
}

/**
 * A whole archive in `folder/archive`: originals, texts, ledger, database, index, citations and links by the same code as
 * every filing, but for the disk's being waited for; common words are kept as after some use.
 */
export async function buildLargeArchive(folder: string, papers: Iterable<Paper>): Promise<void> {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const archive = await createArchive(join(folder, 'archive'), OFFICE, { files: UNSYNCED })
  archive.db.pragma('synchronous = OFF')
  let events: NewEvent[] = []
  for (const paper of papers) {
    const path = join(incoming, 'one')
    writeFileSync(path, `${paper.number}-${paper.symbol}\n${paper.body}`)
    const { sha256, bytes } = await archive.originals.put(path)
    await archive.texts.store(sha256, { kind: 'born-digital', pages: splitPages(paper.body) }, EXTRACTOR)
    events.push(filedEvent(archive.newId('d'), paper, sha256, bytes))
    if (events.length < BATCH) continue
    archive.commit(events, CALLER)
    events = []
  }
  archive.commit(events, CALLER)
  await archive.close()
  const db = openDatabase(join(folder, 'archive', 'archive.db'))
  if (columnsOf(db).size >= KEPT_FROM) makeCommon(db)
  db.close()
}
