import { copyFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeArchive, newFolder, removeTree } from '../harness/archive.ts'
import type { DeedName } from '../harness/deeds.ts'
import { startWorker } from '../harness/frozen.ts'
import { hear, newModel, oracle } from '../harness/model.ts'
import { must } from '../harness/must.ts'
import { fillArchive } from '../harness/paper.ts'
import { drawOf } from '../harness/random.ts'
import { mountDisk, newDisk, noRawDisk } from '../harness/raw-disk.ts'
import type { Counts, Suite } from '../harness/suite.ts'

const CUTS = 5
const DEEDS: readonly (readonly DeedName[])[] = [
  ['import'],
  ['import', 'paper', 'correct', 'withdraw', 'again', 'deliver'],
  ['import', 'rebuild'],
  ['paper', 'deliver', 'reindex'],
  ['import', 'backup']
]

/**
 * The power goes while papers are filed: the process is frozen, the raw image below its file system is copied with all the
 * system had not written yet missing, the copy is mounted and the archive opened. Nothing acknowledged may be gone.
 *
 * Two controls, without which this would prove nothing. With the database's writes left to the system (NORMAL) rows are lost
 * from the database, and only the ledger brings them back; without the ledger's own fsync as well, the oracle must fail.
 */
export const powerCuts: Suite = {
  name: 'power-cuts',
  rule: 'R2',
  what: 'power cut: raw image of a loop-mounted ext4 copied, mounted, opened',
  small: 25,
  full: 1000,
  cannot: noRawDisk,
  async open(seed) {
    const base = newDisk()
    const disk = mountDisk(base)
    const made = await makeArchive(join(disk.folder, 'archive'))
    await fillArchive(made, 2)
    await made.close()
    await disk.remove()
    const normal = await cuts(base, `${seed}.normal`, 'normal', 4)
    const careless = await cuts(base, `${seed}.none`, 'none', 4)
    let told = false
    return {
      async run(key) {
        const found = await cuts(base, key, 'full', CUTS)
        if (found.failure !== null) throw new Error(found.failure)
        const once: Counts = told
          ? {}
          : {
              'NORMAL control, cuts that lost rows': normal.mended,
              'no-fsync control, cuts that lost papers': careless.lost
            }
        told = true
        return { ...once, cases: CUTS, acknowledged: found.acknowledged, 'ledger ahead, or a line torn': found.mended }
      },
      verdict() {
        if (normal.mended === 0) return 'the control with NORMAL lost no row: the cut is none'
        if (careless.lost === 0) return 'the control without fsync lost nothing: the cut is none'
        return null
      }
    }
  }
}

type Cuts = { acknowledged: number; mended: number; lost: number; failure: string | null }

async function cuts(base: string, key: string, care: 'full' | 'normal' | 'none', many: number): Promise<Cuts> {
  const draw = drawOf(key)
  const image = join(newFolder('disk-'), 'image')
  copyFileSync(base, image)
  const disk = mountDisk(image)
  const beside = join(disk.folder, 'beside')
  const deeds = care === 'full' ? draw.one(DEEDS) : (['import', 'paper'] as const)
  const worker = startWorker({ folder: join(disk.folder, 'archive'), beside, key, deeds, care })
  const found: Cuts = { acknowledged: 0, mended: 0, lost: 0, failure: null }
  let model = newModel()
  let heard = 0
  try {
    await worker.ready()
    for (let cut = 0; cut < many; cut++) {
      await wait(care === 'full' ? draw.below(120) : 120)
      must(worker.alive(), 'the worker broke down by itself')
      await worker.freeze()
      const copy = join(newFolder('cut-'), 'image')
      await disk.copy(copy)
      const lines = worker.said()
      worker.thaw()
      model = hear(model, lines.slice(heard))
      heard = lines.length
      const after = mountDisk(copy)
      try {
        if ((await oracle(join(after.folder, 'archive'), model)).mended) found.mended++
      } catch (error) {
        found.lost++
        found.failure ??= `cut ${cut}: ${error instanceof Error ? error.message : String(error)}`
      } finally {
        await after.remove()
        removeTree(dirname(copy))
      }
    }
    found.acknowledged = model.acknowledged
    return found
  } finally {
    await worker.kill()
    await disk.remove()
    removeTree(dirname(image))
  }
}
