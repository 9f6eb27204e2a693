import { describe, expect, it } from 'vitest'
import type { BookId, DossierId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { SearchAnswer, SearchHit } from '#contract/operations/search.ts'
import {
  chipsOf,
  chooseAnswer,
  countedValues,
  dropChip,
  type FacetName,
  facetRows,
  isFiltered,
  nextOffset,
  placesLine,
  toggleValue
} from '#renderer/features/search/search-state.ts'

type Facets = NonNullable<SearchAnswer['facets']>
const hit = (id: string) => ({ document: { id }, pages: [1], places: 1 }) as unknown as SearchHit
const answer = (stage: 'fast' | 'full', ids: readonly string[], total: number | null): SearchAnswer => ({
  stage,
  hits: ids.map(hit),
  total,
  facets: null,
  corrected: null,
  milliseconds: 1
})

describe('what is shown while typing', () => {
  it('takes the whole answer before the fast one', () => {
    const shown = chooseAnswer('a', [answer('full', ['d1', 'd2'], 2)], answer('fast', ['d9'], null), null)
    expect(shown?.hits.map((one) => one.document.id)).toEqual(['d1', 'd2'])
    expect(shown?.total).toBe(2)
  })
  it('says no total before the whole archive was searched', () => {
    expect(chooseAnswer('a', null, answer('fast', ['d1'], null), null)?.total).toBeNull()
  })
  it('keeps what was there until an answer to the new words comes, without its total', () => {
    const before = chooseAnswer('a', [answer('full', ['d1'], 1)], null, null)
    const shown = chooseAnswer('ab', null, null, before)
    expect(shown?.hits).toHaveLength(1)
    expect(shown?.total).toBeNull()
    expect(shown?.query).toBe('a')
  })
  it('shows nothing before the first answer', () => {
    expect(chooseAnswer('a', null, null, null)).toBeNull()
  })
  it('shows a document that moved between two pages once', () => {
    const shown = chooseAnswer('a', [answer('full', ['d1', 'd2'], 3), answer('full', ['d2', 'd3'], 3)], null, null)
    expect(shown?.hits.map((one) => one.document.id)).toEqual(['d1', 'd2', 'd3'])
  })
})

describe('pages of hits', () => {
  it('asks on from where the last page ended', () => {
    expect(nextOffset([answer('full', ['d1', 'd2'], 5)], 2)).toBe(2)
    expect(nextOffset([answer('full', ['d1', 'd2'], 5), answer('full', ['d3', 'd4'], 5)], 2)).toBe(4)
  })
  it('stops at the total, and at an empty page', () => {
    expect(nextOffset([answer('full', ['d1', 'd2'], 2)], 2)).toBeNull()
    expect(nextOffset([answer('full', [], 5)], 2)).toBeNull()
    expect(nextOffset([], 2)).toBeNull()
  })
})

describe('facets and chips', () => {
  it('ticks and unticks; years are numbers for the engine', () => {
    const once = toggleValue(NO_FILTERS, 'years', '2021')
    expect(once.years).toEqual([2021])
    expect(isFiltered(once)).toBe(true)
    expect(toggleValue(once, 'years', '2021')).toEqual(NO_FILTERS)
  })
  it('keeps a ticked value that no document has, so that it can be unticked', () => {
    const filters = toggleValue(NO_FILTERS, 'documentTypes', 'bao-cao')
    const { rows } = facetRows('documentTypes', [{ value: 'cong-van', count: 3, name: 'Công văn' }], filters, 6)
    expect(rows.map((row) => [row.name, row.count, row.on])).toEqual([
      ['Công văn', 3, false],
      ['Báo cáo', 0, true]
    ])
  })
  it('folds the rest away but never a ticked one', () => {
    const counts = ['a', 'b', 'c', 'd'].map((value, index) => ({ value, count: 9 - index, name: value }))
    const { rows, more } = facetRows('issuers', counts, toggleValue(NO_FILTERS, 'issuers', 'd'), 2)
    expect(rows.map((row) => row.value)).toEqual(['a', 'b', 'd'])
    expect(more).toBe(1)
  })
  it('names each condition in force once and drops it whole', () => {
    const filters = {
      ...toggleValue(toggleValue(NO_FILTERS, 'documentTypes', 'cong-van'), 'documentTypes', 'ke-hoach'),
      years: [2021],
      from: '2021-08-01'
    }
    expect(chipsOf(filters).map((chip) => chip.text)).toEqual(['Công văn, Kế hoạch', 'Năm 2021', 'Từ 01/08/2021'])
    expect(dropChip(filters, 'documentTypes').documentTypes).toEqual([])
    expect(dropChip(filters, 'days').from).toBeNull()
    expect(chipsOf(NO_FILTERS)).toEqual([])
  })
  it('names terms, books and dossiers as the answer does; without one says how many are ticked', () => {
    const book: Facets['books'][number]['book'] = {
      ...{ name: null, direction: 'outgoing', body: 'Huyện ủy Đức Lâm', separator: '-', documentTypes: ['cong-van'] },
      period: { kind: 'term', from: '2020-08-20', to: null }
    }
    const facets: Facets = {
      ...{ directions: [], documentTypes: [], issuers: [], years: [], recipients: [] },
      terms: [
        { value: '2020-08-20', count: 2, from: '2020-08-20', to: null },
        { value: '2015-08-25', count: 3, from: '2015-08-25', to: '2020-08-19' },
        { value: 'earlier', count: 1, from: null, to: '2015-08-24' }
      ],
      books: [{ value: 'k_0001' as BookId, count: 2, book }],
      dossiers: [{ value: 'o_0001' as DossierId, count: 2, code: '01-VP', title: 'Phòng cháy' }]
    }
    const named = (facet: FacetName) => countedValues(facets, facet).map((one) => one.name)
    expect(named('terms')).toEqual(['Nhiệm kỳ 2020–2025', 'Nhiệm kỳ 2015–2020', 'Trước nhiệm kỳ 2015'])
    expect(named('books')).toEqual(['Công văn · Huyện ủy Đức Lâm · nhiệm kỳ 2020–2025'])
    expect(named('dossiers')).toEqual(['01-VP · Phòng cháy'])
    const lines = (facet: FacetName) =>
      facetRows(facet, countedValues(facets, facet), NO_FILTERS, 9).rows.map((row) => [row.label, row.detail])
    expect(lines('terms')).toEqual([
      ['2020–2025', null],
      ['2015–2020', null],
      ['Trước 2015', null]
    ])
    expect(lines('books')).toEqual([['Công văn', '2020–2025 · Huyện ủy Đức Lâm']])
    expect(lines('dossiers')).toEqual([['01-VP', 'Phòng cháy']])
    const filters = [
      ['terms', '2015-08-25'],
      ['books', 'k_0001'],
      ['dossiers', 'o_0001']
    ].reduce((all, [facet, value]) => toggleValue(all, facet as FacetName, value ?? ''), NO_FILTERS)
    expect(chipsOf(filters, facets).map((chip) => chip.text)).toEqual([
      'Nhiệm kỳ 2015–2020',
      'Sổ: Công văn · Huyện ủy Đức Lâm · nhiệm kỳ 2020–2025',
      'Hồ sơ: 01-VP · Phòng cháy'
    ])
    expect(chipsOf(filters).map((chip) => chip.text)).toEqual(['Nhiệm kỳ từ 2015', 'Sổ: 1', 'Hồ sơ: 1'])
    expect(countedValues(null, 'books')).toEqual([])
  })
  it('says where the words stand, and nothing when they stand nowhere on the page', () => {
    expect(placesLine({ pages: [1, 2, 3], places: 11 })).toBe('tr. 1, 2, 3 · 11 chỗ')
    expect(placesLine({ pages: [1, 2, 3, 4, 5], places: 9 })).toBe('tr. 1, 2, 3, 4 … · 9 chỗ')
    expect(placesLine({ pages: [], places: 0 })).toBe('')
  })
})
