import { describe, expect, test } from 'vitest'
import type { Reconciliation, ReconciliationRow } from '#contract/operations/distribution.ts'
import { countSection, rowKey, sectionOf, shownRows } from '#renderer/features/delivery/reconciliation-rows.ts'

function row(name: string, fields: Partial<ReconciliationRow> = {}): ReconciliationRow {
  return {
    source: 'recipients',
    line: 0,
    lineText: null,
    groupName: null,
    alsoIn: [],
    copies: 1,
    name,
    bodyId: `b_${name}` as ReconciliationRow['bodyId'],
    channel: 'direct',
    delivery: null,
    state: 'not-sent',
    dismissedReason: null,
    ageDays: null,
    ...fields
  }
}

const rows = [
  row('ubnd', { source: 'addressees', state: 'acknowledged' }),
  row('xã a', { source: 'addressees', groupName: 'Các xã', state: 'sent' }),
  row('công an', { state: 'received' }),
  row('xã b', { source: 'addressees', groupName: 'Các xã' }),
  row('phòng giáo dục', { source: 'extra', line: null, state: 'sent' }),
  row('ai đó', { source: 'unknown', bodyId: null, state: 'unknown' })
]
const reconciliation = { rows } as unknown as Reconciliation

describe('rows of a reconciliation on screen', () => {
  test('an unknown name stands first, what the text does not name last, a group together', () => {
    const shown = shownRows(reconciliation, new Set()).map((one) => one.name)
    expect(shown).toEqual(['ai đó', 'ubnd', 'xã a', 'xã b', 'công an', 'phòng giáo dục'])
  })

  test('who was called back and has not sent it back stands alone under that filter', () => {
    const called = { rows: [...rows, row('xã c', { state: 'recalled' }), row('xã d', { state: 'returned' })] }
    const shown = shownRows(called as unknown as Reconciliation, new Set(['recalled'] as const))
    expect(shown.map((one) => one.name)).toEqual(['xã c'])
  })

  test('pressed states are alternatives', () => {
    const shown = shownRows(reconciliation, new Set(['not-sent', 'unacknowledged'] as const)).map((one) => one.name)
    expect(shown).toEqual(['xã a', 'xã b', 'công an', 'phòng giáo dục'])
  })

  test('a section counts who signed, who has not and who got nothing', () => {
    const group = rows.filter((one) => sectionOf(one) === 'Các xã')
    expect(countSection(group)).toEqual({ places: 2, signed: 0, unsigned: 1, unsent: 1 })
  })

  test('the same body named by two lines has two keys', () => {
    expect(rowKey(row('a', { line: 1 }))).not.toBe(rowKey(row('a', { line: 2 })))
  })
})
