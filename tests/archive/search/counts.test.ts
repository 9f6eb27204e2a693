import { describe, expect, test } from 'vitest'
import type { SearchFilters } from '#contract/operations/search.ts'
import { type MemoryArchive, memoryArchive } from '#tests/support/memory-archive.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'
import { fast, full, ids } from './search-support.ts'

const LINE = { evidence: null, kind: 'body', note: null } as const

function register(): MemoryArchive {
  const archive = memoryArchive(OFFICE)
  const issuers = ['Tỉnh ủy', 'Huyện ủy', 'Đảng ủy xã'] as const
  for (let at = 0; at < 300; at++) {
    archive.file(
      `d${at}`,
      {
        direction: at % 3 === 0 ? 'incoming' : 'outgoing',
        documentType: at % 2 === 0 ? 'chi-thi' : 'bao-cao',
        issuer: issuers[at % 3] ?? null,
        issuedOn: at % 50 === 49 ? null : `${2018 + (at % 5)}-03-${String(1 + (at % 28)).padStart(2, '0')}`,
        subject: 'bảo vệ rừng',
        recipients: [
          { text: 'Ban Tuyên giáo', names: ['Ban Tuyên giáo'], ...LINE },
          ...(at % 10 === 0 ? [{ text: 'Lưu VP', names: ['Lưu VP'], ...LINE }] : [])
        ]
      },
      at % 4 === 0 ? 'có mưa lớn' : 'trời nắng'
    )
  }
  return archive
}

describe('totals and facets (S07)', () => {
  const archive = register()
  const { db } = archive

  test('a keystroke never says a total; the full stage counts exactly, far past what it shows', () => {
    expect(fast(db, 'rừng ')).toMatchObject({ stage: 'fast', total: null, facets: null })
    const answer = full(db, 'rừng ')
    expect(answer).toMatchObject({ stage: 'full', total: 300 })
    expect(answer.facets?.directions).toEqual([
      { value: 'outgoing', count: 200 },
      { value: 'incoming', count: 100 }
    ])
    expect(answer.facets?.years.map((one) => one.value)).toEqual(['2022', '2021', '2020', '2019', '2018'])
    expect(answer.facets?.years.reduce((sum, one) => sum + one.count, 0)).toBe(294)
    expect(answer.facets?.recipients).toEqual([
      { value: 'Ban Tuyên giáo', count: 300 },
      { value: 'Lưu VP', count: 30 }
    ])
    expect(full(db, 'mưa ').total).toBe(75)
  })

  test('one body spelt two ways is one value, and its tick takes both', () => {
    const own = memoryArchive(OFFICE)
    own.file('d1', { issuer: 'Huyện uỷ Đức Lâm', subject: 'bảo vệ rừng' }, '')
    own.file('d2', { issuer: 'Huyện ủy Đức Lâm', subject: 'bảo vệ rừng' }, '')
    own.file('d3', { issuer: 'Huyện ủy Đức Long', subject: 'bảo vệ rừng' }, '')
    const both = full(own.db, 'rừng ').facets?.issuers
    expect(both).toEqual([
      { value: 'Huyện uỷ Đức Lâm', count: 2 },
      { value: 'Huyện ủy Đức Long', count: 1 }
    ])
    for (const issuers of [['Huyện uỷ Đức Lâm'], ['Huyện ủy Đức Lâm']]) {
      const ticked = full(own.db, 'rừng ', { filters: { issuers } })
      expect([...ids(ticked)].sort()).toEqual(['d1', 'd2'])
      expect(ticked.total).toBe(2)
      expect([...ids(fast(own.db, 'rừng ', { filters: { issuers } }))].sort()).toEqual(['d1', 'd2'])
    }
  })

  test('a ticked value lessens the other facets, not its own', () => {
    const answer = full(db, 'mưa ', { filters: { directions: ['incoming'] } })
    expect(answer.total).toBe(25)
    expect(answer.facets?.directions.map((one) => one.count)).toEqual([50, 25])
    expect(answer.facets?.issuers).toEqual([{ value: 'Tỉnh ủy', count: 25 }])
    expect(answer.hits.every((hit) => hit.document.direction === 'incoming')).toBe(true)
  })

  test.each([
    [{ documentTypes: ['chi-thi'] }, (at: number) => at % 2 === 0],
    [{ issuers: ['Huyện ủy', 'Tỉnh ủy'] }, (at: number) => at % 3 !== 2],
    [{ years: [2019] }, (at: number) => at % 5 === 1 && at % 50 !== 49],
    [{ recipients: ['Lưu VP'] }, (at: number) => at % 10 === 0],
    [{ from: '2020-01-01' }, (at: number) => at % 5 >= 2 && at % 50 !== 49],
    [{ to: '2018-12-31' }, (at: number) => at % 5 === 0],
    [{ years: [2018], documentTypes: ['bao-cao'], from: '2018-03-10' }, (at: number) => at % 10 === 5 && at % 28 >= 9]
  ] as const)('%j counts what it shows', (filters, holds) => {
    const expected = Array.from({ length: 300 }, (_, at) => at)
      .filter(holds)
      .map((at) => `d${at}`)
    const asked = { filters: { ...filters } as Partial<SearchFilters>, limit: 200 }
    for (const query of ['', 'rừng ']) {
      const answer = full(db, query, asked)
      expect(answer.total).toBe(expected.length)
      expect(ids(answer).toSorted()).toEqual(expected.toSorted())
      expect(ids(fast(db, query, asked)).toSorted()).toEqual(expected.toSorted())
    }
  })

  test('newest first: by day of issue, those without one last; pages follow one another without a gap', () => {
    const pages = [0, 100, 200].flatMap((offset) => full(db, 'rừng ', { sort: 'newest', limit: 100, offset }).hits)
    const days = pages.map((hit) => hit.document.issuedOn ?? '')
    expect(days).toEqual(days.toSorted().reverse())
    expect(new Set(pages.map((hit) => hit.document.id)).size).toBe(300)
    const relevant = [0, 100, 200].flatMap((offset) => ids(full(db, 'rừng ', { limit: 100, offset })))
    expect(new Set(relevant).size).toBe(300)
  })

  test('filing, correcting and withdrawing are counted at once', () => {
    const own = register()
    expect(full(own.db, 'rừng ').total).toBe(300)
    own.file('new', { issuer: 'Công an huyện', subject: 'rừng' }, 'rừng')
    expect(full(own.db, 'rừng ').facets?.issuers).toContainEqual({ value: 'Công an huyện', count: 1 })
    const before = formOf({ issuer: 'Công an huyện', subject: 'rừng' })
    own.record({
      kind: 'document-corrected',
      data: { documentId: 'new', before, after: { ...before, issuer: 'Ban Chỉ huy Quân sự' }, reason: '' }
    })
    const corrected = full(own.db, 'rừng ').facets?.issuers.map((one) => one.value)
    expect(corrected).toContain('Ban Chỉ huy Quân sự')
    expect(corrected).not.toContain('Công an huyện')
    own.record({ kind: 'document-withdrawn', data: { documentId: 'new', reason: 'vào sổ hai lần' } })
    expect(full(own.db, 'rừng ').total).toBe(300)
    expect(full(own.db, '').total).toBe(300)
    own.record({ kind: 'document-restored', data: { documentId: 'new', reason: '' } })
    expect(full(own.db, '').total).toBe(301)
  })
})
