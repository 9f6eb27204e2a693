import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Outcome } from '#contract/failures.ts'
import type { OutputOf } from '#contract/operations.ts'
import { letter, NEXT, numberClock as now } from '#tests/support/numbering.ts'
import { type ServedApp, servedApp } from '#tests/support/served-app.ts'

const EACH = 200
const AT_ONCE = 8
let app: ServedApp
const screens = mkdtempSync(join(tmpdir(), 'vankho-no-screens-'))

beforeAll(async () => {
  app = await servedApp({ archive: 'empty', screens, thread: true, now })
})
afterAll(async () => {
  await app.close()
  rmSync(screens, { recursive: true, force: true })
})

async function file(form: object): Promise<OutputOf<'document.file'>['document']> {
  const answer = await fetch(`${app.origin}/api/call/document.file`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-vankho-token': app.token },
    body: JSON.stringify({ form, files: [], numbering: NEXT })
  })
  const outcome = (await answer.json()) as Outcome<OutputOf<'document.file'>>
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  return outcome.value.document
}

/** One window that files without waiting for the answer before. */
async function window_(form: object): Promise<readonly OutputOf<'document.file'>['document'][]> {
  const given: OutputOf<'document.file'>['document'][] = []
  const work = Array.from({ length: AT_ONCE }, async () => {
    for (let n = 0; n < EACH / AT_ONCE; n++) given.push(await file(form))
  })
  await Promise.all(work)
  return given
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

test('two windows that file 200 letters each at once get 1 to 400, none twice, none left out', {
  timeout: 240_000
}, async () => {
  const given = (await Promise.all([window_(letter()), window_(letter())])).flat()
  const numbers = given.map((document) => Number.parseInt(document.reference ?? '', 10)).sort((a, b) => a - b)
  expect(numbers).toEqual(upTo(2 * EACH))
  const { books } = await app.call('book.list', { direction: 'outgoing' })
  expect(books).toMatchObject([{ next: 401, counts: { first: 1, last: 400, documents: 400, missing: 0 } }])
})
