import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { differences } from '#archive/care/compare-rows.ts'
import { makeReplica } from '#archive/care/replica.ts'
import { deliveryCareHandlers as care } from '#archive/handlers/delivery-care.ts'
import { directoryCareHandlers as directory } from '#archive/handlers/directory-care.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { OperationError } from '#contract/failures.ts'
import type { BodyId, DeliveryId, DocumentId, StagedId } from '#contract/ids.ts'
import { verifyNow } from '#tests/support/damage.ts'
import { failingFiles, type Trouble } from '#tests/support/failing-files.ts'
import { CLERK, fileForm, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'
import { report } from './case-count.ts'

const TODAY = '2021-08-30'
const PLACES = 40
const CODES: readonly Trouble['code'][] = ['EIO', 'ENOSPC', 'EMFILE']
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

type Ready = Readonly<{ first: DocumentId; second: DocumentId; bodies: readonly BodyId[]; staged: StagedId }>
type Deed = Readonly<{
  name: string
  run(archive: OpenedArchive, ready: Ready): unknown
  /** How much of it there is: none of it, or all. */
  count(archive: OpenedArchive): number
  all: number
}>

const counted = (sql: string) => (archive: OpenedArchive) => Number(archive.db.prepare(sql).pluck().get())

const DEEDS: readonly Deed[] = [
  {
    name: 'sign a sheet: forty sent before, forty sent now',
    run: (archive, { first, second, bodies }) =>
      care['delivery.signSheet'](
        archive,
        {
          on: TODAY,
          basis: null,
          rows: bodies.flatMap((bodyId, index) => [
            { documentId: first, bodyId, deliveryId: idOf(index), channel: 'direct' as const, by: null },
            { documentId: second, bodyId, deliveryId: null, channel: 'direct' as const, by: null }
          ])
        },
        CLERK
      ),
    count: counted('SELECT count(*) FROM delivery WHERE acknowledged_on IS NOT NULL'),
    all: PLACES * 2
  },
  {
    name: 'recall from forty, tell forty',
    run: (archive, { first, second }) =>
      care['delivery.giveNotice'](
        archive,
        { documentId: first, kind: 'recall', byDocumentId: second, on: TODAY, reason: null, recall: true, send: true },
        CLERK
      ),
    count: counted(
      `SELECT (SELECT count(*) FROM delivery WHERE recalled_on IS NOT NULL) + (SELECT count(*) FROM delivery) - ${PLACES}`
    ),
    all: PLACES * 2
  },
  {
    name: 'merge two entries',
    run: (archive, { bodies }) =>
      directory['directory.merge'](archive, { keepId: bodies[0] as BodyId, goneId: bodies[1] as BodyId }, CLERK),
    count: counted('SELECT (SELECT count(*) FROM body_merged)'),
    all: 1
  },
  {
    name: 'attach a scan to forty',
    run: (archive, { bodies, staged }) =>
      care['delivery.attachProof'](
        archive,
        { staged, deliveryIds: bodies.map((_, index) => idOf(index)), note: null },
        CLERK
      ),
    count: counted('SELECT (SELECT count(*) FROM delivery_proof_of)'),
    all: PLACES
  }
]

function idOf(index: number): DeliveryId {
  return `v_sent${String(index).padStart(4, '0')}` as DeliveryId
}

/**
 * The n-th call to the disk fails while deliveries are recorded: after the next opening all of it is there or none, the
 * database is what the ledger says, and every scan the ledger names is among the originals.
 */
describe('recording deliveries while the disk fails', () => {
  for (const deed of DEEDS) {
    test(deed.name, { timeout: 120_000 }, async () => {
      let cases = 0
      let whole = 0
      for (const code of CODES) {
        for (let at = 1; ; at++) {
          const files = failingFiles({ at, code, lasting: 'once' })
          const temp = await tempArchive({
            deps: { files, log: () => {}, now: () => new Date(`${TODAY}T03:00:00Z`) }
          })
          const ready = await prepare(temp.archive)
          files.arm()
          const failure = await attempt(() => deed.run(temp.archive, ready))
          const made = files.calls.length
          const again = await temp.reopen({ files: failingFiles({ at: 0, code, lasting: 'once' }) })
          const where = `${code} at call ${at}`
          expect([0, deed.all], where).toContain(deed.count(again))
          if (failure === null) expect(deed.count(again), where).toBe(deed.all)
          else expect(failure, where).toBeInstanceOf(OperationError)
          if (deed.count(again) > 0) whole++
          const facts = await makeReplica(again.ledger, { to: again.ledger.head().seq, texts: null })
          expect([...differences(again.db, facts.db)], where).toEqual([])
          facts.close()
          const { findings } = await verifyNow(again, 'full')
          expect(
            findings.filter((one) => one.code !== 'orphan-file'),
            where
          ).toEqual([])
          await again.close()
          cases++
          if (failure === null && made < at) break
        }
      }
      report(`n-th call fails, ${deed.name}`, cases, { 'all of it there': whole })
      expect(cases).toBeGreaterThan(CODES.length)
    })
  }
})

async function attempt(work: () => unknown): Promise<unknown> {
  try {
    await work()
    return null
  } catch (error) {
    return error
  }
}

async function prepare(archive: OpenedArchive): Promise<Ready> {
  const bodies = Array.from({ length: PLACES }, (_, index) => `b_place${String(index).padStart(4, '0')}` as BodyId)
  archive.commit(
    bodies.map((id, index) => ({
      kind: 'body-saved',
      data: {
        body: {
          id,
          name: `Nơi nhận ${index}`,
          shortName: null,
          kind: 'organisation',
          level: null,
          code: null,
          parentId: null,
          aliases: [],
          validFrom: null,
          validTo: null,
          successorId: null,
          channel: 'direct',
          note: null
        },
        before: null
      }
    })),
    CLERK
  )
  const first = (await fileForm(archive, { number: '1', symbol: 'CV/HU', issuedOn: '2021-08-01' })) as DocumentId
  const second = (await fileForm(archive, { number: '2', symbol: 'CV/HU', issuedOn: '2021-08-02' })) as DocumentId
  const deliveries = bodies.map((bodyId, index) => ({
    deliveryId: idOf(index),
    bodyId,
    channel: 'direct' as const,
    copies: 1
  }))
  archive.commit([{ kind: 'deliveries-sent', data: { documentId: first, sentOn: '2021-08-01', deliveries } }], CLERK)
  const path = join(tempFolder(), 'in')
  writeFileSync(path, PNG)
  const staged = archive.newId('s') as StagedId
  await stageFile(archive.folder, staged, 'ky-nhan.png', path)
  return { first, second, bodies, staged }
}
