import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { seedEvents } from '#archive/directory/seed-directory.ts'
import { directoryCareHandlers as care } from '#archive/handlers/directory-care.ts'
import { distributionHandlers as handlers } from '#archive/handlers/distribution.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { undo } from '#archive/ledger/undo.ts'
import { allBodies, allGroups } from '#archive/store/directory.ts'
import type { BodyId, DocumentId, StagedId } from '#contract/ids.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { CLERK, fileForm, OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const TODAY = '2021-08-30'

async function office() {
  const { archive } = await tempArchive({ deps: { now: () => new Date(`${TODAY}T03:00:00Z`) } })
  archive.commit(seedEvents(OFFICE, archive.newId), CLERK)
  return archive
}

async function add(archive: OpenedArchive, name: string, more: Partial<Body> = {}): Promise<Body> {
  const body = {
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
    note: null,
    ...more,
    name,
    id: null
  } as const
  return (await handlers['directory.saveBody'](archive, { body: { ...body, aliases: [...body.aliases] } }, CLERK)).body
}

async function staged(archive: OpenedArchive, name: string, bytes: Uint8Array | string): Promise<StagedId> {
  const path = join(tempFolder(), 'in')
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, bytes)
  const id = archive.newId('s') as StagedId
  await stageFile(archive.folder, id, name, path)
  return id
}

/** All facts of the directory and the deliveries, in a steady order: equal dumps hold the same. */
function dump(archive: OpenedArchive): unknown {
  const rows = (sql: string) => archive.db.prepare(sql).all()
  return {
    bodies: rows('SELECT id, name, aliases, parent_id, successor_id, code, level FROM body ORDER BY id'),
    groups: rows('SELECT group_id, position, body_id, from_on, to_on FROM group_member ORDER BY 1, 2'),
    deliveries: rows('SELECT * FROM delivery ORDER BY n'),
    assignments: rows('SELECT * FROM recipient_assignment ORDER BY 1, 2'),
    dismissals: rows('SELECT * FROM recipient_dismissal ORDER BY 1, 2'),
    merged: rows('SELECT * FROM body_merged')
  }
}

/** Two entries for one commune, each spoken of everywhere an entry can be. */
async function twins() {
  const archive = await office()
  const keep = await add(archive, 'Đảng ủy xã Đạ Long', { aliases: ['ĐU xã Đạ Long'] })
  const gone = await add(archive, 'Đảng uỷ Đạ Long', { code: 'ĐU', aliases: ['Đạ Long'], shortName: 'ĐUĐL' })
  const child = await add(archive, 'Chi bộ thôn 1', { parentId: gone.id })
  const before = await add(archive, 'Đảng ủy xã Đạ Long cũ', { validTo: '2019-12-31', successorId: gone.id })
  const save = async (name: string, members: Group['members']) =>
    (await handlers['directory.saveGroup'](archive, { group: { id: null, name, aliases: [], members } }, CLERK)).group
  const both = await save('Hai dòng', [
    { bodyId: keep.id, from: '2020-01-01', to: '2021-06-30' },
    { bodyId: gone.id, from: '2021-01-01', to: null }
  ])
  const apart = await save('Hai đợt', [
    { bodyId: keep.id, from: null, to: '2015-12-31' },
    { bodyId: gone.id, from: '2018-01-01', to: null }
  ])
  const letters: DocumentId[] = []
  for (const number of ['1', '2', '3']) {
    letters.push((await fileForm(archive, { number, symbol: 'CV/HU', issuedOn: '2021-08-12' })) as DocumentId)
  }
  const [first, second, third] = letters as [DocumentId, DocumentId, DocumentId]
  const send = (documentId: DocumentId, bodyId: BodyId) =>
    handlers['delivery.send'](
      archive,
      { documentId, sentOn: '2021-08-12', items: [{ bodyId, channel: 'direct', copies: 1 }] },
      CLERK
    )
  await send(first, keep.id)
  await send(first, gone.id)
  await send(second, gone.id)
  await handlers['delivery.assign'](
    archive,
    { documentId: second, name: 'Như Điều 3', bodyIds: [gone.id, keep.id], groupId: null, remember: false },
    CLERK
  )
  for (const bodyId of [keep.id, gone.id]) {
    await handlers['delivery.dismiss'](archive, { documentId: third, bodyId, reason: `lý do ${bodyId}` }, CLERK)
  }
  return { archive, keep, gone, child, before, both, apart, first, second, third }
}

describe('two entries of one body', () => {
  test('everything that spoke of the one speaks of the other; its names stay as aliases', async () => {
    const { archive, keep, gone, child, before, both, apart, first, second } = await twins()
    const use = await care['directory.use'](archive, { bodyId: gone.id }, CLERK)
    expect(use).toMatchObject({
      deliveries: 2,
      documents: 2,
      assignments: 1,
      dismissals: 1,
      children: 1,
      predecessors: 1
    })
    expect(use.groups.map((group) => group.name)).toEqual(['Hai dòng', 'Hai đợt'])
    const out = await care['directory.merge'](archive, { keepId: keep.id, goneId: gone.id }, CLERK)
    expect(out.body).toMatchObject({ name: keep.name, code: 'ĐU' })
    expect(out.body.aliases).toEqual(['ĐU xã Đạ Long', 'Đảng uỷ Đạ Long', 'ĐUĐL', 'Đạ Long'])
    const bodies = new Map(allBodies(archive.db).map((body) => [body.id, body]))
    expect(bodies.has(gone.id)).toBe(false)
    expect(bodies.get(child.id)?.parentId).toBe(keep.id)
    expect(bodies.get(before.id)?.successorId).toBe(keep.id)
    const groups = new Map(allGroups(archive.db).map((group) => [group.id, group.members]))
    expect(groups.get(both.id)).toEqual([{ bodyId: keep.id, from: '2020-01-01', to: null }])
    expect(groups.get(apart.id)).toEqual([
      { bodyId: keep.id, from: null, to: '2015-12-31' },
      { bodyId: keep.id, from: '2018-01-01', to: null }
    ])
    for (const documentId of [first, second]) {
      const { rows } = await handlers['delivery.reconcile'](archive, { documentId }, CLERK)
      expect(rows.map((row) => [row.bodyId, row.name])).toContainEqual([keep.id, keep.name])
      expect(rows.map((row) => row.bodyId)).not.toContain(gone.id)
    }
  })

  test('taken back, all is as it was; merged again, nothing more is written', async () => {
    const { archive, keep, gone } = await twins()
    const before = dump(archive)
    const merge = () => care['directory.merge'](archive, { keepId: keep.id, goneId: gone.id }, CLERK)
    const first = await merge()
    const after = dump(archive)
    expect(after).not.toEqual(before)
    const head = archive.ledger.head().seq
    expect((await merge()).undo).toBeNull()
    expect(archive.ledger.head().seq).toBe(head)
    expect(dump(archive)).toEqual(after)
    undo(archive, first.undo?.seq ?? 0, CLERK)
    expect(dump(archive)).toEqual(before)
    await merge()
    expect(dump(archive)).toEqual(after)
  })

  test('what speaks of it afterwards stands in the way of taking it back, a later sending does not', async () => {
    const { archive, keep, gone, third } = await twins()
    const out = await care['directory.merge'](archive, { keepId: keep.id, goneId: gone.id }, CLERK)
    await handlers['delivery.send'](
      archive,
      { documentId: third, sentOn: TODAY, items: [{ bodyId: keep.id, channel: 'post', copies: 2 }] },
      CLERK
    )
    const renamed = { ...out.body, name: 'Đảng ủy xã Đạ Long mới' }
    const saved = await handlers['directory.saveBody'](archive, { body: renamed }, CLERK)
    expect(() => undo(archive, out.undo?.seq ?? 0, CLERK)).toThrow(expect.objectContaining({ code: 'conflict' }))
    undo(archive, saved.undo?.seq ?? 0, CLERK)
    // The renaming and its undoing both speak of the body: nothing is taken back from under them.
    expect(() => undo(archive, out.undo?.seq ?? 0, CLERK)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })

  test('an entry with itself, with nobody, a person with an office: refused', async () => {
    const { archive, keep } = await twins()
    const person = await add(archive, 'Đ/c Kơ Să Ha Tuấn', { kind: 'person' })
    const merge = (keepId: BodyId, goneId: BodyId) => () => care['directory.merge'](archive, { keepId, goneId }, CLERK)
    expect(merge(keep.id, keep.id)).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(merge(keep.id, person.id)).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(merge(keep.id, 'b_00000000' as BodyId)).toThrow(expect.objectContaining({ code: 'not-found' }))
  })

  test('nobody is above or after himself by a roundabout way; a member does not leave before he came', async () => {
    const archive = await office()
    const one = await add(archive, 'Cơ quan một')
    const two = await add(archive, 'Cơ quan hai', { parentId: one.id, successorId: one.id })
    const save = (body: Body) => () => handlers['directory.saveBody'](archive, { body }, CLERK)
    expect(save({ ...one, parentId: two.id })).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(save({ ...one, successorId: two.id })).toThrow(expect.objectContaining({ code: 'bad-input' }))
    const members = [{ bodyId: one.id, from: '2021-02-01', to: '2021-01-01' }]
    const group = { id: null, name: 'Nhóm', aliases: [], members }
    expect(() => handlers['directory.saveGroup'](archive, { group }, CLERK)).toThrow(
      expect.objectContaining({ code: 'bad-input', detail: { field: 'members' } })
    )
  })

  test('a body something was sent to cannot be taken back from under it', async () => {
    const archive = await office()
    const made = await add(archive, 'Đội kiểm tra')
    const seq = archive.ledger.head().seq
    const letter = (await fileForm(archive, { number: '9', symbol: 'CV/HU', issuedOn: '2021-08-12' })) as DocumentId
    await handlers['delivery.send'](
      archive,
      { documentId: letter, sentOn: TODAY, items: [{ bodyId: made.id, channel: 'direct', copies: 1 }] },
      CLERK
    )
    expect(() => undo(archive, seq, CLERK)).toThrow(expect.objectContaining({ code: 'conflict' }))
  })
})

describe('the directory as a sheet', () => {
  const exported = async (archive: OpenedArchive, format: 'xlsx' | 'csv') =>
    Buffer.from((await care['directory.export'](archive, { format }, CLERK)).base64, 'base64')

  test.each(['xlsx', 'csv'] as const)('%s: put in again it changes nothing', async (format) => {
    const { archive, keep } = await twins()
    await add(archive, '=1+1; một tên lạ', {
      code: '0713',
      note: 'a;b|c',
      aliases: ['A; B', '+84'],
      successorId: keep.id
    })
    const id = await staged(archive, `danh-ba.${format}`, await exported(archive, format))
    const found = await care['directory.checkImport'](archive, { staged: id }, CLERK)
    expect(found).toMatchObject({ added: 0, changed: 0, wrong: 0, groupsAdded: 0, groupsChanged: 0, issues: [] })
    expect(found.same).toBe(allBodies(archive.db).length)
    expect((await care['directory.import'](archive, { staged: id, note: '' }, CLERK)).undo).toBeNull()
  })

  test('put into another archive it makes the same directory; one undo takes all of it back', async () => {
    const { archive } = await twins()
    const bytes = await exported(archive, 'xlsx')
    const { archive: empty } = await tempArchive()
    const id = await staged(empty, 'danh-ba.xlsx', bytes)
    const out = await care['directory.import'](empty, { staged: id, note: '' }, CLERK)
    expect(out.added).toBe(allBodies(archive.db).length)
    expect(allBodies(empty.db)).toEqual(allBodies(archive.db))
    const inOrder = (from: OpenedArchive) =>
      allGroups(from.db).map((group) => ({ ...group, members: [...group.members].sort(byBody) }))
    expect(inOrder(empty)).toEqual(inOrder(archive))
    undo(empty, out.undo?.seq ?? 0, CLERK)
    expect(allBodies(empty.db)).toEqual([])
    expect(allGroups(empty.db)).toEqual([])
  })

  test('a clerk’s own list: each fault with its row and column, the good rows go in', async () => {
    const archive = await office()
    const csv = [
      'STT;Tên cơ quan;Cấp;Thuộc nhóm;Từ ngày;Đến ngày;Cơ quan cấp trên;Điện thoại',
      '1;Đảng ủy xã Rô Men;Cơ sở;Các tổ chức cơ sở đảng trực thuộc Huyện ủy | 01/07/2020 |;;;Ban Thường vụ Huyện ủy;0263',
      '2;;Cơ sở;;;;;',
      '3;Trạm A;Cấp lạ;;;;;',
      '4;Trạm B;;;31/02/2020;;;',
      '5;Trạm C;;;01/01/2021;01/01/2020;;',
      '6;Trạm D;;;;;Sở không có;',
      '7;Đảng ủy xã Rô Men;;;;;;',
      '8;Đ/c Cil Dim;;Các đ/c Huyện ủy viên;;;;'
    ].join('\n')
    const id = await staged(archive, 'ds.csv', csv)
    const found = await care['directory.checkImport'](archive, { staged: id }, CLERK)
    expect(found).toMatchObject({ rows: 8, added: 2, changed: 0, wrong: 6, groupsChanged: 2, strange: ['Điện thoại'] })
    expect(found.issues.map((one) => [one.row, one.column, one.code, one.otherRow])).toEqual([
      [3, 'Tên', 'no-name', null],
      [4, 'Cấp', 'bad-level', null],
      [5, 'Từ ngày', 'bad-day', null],
      [6, 'Đến ngày', 'dates-order', null],
      [7, 'Cơ quan cấp trên', 'unknown-parent', null],
      [8, 'Tên', 'duplicate-row', 2]
    ])
    const head = archive.ledger.head().seq
    expect(await care['directory.import'](archive, { staged: id, note: '' }, CLERK)).toMatchObject({
      added: 2,
      groups: 2
    })
    expect(archive.ledger.head().seq).toBe(head + 1)
    const person = allBodies(archive.db).find((body) => body.name === 'Đ/c Cil Dim')
    expect(person?.kind).toBe('person')
    const cells = allGroups(archive.db).find((group) => group.name.startsWith('Các tổ chức cơ sở đảng'))
    expect(cells?.members.at(-1)).toMatchObject({ from: '2020-07-01', to: null })
    expect(await care['directory.import'](archive, { staged: id, note: '' }, CLERK)).toMatchObject({ undo: null })
  })

  test('an old sheet does not bring back what was merged away; a sheet without names is none', async () => {
    const { archive, keep, gone } = await twins()
    const bytes = await exported(archive, 'csv')
    await care['directory.merge'](archive, { keepId: keep.id, goneId: gone.id }, CLERK)
    const id = await staged(archive, 'cu.csv', bytes)
    const found = await care['directory.checkImport'](archive, { staged: id }, CLERK)
    expect(found.issues).toContainEqual(expect.objectContaining({ code: 'merged-away', value: keep.name }))
    const none = await staged(archive, 'la.csv', 'Số;Ngày\n1;2\n')
    await expect(care['directory.checkImport'](archive, { staged: none }, CLERK)).rejects.toMatchObject({
      code: 'file-unsupported'
    })
  })
})

function byBody(a: Group['members'][number], b: Group['members'][number]): number {
  return a.bodyId === b.bodyId ? (a.from ?? '').localeCompare(b.from ?? '') : a.bodyId < b.bodyId ? -1 : 1
}
