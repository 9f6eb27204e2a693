import { expect, test } from 'vitest'
import { registerHandlers } from '#archive/handlers/registers.ts'
import { keysOfLine } from '#archive/store/register-lines.ts'
import { compareRows, orderInSql, type RegisterKeys } from '#archive/store/register-order.ts'
import type { CheckedInputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { memoryArchive } from '#tests/support/memory-archive.ts'
import { clerkOf, LETTERS, letter, NEXT, numberClock as now } from '#tests/support/numbering.ts'
import { CLERK, OFFICE, tempArchive } from '#tests/support/temp-archive.ts'
import { seeded } from '../../faults/case-count.ts'

const LIST: CheckedInputOf<'register.list'> = {
  direction: 'outgoing',
  from: null,
  to: null,
  text: '',
  sort: 'number',
  descending: false,
  group: 'none',
  withdrawn: true,
  bookId: null,
  offset: 0,
  limit: 100
}

/** A book with 1, void 2, 3 withdrawn, kept back 4, 5 back-dated; and a notice beside it. */
async function oneBook() {
  const { archive } = await tempArchive({ deps: { now } })
  const clerk = clerkOf(archive)
  await clerk.file(letter({ issuedOn: '2026-03-05' }), NEXT)
  await clerk.ask('number.void', {
    what: { kind: 'number', place: { ...LETTERS, day: '2026-03-06' }, number: 2, suffix: null },
    reason: 'đánh máy hỏng'
  })
  const gone = await clerk.file(letter({ issuedOn: '2026-03-07' }), NEXT)
  await clerk.withdraw(gone.document.id)
  await clerk.ask('number.reserve', { place: LETTERS, numbers: [], count: 1, forWhom: 'Ban Dân vận', reason: 'chờ ký' })
  await clerk.file(letter({ issuedOn: '2026-03-04' }), NEXT)
  await clerk.file(letter({ symbol: 'TB/HU', documentType: 'thong-bao', issuedOn: '2026-03-05' }), NEXT)
  const list = async (input: Partial<typeof LIST> = {}) =>
    await registerHandlers['register.list'](archive, { ...LIST, ...input }, CLERK)
  /** Lines and blanks as they stand one under another. */
  const shown = async (input: Partial<typeof LIST> = {}) => {
    const { rows, blanks } = await list(input)
    const offset = input.offset ?? 0
    const lines = rows.map((row) => row.document.reference ?? '')
    for (const { blank, before } of blanks.toReversed())
      lines.splice(before - offset, 0, `(${blank.number} ${blank.state})`)
    return lines
  }
  return { archive, clerk, list, shown, book: await clerk.bookOf(letter()) }
}

test('a void number and one kept back stay among the lines, at their place, with reason', async () => {
  const { list, shown, book } = await oneBook()
  const bookId = book.id
  expect(await shown({ bookId })).toEqual(['01-CV/HU', '(2 void)', '03-CV/HU', '(4 reserved)', '05-CV/HU'])
  expect(await shown({ bookId, descending: true })).toEqual([
    '05-CV/HU',
    '(4 reserved)',
    '03-CV/HU',
    '(2 void)',
    '01-CV/HU'
  ])
  expect(await shown({ bookId, withdrawn: false })).toEqual(['01-CV/HU', '(2 void)', '(4 reserved)', '05-CV/HU'])
  expect(await shown({ bookId, limit: 1 })).toEqual(['01-CV/HU'])
  expect(await shown({ bookId, offset: 1, limit: 1 })).toEqual(['(2 void)', '03-CV/HU'])
  expect(await shown({ sort: 'issued', group: 'month', to: '2026-03-09' })).toEqual([
    '05-CV/HU',
    '01-CV/HU',
    '01-TB/HU',
    '(2 void)',
    '03-CV/HU'
  ])
  const { blanks, total, withdrawn } = await list({ bookId })
  expect([total, withdrawn]).toEqual([3, 1])
  expect(blanks[0]).toMatchObject({ blank: { reason: 'đánh máy hỏng', state: 'void', day: '2026-03-06' }, before: 1 })
  expect(blanks[1]?.blank).toMatchObject({ forWhom: 'Ban Dân vận', by: CLERK.name })
  expect((await list({ text: 'van' })).blanks).toEqual([])
  expect((await list({ direction: 'incoming' })).blanks).toEqual([])
})

test('a void number at the very end of a book, and of a book without papers, is shown', async () => {
  const { archive, clerk } = await oneBook()
  const place = { ...LETTERS, documentType: 'bao-cao', day: '2026-03-06' } as const
  await clerk.ask('number.void', { what: { kind: 'number', place, number: 1, suffix: null }, reason: 'hỏng' })
  const book = await clerk.bookOf(letter({ documentType: 'bao-cao', symbol: 'BC/HU' }))
  const got = await registerHandlers['register.list'](archive, { ...LIST, bookId: book.id }, CLERK)
  expect([got.total, got.blanks.map((one) => [one.blank.number, one.before])]).toEqual([0, [[1, 0]]])
})

test('a line says how its number stands, and in which book', async () => {
  const { list, book } = await oneBook()
  const rows = (await list({ bookId: book.id })).rows
  expect(rows.map((row) => row.numbering)).toEqual([null, null, { flags: ['back-dated'], reason: null }])
  expect(new Set(rows.map((row) => row.bookId))).toEqual(new Set([book.id]))
})

const SORTS = ['number', 'issued', 'arrived', 'author', 'reference'] as const
const GROUPS = ['none', 'day', 'month', 'type'] as const

test('the database orders as a reader of every line does, whatever is missing on a line', () => {
  const archive = memoryArchive(OFFICE)
  const random = seeded(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  for (let n = 0; n < 120; n++) {
    const incoming = random() < 0.5
    const form: Partial<DocumentForm> = {
      direction: incoming ? 'incoming' : 'outgoing',
      number: pick(['1', '2', '10', '08', '9', null]),
      suffix: pick([null, null, 'a', 'b']),
      symbol: pick(['CV/HU', 'CV/TU', 'BC/ĐU', null]),
      documentType: pick(['cong-van', 'bao-cao', null]),
      issuedOn: pick(['2020-12-31', '2021-01-01', '2021-01-02', '2021-02-01', null]),
      issuer: pick(['Huyện ủy', 'Tỉnh ủy Lâm Đồng', 'Đảng ủy xã', null]),
      arrivedOn: incoming ? pick(['2021-01-03', '2021-02-02', '2020-12-31', null]) : null,
      arrivalNumber: incoming ? pick([1, 2, 3, null]) : null,
      subject: 'v/v'
    }
    archive.file(`d_${String(n).padStart(4, '0')}`, form)
  }
  for (const direction of ['incoming', 'outgoing'] as const) {
    for (const sort of SORTS) {
      for (const group of GROUPS) {
        for (const descending of [false, true]) {
          const order = orderInSql(direction, sort, descending, group)
          const got = archive.db
            .prepare<[string], { n: number }>(`SELECT d.n AS n FROM document d WHERE d.direction = ? ORDER BY ${order}`)
            .all(direction)
            .map((row) => row.n)
          const keys = [...got]
            .sort((a, b) => a - b)
            .flatMap((n): RegisterKeys[] => {
              const line = keysOfLine(archive.db, direction, n)
              return line ? [line] : []
            })
          const wanted = keys.toSorted(compareRows(direction, sort, descending, group)).map((row) => row.n)
          expect(got, `${direction} ${sort} ${group} ${descending}`).toEqual(wanted)
        }
      }
    }
  }
})

test('pages after the first come in the same order, and a new paper shows in them', async () => {
  const { clerk, list } = await oneBook()
  for (let n = 0; n < 7; n++) await clerk.file(letter({ issuedOn: '2026-03-08' }), NEXT)
  const all = (await list()).rows.map((row) => row.document.id)
  const pages = []
  for (let offset = 0; offset < all.length; offset += 3) pages.push(...(await list({ offset, limit: 3 })).rows)
  expect(pages.map((row) => row.document.id)).toEqual(all)
  const { document } = await clerk.file(letter({ issuedOn: '2026-03-08' }), NEXT)
  expect((await list({ offset: 3 })).rows.map((row) => row.document.id)).toContain(document.id)
})
