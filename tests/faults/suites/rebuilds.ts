import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { everything, verifyNow } from '#tests/support/alter.ts'
import { makeArchive, newFolder, openIt, removeTree } from '../harness/archive.ts'
import { type DeedName, deedsOf } from '../harness/deeds.ts'
import { hear, holds, newModel } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import { drawOf } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const DEEDS: readonly DeedName[] = ['import', 'import', 'paper', 'correct', 'withdraw', 'again', 'deliver', 'reindex']
const PAPERS = Number(process.env.VAN_KHO_REBUILD_PAPERS ?? 60)

/**
 * The database is gone, or the texts as well: all of it is made again from ledger and originals, every row of every table
 * and every document of the model equal. VAN_KHO_REBUILD_PAPERS for larger archives.
 */
export const rebuilds: Suite = {
  name: 'rebuilds',
  rule: 'R10',
  what: `database and index deleted, archives of about ${PAPERS} papers`,
  small: 4,
  full: 40,
  open: async () => ({
    async run(key) {
      const draw = drawOf(key)
      const folder = join(newFolder(), 'archive')
      const archive = await makeArchive(folder, { segmentBytes: draw.one([4000, 4_000_000]) })
      const lines: string[] = []
      const deeds = deedsOf(archive, {
        beside: newFolder(),
        say: (line) => void lines.push(line),
        draw,
        name: '1',
        tidy: true
      })
      const count = archive.db.prepare<[], number>('SELECT count(*) FROM document').pluck()
      while ((count.get() ?? 0) < PAPERS) await deeds[draw.one(DEEDS)]()
      const before = answers(archive)
      await archive.close()
      rmSync(join(folder, 'archive.db'))
      const texts = draw.chance(0.5)
      if (texts) rmSync(join(folder, 'texts'), { recursive: true })
      const again = await openIt(folder)
      try {
        same(
          again.notices.map((one) => one.detail.why),
          ['database-missing'],
          'what was said'
        )
        same(answers(again), before, 'made again, and not equal')
        await holds(again, hear(newModel(), lines))
        same((await verifyNow(again, 'full')).findings, [], 'verify')
        const papers = Number(again.db.prepare('SELECT count(*) FROM document').pluck().get())
        must(papers >= PAPERS, 'papers are gone')
        return { papers, 'texts read again too': texts ? 1 : 0 }
      } finally {
        await again.close()
        removeTree(dirname(folder))
      }
    }
  })
}

/** How often a term was indexed is no fact: a document indexed anew is counted again (compare-rows.ts). */
function answers(archive: OpenedArchive): string {
  return everything(archive).replaceAll(/("term":"[^"]*"),"df":\d+/g, '$1')
}
