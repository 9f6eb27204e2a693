import { mkdirSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { createArchive } from '#archive/create-archive.ts'
import type { NewEvent } from '#archive/ledger/events.ts'
import { EXTRACTOR } from '#archive/read/read-result.ts'
import { storedFileOf } from '#archive/vault/stored-file.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { type Figures, figures } from './figures.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'

const CALLER: Caller = { name: 'Văn thư', role: 'clerk', shell: 'direct' }
/** Documents a commit while filing in bulk. */
const BATCH = 100
/** Of the last papers, filed one a commit. */
const SINGLES = 200

export type Built = Readonly<{
  archive: OpenedArchive
  bulkPerSecond: number
  /** Milliseconds of a whole filing on its own: original, text, ledger, database, index, links. */
  single: Figures
}>

/** Files the papers durably: originals and texts first, then ledger and database, as every filing does (design §3). */
export async function buildArchive(folder: string, papers: readonly Paper[]): Promise<Built> {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming, { recursive: true })
  const archive = await createArchive(join(folder, 'archive'), OFFICE)
  const bulk = papers.slice(0, Math.max(0, papers.length - SINGLES))
  const start = performance.now()
  for (let at = 0; at < bulk.length; at += BATCH) {
    const group = bulk.slice(at, at + BATCH)
    const events = await Promise.all(group.map((paper, index) => filing(archive, join(incoming, `${index}`), paper)))
    await archive.settleNames()
    archive.commit(events, CALLER)
  }
  const seconds = (performance.now() - start) / 1000
  const singles: number[] = []
  for (const paper of papers.slice(bulk.length)) {
    const from = performance.now()
    archive.commit([await filing(archive, join(incoming, 'one'), paper)], CALLER)
    singles.push(performance.now() - from)
  }
  return { archive, bulkPerSecond: bulk.length / seconds, single: figures(singles) }
}

/** As the queue files it: its bytes are on the disk in the staging place, and get their place among the originals. */
async function filing(archive: OpenedArchive, path: string, paper: Paper): Promise<NewEvent> {
  rmSync(path, { force: true })
  await writeFile(path, `${paper.number}-${paper.symbol}\n${paper.body}`, { flush: true })
  const { sha256, bytes } = await archive.originals.adopt(storedFileOf(path))
  await archive.texts.store(sha256, { kind: 'born-digital', pages: splitPages(paper.body) }, EXTRACTOR)
  return filedEvent(archive.newId('d'), paper, sha256, bytes)
}
