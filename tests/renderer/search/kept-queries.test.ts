import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '#contract/no-filters.ts'
import { dropQuery, type KeptQuery, keepQuery, keptQueries, sameQuery } from '#renderer/features/search/kept-queries.ts'
import { toggleValue } from '#renderer/features/search/search-state.ts'

function store(start: Readonly<Record<string, string>> = {}) {
  const kept = new Map(Object.entries(start))
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  }
}
const query = (text: string): KeptQuery => ({ text, filters: NO_FILTERS, sort: 'relevance' })

describe('recent queries', () => {
  it('stand newest first, each once, whatever the spaces and case', () => {
    const place = store()
    keepQuery('recent', query('rừng'), place)
    keepQuery('recent', query('ngân sách'), place)
    keepQuery('recent', query('  Rừng '), place)
    expect(keptQueries('recent', place).map((one) => one.text)).toEqual(['Rừng', 'ngân sách'])
  })
  it('forget the beginning of what was typed on', () => {
    const place = store()
    keepQuery('recent', query('mạng x'), place)
    keepQuery('recent', query('mạng xã hội'), place)
    expect(keptQueries('recent', place).map((one) => one.text)).toEqual(['mạng xã hội'])
  })
  it('are at most eight', () => {
    const place = store()
    for (let at = 10; at < 30; at++) keepQuery('recent', query(`câu ${at}`), place)
    expect(keptQueries('recent', place)).toHaveLength(8)
  })
  it('do not hold an empty one', () => {
    const place = store()
    expect(keepQuery('recent', query('   '), place)).toEqual([])
  })
})

describe('saved queries', () => {
  it('differ by what is ticked, and go when dropped', () => {
    const place = store()
    const ticked = { ...query('rừng'), filters: toggleValue(NO_FILTERS, 'years', '2021') }
    keepQuery('saved', query('rừng'), place)
    keepQuery('saved', ticked, place)
    expect(keptQueries('saved', place)).toHaveLength(2)
    expect(sameQuery(query('rừng'), ticked)).toBe(false)
    expect(dropQuery('saved', ticked, place)).toEqual([query('rừng')])
  })
  it('that cannot be read count as none', () => {
    expect(keptQueries('saved', store({ 'vankho.search.saved': '{broken' }))).toEqual([])
    expect(
      keptQueries('saved', store({ 'vankho.search.saved': '[{"text":1},null,{"text":"a","filters":{"years":3}}]' }))
    ).toEqual([])
  })
  it('go on without a place to keep them', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      }
    }
    expect(keepQuery('saved', query('rừng'), full)).toEqual([query('rừng')])
  })
})
