import { describe, expect, test } from 'vitest'
import type { BookId, DossierId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchFilters } from '#contract/operations/search.ts'
import { bookName } from '#domain/vocabulary/book-names.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'
import { fast, full, ids } from './search-support.ts'

const STARTS = ['2015-08-25', '2020-08-20']
const DAYS = ['2014-03-02', '2016-05-04', '2020-08-19', '2020-08-20', '2022-01-09', null] as const
const FIRST = 'o_0001' as DossierId
const SECOND = 'o_0002' as DossierId

function dossier(archive: MemoryArchive, id: DossierId, code: string, documents: readonly string[]): void {
  const own = { code, title: `Việc ${code}`, heading: null, years: null, keeper: null, openedOn: '2020-01-01' }
  archive.record({
    kind: 'dossier-saved',
    data: { dossier: { id, ...own, paperLocation: null, note: null, rule: null }, before: null }
  })
  if (documents.length > 0) put(archive, id, documents)
}

function put(archive: MemoryArchive, dossierId: DossierId, documents: readonly string[]): void {
  const items = documents.map((documentId, index) => ({ documentId, position: index + 1 }))
  archive.record({ kind: 'dossier-documents-added', data: { dossierId, items } })
}

/** Sixty papers: every third came in, of two types, in three terms and without a day; even ones and every fifth in a dossier. */
function office(): MemoryArchive {
  const archive = memoryArchive({ ...OFFICE, termStarts: STARTS })
  for (let at = 0; at < 60; at++) {
    const incoming = at % 3 === 0
    const issuedOn = DAYS[at % DAYS.length] ?? null
    archive.file(`d${at}`, {
      direction: incoming ? 'incoming' : 'outgoing',
      documentType: at % 2 === 0 ? 'cong-van' : 'bao-cao',
      issuer: incoming ? 'Tỉnh ủy' : OFFICE.name,
      number: String(at + 1),
      symbol: at % 2 === 0 ? 'CV/HU' : 'BC/HU',
      issuedOn,
      arrivalNumber: incoming ? at + 1 : null,
      arrivedOn: incoming ? issuedOn : null,
      subject: at % 4 === 0 ? 'bảo vệ rừng' : 'phòng cháy'
    })
  }
  dossier(
    archive,
    FIRST,
    '01-VP',
    names((at) => at % 2 === 0)
  )
  dossier(
    archive,
    SECOND,
    '02-VP',
    names((at) => at % 5 === 0)
  )
  return archive
}

function names(holds: (at: number) => boolean): readonly string[] {
  return Array.from({ length: 60 }, (_, at) => at).flatMap((at) => (holds(at) ? [`d${at}`] : []))
}

const counts = (values: readonly Readonly<{ value: string; count: number }>[] | undefined) =>
  values?.map((one) => [one.value, one.count])

describe('papers by term, book and dossier (S07)', () => {
  const archive = office()
  const { db } = archive
  const facets = (query: string, filters: Partial<SearchFilters> = {}) => full(db, query, { filters }).facets

  test('terms by the paper’s own day, the newest first, up to the day before the next', () => {
    expect(counts(facets('')?.terms)).toEqual([
      ['2020-08-20', 20],
      ['2015-08-25', 20],
      ['earlier', 10]
    ])
    expect(facets('')?.terms.map(({ from, to }) => [from, to])).toEqual([
      ['2020-08-20', null],
      ['2015-08-25', '2020-08-19'],
      [null, '2015-08-24']
    ])
  })

  test('books as the register has them, by their names, those of the newest period first', () => {
    const books = facets('')?.books ?? []
    const lines = db.prepare('SELECT book_id AS value, count(*) AS count FROM book_line GROUP BY 1').all()
    expect(books.map(({ value, count }) => ({ value, count })).toSorted(byValue)).toEqual(
      (lines as { value: string; count: number }[]).toSorted(byValue)
    )
    const begun = books.map((one) => one.book.period.from)
    expect(begun).toEqual(begun.toSorted().reverse())
    expect(new Set(books.map((one) => bookName(one.book))).size).toBe(books.length)
    expect(books.map((one) => bookName(one.book))).toContain('Sổ văn bản đến, năm 2014')
  })

  test('a paper in two dossiers counts in both', () => {
    expect(facets('')?.dossiers).toEqual([
      { value: FIRST, count: 30, code: '01-VP', title: 'Việc 01-VP' },
      { value: SECOND, count: 12, code: '02-VP', title: 'Việc 02-VP' }
    ])
    expect(counts(facets('rừng ')?.dossiers)).toEqual([
      [FIRST, 15],
      [SECOND, 3]
    ])
  })

  test('each ticked value counts what it shows, in both stages; its own facet stays whole, the others get less', () => {
    const all = facets('rừng ')
    const ticks: readonly Partial<SearchFilters>[] = [
      ...(all?.terms ?? []).map((one) => ({ terms: [one.value] })),
      ...(all?.books ?? []).map((one) => ({ books: [one.value] })),
      ...(all?.dossiers ?? []).map((one) => ({ dossiers: [one.value] }))
    ]
    const expected = [...(all?.terms ?? []), ...(all?.books ?? []), ...(all?.dossiers ?? [])].map((one) => one.count)
    expect(ticks.length).toBeGreaterThan(6)
    ticks.forEach((filters, index) => {
      const answer = full(db, 'rừng ', { filters, limit: 200 })
      expect(answer.total).toBe(expected[index])
      expect(ids(fast(db, 'rừng ', { filters, limit: 200 })).toSorted()).toEqual([...ids(answer)].toSorted())
      const [own] = Object.keys(filters) as (keyof NonNullable<typeof all>)[]
      if (own) expect(answer.facets?.[own]).toEqual(all?.[own])
      const years = answer.facets?.years.reduce((sum, one) => sum + one.count, 0) ?? 0
      expect(years).toBeLessThanOrEqual(answer.total ?? 0)
    })
    const both = { terms: ['2015-08-25'], dossiers: [FIRST, SECOND] }
    const naive = names((at) => at % 4 === 0 && (at % 6 === 1 || at % 6 === 2) && (at % 2 === 0 || at % 5 === 0))
    expect(ids(full(db, 'rừng ', { filters: both, limit: 200 })).toSorted()).toEqual(naive.toSorted())
    expect(naive.length).toBeGreaterThan(0)
  })

  test('what is ticked keeps its name though nothing has it; what is gone finds nothing', () => {
    const answer = facets('phòng ', { terms: ['earlier'], dossiers: [SECOND], years: [1999] })
    expect(answer?.dossiers).toContainEqual({ value: SECOND, count: 0, code: '02-VP', title: 'Việc 02-VP' })
    expect(answer?.terms).toContainEqual({ value: 'earlier', count: 0, from: null, to: '2015-08-24' })
    for (const filters of [
      { dossiers: ['o_9999' as DossierId] },
      { books: ['k_9999' as BookId] },
      { terms: ['1999-01-01'] }
    ]) {
      const gone = full(db, '', { filters })
      expect([gone.total, fast(db, '', { filters }).hits.length]).toEqual([0, 0])
      expect(gone.facets?.dossiers.map((one) => one.value)).not.toContain('o_9999')
      expect(gone.facets?.books.map((one) => one.value)).not.toContain('k_9999')
    }
  })

  test('an office that has said no term has none to tick', () => {
    const own = memoryArchive({ ...OFFICE, termStarts: [] })
    own.file('d1', { issuedOn: '2021-01-01' }, '')
    expect(full(own.db, '').facets?.terms).toEqual([])
  })
})

describe('the counts follow every fact', () => {
  test('papers put into a dossier, taken out, and the dossier put away and back', () => {
    const archive = office()
    const inSecond = () => full(archive.db, '').facets?.dossiers.find((one) => one.value === SECOND)?.count ?? 0
    expect(inSecond()).toBe(12)
    put(archive, SECOND, ['d1', 'd2'])
    expect(inSecond()).toBe(14)
    const items = [{ documentId: 'd0', position: 1 }]
    archive.record({ kind: 'dossier-documents-removed', data: { dossierId: SECOND, items } })
    expect(inSecond()).toBe(13)
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd1', reason: '' } })
    expect(inSecond()).toBe(12)
    archive.record({ kind: 'dossier-removed', data: { dossierId: SECOND, reason: '' } })
    expect(inSecond()).toBe(0)
    expect(full(archive.db, '', { filters: { dossiers: [SECOND] } }).total).toBe(0)
    expect(ids(fast(archive.db, '', { filters: { dossiers: [SECOND] } }))).toEqual([])
    archive.record({ kind: 'dossier-restored', data: { dossierId: SECOND } })
    expect(inSecond()).toBe(12)
  })

  test('a paper corrected into another book, and all books when the terms change', () => {
    const archive = office()
    const books = () => new Map(full(archive.db, '').facets?.books.map((one) => [bookName(one.book), one.count]))
    const of = (year: number) => books().get(`Sổ văn bản đến, năm ${year}`) ?? 0
    expect([of(2014), of(2019)]).toEqual([10, 0])
    const before = formOf({ direction: 'incoming', arrivalNumber: 1, arrivedOn: '2014-03-02', issuedOn: '2014-03-02' })
    const after = { ...before, arrivedOn: '2019-03-02' }
    archive.record({ kind: 'document-corrected', data: { documentId: 'd0', before, after, reason: '' } })
    expect([of(2014), of(2019)]).toEqual([9, 1])
    const terms = () => counts(full(archive.db, '').facets?.terms)
    const named = () => [...books().keys()].filter((name) => name.includes('2018–2020'))
    expect(named()).toEqual([])
    const saved = { ...OFFICE, termStarts: [...STARTS, '2018-06-01'] }
    archive.record({ kind: 'office-saved', data: { office: saved, before: { ...OFFICE, termStarts: STARTS } } })
    expect(terms()?.map(([value]) => value)).toContain('2018-06-01')
    expect(named()).toHaveLength(1)
  })

  test('nothing of a filing that is taken back stays', () => {
    const archive = office()
    const before = full(archive.db, '').facets
    const failing = archive.db.transaction(() => {
      put(archive, FIRST, ['d1', 'd3'])
      throw new Error('taken back')
    })
    expect(failing).toThrow('taken back')
    expect(full(archive.db, '').facets).toEqual(before)
  })
})

test('a filter of all facets at once is the same for SQL and for the columns', () => {
  const { db } = office()
  const book = full(db, '').facets?.books[0]
  const filters = { ...NO_FILTERS, terms: ['2020-08-20'], books: book ? [book.value] : [], dossiers: [FIRST] }
  const whole = full(db, 'cháy ', { filters, limit: 200 })
  expect(ids(fast(db, 'cháy ', { filters, limit: 200 })).toSorted()).toEqual(ids(whole).toSorted())
})

function byValue(a: { value: string }, b: { value: string }): number {
  return a.value < b.value ? -1 : 1
}
