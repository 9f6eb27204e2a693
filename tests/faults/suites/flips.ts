import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { originalParts } from '#archive/originals/original-store.ts'
import { documentFiles } from '#archive/store/documents.ts'
import { textParts } from '#archive/texts/text-store.ts'
import { vaultOf } from '#archive/vault/vaults.ts'
import { OperationError } from '#contract/failures.ts'
import { cut, everything, flipBit, quietJob, verifyNow } from '#tests/support/alter.ts'
import { copyTree, makeArchive, newFolder, openIt } from '../harness/archive.ts'
import { must, same } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import { type Draw, drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const PAPERS = 8
const PAGE = 4096
const TARGETS = [
  'original',
  'original',
  'text',
  'database',
  'database',
  'index',
  'ledger',
  'ledger',
  'archive.json'
] as const
type Target = (typeof TARGETS)[number]
type Owned = Readonly<{ path: string; documentId: string }>

/**
 * A bit turned, a file cut, zeroed, swapped or gone, at rest: in originals, texts, database, index and ledger. Whatever
 * changes an answer or an original must be reported, with its document where it is one's; and what can be made again is.
 */
export const flips: Suite = {
  name: 'flips',
  rule: 'R9',
  what: 'bit flip, cut, zero page, swap, delete in originals, texts, database, index, ledger',
  small: 1000,
  full: 20_000,
  async open() {
    const source = join(newFolder(), 'archive')
    const made = await makeArchive(source, { segmentBytes: 4000 })
    await fillArchive(made, PAPERS)
    const before = answers(made)
    const originals: Owned[] = []
    const texts: Owned[] = []
    for (const documentId of made.db.prepare<[], string>('SELECT id FROM document').pluck().all()) {
      for (const { sha256 } of documentFiles(made.db, documentId)) {
        const vault = vaultOf(made.folder)
        originals.push({ path: join(...originalParts(sha256, vault)), documentId })
        texts.push({ path: join(...textParts(sha256, vault)), documentId })
      }
    }
    await made.close()
    const opened = await openIt(source)
    const pages = indexPages(opened)
    await opened.close()
    rmSync(join(source, 'care.json'), { force: true })
    const segments = readdirSync(join(source, 'ledger')).sort()
    const work = copyTree(source)

    /** Everything an opening may have written, and what the case damaged, as it was. */
    function reset(touched: readonly string[]): void {
      for (const name of readdirSync(work)) {
        if (name !== 'originals' && name !== 'texts') rmSync(join(work, name), { recursive: true })
      }
      for (const name of readdirSync(source)) {
        if (name !== 'originals' && name !== 'texts') cpSync(join(source, name), join(work, name), { recursive: true })
      }
      for (const path of touched) {
        rmSync(join(work, path), { force: true })
        copyFileSync(join(source, path), join(work, path))
        chmodSync(join(work, path), statSync(join(source, path)).mode)
      }
    }

    function pick(draw: Draw, target: Target): { files: readonly string[]; owners: readonly string[] } {
      if (target === 'original' || target === 'text') {
        const of = target === 'original' ? originals : texts
        const first = draw.below(of.length)
        const two = [of[first], of[(first + 1 + draw.below(of.length - 1)) % of.length]] as Owned[]
        return { files: two.map((one) => one.path), owners: two.map((one) => one.documentId) }
      }
      if (target === 'ledger') {
        const first = draw.below(segments.length)
        const two = [segments[first], segments[(first + 1) % segments.length]]
        return { files: two.map((name) => join('ledger', String(name))), owners: [] }
      }
      return { files: [target === 'archive.json' ? target : 'archive.db'], owners: [] }
    }

    return {
      async run(key) {
        const draw = drawOf(key)
        const target = draw.one(TARGETS)
        const { files, owners } = pick(draw, target)
        const [first = '', second] = files
        const harmed = damage(draw, work, first, second, target === 'index' ? pages : null)
        const unchanged = files.every(
          (path) =>
            existsSync(join(work, path)) && readFileSync(join(work, path)).equals(readFileSync(join(source, path)))
        )
        const label = `${target} ${harmed.kind}`
        let archive: OpenedArchive | null = null
        try {
          const tried = await openIt(work).catch((error: unknown) => error)
          if (tried instanceof OperationError) {
            must(tried.code === 'archive-damaged', `${label}: refused as ${tried.code}`)
            return { refused: 1 }
          }
          if (tried instanceof Error) throw tried
          archive = tried as OpenedArchive
          const { findings } = await verifyNow(archive, 'full')
          const found = archive.notices.length > 0 || findings.some((one) => one.code !== 'orphan-file')
          const changed = answers(archive) !== before
          if (changed) must(found, `${label}: an answer changed and nothing was found`)
          if (unchanged) return { 'no byte changed': 1 }
          if (target === 'ledger') must(found, `${label}: a changed ledger was not noticed`)
          if (target === 'original') {
            for (const owner of harmed.both ? owners : owners.slice(0, 1)) {
              const named = findings.find((one) => one.documentId === owner && /^file-/.test(one.code))
              must(named !== undefined, `${label}: the document was not named`)
            }
          }
          if (target === 'archive.json') must(archive.mode === 'ready', `${label}: opened ${archive.mode}`)
          if ((target === 'database' || target === 'index') && found && archive.mode === 'ready') {
            await rebuild(archive, quietJob())
            same(answers(archive), before, `${label}: rebuilt, and not equal`)
            const again = (await verifyNow(archive, 'full')).findings
            must(again.length === 0, `${label}: rebuilt, and verify still finds ${JSON.stringify(again[0])}`)
          }
          return { 'answer changed': changed ? 1 : 0, found: found ? 1 : 0, [`in ${target}`]: 1 }
        } finally {
          await archive?.close()
          reset(files.filter((path) => path.startsWith('originals') || path.startsWith('texts')))
        }
      },
      verdict: (counts) => ((counts['answer changed'] ?? 0) > 0 ? null : 'no damage ever changed an answer')
    }
  }
}

function damage(
  draw: Draw,
  work: string,
  first: string,
  second: string | undefined,
  pages: readonly number[] | null
): { kind: string; both: boolean } {
  const path = join(work, first)
  const size = statSync(path).size
  const kind = draw.one(['flip', 'flip', 'flip', 'flip', 'cut', 'zero', 'swap', 'delete'] as const)
  // Where there is something: half of the flips go to the pages of one kind, or anywhere in the file.
  const place = pages && pages.length > 0 ? draw.one(pages) * PAGE + draw.below(PAGE) : draw.below(size)
  switch (kind) {
    case 'flip':
      flipBit(path, Math.min(place, size - 1) * 8 + draw.below(8))
      return { kind, both: false }
    case 'cut':
      cut(path, draw.below(size))
      return { kind, both: false }
    case 'zero': {
      chmodSync(path, 0o600)
      const bytes = readFileSync(path)
      const from = Math.floor(place / PAGE) * PAGE
      bytes.fill(0, from, Math.min(bytes.length, from + PAGE))
      writeFileSync(path, bytes)
      return { kind, both: false }
    }
    case 'swap': {
      chmodSync(path, 0o600)
      if (second === undefined) swapPages(draw, path)
      else {
        const other = join(work, second)
        chmodSync(other, 0o600)
        const [a, b] = [readFileSync(path), readFileSync(other)]
        writeFileSync(path, b)
        writeFileSync(other, a)
      }
      return { kind, both: second !== undefined }
    }
    case 'delete':
      rmSync(path)
      return { kind, both: false }
  }
}

function swapPages(draw: Draw, path: string): void {
  const bytes = readFileSync(path)
  const count = Math.max(1, Math.floor(bytes.length / PAGE))
  const [a, b] = [draw.below(count) * PAGE, draw.below(count) * PAGE]
  const kept = Buffer.from(bytes.subarray(a, a + PAGE))
  bytes.copy(bytes, a, b, b + PAGE)
  kept.copy(bytes, b)
  writeFileSync(path, bytes)
}

/** Pages of the search index and of the facts that hold anything, counted from 0. */
function indexPages(archive: OpenedArchive): readonly number[] {
  const sql =
    "SELECT pageno FROM dbstat WHERE payload > 0 AND (name LIKE 'fm%' OR name LIKE 'fb%' OR name IN ('document', 'citation', 'search_text', 'term'))"
  return archive.db
    .prepare<[], number>(sql)
    .pluck()
    .all()
    .map((page) => page - 1)
}

/**
 * All answers, but for how often a term was indexed: it only orders what is proposed while a word is typed, and cannot be
 * told from the ledger (compare-rows.ts).
 */
function answers(archive: OpenedArchive): string {
  try {
    return everything(archive).replaceAll(/("term":"[^"]*"),"df":-?\d+/g, '$1')
  } catch (error) {
    return String(error)
  }
}
