import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isBackup } from '#archive/care/backup-manifest.ts'
import { quietJob } from '#tests/support/alter.ts'
import { restoreHere } from '#tests/support/encrypted.ts'
import { copyTree, makeArchive, newFolder, openIt, removeTree } from '../harness/archive.ts'
import type { DeedName } from '../harness/deeds.ts'
import { startWorker } from '../harness/frozen.ts'
import { hear, holds, type Model, newModel, oracle } from '../harness/model.ts'
import { must } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import { drawOf, inTurn } from '../harness/random.ts'
import type { Suite } from '../harness/suite.ts'

const IMAGES = 9

/** What is done while the process dies; each name counts its cases. */
const WORK: readonly (readonly [string, readonly DeedName[]])[] = [
  ['bulk import', ['import']],
  ['filing, correcting, withdrawing, delivering', ['import', 'paper', 'correct', 'withdraw', 'again', 'deliver']],
  ['reindexing', ['reindex', 'reindex', 'reindex', 'import']],
  ['backing up', ['backup', 'paper']],
  ['restoring', ['backup', 'restore', 'restore', 'correct']],
  ['rebuilding', ['rebuild', 'paper', 'withdraw', 'again']],
  ['exporting', ['export', 'deliver']],
  ['restoring an export', ['fromExport', 'paper']]
]

/**
 * A working process dies at random moments. Each process is frozen nine times on the way, every thread of it, and what lies
 * on the disk is copied: to the bytes what a death at that moment leaves; then it is killed. The oracle looks at each.
 */
export const kills: Suite = {
  name: 'kills',
  rule: 'R1',
  what: 'death at a random moment of every whole operation (nine of ten as a frozen image)',
  small: 300,
  full: 10_000,
  cannot: () => (existsSync('/proc/self/task') ? null : 'needs /proc'),
  async open() {
    const template = join(newFolder(), 'archive')
    const archive = await makeArchive(template)
    await fillArchive(archive, 2)
    await archive.close()
    return {
      async run(key) {
        const draw = drawOf(key)
        const [what, deeds] = inTurn(WORK, key)
        const place = newFolder('kill-')
        const [folder, beside] = [join(place, 'archive'), join(place, 'beside')]
        copyTree(template, folder)
        const worker = startWorker({ folder, beside, key, deeds })
        let model = newModel()
        let heard = 0
        let mended = 0
        try {
          // One in six is caught while it opens what the one before left.
          if (draw.chance(0.84)) await worker.ready()
          for (let image = 0; image < IMAGES; image++) {
            await wait(draw.chance(0.5) ? draw.below(12) : draw.below(90))
            must(worker.alive(), 'the worker broke down by itself')
            await worker.freeze()
            const copy = newFolder('image-')
            copyTree(place, join(copy, 'place'))
            const lines = worker.said()
            worker.thaw()
            model = hear(model, lines.slice(heard))
            heard = lines.length
            if (await look(join(copy, 'place'), model)) mended++
            removeTree(copy)
          }
          await worker.kill()
          const lines = worker.said()
          model = hear(model, lines.slice(heard))
          if (await look(place, model)) mended++
          return { cases: IMAGES + 1, acknowledged: model.acknowledged, mended, 'really killed': 1, [what]: IMAGES + 1 }
        } finally {
          if (worker.alive()) await worker.kill()
          removeTree(place)
        }
      },
      verdict: (counts) =>
        (counts.acknowledged ?? 0) > (counts['really killed'] ?? 0) &&
        ((counts.mended ?? 0) > 0 || (counts['really killed'] ?? 0) < 100)
          ? null
          : 'nothing was acknowledged, or nothing ever had to be mended'
    }
  }
}

/** The archive, and the newest backup that has its name: whole, or not there. */
async function look(place: string, model: Model): Promise<boolean> {
  const { mended } = await oracle(join(place, 'archive'), model)
  const beside = join(place, 'beside')
  const told = model.backups.filter((one) => one.kind === 'backed-up').at(-1)
  const backups = existsSync(beside)
    ? readdirSync(beside, { recursive: true, withFileTypes: true })
        .filter(
          (entry) => entry.isDirectory() && !entry.name.startsWith('.') && isBackup(join(entry.parentPath, entry.name))
        )
        .map((entry) => join(entry.parentPath, entry.name))
    : []
  if (told)
    must(
      backups.some((one) => one.endsWith(told.folder.slice(-20))),
      'an acknowledged backup is gone'
    )
  const newest = backups.sort().at(-1)
  if (newest !== undefined) {
    const target = join(newFolder('restored-'), 'archive')
    const restored = await openIt(await restoreHere(newest, target, quietJob()))
    try {
      must(restored.mode === 'ready', 'a backup with its name, and it is not whole')
      await holds(restored, newModel())
    } finally {
      await restored.close()
      removeTree(dirname(target))
    }
  }
  return mended
}
