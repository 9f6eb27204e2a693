import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { checkFiles } from '#archive/care/check-files.ts'
import { createArchive } from '#archive/create-archive.ts'
import { EXTRACTOR } from '#archive/read/read-result.ts'
import type { Caller } from '#contract/operations/operation.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import { generatePapers } from './generator.ts'
import { seeded } from './random.ts'

const CALLER: Caller = { name: 'Văn thư', role: 'office', shell: 'direct' }
const MEGABYTE = 1_048_576
const RUNS = 3

/**
 * `npm run bench -- --verify-speed 3`: so many gigabytes of originals (scans of 0.2 to 8 MB, random bytes) read and hashed by deep
 * verification, against `cat` of the same files in the same order to nothing, in turn, three times: once with the pages of the
 * files thrown out of the system's cache before each (where the machine has `dd` that can), once with them in it.
 */
export async function benchVerify(gigabytes: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-verify-'))
  const say = (text: string) => process.stdout.write(`${text}\n`)
  try {
    const archive = await build(folder, gigabytes * 1024 * MEGABYTE, seed)
    const paths = [...archive.ledger.read()].flatMap((event) =>
      event.kind === 'document-filed' ? event.data.files.map((file) => archive.originals.path(file.sha256)) : []
    )
    say(`${paths.length} files, ${gigabytes} GB, seed ${seed}, load of the machine ${loadavg()[0]?.toFixed(1)}`)
    for (const cold of [true, false]) {
      const ours: number[] = []
      let processor = 0
      const theirs: number[] = []
      for (let run = 0; run < RUNS; run++) {
        if (cold) forget(paths)
        theirs.push(timed(() => cat(paths)))
        if (cold) forget(paths)
        const before = process.cpuUsage()
        ours.push(await verified(archive))
        const { user, system } = process.cpuUsage(before)
        processor += (user + system) / 1e6 / RUNS
      }
      const rate = (seconds: readonly number[]) =>
        (gigabytes * 1024) / (seconds.toSorted((a, b) => a - b)[RUNS >> 1] ?? 1)
      const [mine, raw] = [rate(ours), rate(theirs)]
      say(
        `${cold ? 'cold' : 'warm'} cache: verify ${mine.toFixed(0)} MB/s, cat ${raw.toFixed(0)} MB/s, ${((100 * mine) / raw).toFixed(0)} % of raw (medians of ${RUNS}); ${(processor / gigabytes).toFixed(2)} s of processor time a GB`
      )
    }
    await archive.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function build(folder: string, bytes: number, seed: number): Promise<OpenedArchive> {
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming)
  const archive = await createArchive(join(folder, 'archive'), OFFICE)
  const random = seeded(seed)
  let left = bytes
  for (const paper of generatePapers(Math.ceil(bytes / (0.2 * MEGABYTE)), seed)) {
    const size = Math.min(left, Math.floor(MEGABYTE * (0.2 + random.next() ** 3 * 7.8)))
    const path = join(incoming, 'one')
    rmSync(path, { force: true })
    writeFileSync(path, randomFillSync(Buffer.alloc(size)))
    const { sha256 } = await archive.originals.put(path)
    await archive.texts.store(sha256, { kind: 'born-digital', pages: splitPages(paper.body) }, EXTRACTOR)
    archive.commit([filedEvent(archive.newId('d'), paper, sha256, size)], CALLER)
    left -= size
    if (left <= 0) break
  }
  return archive
}

async function verified(archive: OpenedArchive): Promise<number> {
  const begun = performance.now()
  const job = { total() {}, step() {}, signal: new AbortController().signal }
  await checkFiles(archive, job, (code, _id, detail) => {
    throw new Error(`${code} ${detail}`)
  })
  return (performance.now() - begun) / 1000
}

function cat(paths: readonly string[]): void {
  for (let at = 0; at < paths.length; at += 1000) {
    execFileSync('sh', ['-c', 'cat "$@" > /dev/null', 'cat', ...paths.slice(at, at + 1000)])
  }
}

/** Throws the files' pages out of the system's cache, theirs alone. */
function forget(paths: readonly string[]): void {
  for (let at = 0; at < paths.length; at += 1000) {
    execFileSync('sh', [
      '-c',
      'for f in "$@"; do dd if="$f" iflag=nocache count=0 status=none; done',
      'dd',
      ...paths.slice(at, at + 1000)
    ])
  }
}

function timed(work: () => void): number {
  const begun = performance.now()
  work()
  return (performance.now() - begun) / 1000
}
