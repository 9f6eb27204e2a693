import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import type { NewEvent } from '#archive/ledger/events.ts'
import { undo } from '#archive/ledger/undo.ts'
import { documentForm } from '#archive/store/documents.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { BodyId } from '#contract/ids.ts'
import type { Body } from '#contract/operations/distribution.ts'
import type { HandlingResult } from '#contract/operations/handling.ts'
import { plainAssignment } from '#contract/plain-assignment.ts'
import { everything } from '#tests/support/damage.ts'
import { CLERK, fileForm, tempArchive } from '#tests/support/temp-archive.ts'

const BODY: Body = {
  id: 'b_romen' as BodyId,
  name: 'Đảng ủy xã Rô Men',
  shortName: null,
  kind: 'organisation',
  level: 'XA',
  code: null,
  parentId: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'network',
  note: null
}

const RESULT: HandlingResult = {
  on: '2021-08-13',
  by: null,
  replyId: null,
  replyText: '1-CV/HU',
  note: null,
  covers: []
}

function make(archive: OpenedArchive, event: NewEvent): number {
  return archive.commit([event], CLERK)[0]?.seq ?? 0
}

/** All but the mark and the counters of how often something was touched, which only ever go forward. */
function facts(archive: OpenedArchive): string {
  const [rows = ''] = everything(archive).split('\nterm\n')
  return rows
    .split('\n')
    .filter((line) => !/"key":"(?:ledger_|directory_seq)/.test(line))
    .map((line) => line.replace(/"revision":\d+/, ''))
    .join('\n')
}

describe('undo', () => {
  test('each kind of fact is taken back by its inverse', async () => {
    const { archive } = await tempArchive()
    const id = await fileForm(archive, { number: '1', symbol: 'CV/HU', note: 'cũ' })
    make(archive, { kind: 'body-saved', data: { body: BODY, before: null } })
    const before = documentForm(archive.db, id)
    if (!before) throw new Error('no form')
    const bodyIds = [BODY.id]
    const events: readonly NewEvent[] = [
      {
        kind: 'document-corrected',
        data: { documentId: id, before, after: { ...before, subject: 'khác' }, reason: 'r' }
      },
      { kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } },
      { kind: 'body-saved', data: { body: { ...BODY, name: 'Đảng ủy xã Rô Men mới' }, before: BODY } },
      { kind: 'body-saved', data: { body: { ...BODY, id: 'b_other' as BodyId }, before: null } },
      { kind: 'recipient-assigned', data: { documentId: id, name: 'Rô Men', bodyIds, groupId: null } },
      { kind: 'recipient-dismissed', data: { documentId: id, bodyId: BODY.id, reason: 'r' } },
      {
        kind: 'handling-assigned',
        data: { documentId: id, handlingId: 'h_one', assignment: plainAssignment('2021-08-12'), before: null }
      },
      { kind: 'handling-reported', data: { documentId: id, reportId: 'r_one', on: '2021-08-12', by: null, text: 't' } },
      { kind: 'handling-done', data: { documentId: id, result: RESULT, before: null } },
      { kind: 'deadline-dismissed', data: { documentId: id, key: 'k', quote: 'q' } },
      { kind: 'directive-excused', data: { documentId: id, reason: 'r', before: null } }
    ]
    for (const event of events) {
      const then = facts(archive)
      const seq = make(archive, event)
      expect(facts(archive), event.kind).not.toBe(then)
      undo(archive, seq, CLERK)
      expect(facts(archive), event.kind).toBe(then)
    }
  })

  test('what came later on the same thing stands in the way; what came on another does not', async () => {
    const { archive } = await tempArchive()
    const one = await fileForm(archive, { number: '1' })
    const filed = archive.ledger.head().seq
    await fileForm(archive, { number: '2' })
    const withdrawn = make(archive, { kind: 'document-withdrawn', data: { documentId: one, reason: 'r' } })
    expect(() => undo(archive, filed, CLERK)).toThrow('conflict')
    undo(archive, withdrawn, CLERK)
    expect(() => undo(archive, withdrawn, CLERK)).toThrow('conflict')
  })

  test('a filing with a delivery on it is not undone by one key', async () => {
    const { archive } = await tempArchive()
    const id = await fileForm(archive, { number: '1' })
    const filed = archive.ledger.head().seq
    const deliveries = [{ deliveryId: 'v_0001', bodyId: BODY.id, channel: 'direct', copies: 1 }]
    make(archive, { kind: 'deliveries-sent', data: { documentId: id, sentOn: '2026-11-24', deliveries } })
    expect(() => undo(archive, filed, CLERK)).toThrow('conflict')
  })

  test('the first line of the ledger has no inverse, and a line that is not there is not found', async () => {
    const { archive } = await tempArchive()
    expect(() => undo(archive, 1, CLERK)).toThrow('conflict')
    expect(() => undo(archive, 99, CLERK)).toThrow('not-found')
  })

  test('a commit says what changed', async () => {
    const temp = await tempArchive()
    await fileForm(temp.archive, { number: '1' })
    const changed = temp.events.filter(
      (event): event is Extract<EngineEvent, { type: 'changed' }> => event.type === 'changed'
    )
    expect(changed.map((event) => event.what)).toContain('documents')
  })
})
