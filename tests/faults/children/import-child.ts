import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { JobHandle } from '#archive/archive-context.ts'
import { newId } from '#archive/ids.ts'
import { startImport } from '#archive/intake/intake-jobs.ts'
import { draftOf } from '#archive/intake/read-item.ts'
import { stageFile } from '#archive/intake/staging.ts'
import type { Jobs } from '#archive/jobs/jobs.ts'
import { openArchive } from '#archive/open-archive.ts'
import { readFile } from '#archive/read/read-file.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { SEALING } from '#tests/support/encrypted.ts'

/**
 * Imports small papers in bulk until it is killed. Each line on its output is an acknowledgement: what a clerk would
 * have been told. `ready`, then `filed <id> <name> <sha256>`, `corrected <id> <note>`, `withdrawn <id>`.
 */
const CLERK = { name: 'child', role: 'clerk', shell: 'direct' } as const
const PAPERS_A_JOB = 4

function say(line: string): void {
  writeSync(1, `${line}\n`)
}

/** Loaded, and its reader thread running, before the clock of the case begins; then the folder comes on its input. */
async function go(): Promise<string> {
  await readFile(fileURLToPath(import.meta.url))
  draftOf({ kind: 'born-digital', pages: splitPages(paper('p-0-0')) }, '2026-11-24')
  say('warm')
  for await (const chunk of process.stdin) return String(chunk).trim()
  return ''
}

/** Jobs whose result lines are said the moment they are made. */
function sayingJobs(shaOf: (id: string) => string): Jobs & { last: Promise<void> } {
  const jobs = {
    last: Promise.resolve(),
    start(_kind: string, work: (job: JobHandle) => Promise<void>): string {
      const id = newId('j')
      jobs.last = work({
        id,
        cancelled: false,
        signal: new AbortController().signal,
        total() {},
        step() {},
        went() {},
        keep: () => Promise.resolve(),
        report() {},
        folder() {},
        result({ name, code, id: documentId }) {
          if (documentId === null) throw new Error(`${name}: ${code}`)
          say(`filed ${documentId} ${name} ${shaOf(documentId)}`)
        }
      })
      return id
    },
    list: () => [],
    get: () => undefined,
    lines: () => undefined,
    cancel() {},
    ended: () => jobs.last
  }
  return jobs
}

function paper(name: string): string {
  const filler = randomBytes(40 + Math.floor(Math.random() * 400)).toString('hex')
  return `HUYỆN ỦY ĐAM RÔNG\n*\nSố ${name.replace(/\D/g, '').slice(0, 5)}-CV/HU\n\nĐam Rông, ngày 03 tháng 5 năm 2021\n\n${filler}\nThực hiện Công văn số 713-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy.\n`
}

const folder = await go()
if (folder === '') process.exit(0)
const jobs = sayingJobs((id) => documentFiles(archive.db, id)[0]?.sha256 ?? 'none')
const archive = await openArchive(folder, { ...SEALING, jobs, log: (error) => console.error(error) })
say('ready')
const sources = mkdtempSync(join(tmpdir(), 'van-kho-child-'))
for (let round = 0; ; round++) {
  const staged: string[] = []
  for (let index = 0; index < PAPERS_A_JOB; index++) {
    const name = `p-${process.pid}-${round}-${index}.txt`
    writeFileSync(join(sources, 'paper'), paper(name))
    const id = newId('s')
    await stageFile(folder, id, name, join(sources, 'paper'))
    staged.push(id)
  }
  await startImport(archive, staged, CLERK)
  await jobs.last
  const ids = archive.db.prepare<[], string>('SELECT id FROM document ORDER BY n DESC LIMIT 2').pluck().all()
  const [withdrawn, corrected] = ids as string[]
  if (withdrawn) {
    archive.commit([{ kind: 'document-withdrawn', data: { documentId: withdrawn, reason: 'r' } }], CLERK)
    say(`withdrawn ${withdrawn}`)
  }
  if (corrected) {
    const before = documentForm(archive.db, corrected)
    if (!before) throw new Error('no form')
    const note = `note-${process.pid}-${round}`
    const data = { documentId: corrected, before, after: { ...before, note }, reason: 'r' }
    archive.commit([{ kind: 'document-corrected', data }], CLERK)
    say(`corrected ${corrected} ${note}`)
  }
  rmSync(join(sources, 'paper'), { force: true })
}
