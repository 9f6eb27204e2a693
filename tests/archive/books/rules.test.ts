import { expect, test } from 'vitest'
import type { BookRule } from '#contract/operations/books.ts'
import { clerkOf, LETTERS, letter, NEXT, NUMBER_DAY, numberClock as now } from '#tests/support/numbering.ts'
import { tempArchive } from '#tests/support/temp-archive.ts'

const RULE = {
  id: null,
  fondsId: null,
  direction: 'outgoing',
  body: null,
  separator: null,
  documentTypes: ['cong-van', 'giay-moi'],
  perType: false,
  period: 'year',
  firstNumber: 1,
  name: 'Công văn, giấy mời'
} satisfies Omit<BookRule, 'id' | 'fondsId'> & { id: null; fondsId: null }

const invitation = () => letter({ documentType: 'giay-moi', symbol: 'GM/HU' })

async function desk() {
  const { archive } = await tempArchive({ deps: { now } })
  return { archive, clerk: clerkOf(archive) }
}

test('types that share one series take their numbers in turn; what was filed before moves with them', async () => {
  const { clerk } = await desk()
  await clerk.file(letter(), NEXT)
  await clerk.file(letter({ issuedOn: '2025-05-05', number: '300' }))
  const { rule, undo } = await clerk.ask('book.saveRule', { rule: RULE })
  expect((await clerk.file(invitation(), NEXT)).document.reference).toBe('02-GM/HU')
  expect((await clerk.file(letter(), NEXT)).document.reference).toBe('03-CV/HU')
  const books = await clerk.books()
  expect(books.map((one) => [one.ruleId, one.period.from, one.counts.last])).toEqual([
    [rule.id, '2026-01-01', 3],
    [rule.id, '2025-01-01', 300]
  ])
  await expect(clerk.undo(undo)).resolves.toBeDefined()
  expect((await clerk.bookOf(letter())).counts).toMatchObject({ last: 300, documents: 3 })
})

test('a rule that says the same of the same papers is refused with the other named', async () => {
  const { clerk } = await desk()
  await clerk.ask('book.saveRule', { rule: RULE })
  await expect(
    clerk.ask('book.saveRule', { rule: { ...RULE, documentTypes: ['giay-moi', 'phieu-gui'], name: null } })
  ).rejects.toMatchObject({ code: 'conflict', detail: { problem: 'overlap', other: RULE.name } })
})

test('the usual rules are changed in how they number, not in what they cover, and put back by removing', async () => {
  const { clerk } = await desk()
  const { rules } = await clerk.ask('book.rules', {})
  expect(rules.map((rule) => rule.id)).toEqual(['default-incoming', 'default-party', 'default-state'])
  const party = rules.find((rule) => rule.id === 'default-party')
  if (!party) throw new Error('no rule')
  const saved = await clerk.ask('book.saveRule', {
    rule: { ...party, period: 'year', firstNumber: 100, documentTypes: ['cong-van'] }
  })
  expect(saved.rule).toMatchObject({ period: 'year', firstNumber: 100, documentTypes: [] })
  expect((await clerk.file(letter(), NEXT)).document.reference).toBe('100-CV/HU')
  await clerk.ask('book.removeRule', { id: saved.rule.id })
  expect((await clerk.bookOf(letter())).period).toMatchObject({ kind: 'term', from: '2020-08-01' })
  await expect(clerk.ask('book.removeRule', { id: saved.rule.id })).rejects.toMatchObject({ code: 'not-found' })
})

test("a body's own rule wins over that of its types; each body numbers for itself", async () => {
  const { clerk } = await desk()
  const office = (fields = {}) => letter({ issuer: 'Văn phòng Huyện ủy Đam Rông', symbol: 'CV/VPHU', ...fields })
  await clerk.file(letter(), NEXT)
  expect((await clerk.file(office(), NEXT)).document.reference).toBe('01-CV/VPHU')
  await clerk.ask('book.saveRule', {
    rule: { ...RULE, documentTypes: [], perType: false, body: 'Văn phòng Huyện ủy', name: null }
  })
  expect((await clerk.file(office({ documentType: 'bao-cao', symbol: 'BC/VPHU' }), NEXT)).document.reference).toBe(
    '02-BC/VPHU'
  )
  expect((await clerk.file(office({ issuer: 'VĂN PHÒNG HUYỆN ỦY' }), NEXT)).document.reference).toBe('03-CV/VPHU')
  expect((await clerk.file(letter(), NEXT)).document.reference).toBe('02-CV/HU')
})

test('a book begun on paper goes on with its next number', async () => {
  const { clerk } = await desk()
  const { book, undo } = await clerk.ask('book.open', { place: LETTERS, firstNumber: 221, name: 'Sổ công văn' })
  expect(book).toMatchObject({
    state: 'open',
    firstNumber: 221,
    name: 'Sổ công văn',
    next: 221,
    counts: { missing: 0 }
  })
  expect((await clerk.file(letter(), NEXT)).document.reference).toBe('221-CV/HU')
  const renamed = await clerk.ask('book.open', { place: LETTERS, firstNumber: 220, name: null })
  expect(renamed.book).toMatchObject({ firstNumber: 220, name: null, counts: { missing: 1 } })
  await clerk.undo(renamed.undo)
  expect(await clerk.bookOf(letter())).toMatchObject({ firstNumber: 221, name: 'Sổ công văn' })
  await expect(clerk.undo(undo)).rejects.toMatchObject({ code: 'conflict' })
})

test('a new term opens its own book by itself and begins at the first number', async () => {
  const { archive, clerk } = await desk()
  await clerk.file(letter(), NEXT)
  const { office } = await import('#archive/store/office.ts')
  const before = office(archive.db)
  const after = { ...before, termStarts: [...before.termStarts, '2026-03-01'] }
  archive.commit([{ kind: 'office-saved', data: { office: after, before } }], {
    name: 'x',
    role: 'clerk',
    shell: 'direct'
  })
  // The paper of this day moved to the new term with its number.
  expect((await clerk.file(letter(), NEXT)).document.reference).toBe('02-CV/HU')
  expect((await clerk.file(letter({ issuedOn: '2026-02-01' }), NEXT)).document.reference).toBe('01-CV/HU')
  const seen = (await clerk.books()).map((book) => [book.period.from, book.period.to, book.counts.last])
  expect(seen).toEqual([
    ['2026-03-01', null, 2],
    ['2020-08-01', '2026-02-28', 1]
  ])
})

test('a day outside the book meant, or in a period not begun, gets no number', async () => {
  const { clerk } = await desk()
  const state = letter({ separator: '/', symbol: 'UBND', issuer: 'UBND huyện' })
  const book = await clerk.bookOf(state)
  const lastYear = { ...state, issuedOn: '2025-12-31' }
  await expect(clerk.file(lastYear, { take: { kind: 'next', bookId: book.id }, reason: null })).rejects.toMatchObject({
    code: 'outside-book',
    detail: { from: '2025-01-01', to: '2025-12-31', meant: book.id }
  })
  await expect(clerk.file({ ...state, issuedOn: '2027-01-01' }, NEXT)).rejects.toMatchObject({ code: 'outside-book' })
  await expect(clerk.file(letter({ issuedOn: null }), NEXT)).rejects.toMatchObject({
    code: 'missing-field',
    detail: { field: 'issuedOn' }
  })
  const held = await clerk.ask('number.reserve', {
    place: { ...LETTERS, day: NUMBER_DAY },
    numbers: [7],
    count: 0,
    forWhom: null,
    reason: 'giữ'
  })
  const numberId = held.numbers[0]?.id ?? ('' as never)
  await expect(clerk.file(invitation(), { take: { kind: 'reserved', numberId }, reason: null })).rejects.toMatchObject({
    code: 'outside-book'
  })
})

test("today's books are there before their first number, and can be asked for, opened and closed", async () => {
  const { clerk } = await desk()
  const [book] = await clerk.books('incoming')
  if (!book) throw new Error('no book')
  expect(book).toMatchObject({ state: 'derived', current: true, next: 1, counts: { last: null } })
  expect((await clerk.ask('book.get', { id: book.id })).book).toEqual(book)
  expect((await clerk.ask('book.gaps', { id: book.id })).missing).toEqual([])
  const { sheet } = await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })
  expect(sheet.counts.last).toBeNull()
  await expect(
    clerk.file(letter({ direction: 'incoming', issuer: 'Tỉnh ủy', arrivedOn: NUMBER_DAY }))
  ).rejects.toMatchObject({ code: 'book-closed' })
  await expect(clerk.ask('book.get', { id: 'k_00000000000000000000' as never })).rejects.toMatchObject({
    code: 'not-found'
  })
})
