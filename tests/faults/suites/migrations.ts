import { appendFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readArchiveFile, writeArchiveFile } from '#archive/archive-file.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { writeLine } from '#archive/ledger/ledger-line.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { APPLICATION_ID } from '#archive/store/db/migrate.ts'
import { MIGRATIONS } from '#archive/store/db/migrations/migrations.ts'
import { OperationError } from '#contract/failures.ts'
import { everything } from '#tests/support/alter.ts'
import { storedLines, unlocked } from '#tests/support/encrypted.ts'
import { copyTree, newFolder, openIt, removeTree } from '../harness/archive.ts'
import { failingCalls, noFailingCalls } from '../harness/failing-calls.ts'
import { oracle } from '../harness/model.ts'
import { must, same } from '../harness/must.ts'
import { makeTemplate, placeAt, placeOf, removePlace } from '../harness/place.ts'
import type { Suite } from '../harness/suite.ts'
import { treeHash } from '../harness/tree-hash.ts'
import { onDatabase, sha } from '../zoo/keeper.ts'

/** Of the images of an opening each case looks at every so-manyth. */
const PARTS = 6
const NEWER = ['newer schema', 'newer layout', 'newer event'] as const

/**
 * An archive whose database has the schema of any earlier step is opened, and the program dies before every single call of
 * the migration and the replay that follows; the next opening has all of it. A program older than the archive refuses it and
 * changes nothing.
 */
export const migrations: Suite = {
  name: 'migrations',
  rule: 'R15',
  what: 'death before every call of a migration from each schema; an older program refuses a newer archive',
  small: 6,
  full: 'all',
  failingCalls: true,
  cannot: noFailingCalls,
  async open() {
    const calls = failingCalls()
    const template = await makeTemplate()
    const whole = await openIt(join(template.place, 'archive'))
    const before = everything(whole)
    await whole.close()
    const steps = MIGRATIONS.flatMap((one) => Array.from({ length: PARTS }, (_, part) => `${one.number}/${part}`))

    async function refuses(what: string): Promise<void> {
      const place = placeOf(template, 'newer')
      try {
        if (what === 'newer schema') {
          await onDatabase(place.folder, (db) => db.pragma('user_version = 99999'))
        } else if (what === 'newer layout') {
          writeArchiveFile(systemFiles, place.folder, { ...readArchiveFile(place.folder).file, format: 1000 })
        } else {
          const last = readdirSync(join(place.folder, 'ledger')).sort().at(-1) ?? ''
          const line = await newerLine(place.folder)
          const bytes = await unlocked(place.folder, () => storedLines(place.folder, [line]))
          appendFileSync(join(place.folder, 'ledger', last), bytes)
        }
        const held = (path: string): boolean => /^(?:lock|archive\.db-)/.test(path)
        const bytes = treeHash(place.folder, held)
        const said = await openIt(place.folder).catch((error: unknown) => error)
        must(said instanceof OperationError && said.code === 'archive-newer', `an older program says ${String(said)}`)
        same(treeHash(place.folder, held), bytes, 'an older program changed a newer archive')
      } finally {
        removePlace(place)
      }
    }

    return {
      keys: [...NEWER, ...steps],
      async run(key) {
        if (NEWER.some((one) => one === key)) {
          await refuses(key)
          return { refused: 1 }
        }
        const [number = '0', part = '0'] = key.split('/')
        const place = placeOf(template, 'migrate')
        rmSync(join(place.folder, 'archive.db'))
        await unlocked(place.folder, () => databaseOf(join(place.folder, 'archive.db'), Number(number)))
        const images = newFolder('images-')
        mkdirSync(join(images, 'at'))
        calls.images(place.place, join(images, 'at'))
        const opened = await openIt(place.folder).finally(() => calls.stop())
        try {
          same(everything(opened), before, `from schema ${number}`)
        } finally {
          await opened.close()
        }
        let cases = 0
        try {
          for (const [index, name] of readdirSync(join(images, 'at')).sort().entries()) {
            if (index % PARTS !== Number(part)) continue
            const at = copyTree(join(images, 'at', name), join(newFolder('died-'), 'place'))
            const left = placeAt(at, template)
            await oracle(left.folder, left.model)
            removeTree(dirname(at))
            cases++
          }
        } finally {
          removeTree(images)
          removePlace(place)
        }
        return { cases, deaths: cases }
      }
    }
  }
}

/** An empty database as a program of that schema made it. */
function databaseOf(path: string, schema: number): void {
  const db = openDatabase(path)
  for (const step of MIGRATIONS) if (step.number <= schema) db.transaction(() => step.up(db))()
  db.pragma(`user_version = ${schema}`)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('journal_mode = DELETE')
  db.close()
}

/** A whole line of a program to come, in its place in the chain. */
async function newerLine(folder: string): Promise<string> {
  const archive = await openIt(folder)
  const { seq, hash } = archive.ledger.head()
  await archive.close()
  const stamp = { seq: seq + 1, at: '2026-11-25T00:00:00.000Z', actor: 'x', more: 0, prev: hash }
  const { line } = writeLine({ kind: 'directive-required', data: { documentId: 'd_x' } } as never, stamp)
  const body = `${line.replace('"v":1,', '"v":99,').replace(/,"hash":"[0-9a-f]{64}"\}$/, '')}}`
  return `${body.slice(0, -1)},"hash":"${sha(Buffer.from(body))}"}`
}
