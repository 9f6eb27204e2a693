import { describe, expect, test } from 'vitest'
import { seedEvents } from '#archive/directory/seed-directory.ts'
import { distributionHandlers as handlers } from '#archive/handlers/distribution.ts'
import { undo } from '#archive/ledger/undo.ts'
import type { BodyId, DocumentId, GroupId } from '#contract/ids.ts'
import type { Body, Reconciliation } from '#contract/operations/distribution.ts'
import type { RecipientLine } from '#contract/schemas.ts'
import { CLERK, fileForm, OFFICE, tempArchive } from '#tests/support/temp-archive.ts'

const TODAY = '2021-08-30'

function line(text: string, kind: RecipientLine['kind'] = 'body', names: readonly string[] = [text]): RecipientLine {
  return { text, kind, names: [...names], note: null, evidence: null }
}
const ADDRESSEES = [
  line('Ủy ban nhân dân huyện'),
  line('Ban Tuyên giáo Huyện ủy'),
  line('Các tổ chức cơ sở đảng trực thuộc Huyện ủy', 'group'),
  line('Phòng Văn hóa thông tin')
]
const RECIPIENTS = [
  line('Thường trực Tỉnh ủy'),
  line('TT HĐND, UBND huyện', 'body', ['TT HĐND huyện', 'UBND huyện']),
  line('Như kính gửi', 'as-addressed', []),
  line('Công an huyện'),
  line('Như Điều 3', 'by-reference', []),
  line('Hợp tác xã Tân Tiến'),
  line('Lưu VP Huyện ủy', 'file-copy', [])
]

/** The letter 221-CV/HU of a district with its usual directory, two communes in the group of Party organisations. */
async function office() {
  const { archive } = await tempArchive({ deps: { now: () => new Date(`${TODAY}T03:00:00Z`) } })
  archive.commit(seedEvents(OFFICE, archive.newId), CLERK)
  const add = async (name: string, more: Partial<Body> = {}) => {
    const body = { ...EMPTY_BODY, name, ...more, id: null }
    return (await handlers['directory.saveBody'](archive, { body }, CLERK)).body.id
  }
  const daLong = await add('Đảng ủy xã Đạ Long', { level: 'XA' })
  const roMen = await add('Đảng ủy xã Rô Men', { level: 'XA' })
  const { groups } = await handlers['directory.list'](archive, { text: 'tổ chức cơ sở đảng', on: null }, CLERK)
  const group = groups[0]
  if (!group) throw new Error('no group')
  const members = [
    { bodyId: daLong, from: '2020-07-01', to: null },
    { bodyId: roMen, from: null, to: '2021-06-30' }
  ]
  await handlers['directory.saveGroup'](archive, { group: { ...group, members } }, CLERK)
  const letter = (await fileForm(archive, {
    number: '221',
    symbol: 'CV/HU',
    issuedOn: '2021-08-12',
    issuer: 'Huyện ủy Đam Rông',
    addressees: ADDRESSEES,
    recipients: RECIPIENTS
  })) as DocumentId
  const ask = async () => await handlers['delivery.reconcile'](archive, { documentId: letter }, CLERK)
  return { archive, letter, daLong, roMen, group, ask, add }
}

const EMPTY_BODY = {
  shortName: null,
  kind: 'organisation',
  level: 'HU',
  code: null,
  parentId: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'direct',
  note: null
} as const satisfies Omit<Body, 'id' | 'name'>

function names(reconciliation: Reconciliation, source: Reconciliation['rows'][number]['source']): readonly string[] {
  return reconciliation.rows.filter((row) => row.source === source).map((row) => row.name)
}

describe('the text against the log (D01, D03)', () => {
  test('names become bodies, groups their members of that day, each body once', async () => {
    const { ask } = await office()
    const got = await ask()
    expect(got.on).toBe('2021-08-12')
    expect(names(got, 'addressees')).toEqual([
      'Ủy ban nhân dân huyện',
      'Ban Tuyên giáo Huyện ủy',
      'Đảng ủy xã Đạ Long',
      'Phòng Văn hóa và Thông tin huyện'
    ])
    expect(names(got, 'recipients')).toEqual([
      'Thường trực Tỉnh ủy',
      'Thường trực Hội đồng nhân dân huyện',
      'Công an huyện'
    ])
    expect(names(got, 'unknown')).toEqual(['Như Điều 3', 'Hợp tác xã Tân Tiến'])
    expect(got.counts).toEqual({
      expected: 7,
      sent: 0,
      acknowledged: 0,
      unacknowledged: 0,
      notSent: 7,
      extra: 0,
      unknown: 2,
      recalled: 0,
      fileCopies: 1
    })
  })

  test('a group is expanded as of the sending, not as of today', async () => {
    const { archive, daLong, roMen, group } = await office()
    const paper = (issuedOn: string) =>
      fileForm(archive, { number: '9', symbol: 'CV/HU', issuedOn, issuer: 'Huyện ủy Đam Rông', addressees: ADDRESSEES })
    const before = (await paper('2021-06-30')) as DocumentId
    const members = async (documentId: DocumentId) =>
      (await handlers['delivery.reconcile'](archive, { documentId }, CLERK)).rows
        .filter((row) => row.groupName !== null)
        .map((row) => row.bodyId)
    expect(await members(before)).toEqual([daLong, roMen])
    expect(await members((await paper('2019-01-01')) as DocumentId)).toEqual([roMen])
    await handlers['delivery.sendAll'](archive, { documentId: before, sentOn: '2021-07-05' }, CLERK)
    expect(await members(before)).toEqual([daLong])
    expect(group.name).toContain('tổ chức cơ sở đảng')
  })

  test('a body that has ended is followed to its successor', async () => {
    const { archive, add } = await office()
    const merged = await add('Phòng Văn hóa, Khoa học và Thông tin huyện', { validFrom: '2025-03-01' })
    const { bodies } = await handlers['directory.list'](
      archive,
      { text: 'Phòng Văn hóa và Thông tin', on: null },
      CLERK
    )
    const old = bodies[0]
    if (!old) throw new Error('no body')
    await handlers['directory.saveBody'](
      archive,
      { body: { ...old, validTo: '2025-02-28', successorId: merged } },
      CLERK
    )
    const paper = async (issuedOn: string) => {
      const id = await fileForm(archive, { number: '1', symbol: 'CV/HU', issuedOn, recipients: [line('Phòng VHTT')] })
      return (await handlers['delivery.reconcile'](archive, { documentId: id as DocumentId }, CLERK)).rows[0]?.bodyId
    }
    expect(await paper('2021-08-12')).toBe(old.id)
    expect(await paper('2025-03-02')).toBe(merged)
  })

  test('of an incoming paper the body it is handed to is expected, its own Nơi nhận is not ours', async () => {
    const { archive } = await office()
    const id = (await fileForm(archive, {
      direction: 'incoming',
      number: '713',
      symbol: 'CV/TU',
      issuedOn: '2021-08-09',
      arrivedOn: '2021-08-09',
      handler: 'TT Huyện ủy',
      recipients: RECIPIENTS
    })) as DocumentId
    const got = await handlers['delivery.reconcile'](archive, { documentId: id }, CLERK)
    expect(got.rows.map((row) => row.name)).toEqual(['Thường trực Huyện ủy'])
  })
})

describe('sending and signing for', () => {
  test('sendAll sends to everyone named who has had nothing, once; undo takes it back', async () => {
    const { archive, letter, ask } = await office()
    const first = await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-12' }, CLERK)
    expect(first.sent).toBe(7)
    expect(first.reconciliation.counts).toMatchObject({ expected: 7, sent: 7, unacknowledged: 7, notSent: 0 })
    expect(first.reconciliation.oldestDays).toBe(18)
    const again = await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-13' }, CLERK)
    expect([again.sent, again.undo]).toEqual([0, null])
    undo(archive, first.undo?.seq ?? 0, CLERK)
    expect((await ask()).counts).toMatchObject({ sent: 0, notSent: 7 })
  })

  test('many are signed for at once; those signed already are left, and undo leaves them too', async () => {
    const { archive, letter, ask } = await office()
    await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-12' }, CLERK)
    const deliveryIds = (await ask()).rows.flatMap((row) => row.delivery?.id ?? [])
    const sign = (ids: typeof deliveryIds, by: string) =>
      handlers['delivery.acknowledge'](
        archive,
        { deliveryIds: ids, on: '2021-08-16', by, basis: 'Phiếu gửi đã ký' },
        CLERK
      )
    expect((await sign(deliveryIds.slice(0, 2), 'K’ Thủy')).acknowledged).toBe(2)
    const rest = await sign(deliveryIds, 'L.V. Bình')
    expect(rest.acknowledged).toBe(5)
    expect((await ask()).counts).toMatchObject({ acknowledged: 7, unacknowledged: 0 })
    expect((await ask()).oldestDays).toBeNull()
    undo(archive, rest.undo?.seq ?? 0, CLERK)
    const kept = (await ask()).rows.filter((row) => row.state === 'acknowledged')
    expect(kept.map((row) => row.delivery?.acknowledgedBy)).toEqual(['K’ Thủy', 'K’ Thủy'])
  })

  test('a day after today, before the sending, an unknown body or delivery: refused, nothing recorded', async () => {
    const { archive, letter, ask } = await office()
    const all = (sentOn: string) => handlers['delivery.sendAll'](archive, { documentId: letter, sentOn }, CLERK)
    expect(() => all('2021-08-31')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    await all('2021-08-12')
    const deliveryIds = (await ask()).rows.flatMap((row) => row.delivery?.id ?? [])
    const sign = (on: string, ids = deliveryIds) =>
      handlers['delivery.acknowledge'](archive, { deliveryIds: ids, on, by: null, basis: null }, CLERK)
    expect(() => sign('2021-08-11')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(() => sign('2021-08-12', ['v_00000000' as (typeof deliveryIds)[number]])).toThrow(
      expect.objectContaining({ code: 'not-found' })
    )
    const items = [{ bodyId: 'b_00000000' as BodyId, channel: 'direct' as const, copies: 1 }]
    expect(() =>
      handlers['delivery.send'](archive, { documentId: letter, sentOn: '2021-08-12', items }, CLERK)
    ).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect((await ask()).counts.acknowledged).toBe(0)
  })

  test('sent without being named is extra; entered by mistake it is gone', async () => {
    const { archive, letter, roMen } = await office()
    const items = [{ bodyId: roMen, channel: 'post' as const, copies: 2 }]
    const sent = await handlers['delivery.send'](archive, { documentId: letter, sentOn: '2021-08-12', items }, CLERK)
    expect(names(sent.reconciliation, 'extra')).toEqual(['Đảng ủy xã Rô Men'])
    expect(sent.reconciliation.counts).toMatchObject({ expected: 7, sent: 0, extra: 1 })
    const deliveryIds = sent.reconciliation.rows.flatMap((row) => row.delivery?.id ?? [])
    const mark = { deliveryIds, what: 'cancelled' as const, on: TODAY, by: null, note: 'ghi nhầm' }
    expect((await handlers['delivery.mark'](archive, mark, CLERK)).marked).toBe(1)
    expect((await handlers['delivery.reconcile'](archive, { documentId: letter }, CLERK)).counts.extra).toBe(0)
  })

  test('returned and recalled count as sent, and wait for no signature', async () => {
    const { archive, letter, ask } = await office()
    await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-12' }, CLERK)
    const [one, two] = (await ask()).rows.flatMap((row) => row.delivery?.id ?? [])
    if (!one || !two) throw new Error('no deliveries')
    const mark = (id: typeof one, what: 'returned' | 'recalled') =>
      handlers['delivery.mark'](archive, { deliveryIds: [id], what, on: TODAY, by: null, note: null }, CLERK)
    await mark(one, 'returned')
    await mark(two, 'recalled')
    expect((await ask()).rows.slice(0, 2).map((row) => row.state)).toEqual(['returned', 'recalled'])
    expect((await ask()).counts).toMatchObject({ sent: 7, unacknowledged: 5, acknowledged: 0 })
  })

  test('"không phải gửi": dismissed with its reason, no longer expected; undo brings it back', async () => {
    const { archive, letter, daLong, ask } = await office()
    const got = await handlers['delivery.dismiss'](
      archive,
      { documentId: letter, bodyId: daLong, reason: 'đã nhận tại hội nghị' },
      CLERK
    )
    expect(got.reconciliation.rows.find((row) => row.bodyId === daLong)).toMatchObject({
      state: 'dismissed',
      dismissedReason: 'đã nhận tại hội nghị'
    })
    expect(got.reconciliation.counts).toMatchObject({ expected: 6, notSent: 6 })
    expect((await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: TODAY }, CLERK)).sent).toBe(6)
    undo(archive, got.undo?.seq ?? 0, CLERK)
    expect((await ask()).counts.notSent).toBe(1)
  })
})

describe('names the directory does not know', () => {
  test('assigned for this paper, also by a group; taken back with nothing chosen', async () => {
    const { archive, letter, daLong, group, ask } = await office()
    const assign = (name: string, bodyIds: readonly BodyId[], groupId: GroupId | null, remember = false) =>
      handlers['delivery.assign'](
        archive,
        { documentId: letter, name, bodyIds: [...bodyIds], groupId, remember },
        CLERK
      )
    await assign('Hợp tác xã Tân Tiến', [], group.id)
    expect(names(await ask(), 'unknown')).toEqual(['Như Điều 3'])
    const other = await fileForm(archive, {
      number: '2',
      symbol: 'CV/HU',
      issuedOn: '2021-08-20',
      recipients: RECIPIENTS
    })
    const elsewhere = await handlers['delivery.reconcile'](archive, { documentId: other as DocumentId }, CLERK)
    expect(names(elsewhere, 'unknown')).toContain('Hợp tác xã Tân Tiến')
    await assign('Như Điều 3', [daLong], null)
    expect(names(await ask(), 'unknown')).toEqual([])
    await assign('Như Điều 3', [], null)
    expect(names(await ask(), 'unknown')).toEqual(['Như Điều 3'])
  })

  test('remembered: an alias of the one body, a group of several, for all papers from now on', async () => {
    const { archive, letter, daLong, roMen, ask } = await office()
    const assign = (name: string, bodyIds: BodyId[]) =>
      handlers['delivery.assign'](archive, { documentId: letter, name, bodyIds, groupId: null, remember: true }, CLERK)
    await assign('Hợp tác xã Tân Tiến', [daLong])
    await assign('Như Điều 3', [daLong, roMen])
    expect(names(await ask(), 'unknown')).toEqual([])
    const paper = async (text: string) => {
      const id = await fileForm(archive, {
        number: '3',
        symbol: 'CV/HU',
        issuedOn: '2021-05-05',
        recipients: [line(text)]
      })
      const { rows } = await handlers['delivery.reconcile'](archive, { documentId: id as DocumentId }, CLERK)
      return rows.map((row) => row.bodyId)
    }
    expect(await paper('HTX khác')).toEqual([null])
    expect(await paper('hợp tác xã Tân Tiến')).toEqual([daLong])
    expect(await paper('Như Điều 3')).toEqual([daLong, roMen])
  })
})

describe('lists over all papers', () => {
  test('overview: open ones newest first; a finished one only among all', async () => {
    const { archive, letter } = await office()
    const overview = (only: 'open' | 'all', text = '') =>
      handlers['delivery.overview'](archive, { only, text, offset: 0, limit: 50 }, CLERK)
    expect((await overview('open')).rows).toMatchObject([
      { document: { id: letter }, expected: 7, notSent: 7, oldestDays: null }
    ])
    await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-12' }, CLERK)
    expect((await overview('open')).rows).toMatchObject([{ sent: 7, notSent: 0, oldestDays: 18 }])
    const ids = (await handlers['delivery.reconcile'](archive, { documentId: letter }, CLERK)).rows.flatMap(
      (row) => row.delivery?.id ?? []
    )
    await handlers['delivery.acknowledge'](archive, { deliveryIds: ids, on: TODAY, by: null, basis: null }, CLERK)
    expect((await overview('open')).total).toBe(0)
    expect((await overview('all', '221 cv')).rows).toMatchObject([{ acknowledged: 7 }])
    expect((await overview('all', 'khong co')).total).toBe(0)
  })

  test('not signed for, by body and by document, older than so many days (D05)', async () => {
    const { archive, letter, daLong } = await office()
    await handlers['delivery.sendAll'](archive, { documentId: letter, sentOn: '2021-08-12' }, CLERK)
    const items = [{ bodyId: daLong, channel: 'direct' as const, copies: 1 }]
    const second = (await fileForm(archive, { number: '230', symbol: 'CV/HU', issuedOn: '2021-08-25' })) as DocumentId
    await handlers['delivery.send'](archive, { documentId: second, sentOn: '2021-08-25', items }, CLERK)
    const ask = (by: 'body' | 'document', olderThanDays: number) =>
      handlers['delivery.unacknowledged'](archive, { by, olderThanDays }, CLERK)
    const bodies = await ask('body', 0)
    expect(bodies.total).toBe(8)
    expect(bodies.groups.find((group) => group.key === daLong)).toMatchObject({
      title: 'Đảng ủy xã Đạ Long',
      oldestDays: 18
    })
    expect((await ask('document', 7)).groups.map((group) => group.title)).toEqual(['221-CV/HU'])
    expect((await ask('document', 19)).total).toBe(0)
  })
})

describe('the directory', () => {
  test('search by name, alias and code; valid on a day', async () => {
    const { archive, add } = await office()
    await add('Phòng Y tế huyện', { validFrom: '2015-01-01', validTo: '2019-12-31', code: 'PYT' })
    const list = async (text: string, on: string | null = null) =>
      (await handlers['directory.list'](archive, { text, on }, CLERK)).bodies.map((body) => body.name)
    expect(await list('ubnd huyen')).toEqual(['Ủy ban nhân dân huyện', 'Văn phòng HĐND và UBND huyện'])
    expect(await list('pyt')).toEqual(['Phòng Y tế huyện'])
    expect(await list('pyt', '2019-12-31')).toEqual(['Phòng Y tế huyện'])
    expect(await list('pyt', '2020-01-01')).toEqual([])
  })

  test('a body of the same name, an end before the beginning, an unknown parent: refused', async () => {
    const { archive, add } = await office()
    const failing = async (name: string, more: Partial<Body>, code: string) =>
      await expect(add(name, more)).rejects.toMatchObject({ code })
    await failing('CÔNG AN HUYỆN', {}, 'duplicate')
    await failing('A', { validFrom: '2021-01-02', validTo: '2021-01-01' }, 'bad-input')
    await failing('B', { parentId: 'b_00000000' as BodyId }, 'not-found')
    const group = {
      id: null,
      name: 'C',
      aliases: [],
      members: [{ bodyId: 'b_00000000' as BodyId, from: null, to: null }]
    }
    expect(() => handlers['directory.saveGroup'](archive, { group }, CLERK)).toThrow(
      expect.objectContaining({ code: 'not-found' })
    )
  })
})
