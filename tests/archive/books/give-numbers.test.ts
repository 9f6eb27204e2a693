import { expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { bookHandlers } from '#archive/handlers/books.ts'
import { documentHandlers } from '#archive/handlers/documents.ts'
import { clerkOf, LETTERS, letter, NEXT, NUMBER_DAY, numberClock as now } from '#tests/support/numbering.ts'
import { CLERK, tempArchive } from '#tests/support/temp-archive.ts'

const file = (archive: OpenedArchive, ...args: Parameters<ReturnType<typeof clerkOf>['file']>) =>
  clerkOf(archive).file(...args)
const kinds = (archive: OpenedArchive) => [...archive.ledger.read(2)].map((event) => event.kind)

test('the next number is given in the commit that files, and opens the book of the term', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  const first = await file(archive, letter(), NEXT)
  const second = await file(archive, letter(), NEXT)
  expect([first.document.reference, second.document.reference]).toEqual(['01-CV/HU', '02-CV/HU'])
  expect(kinds(archive)).toEqual(['book-opened', 'document-filed', 'document-filed'])
  const { books } = await bookHandlers['book.list'](archive, { direction: 'outgoing', fondsId: null, on: null }, CLERK)
  expect(books).toMatchObject([
    { state: 'open', next: 3, documentTypes: ['cong-van'], period: { kind: 'term', from: '2020-08-01', to: null } }
  ])
})

test('an archive filed before there were books: each line falls in the book of its direction, type, body and date', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  await file(archive, letter({ number: '120', issuedOn: '2019-05-01' }))
  await file(archive, letter({ number: '7', issuedOn: '2021-05-01' }))
  await file(
    archive,
    letter({ number: '8', separator: '/', symbol: 'UBND', issuer: 'UBND huyện', issuedOn: '2021-05-01' })
  )
  await file(archive, letter({ direction: 'incoming', arrivedOn: '2021-02-01', arrivalNumber: 40, issuer: 'Tỉnh ủy' }))
  const { books } = await bookHandlers['book.list'](archive, { direction: null, fondsId: null, on: null }, CLERK)
  const listed = books.map((book) => [book.direction, book.period.kind, book.period.from, book.counts.last, book.state])
  expect(listed).toEqual([
    ['incoming', 'year', '2026-01-01', null, 'derived'],
    ['incoming', 'year', '2021-01-01', 40, 'derived'],
    ['outgoing', 'year', '2021-01-01', 8, 'derived'],
    ['outgoing', 'term', '2020-08-01', 7, 'derived'],
    ['outgoing', 'term', '2015-08-01', 120, 'derived']
  ])
})

test('a number that is there is refused with the ways out; a suffix or a reason files it', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  const there = await file(archive, letter({ number: '12' }))
  await file(archive, letter({ number: '13' }))
  await expect(file(archive, letter({ number: '12' }))).rejects.toMatchObject({
    code: 'number-taken',
    detail: { documentId: there.document.id, state: 'document', next: 14, nextSuffix: 'a', reference: '12-CV/HU' }
  })
  const suffixed = await file(archive, letter(), { take: { kind: 'suffix', of: 12 }, reason: null })
  expect(suffixed.document.reference).toBe('12a-CV/HU')
  expect((await file(archive, letter(), { take: { kind: 'suffix', of: 12 }, reason: null })).document.reference).toBe(
    '12b-CV/HU'
  )
  const twice = await file(archive, letter({ number: '12' }), { take: null, reason: 'phát hành lại' })
  expect(twice.number).toEqual({ flags: ['duplicate', 'late'], reason: 'phát hành lại' })
})

test('a withdrawn paper keeps its number: the next is higher, and its number written again is flagged', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  await file(archive, letter(), NEXT)
  const { document } = await file(archive, letter(), NEXT)
  await documentHandlers['document.withdraw'](archive, { id: document.id, reason: 'vào nhầm' }, CLERK)
  expect((await file(archive, letter(), NEXT)).document.reference).toBe('03-CV/HU')
  expect((await file(archive, letter({ number: '02' }))).number?.flags).toEqual(['reused', 'late'])
})

test('numbers kept back are passed over, used, given back and made void', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  await file(archive, letter(), NEXT)
  const kept = await bookHandlers['number.reserve'](
    archive,
    { place: LETTERS, numbers: [], count: 2, forWhom: 'Ban Tổ chức', reason: 'chờ ký' },
    CLERK
  )
  expect(kept.numbers.map((one) => [one.number, one.state])).toEqual([
    [2, 'reserved'],
    [3, 'reserved']
  ])
  expect((await file(archive, letter(), NEXT)).document.reference).toBe('04-CV/HU')
  const [two, three] = kept.numbers
  if (!two || !three) throw new Error('not kept back')
  await expect(file(archive, letter({ number: '02' }))).rejects.toMatchObject({
    code: 'number-taken',
    detail: { state: 'reserved', numberId: two.id }
  })
  const used = await file(archive, letter(), { take: { kind: 'reserved', numberId: two.id }, reason: null })
  expect([used.document.reference, used.number?.flags]).toEqual(['02-CV/HU', ['reserved']])
  const gone = await bookHandlers['number.void'](
    archive,
    { what: { kind: 'reserved', id: three.id }, reason: 'không phát hành' },
    CLERK
  )
  expect(gone.blank).toMatchObject({ number: 3, state: 'void', reason: 'không phát hành' })
  const gaps = await bookHandlers['book.gaps'](archive, { id: kept.bookId }, CLERK)
  expect(gaps.counts).toMatchObject({ first: 1, last: 4, documents: 3, voided: 1, reserved: 0, missing: 0 })
  expect(gaps.blanks.map((one) => one.number)).toEqual([3])
  await clerkOf(archive).undo(gone.undo)
  expect((await bookHandlers['book.get'](archive, { id: kept.bookId }, CLERK)).blanks).toMatchObject([
    { number: 3, state: 'reserved', reason: 'chờ ký', forWhom: 'Ban Tổ chức' }
  ])
})

test('late and back-dated entries are flagged in the ledger and in the report', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  await file(archive, letter(), NEXT)
  const dated = await file(archive, letter({ issuedOn: '2026-03-01' }), NEXT)
  expect(dated.number?.flags).toEqual(['back-dated'])
  const [event] = [...archive.ledger.read(dated.undo?.seq ?? 0)]
  expect(event).toMatchObject({ kind: 'document-filed', data: { numbering: { flags: ['back-dated'] } } })
  const { book } = await bookHandlers['number.propose'](archive, { form: letter(), except: null }, CLERK)
  const gaps = await bookHandlers['book.gaps'](archive, { id: book?.id ?? ('' as never) }, CLERK)
  expect(gaps.backDated).toMatchObject([{ number: 2, after: NUMBER_DAY, document: { id: dated.document.id } }])
})

test('a number given back and then given to a paper is not kept back again by undoing', async () => {
  const { archive } = await tempArchive({ deps: { now } })
  const clerk = clerkOf(archive)
  const { numbers } = await clerk.ask('number.reserve', {
    place: LETTERS,
    numbers: [],
    count: 1,
    forWhom: null,
    reason: 'chờ'
  })
  const released = await clerk.ask('number.release', { ids: numbers.map((one) => one.id), reason: 'thôi' })
  await clerk.undo(released.undo)
  const again = await clerk.ask('number.release', { ids: numbers.map((one) => one.id), reason: 'thôi' })
  const { document } = await clerk.file(letter(), NEXT)
  expect(document.reference).toBe('01-CV/HU')
  await expect(clerk.undo(again.undo)).rejects.toMatchObject({
    code: 'number-taken',
    detail: { documentId: document.id }
  })
})
