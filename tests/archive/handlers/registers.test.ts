import { describe, expect, test } from 'vitest'
import { distributionHandlers } from '#archive/handlers/distribution.ts'
import { registerHandlers as handlers } from '#archive/handlers/registers.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { RegisterRow } from '#contract/operations/registers.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { DocumentForm, RecipientLine } from '#contract/schemas.ts'
import { readRecipientLine } from '#domain/recipients/read-recipient-line.ts'
import { foldKey } from '#domain/text/fold.ts'
import { CLERK, fileForm, OFFICE, tempArchive } from '#tests/support/temp-archive.ts'

const LIST: CheckedInputOf<'register.list'> = {
  direction: 'incoming',
  from: null,
  to: null,
  text: '',
  sort: 'number',
  descending: false,
  group: 'none',
  withdrawn: false,
  bookId: null,
  offset: 0,
  limit: 100
}

const OFFICE_BODY: Parameters<(typeof distributionHandlers)['directory.saveBody']>[1]['body'] = {
  id: null,
  name: 'Thường trực Huyện ủy',
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
}

const INCOMING: readonly Partial<DocumentForm>[] = [
  {
    number: '713',
    symbol: 'CV/TU',
    issuedOn: '2021-08-09',
    arrivedOn: '2021-08-09',
    issuer: 'Tỉnh ủy Lâm Đồng',
    actingBody: 'Ban Thường vụ Tỉnh ủy',
    subject: 'V/v quản lý thông tin trên mạng xã hội',
    handler: 'TT Huyện ủy',
    documentType: 'cong-van'
  },
  {
    number: '27',
    symbol: 'CT/TU',
    issuedOn: '2021-08-24',
    arrivedOn: '2021-08-27',
    issuer: 'Tỉnh ủy Lâm Đồng',
    subject: 'Về bảo vệ rừng',
    documentType: 'chi-thi'
  },
  {
    number: '09',
    symbol: 'BC/ĐU',
    issuedOn: '2021-08-20',
    arrivedOn: '2021-08-27',
    issuer: 'Đảng ủy xã Rô Men',
    subject: 'Ước thực hiện',
    documentType: 'bao-cao'
  },
  {
    number: '3',
    symbol: 'CV/TU',
    issuedOn: '2022-01-04',
    arrivedOn: '2022-01-05',
    issuer: 'Tỉnh ủy Lâm Đồng',
    subject: 'Đầu năm',
    documentType: 'cong-van'
  }
]

async function books() {
  const { archive } = await tempArchive({ deps: { now: () => new Date('2022-02-01T03:00:00Z') } })
  const ids: DocumentId[] = []
  for (const form of INCOMING) ids.push((await fileForm(archive, { direction: 'incoming', ...form })) as DocumentId)
  const list = async (input: Partial<typeof LIST>) =>
    await handlers['register.list'](archive, { ...LIST, ...input }, CLERK)
  const numbers = async (input: Partial<typeof LIST>) =>
    (await list(input)).rows.map((row) => `${row.document.arrivalNumber} ${row.document.reference}`)
  return { archive, ids, list, numbers }
}

describe('register.list, incoming', () => {
  test('by arrival number, which begins anew each year; newest first when asked', async () => {
    const { numbers } = await books()
    expect(await numbers({})).toEqual(['1 713-CV/TU', '2 27-CT/TU', '3 09-BC/ĐU', '1 3-CV/TU'])
    expect(await numbers({ descending: true })).toEqual(['1 3-CV/TU', '3 09-BC/ĐU', '2 27-CT/TU', '1 713-CV/TU'])
  })

  test('a period by the day of arrival; pages', async () => {
    const { numbers, list } = await books()
    expect(await numbers({ from: '2021-08-10', to: '2021-12-31' })).toEqual(['2 27-CT/TU', '3 09-BC/ĐU'])
    const page = await list({ offset: 1, limit: 2 })
    expect([page.total, page.rows.length]).toEqual([4, 2])
  })

  test.each([
    ['issued', ['713-CV/TU', '09-BC/ĐU', '27-CT/TU', '3-CV/TU']],
    ['author', ['09-BC/ĐU', '713-CV/TU', '27-CT/TU', '3-CV/TU']],
    ['reference', ['09-BC/ĐU', '27-CT/TU', '3-CV/TU', '713-CV/TU']],
    ['subject', ['3-CV/TU', '09-BC/ĐU', '713-CV/TU', '27-CT/TU']]
  ] as const)('sorted by %s', async (sort, expected) => {
    const { list } = await books()
    expect((await list({ sort })).rows.map((row) => row.document.reference)).toEqual(expected)
  })

  test.each([
    ['signer', ({ document }) => document.signer],
    ['recipients', (row) => row.recipients],
    ['handler', (row) => row.handler],
    ['copies', (row) => String(row.copies ?? 0).padStart(6, '0')],
    ['handed', (row) => row.handedOn],
    ['signed', (row) => (row.unacknowledged > 0 ? `zzzz${row.unacknowledged}` : row.signedFor)],
    ['note', (row) => row.note]
  ] as const satisfies readonly [string, (row: RegisterRow) => string | null][])(
    'sorted by %s: as the column says, what is empty first, backwards when asked, in pages and with words to find',
    async (sort, said) => {
      const { archive, ids, list } = await books()
      await fileForm(archive, {
        ...{ direction: 'incoming', arrivedOn: '2022-01-06', issuedOn: '2022-01-06', number: '4', symbol: 'CV/TU' },
        ...{ signer: 'Lê Ân', handler: 'Ban Tổ chức', copies: 12, note: 'bản sao', issuer: 'Tỉnh ủy Lâm Đồng' },
        recipients: [lineOf('Ban Tổ chức Huyện ủy'), lineOf('Công an huyện')]
      })
      await fileForm(archive, {
        ...{ direction: 'incoming', arrivedOn: '2022-01-07', issuedOn: '2022-01-07', number: '5', symbol: 'CV/TU' },
        ...{ signer: 'Ân Thị Bé', handler: 'Ủy ban Kiểm tra', copies: 3, note: 'ảnh', issuer: 'Tỉnh ủy Lâm Đồng' },
        recipients: [lineOf('Ban Dân vận')]
      })
      const [first, second] = ids
      const { body } = await distributionHandlers['directory.saveBody'](archive, { body: OFFICE_BODY }, CLERK)
      for (const [documentId, sentOn] of [
        [first, '2022-01-20'],
        [second, '2022-01-10']
      ] as const) {
        const sent = await distributionHandlers['delivery.send'](
          archive,
          { documentId: documentId as DocumentId, sentOn, items: [{ bodyId: body.id, channel: 'direct', copies: 2 }] },
          CLERK
        )
        if (documentId !== second) continue
        const deliveryIds = sent.reconciliation.rows.flatMap((row) => row.delivery?.id ?? [])
        await distributionHandlers['delivery.acknowledge'](
          archive,
          { deliveryIds, on: '2022-01-11', by: 'Bùi Hoa', basis: null },
          CLERK
        )
      }
      const rows = (await list({ sort })).rows
      const values = rows.map((row) => foldKey(said(row) ?? ''))
      expect(values).toEqual(values.toSorted())
      expect(new Set(values).size).toBeGreaterThan(1)
      const order = rows.map((row) => row.document.id)
      const back = (await list({ sort, descending: true })).rows.map((row) => row.document.id)
      expect(back).toEqual(order.toReversed())
      const pages = [await list({ sort, limit: 4 }), await list({ sort, offset: 4, limit: 4 })]
      expect(pages.flatMap((page) => page.rows.map((row) => row.document.id))).toEqual(order)
      const found = (await list({ sort, text: 'lam dong' })).rows.map((row) => row.document.id)
      expect(found).toEqual(order.filter((id) => found.includes(id)))
      expect(found).toHaveLength(5)
    }
  )

  test('groups stand together, by day, month, author and type', async () => {
    const { list } = await books()
    const groups = async (group: (typeof LIST)['group'], descending = false) =>
      (await list({ group, descending })).rows.map((row) => row.group)
    expect(await groups('day', true)).toEqual(['2022-01-05', '2021-08-27', '2021-08-27', '2021-08-09'])
    expect(await groups('month')).toEqual(['2021-08', '2021-08', '2021-08', '2022-01'])
    expect(await groups('author')).toEqual([
      'Đảng ủy xã Rô Men',
      'Tỉnh ủy Lâm Đồng',
      'Tỉnh ủy Lâm Đồng',
      'Tỉnh ủy Lâm Đồng'
    ])
    expect(await groups('type')).toEqual(['bao-cao', 'chi-thi', 'cong-van', 'cong-van'])
  })

  test('search without marks over number, author, subject and handler', async () => {
    const { numbers } = await books()
    expect(await numbers({ text: 'mang xa hoi' })).toEqual(['1 713-CV/TU'])
    expect(await numbers({ text: 'tt huyen uy' })).toEqual(['1 713-CV/TU'])
    expect(await numbers({ text: 'ro men' })).toEqual(['3 09-BC/ĐU'])
    expect(await numbers({ text: '27 ct' })).toEqual(['2 27-CT/TU'])
    expect(await numbers({ text: 'khong co' })).toEqual([])
  })

  test('a withdrawn line keeps its number: hidden, counted, shown with its reason when asked', async () => {
    const { archive, ids, list } = await books()
    archive.commit(
      [{ kind: 'document-withdrawn', data: { documentId: ids[1] ?? '', reason: 'Ghi trùng với 1' } }],
      CLERK
    )
    const hidden = await list({})
    expect([hidden.total, hidden.withdrawn]).toEqual([3, 1])
    const shown = await list({ withdrawn: true })
    expect(shown.rows.find((row) => row.document.withdrawn)).toMatchObject({ note: 'Ghi trùng với 1' })
  })

  test('the official columns: author, handler, handed on, signed for, what is still open', async () => {
    const { archive, ids, list } = await books()
    const body = {
      id: null,
      name: 'Thường trực Huyện ủy',
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
    } as const
    const saved = await distributionHandlers['directory.saveBody'](archive, { body: { ...body, aliases: [] } }, CLERK)
    const sent = await distributionHandlers['delivery.send'](
      archive,
      {
        documentId: ids[0] as DocumentId,
        sentOn: '2021-08-09',
        items: [{ bodyId: saved.body.id, channel: 'direct', copies: 2 }]
      },
      CLERK
    )
    expect((await list({})).unacknowledged).toBe(1)
    const deliveryIds = sent.reconciliation.rows.flatMap((row) => row.delivery?.id ?? [])
    await distributionHandlers['delivery.acknowledge'](
      archive,
      { deliveryIds, on: '2021-08-10', by: 'L.V. Bình', basis: null },
      CLERK
    )
    const got = await list({})
    expect(got.unacknowledged).toBe(0)
    expect(got.rows[0]).toMatchObject({
      author: 'Ban Thường vụ Tỉnh ủy',
      handler: 'TT Huyện ủy',
      copies: 2,
      handedOn: '2021-08-09',
      signedFor: 'L.V. Bình',
      unacknowledged: 0
    })
    expect(got.rows[1]).toMatchObject({ author: 'Tỉnh ủy Lâm Đồng', copies: null, handedOn: null, signedFor: null })
  })
})

describe('register.list, outgoing', () => {
  test('by number as a number, with the recipients but not the file copy', async () => {
    const { archive, list } = await books()
    const line = (text: string, kind: 'body' | 'file-copy') => ({
      text,
      kind,
      names: [text],
      note: null,
      evidence: null
    })
    const recipients = [line('Công an huyện', 'body'), line('Huyện đoàn', 'body'), line('Lưu VP', 'file-copy')]
    for (const number of ['221', '9', '44']) {
      await fileForm(archive, { number, symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name, recipients })
    }
    await fileForm(archive, { number: '44', suffix: 'a', symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name })
    const got = await list({ direction: 'outgoing' })
    expect(got.rows.map((row) => row.document.reference)).toEqual(['9-CV/HU', '44-CV/HU', '44a-CV/HU', '221-CV/HU'])
    expect(got.rows[0]?.recipients).toBe('Công an huyện; Huyện đoàn')
    expect((await list({ direction: 'outgoing', text: 'cong an' })).total).toBe(3)
  })
})

test('periods: terms and years that have lines, newest first', async () => {
  const { archive } = await books()
  await fileForm(archive, {
    direction: 'incoming',
    number: '1',
    symbol: 'CV/TU',
    issuedOn: '2018-01-01',
    arrivedOn: '2018-01-02'
  })
  const { periods } = await handlers['register.periods'](archive, { direction: 'incoming' }, CLERK)
  expect(periods).toEqual([
    { key: 'term-2020-08-01', kind: 'term', from: '2020-08-01', to: '2025-07-31', count: 4 },
    { key: 'term-2015-08-01', kind: 'term', from: '2015-08-01', to: '2020-07-31', count: 1 },
    { key: '2022', kind: 'year', from: '2022-01-01', to: '2022-12-31', count: 1 },
    { key: '2021', kind: 'year', from: '2021-01-01', to: '2021-12-31', count: 3 },
    { key: '2018', kind: 'year', from: '2018-01-01', to: '2018-12-31', count: 1 }
  ])
  expect((await handlers['register.periods'](archive, { direction: 'internal' }, CLERK)).periods).toEqual([])
})

function lineOf(text: string): RecipientLine {
  const read = readRecipientLine(text, null)
  return { ...read, names: [...read.names] }
}
