import { describe, expect, test } from 'vitest'
import type { NewEvent } from '#archive/ledger/events.ts'
import { inverseOf } from '#archive/ledger/inverse.ts'
import { standsInTheWay } from '#archive/ledger/touches.ts'
import { reconcile } from '#archive/store/reconciliation.ts'
import type { Body } from '#contract/operations/distribution.ts'
import { seeded } from '#tests/faults/case-count.ts'
import { dump, type MemoryArchive, memoryArchive, replayed } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

const TODAY = '2026-01-15'
const BODIES = ['b_alpha', 'b_bravo', 'b_carol', 'b_delta'] as const
const PAPERS = ['d_one1', 'd_two2'] as const
const MARKS = ['acknowledged', 'received', 'returned', 'recalled', 'cancelled'] as const
const SEEDS = 60
const STEPS = 40

/** What a clerk keeps in mind of one sending. */
type Sending = {
  id: string
  paper: string
  body: string
  copies: number
  marks: Partial<Record<(typeof MARKS)[number], string>>
}
/** The log as a plain list, and for each step the list before it, so that it can be taken back. */
type Model = { sendings: Sending[]; merged: Map<string, string> }

function body(id: string): Body {
  return {
    id: id as Body['id'],
    name: `Cơ quan ${id}`,
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
  }
}

function begin(): MemoryArchive {
  const archive = memoryArchive(OFFICE)
  for (const id of BODIES) archive.record({ kind: 'body-saved', data: { body: body(id), before: null } })
  for (const id of PAPERS) archive.file(id, { number: id.slice(2), symbol: 'CV/HU', issuedOn: '2026-01-01' })
  return archive
}

/** As the state of a delivery is defined: sent back, called back, signed, received, else sent. */
function stateOf({ marks }: Sending): string {
  return marks.returned
    ? 'returned'
    : marks.recalled
      ? 'recalled'
      : marks.acknowledged
        ? 'acknowledged'
        : marks.received
          ? 'received'
          : 'sent'
}

function told(archive: MemoryArchive): unknown {
  return PAPERS.map((paper) =>
    reconcile(archive.db, paper, TODAY)
      .rows.filter((row) => row.delivery !== null)
      .map((row) => [row.bodyId, row.delivery?.id, row.delivery?.copies, row.state])
      .sort()
  )
}

/** The last sending to each body that was not entered by mistake. */
function expected(model: Model): unknown {
  return PAPERS.map((paper) => {
    const last = new Map(
      model.sendings.filter((one) => one.paper === paper && !one.marks.cancelled).map((one) => [one.body, one])
    )
    return [...last.values()].map((one) => [one.body, one.id, one.copies, stateOf(one)]).sort()
  })
}

describe('deliveries against a plain list', () => {
  test(`${SEEDS} lives of ${STEPS} steps: sent, marked, signed by the sheet, recalled, merged, taken back`, () => {
    let undone = 0
    let refused = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seeded(seed)
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
      const archive = begin()
      const first = archive.events.length
      let model: Model = { sendings: [], merged: new Map() }
      const history = new Map<number, Model>()
      let next = 0
      const here = () => BODIES.filter((id) => !model.merged.has(id))
      const make = (paper: string, on: string) => ({
        deliveryId: `v_${seed}x${String(++next).padStart(4, '0')}`,
        bodyId: on,
        channel: 'direct',
        copies: 1 + Math.floor(random() * 3),
        paper
      })
      const put = (made: ReturnType<typeof make>, marks: Sending['marks'] = {}) =>
        model.sendings.push({ id: made.deliveryId, paper: made.paper, body: made.bodyId, copies: made.copies, marks })
      const bare = ({ deliveryId, bodyId, channel, copies }: ReturnType<typeof make>) => ({
        deliveryId,
        bodyId,
        channel,
        copies
      })
      for (let step = 0; step < STEPS; step++) {
        const before = structuredClone(model)
        const record = (event: NewEvent) => history.set(archive.record(event).seq, before)
        const what = random()
        const open = model.sendings.filter((one) => !one.marks.cancelled)
        if (what < 0.3 || open.length === 0) {
          const paper = pick(PAPERS)
          const made = [...new Set([pick(here()), pick(here())])].map((id) => make(paper, id))
          record({ kind: 'deliveries-sent', data: { documentId: paper, sentOn: TODAY, deliveries: made.map(bare) } })
          for (const one of made) put(one)
        } else if (what < 0.55) {
          const mark = pick(MARKS)
          const some = open.filter((one) => random() < 0.4 && !one.marks[mark])
          if (some.length === 0) continue
          const facts = { on: TODAY, by: null, basis: null, note: null }
          record({ kind: 'deliveries-marked', data: { deliveryIds: some.map((one) => one.id), what: mark, ...facts } })
          for (const one of some) one.marks[mark] = TODAY
        } else if (what < 0.7) {
          const signing = open.filter((one) => random() < 0.4 && !one.marks.acknowledged)
          const fresh = [make(pick(PAPERS), pick(here()))]
          record({
            kind: 'sheet-signed',
            data: {
              on: TODAY,
              basis: null,
              signed: signing.map((one) => ({ deliveryId: one.id, by: null })),
              sent: fresh.map((one) => ({ ...bare(one), documentId: one.paper, by: null }))
            }
          })
          for (const one of signing) one.marks.acknowledged = TODAY
          for (const one of fresh) put(one, { acknowledged: TODAY })
        } else if (what < 0.8) {
          const paper = pick(PAPERS)
          const out = open.filter((one) => one.paper === paper && !one.marks.recalled && !one.marks.returned)
          const other = PAPERS.find((one) => one !== paper) ?? paper
          const fresh = [...new Set(out.map((one) => one.body))].map((id) => make(other, id))
          record({
            kind: 'notice-given',
            data: {
              documentId: paper,
              noticeId: `y_${seed}x${step}`,
              kind: 'recall',
              byDocumentId: other,
              on: TODAY,
              reason: null,
              recalled: out.map((one) => one.id),
              sent: fresh.map(bare)
            }
          })
          for (const one of out) one.marks.recalled = TODAY
          for (const one of fresh) put(one)
        } else if (what < 0.86 && here().length > 2) {
          const [keep, gone] = here() as [string, string]
          const moved = model.sendings.filter((one) => one.body === gone)
          record({
            kind: 'bodies-merged',
            data: {
              gone: body(gone),
              kept: body(keep),
              keptBefore: body(keep),
              deliveries: moved.map((one) => one.id),
              groups: [],
              others: [],
              assignments: [],
              dismissals: []
            }
          })
          for (const one of moved) one.body = keep
          model.merged.set(gone, keep)
        } else {
          // Ctrl+Z: the last step that nothing later stands on, as `ledger/undo.ts` decides it.
          const event = archive.events.at(-1)
          if (!event || event.seq <= first || !history.has(event.seq)) continue
          const inverse = inverseOf(event, { before: () => [], today: TODAY })
          if (!inverse || archive.events.some((later) => later.seq > event.seq && standsInTheWay(later, event))) {
            refused++
            continue
          }
          const back = history.get(event.seq)
          archive.record(inverse)
          if (back) model = back
          undone++
        }
        expect(told(archive), `seed ${seed}, step ${step}`).toEqual(expected(model))
      }
      expect(dump(replayed(archive)), `seed ${seed}, rebuilt`).toEqual(dump(archive.db))
    }
    expect(undone).toBeGreaterThan(SEEDS)
    expect(refused).toBeLessThan(undone)
  })
})
