import { removeTree } from '../harness/archive.ts'
import type { DeedName } from '../harness/deeds.ts'
import { failingCalls, noFailingCalls } from '../harness/failing-calls.ts'
import { oracle } from '../harness/model.ts'
import { must } from '../harness/must.ts'
import { checkBeside, makeTemplate, OPERATIONS, placeAt } from '../harness/place.ts'
import { stepImages } from '../harness/step-images.ts'
import type { Suite } from '../harness/suite.ts'

/** Of the images of an operation each case looks at every so-manyth. */
const PARTS = 8

/**
 * A death before every single call that changes the disk, in every whole operation: the place is copied as it is at each of
 * them. What was acknowledged before is there, and nothing is half done.
 */
export const steps: Suite = {
  name: 'steps',
  rule: 'R1',
  what: 'death before every single call of every whole operation',
  small: 11,
  full: 'all',
  failingCalls: true,
  cannot: noFailingCalls,
  async open() {
    const calls = failingCalls()
    const template = await makeTemplate()
    return {
      keys: OPERATIONS.flatMap((operation) => Array.from({ length: PARTS }, (_, part) => `${operation}/${part}`)),
      async run(key) {
        const [operation = '', part = ''] = key.split('/')
        const { folder, images } = await stepImages(calls, template, operation as DeedName)
        let cases = 0
        let mended = 0
        try {
          must(images.length > 1, `${operation} changed nothing`)
          for (const [index, image] of images.entries()) {
            if (index % PARTS !== Number(part)) continue
            const place = placeAt(image, template)
            try {
              if ((await oracle(place.folder, place.model)).mended) mended++
              await checkBeside(place)
            } catch (error) {
              throw new Error(`before call ${index} of ${images.length}`, { cause: error })
            }
            cases++
          }
        } finally {
          removeTree(folder)
        }
        return { cases, mended, [operation]: cases }
      }
    }
  }
}
