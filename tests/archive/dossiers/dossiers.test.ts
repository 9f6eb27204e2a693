import { describe, expect, it } from 'vitest'
import { dossierHandlers } from '#archive/handlers/dossiers.ts'
import { undo as undoEvent } from '#archive/ledger/undo.ts'
import { OperationError } from '#contract/failures.ts'
import type { DocumentId, DossierId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { Dossier } from '#contract/operations/dossiers.ts'
import { CLERK, fileForm, type TempArchive, tempArchive } from '#tests/support/temp-archive.ts'

const RULE = { query: 'mạng xã hội', filters: NO_FILTERS }

function dossier(fields: Partial<Dossier> = {}): Omit<Dossier, 'id'> & { id: null } {
  return {
    code: '01-VP',
    title: 'Quản lý thông tin trên mạng xã hội',
    heading: null,
    years: 5,
    keeper: 'Cil Dim',
    openedOn: '2021-01-01',
    paperLocation: null,
    note: null,
    rule: null,
    ...fields,
    id: null
  }
}

async function desk() {
  const temp = await tempArchive()
  const file = async (number: string, issuedOn: string, subject: string, pageCount: number | null) =>
    (await fileForm(temp.archive, { number, symbol: 'CV/HU', issuedOn, subject, pageCount })) as DocumentId
  const late = await file('221', '2021-08-12', 'Tăng cường quản lý thông tin trên mạng xã hội', 2)
  const early = await file('145', '2021-05-04', 'Chấn chỉnh thông tin trên mạng xã hội', 3)
  const other = await file('9', '2021-02-01', 'Công tác tết', null)
  const { dossier: saved } = await run(temp, 'dossier.save', { dossier: dossier({ rule: RULE }) })
  return { temp, late, early, other, id: saved.id as DossierId }
}

async function run<N extends keyof typeof dossierHandlers>(
  temp: TempArchive,
  name: N,
  input: Parameters<(typeof dossierHandlers)[N]>[1]
): Promise<Awaited<ReturnType<(typeof dossierHandlers)[N]>>> {
  const handler = dossierHandlers[name] as (archive: unknown, input: unknown, caller: unknown) => unknown
  return (await handler(temp.archive, input, CLERK)) as Awaited<ReturnType<(typeof dossierHandlers)[N]>>
}

async function order(temp: TempArchive, id: DossierId): Promise<string[]> {
  return (await run(temp, 'dossier.get', { id })).items.map((one) => one.document.id)
}

describe('dossiers', () => {
  it('take papers by hand, by search and by rule, the oldest first, none twice', async () => {
    const { temp, late, early, other, id } = await desk()
    expect((await run(temp, 'dossier.get', { id })).proposed).toBe(2)
    expect((await run(temp, 'dossier.add', { id, documentIds: [other] })).added).toBe(1)
    const left = await run(temp, 'dossier.addFound', { id, search: RULE, leftOut: [early] })
    expect(left.added).toBe(1)
    expect(await order(temp, id)).toEqual([other, late])
    await run(temp, 'dossier.takeOut', { id, documentIds: [late] })
    const found = await run(temp, 'dossier.addFound', { id, search: RULE, leftOut: [] })
    expect(found.added).toBe(2)
    expect(await order(temp, id)).toEqual([other, early, late])
    expect((await run(temp, 'dossier.addFound', { id, search: RULE, leftOut: [] })).added).toBe(0)
    expect((await run(temp, 'dossier.proposals', { id, limit: 10 })).total).toBe(0)
    const { dossiers } = await run(temp, 'dossier.ofDocument', { documentId: late })
    expect(dossiers).toMatchObject([{ id, documents: 3, pages: 5, from: '2021-02-01', to: '2021-08-12' }])
  })

  it('know a rule that was kept before there was as much to tick', async () => {
    const { temp, id } = await desk()
    const { terms: _terms, books: _books, dossiers: _dossiers, ...before } = NO_FILTERS
    const old = JSON.stringify({ query: RULE.query, filters: before })
    temp.archive.db.prepare('UPDATE dossier SET rule = ? WHERE id = ?').run(old, id)
    const { dossier: read, proposed } = await run(temp, 'dossier.get', { id })
    expect([read.rule, proposed]).toEqual([RULE, 2])
  })

  it('number the sheets as far as every paper says its own', async () => {
    const { temp, late, early, other, id } = await desk()
    await run(temp, 'dossier.add', { id, documentIds: [early, late] })
    await run(temp, 'dossier.add', { id, documentIds: [other] })
    const { items } = await run(temp, 'dossier.get', { id })
    expect(items.map((one) => [one.firstPage, one.lastPage])).toEqual([
      [1, 3],
      [4, 5],
      [null, null]
    ])
    await run(temp, 'dossier.order', { id, documentIds: [other, early, late] })
    const { items: moved } = await run(temp, 'dossier.get', { id })
    expect(moved.map((one) => one.firstPage)).toEqual([null, null, null])
    await expect(run(temp, 'dossier.order', { id, documentIds: [other, early, early] })).rejects.toThrow('conflict')
  })

  it('take a step back, but not one that another was built on', async () => {
    const { temp, late, early, id } = await desk()
    const added = await run(temp, 'dossier.add', { id, documentIds: [early, late] })
    const ordered = await run(temp, 'dossier.order', { id, documentIds: [late, early] })
    await expect(undo(temp, added)).rejects.toThrow('conflict')
    await undo(temp, ordered)
    expect(await order(temp, id)).toEqual([early, late])
    const out = await run(temp, 'dossier.takeOut', { id, documentIds: [early] })
    expect(await order(temp, id)).toEqual([late])
    await undo(temp, out)
    expect(await order(temp, id)).toEqual([early, late])
    const closed = await run(temp, 'dossier.close', { id, on: '2021-12-31' })
    await undo(temp, closed)
    expect((await run(temp, 'dossier.get', { id })).dossier.closedOn).toBeNull()
    const removed = await run(temp, 'dossier.remove', { id, reason: 'lập nhầm' })
    await undo(temp, removed)
    expect(await order(temp, id)).toEqual([early, late])
  })

  it('are read-only once closed, and opened again with a reason', async () => {
    const { temp, early, late, id } = await desk()
    await run(temp, 'dossier.add', { id, documentIds: [early] })
    const closed = await run(temp, 'dossier.close', { id, on: '2021-12-31' })
    expect(closed.dossier).toMatchObject({ closedOn: '2021-12-31', dueOn: '2027-01-01', handInBy: '2022-12-31' })
    await expect(run(temp, 'dossier.add', { id, documentIds: [late] })).rejects.toThrow('dossier-closed')
    await expect(run(temp, 'dossier.takeOut', { id, documentIds: [early] })).rejects.toThrow('dossier-closed')
    await expect(run(temp, 'dossier.order', { id, documentIds: [early] })).rejects.toThrow('dossier-closed')
    await expect(run(temp, 'dossier.close', { id, on: '2021-12-31' })).rejects.toThrow('dossier-closed')
    await run(temp, 'dossier.reopen', { id, reason: 'bổ sung tờ sót' })
    expect((await run(temp, 'dossier.add', { id, documentIds: [late] })).added).toBe(1)
    await expect(run(temp, 'dossier.close', { id, on: '2020-12-31' })).rejects.toThrow('bad-input')
  })

  it('are listed as due after their term, till what was decided is recorded', async () => {
    const { temp, id } = await desk()
    await run(temp, 'dossier.close', { id, on: '2021-12-31' })
    const due = (on: string) => run(temp, 'dossier.list', { text: '', only: 'due', on, offset: 0, limit: 10 })
    expect((await due('2026-12-31')).total).toBe(0)
    expect((await due('2027-01-01')).total).toBe(1)
    const disposal = { decision: 'Quyết định số 12-QĐ/HU', note: null }
    await expect(
      run(temp, 'dossier.recordDisposal', { id, disposal: { ...disposal, decidedOn: '2026-12-31' } })
    ).rejects.toThrow('bad-input')
    const recorded = await run(temp, 'dossier.recordDisposal', {
      id,
      disposal: { ...disposal, decidedOn: '2027-03-01' }
    })
    expect((await due('2027-04-01')).total).toBe(0)
    await expect(run(temp, 'dossier.reopen', { id, reason: 'nhầm' })).rejects.toThrow('conflict')
    await undo(temp, recorded)
    expect((await due('2027-04-01')).total).toBe(1)
  })

  it('refuse a code that another has, and what is not there', async () => {
    const { temp, id } = await desk()
    await expect(run(temp, 'dossier.save', { dossier: dossier({ code: '01-vp' }) })).rejects.toThrow('duplicate')
    await run(temp, 'dossier.remove', { id, reason: 'lập nhầm' })
    await expect(run(temp, 'dossier.get', { id })).rejects.toThrow(OperationError)
    expect((await run(temp, 'dossier.save', { dossier: dossier({ code: '01-vp' }) })).dossier.code).toBe('01-vp')
    const lost = { id, documentIds: ['d_00000000000000000000' as DocumentId] }
    await run(temp, 'dossier.restore', { id })
    await expect(run(temp, 'dossier.add', lost)).rejects.toThrow('not-found')
  })

  it('are found by code and title without diacritics', async () => {
    const { temp } = await desk()
    const list = (text: string) => run(temp, 'dossier.list', { text, only: 'all', on: null, offset: 0, limit: 10 })
    expect((await list('quan ly 01')).total).toBe(1)
    expect((await list('quan ly 02')).total).toBe(0)
  })
})

async function undo(temp: TempArchive, done: Readonly<{ undo: { seq: number } | null }>): Promise<void> {
  const seq = done.undo?.seq ?? -1
  undoEvent(temp.archive, seq, CLERK)
}
