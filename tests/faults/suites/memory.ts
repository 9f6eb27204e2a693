import { once } from 'node:events'
import { createWriteStream, existsSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startImport } from '#archive/intake/intake-jobs.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { documentFiles } from '#archive/store/documents.ts'
import type { EngineEvent } from '#contract/events.ts'
import { OperationError } from '#contract/failures.ts'
import { jobEnded } from '#tests/support/job-ended.ts'
import { CLERK } from '#tests/support/papers.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { makeArchive, newFolder, removeTree } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { paperText } from '../harness/paper.ts'
import type { Suite } from '../harness/suite.ts'

const MEGABYTE = 1024 * 1024
const SIZES = { '50 MB': 50, '100 MB': 100, '300 MB': 300 } as const
/** The program itself may grow by so much beside a large file; the file's own bytes pass through it in pieces. */
const MOST_GROWN = 600 * MEGABYTE

/** A file whose reading thread ran out waits for a clerk, its bytes as they came: nobody has looked for a stamp in it. */
const NAMED: ReadonlySet<string> = new Set(['filed', 'file-too-large', 'duplicate', 'file-unread', 'unreadable'])

const KEYS = [
  ...Object.keys(SIZES).flatMap((size) => [`${size} as a stream`, `${size} of pages`]),
  '5000 pages',
  'thread at 24 MB',
  'thread at 8 MB',
  'three at once'
]

/**
 * Files that want more than there is: the reading thread may die, the program may not. What cannot be read is said by name
 * and the clerk's own file stays; the next paper goes in as if nothing had been.
 */
export const memory: Suite = {
  name: 'memory',
  rule: 'R16',
  what: 'PDFs of 50, 100 and 300 MB and of 5,000 pages, reading threads with hardly any memory',
  small: 4,
  full: 'all',
  open: async () => ({
    keys: KEYS,
    async run(key) {
      const folder = join(newFolder(), 'archive')
      const events: EngineEvent[] = []
      const archive = await makeArchive(folder, { emit: (event) => void events.push(event) })
      const files = await filesFor(key)
      const before = process.memoryUsage().rss
      let grown = 0
      let refused = 0
      let unread = 0
      const watch = setInterval(() => {
        grown = Math.max(grown, process.memoryUsage().rss - before)
      }, 20)
      try {
        if (key.startsWith('thread')) {
          const megabytes = Number(/\d+/.exec(key)?.[0])
          const read = await readFile(files[0] ?? '', { limits: { megabytes } })
          must(!read.ok, `read within ${megabytes} MB`)
        } else {
          const staged: string[] = []
          for (const file of files) {
            const id = archive.newId('s')
            try {
              await stageFile(folder, id, 'lon.pdf', file)
              staged.push(id)
            } catch (error) {
              must(error instanceof OperationError && error.code === 'file-too-large', `refused as ${String(error)}`)
            }
            must(existsSync(file), "the clerk's own file is gone")
          }
          if (staged.length > 0) {
            await startImport(archive, staged, CLERK)
            const job = await jobEnded(events, 'import')
            must(job.state === 'done', `the import is ${job.state}`)
            for (const line of job.results) {
              must(NAMED.has(line.code), `it is ${line.code}`)
              if (line.code !== 'filed') refused++
              if (line.code !== 'file-unread') continue
              must(line.id?.startsWith('i_') === true, 'a file that could not be read does not wait')
              unread++
            }
          }
        }
        events.length = 0
        const id = archive.newId('s')
        const next = join(newFolder(), 'sau.txt')
        writeFileSync(next, paperText(7))
        await stageFile(folder, id, 'sau.txt', next)
        await startImport(archive, [id], CLERK)
        const after = await jobEnded(events, 'import')
        same(
          after.results.map((line) => line.code),
          ['filed'],
          'the next paper'
        )
        const ids = archive.db.prepare<[], string>('SELECT id FROM document').pluck().all()
        const kept = ids.flatMap((one) => documentFiles(archive.db, one))
        must(
          kept.every((file) => archive.originals.has(file.sha256)),
          'an original is not there'
        )
        must(grown < MOST_GROWN, `the program grew by ${Math.round(grown / MEGABYTE)} MB`)
        for (const file of files) rmSync(file, { force: true })
        return {
          'refused by name': refused,
          'waiting unread': unread,
          'grown in all, MB': Math.round(grown / MEGABYTE)
        }
      } finally {
        clearInterval(watch)
        await archive.close()
        await closeReaders()
        removeTree(dirname(folder))
      }
    }
  })
}

async function filesFor(key: string): Promise<readonly string[]> {
  const size = Object.entries(SIZES).find(([name]) => key.startsWith(name))?.[1]
  if (size !== undefined) return [key.endsWith('stream') ? await oneStream(size) : await manyPages(size)]
  if (key === '5000 pages') return [await written([plainPdf(pages(5000))])]
  if (key === 'three at once') return [await oneStream(40), await manyPages(30), await written([plainPdf(pages(1500))])]
  return [await written([plainPdf(pages(3000))])]
}

function pages(count: number) {
  return Array.from({ length: count }, (_, index) => [
    { font: 'Times', text: `Trang ${index + 1} - So 7-CV/HU cua Huyen uy` }
  ])
}

/** A PDF with so many megabytes that belong to no page. */
async function oneStream(megabytes: number): Promise<string> {
  const pdf = plainPdf(pages(2))
  const filler = Array.from({ length: megabytes }, (_, index) => Buffer.alloc(MEGABYTE, `${index} `))
  return await written([
    pdf,
    Buffer.from('\n9999 0 obj\n<</Length 1>>\nstream\n'),
    ...filler,
    Buffer.from('\nendstream\nendobj\n%%EOF\n')
  ])
}

/** A PDF whose pages themselves are large. */
async function manyPages(megabytes: number): Promise<string> {
  const text = 'x '.repeat(MEGABYTE / 4)
  return await written([plainPdf(Array.from({ length: megabytes * 2 }, () => [{ font: 'Times', text }]))])
}

async function written(parts: readonly Uint8Array[]): Promise<string> {
  const path = join(newFolder('large-'), 'lon.pdf')
  const out = createWriteStream(path)
  for (const part of parts) if (!out.write(part)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
  return path
}
