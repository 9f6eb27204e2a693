import { join } from 'node:path'
import { storageFailure } from '#archive/files/storage-failure.ts'
import { OperationError } from '#contract/failures.ts'
import { copyTree, newFolder, openIt, removeTree } from '../harness/archive.ts'
import type { DeedName } from '../harness/deeds.ts'
import { ERRNOS, failingCalls, noFailingCalls } from '../harness/failing-calls.ts'
import { oracle } from '../harness/model.ts'
import { must } from '../harness/must.ts'
import { makeTemplate, placeAt } from '../harness/place.ts'
import { drawOf } from '../harness/random.ts'
import { stepImages } from '../harness/step-images.ts'
import type { Suite } from '../harness/suite.ts'

const DIED_IN: readonly DeedName[] = ['import', 'correct', 'deliver', 'rebuild', 'reindex']
const NAMED = new Set(['io-error', 'disk-full', 'archive-read-only', 'archive-damaged', 'archive-locked'])

/**
 * Two faults, one after the other: the program died in the midst of an operation, and the opening that mends it meets a
 * disk that fails as well, once or from then on, up to three openings in a row. The last opening, on a disk that is well
 * again, finds everything.
 */
export const compound: Suite = {
  name: 'compound',
  rule: 'R4',
  what: 'a failing call during the opening that follows a death',
  small: 50,
  full: 1000,
  failingCalls: true,
  cannot: noFailingCalls,
  async open() {
    const calls = failingCalls()
    const template = await makeTemplate()
    const left: string[] = []
    const toMend: string[] = []
    for (const operation of DIED_IN) {
      const { images } = await stepImages(calls, template, operation)
      for (const image of images) {
        left.push(image)
        const copy = copyTree(image, join(newFolder('look-'), 'place'))
        const archive = await openIt(join(copy, 'archive'))
        if (archive.notices.length > 0) toMend.push(image)
        await archive.close()
        removeTree(join(copy, '..'))
      }
    }
    must(toMend.length > 0, 'no death left anything to mend')
    return {
      async run(key) {
        const draw = drawOf(key)
        const copy = copyTree(draw.one(draw.chance(0.7) ? toMend : left), join(newFolder('compound-'), 'place'))
        const place = placeAt(copy, template)
        let failed = 0
        let opened = 0
        try {
          const openings = 1 + draw.below(3)
          for (let opening = 0; opening < openings; opening++) {
            const fault = {
              at: 1 + draw.below(draw.chance(0.5) ? 25 : 90),
              error: draw.one(ERRNOS),
              always: draw.chance(0.5)
            }
            calls.fail([place.folder], fault)
            const tried = await openIt(place.folder).catch((error: unknown) => storageFailure(error))
            if (tried instanceof Error) {
              must(tried instanceof OperationError, `no name: ${String(tried)} (${JSON.stringify(fault)})`)
              const { code } = tried as OperationError
              must(NAMED.has(code), `called ${code} (${JSON.stringify(fault)})`)
              failed++
            } else {
              await (tried as Awaited<ReturnType<typeof openIt>>).close()
              opened++
            }
            calls.stop()
          }
          await oracle(place.folder, place.model)
          return { 'openings that failed': failed, 'openings that came through': opened }
        } finally {
          calls.stop()
          removeTree(join(copy, '..'))
        }
      },
      verdict: (counts) => ((counts['openings that failed'] ?? 0) > 0 ? null : 'no opening ever failed')
    }
  }
}
