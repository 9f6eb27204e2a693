import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { startHost } from '#archive/host.ts'
import { CallError } from '#contract/client.ts'
import type { Job } from '#contract/operations/archive.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import type { Command } from '../command.ts'
import { describeCited } from '../describe.ts'
import { drawTrace } from '../draw-trace.ts'
import { EXIT } from '../exit-codes.ts'
import type { Io } from '../io.ts'
import { serveArchive } from '../serve-archive.ts'
import { createSession, engineOptions, findDocument, type Session } from '../session.ts'
import { LINK_WORDS, words } from '../words.ts'
import { fileVerdict } from '../words-failures.ts'

const STORY = '221-CV/HU'
/** Of what is not linked the first are said; the rest stand on their screen. */
const QUESTIONS_SHOWN = 20
const SENT_ON = '2021-08-13'
const SIGNED_ON = '2021-08-16'
/** Every fourth recipient has not signed yet, so that the log and the list of the unacknowledged show something. */
const UNSIGNED_EVERY = 4

/** Files the sample archive through the real pipeline, tells what came of it, and serves it. */
export const demo: Command = {
  options: {
    folder: { type: 'string' },
    'no-serve': { type: 'boolean' },
    'no-open': { type: 'boolean' },
    port: { type: 'string' },
    screens: { type: 'string' }
  },
  async run(args, io) {
    const port = args.count('port', 0, 0)
    const asked = args.text('folder')
    const engine = startHost(engineOptions(args.flag('no-serve') ? 'cli' : 'loopback'))
    try {
      const session = createSession(engine, io)
      const started = performance.now()
      const { jobId, folder } = await session.call('archive.sample', { folder: asked ? resolve(asked) : null })
      const job = await session.wait(jobId)
      if (job.state === 'cancelled') return EXIT.cancelled
      await tellStory(session, io, folder, job, (performance.now() - started) / 1000)
      if (args.flag('no-serve')) return EXIT.ok
      return await serveArchive(engine, io, { screens: args.text('screens'), port, open: !args.flag('no-open') })
    } finally {
      await engine.close()
    }
  }
}

async function tellStory(session: Session, io: Io, folder: string, job: Job, seconds: number): Promise<void> {
  const { documents } = await session.call('archive.state', {})
  const refused = job.results.filter((line) => line.code !== 'filed' && line.code !== 'unreadable')
  const links = await countLinks(session)
  const open = await session.call('worklist.citations', { kind: null, offset: 0, limit: 500 })
  const root = await findDocument(session, STORY)
  const lineage = await session.call('lineage.trace', { documentId: root.id, direction: 'both', depth: 6 })
  const delivered = await deliver(session, root)
  const log = await writeLog(session, folder, root)
  if (io.json) {
    io.data({
      folder,
      documents,
      seconds,
      results: job.results,
      links,
      open: open.total,
      root: root.id,
      lineage,
      delivered,
      log
    })
    return
  }
  io.out(words.sampleFolder(folder))
  io.out(words.sampleFiled(documents, seconds))
  if (refused.length) io.out(words.notTaken)
  for (const line of refused) io.out(`  ${line.name}: ${fileVerdict(line.code)}`)
  io.out(words.linksTitle)
  io.out(words.linkCounts(links.linked, links.inferred, links.ambiguous, links['date-mismatch'], links.missing))
  if (open.rows.length) io.out(words.openQuestions)
  for (const row of open.rows.slice(0, QUESTIONS_SHOWN)) {
    io.out(`  ${LINK_WORDS[row.kind]}: ${describeCited(row)} (${words.times(row.times)})`)
  }
  if (open.total > QUESTIONS_SHOWN) io.out(`  ${words.andMore(open.total - QUESTIONS_SHOWN)}`)
  io.out('')
  io.out(words.traceTitle(STORY))
  for (const line of drawTrace(lineage, 'both')) io.out(line)
  io.out('')
  io.out(words.delivered(delivered.expected, delivered.sent, delivered.acknowledged))
  io.out(log.endsWith('.pdf') ? words.distributionLog(log) : words.distributionLogHtml(log))
}

type Links = Record<'linked' | 'inferred' | 'ambiguous' | 'date-mismatch' | 'missing', number>

async function countLinks(session: Session): Promise<Links> {
  const links: Links = { linked: 0, inferred: 0, ambiguous: 0, 'date-mismatch': 0, missing: 0 }
  for (const direction of ['incoming', 'outgoing', 'internal'] as const) {
    const { rows } = await session.call('register.list', {
      direction,
      from: null,
      to: null,
      text: '',
      sort: 'number',
      descending: false,
      group: 'none',
      withdrawn: false,
      offset: 0,
      limit: 1000
    })
    for (const row of rows) {
      const { cites } = await session.call('document.get', { id: row.document.id })
      for (const { status } of cites) if (status !== 'rejected') links[status]++
    }
  }
  return links
}

/** Sends the paper to everyone it names and signs for most of them, as the office would have (D02–D04). */
async function deliver(
  session: Session,
  root: DocumentLine
): Promise<Record<'expected' | 'sent' | 'acknowledged', number>> {
  const { reconciliation } = await session.call('delivery.sendAll', { documentId: root.id, sentOn: SENT_ON })
  const sent = reconciliation.rows.flatMap((row) => (row.delivery ? [row.delivery.id] : []))
  const signed = sent.filter((_, index) => (index + 1) % UNSIGNED_EVERY !== 0)
  if (signed.length) {
    await session.call('delivery.acknowledge', { deliveryIds: signed, on: SIGNED_ON, by: null, basis: null })
  }
  const { counts } = await session.call('delivery.reconcile', { documentId: root.id })
  return { expected: counts.expected, sent: counts.sent, acknowledged: counts.acknowledged }
}

/** The distribution log beside the archive's folder: a PDF where a browser can make one. */
async function writeLog(session: Session, folder: string, root: DocumentLine): Promise<string> {
  const report = { name: 'distribution-log', from: null, to: null, documentId: root.id } as const
  const made = await session.call('report.file', { report, format: 'pdf' }).catch((error: unknown) => {
    if (error instanceof CallError) return null
    throw error
  })
  const file = made ?? (await session.call('report.file', { report, format: 'html' }))
  const path = join(resolve(folder, '..'), file.name)
  await writeFile(path, Buffer.from(file.base64, 'base64'))
  return path
}
