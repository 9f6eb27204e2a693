import { join } from 'node:path'
import { type FileLayer, systemFiles } from '#archive/files/file-layer.ts'
import { storageFailure } from '#archive/files/storage-failure.ts'
import { documentCount } from '#archive/open-database.ts'
import { OperationError } from '#contract/failures.ts'
import { verifyNow } from '#tests/support/alter.ts'
import { copyTree, openIt, removeTree } from '../harness/archive.ts'
import { type DeedName, deedsOf } from '../harness/deeds.ts'
import { hear, oracle } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import { checkBeside, makeTemplate, OPERATIONS, placeAt } from '../harness/place.ts'
import { drawOf } from '../harness/random.ts'
import { noSmallDisk, smallDisk } from '../harness/small-disk.ts'
import type { Suite } from '../harness/suite.ts'

const MARGIN = 16 * 1024 * 1024
/** Works that are refused before the first byte where the disk has no room for them. */
const ASKS_FIRST: ReadonlySet<DeedName> = new Set([
  'paper',
  'correct',
  'withdraw',
  'deliver',
  'backup',
  'restore',
  'export'
])

/**
 * The disk is full before an operation, or fills to the last byte in its midst, at any of its calls or at any moment; then
 * there is room again. Before: refused with its name, nothing changed. In the midst: named, nothing lost, and reading and
 * searching go on all the while.
 */
export const fullDisk: Suite = {
  name: 'full-disk',
  rule: 'R5',
  what: 'tmpfs that fills before and at every step of an operation, then has room again',
  small: 40,
  full: 500,
  cannot: noSmallDisk,
  async open() {
    const template = await makeTemplate()
    const disk = smallDisk(44)
    return {
      async run(key) {
        const draw = drawOf(key)
        const at = copyTree(template.place, join(disk.folder, `case-${key}`))
        const place = placeAt(at, template)
        const operation = draw.one(OPERATIONS)
        const before = draw.chance(0.3)
        const left = before ? draw.below(MARGIN - 4096) : draw.one([0, 0, 4096, 8192, 32_768, 131_072])
        let calls = 0
        const fillAt = before ? 0 : 1 + draw.below(24)
        let filling = true
        const archive = await openIt(place.folder, {
          files: counting(() => filling && ++calls === fillAt && disk.fill(left))
        })
        const lines: string[] = []
        const deeds = deedsOf(archive, { ...place, say: (line) => void lines.push(line), draw, name: '1', tidy: false })
        const head = archive.ledger.head().seq
        const timer = before ? null : setTimeout(() => disk.fill(left), draw.below(40))
        let failure: unknown = null
        try {
          if (before) disk.fill(left)
          await deeds[operation]().catch((error: unknown) => {
            failure = storageFailure(error)
          })
          if (timer) clearTimeout(timer)
          must(documentCount(archive.db) >= 4, 'reading does not go on')
          const found = archive.db.prepare("SELECT count(*) FROM fb WHERE fb MATCH 'huyen'").pluck().get()
          must(Number(found) > 0, 'searching does not go on')
          if (failure !== null) {
            must(failure instanceof OperationError, `the cause has no name: ${String(failure)}`)
            const { code, detail } = failure as OperationError
            must(code === 'disk-full', `a full disk is called ${code} ${JSON.stringify(detail)}`)
          }
          if (before && ASKS_FIRST.has(operation)) {
            must(failure !== null, `${operation} began with ${left} bytes left`)
            same(archive.ledger.head().seq, head, 'something was recorded')
          }
          filling = false
          disk.free()
          const goesOn = await deeds.paper().then(
            () => 'done',
            (error: unknown) => (error instanceof OperationError ? error.code : String(error))
          )
          must(goesOn === 'done' || goesOn === 'archive-read-only', `with room again the archive says ${goesOn}`)
          await archive.close()
          await oracle(place.folder, hear(place.model, lines))
          const again = await openIt(place.folder)
          const { findings } = await verifyNow(again, 'full')
          await again.close()
          same(
            findings.filter((one) => one.code !== 'orphan-file'),
            [],
            'verify'
          )
          await checkBeside(place)
          return {
            'full before': before ? 1 : 0,
            refused: failure === null ? 0 : 1,
            'went on at once': goesOn === 'done' ? 1 : 0
          }
        } finally {
          if (timer) clearTimeout(timer)
          disk.free()
          await archive.close()
          removeTree(at)
        }
      },
      verdict: (counts) => ((counts.refused ?? 0) > 0 ? null : 'the disk was never full'),
      close: () => disk.remove()
    }
  }
}

function counting(call: () => unknown): FileLayer {
  const entries = Object.entries(systemFiles).map(([name, run]) => [
    name,
    (...args: never[]) => {
      call()
      return (run as (...args: never[]) => unknown)(...args)
    }
  ])
  return Object.fromEntries(entries) as FileLayer
}
