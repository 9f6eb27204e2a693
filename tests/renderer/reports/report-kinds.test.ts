import { describe, expect, it } from 'vitest'
import type { BookId, DocumentId } from '#contract/ids.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import { wholeReport } from '#renderer/app/print.ts'
import {
  askedReport,
  directionOf,
  fitScale,
  REPORT_GROUPS,
  REPORT_NEEDS,
  zoomScale
} from '#renderer/features/reports/report-kinds.ts'
import { FIRST_SETTINGS, keepReportSettings, readReportSettings } from '#renderer/features/reports/report-settings.ts'

const periods = [
  { key: '2021', kind: 'year', from: '2021-01-01', to: '2021-12-31', count: 3 },
  { key: 'term-2020-08-01', kind: 'term', from: '2020-08-01', to: '2025-07-31', count: 9 }
] as const
const choice = { ...FIRST_SETTINGS, documentId: null, bookId: null, fondsId: null, onlyUnsigned: true } as const
const documentId = 'd_abcd' as DocumentId

describe('print views', () => {
  it('stand in the list each once, but those that their own screens print', () => {
    const elsewhere = [
      'dossier-contents',
      'dossier-cover',
      'hits-list',
      'import-summary',
      'restore-drill',
      'restore-guide',
      'secret-book'
    ]
    const listed = [...REPORT_GROUPS.flatMap((group): readonly string[] => group.names), ...elsewhere]
    expect(listed.toSorted()).toEqual(REPORT_NAMES.toSorted())
  })
  it('go by one book where one is chosen, and about one wait for it', () => {
    const bookId = 'k_term' as BookId
    expect(askedReport('register-out', { ...choice, bookId }, periods)).toMatchObject({ bookId, from: null, to: null })
    expect(askedReport('book-closing', choice, periods)).toBeNull()
    expect(askedReport('book-closing', { ...choice, bookId }, periods)).toMatchObject({ bookId })
    expect(askedReport('post-book', { ...choice, bookId }, periods)).not.toHaveProperty('bookId')
  })
  it('of a register go by their book', () => {
    expect(askedReport('register-in', choice, periods)).toEqual({
      name: 'register-in',
      from: '2021-01-01',
      to: '2021-12-31',
      documentId: null,
      direction: 'incoming',
      bookId: null
    })
    expect(askedReport('register-out', choice, periods)).toMatchObject({ from: '2020-08-01', direction: 'outgoing' })
  })
  it('of one document wait until it is chosen', () => {
    for (const name of REPORT_NAMES.filter((one) => REPORT_NEEDS[one].document === 'one')) {
      expect(askedReport(name, choice, [])).toBeNull()
      expect(askedReport(name, { ...choice, documentId }, [])?.documentId).toBe(documentId)
    }
  })
  it('do not carry over what belongs to another', () => {
    expect(askedReport('missing-documents', { ...choice, documentId }, periods)).toEqual(
      wholeReport({ name: 'missing-documents', direction: null })
    )
    expect(askedReport('signature-sheet', { ...choice, documentId }, periods)?.onlyUnsigned).toBe(true)
    expect(askedReport('lineage-sheet', { ...choice, documentId }, periods)).not.toHaveProperty('onlyUnsigned')
  })
  it('are made smaller only where they do not fit', () => {
    expect(fitScale(1000, 800)).toBe(1)
    expect(fitScale(900, 1200)).toBe(0.75)
    expect(fitScale(300, 1200)).toBe(0.5)
    expect(fitScale(0, 1200)).toBe(1)
  })
  it('about one document or about days, never both', () => {
    const asked = askedReport('send-slips', { ...choice, documentId }, periods)
    expect(asked).toMatchObject({ documentId, from: null, to: null, onlyUnsigned: true })
    expect(askedReport('send-slips', choice, periods)).toMatchObject({ documentId: null, from: '2020-08-01' })
    expect(askedReport('envelopes', { ...choice, envelope: 'dl' }, periods)?.envelope).toBe('dl')
    expect(askedReport('labels', { ...choice, labelsUsed: 5 }, periods)?.labelsUsed).toBe(5)
    expect(askedReport('statistics', { ...choice, by: 'month' }, periods)).toMatchObject({
      by: 'month',
      direction: null
    })
  })
  it('have the directions they know; one chosen for another stays away', () => {
    expect(directionOf('register-in', 'outgoing')).toBe('incoming')
    expect(directionOf('register-out', 'internal')).toBe('internal')
    expect(directionOf('register-out', 'incoming')).toBe('outgoing')
    expect(askedReport('handover-book', { ...choice, direction: 'incoming' }, periods)).toMatchObject({
      direction: 'incoming',
      from: '2021-01-01'
    })
  })
  it('are shown as large as chosen', () => {
    expect(zoomScale('fit', 900, 1200)).toBe(0.75)
    expect(zoomScale('1.5', 900, 1200)).toBe(1.5)
  })
})

describe('what was chosen last', () => {
  function store(first?: string) {
    const held = new Map(first === undefined ? [] : [['vankho.reports', first]])
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value)
    }
  }
  it('is there again', () => {
    const kept = store()
    const settings = {
      ...FIRST_SETTINGS,
      name: 'statistics',
      by: 'month',
      direction: 'incoming',
      zoom: '1.5',
      labelsUsed: 7,
      period: { kind: 'days', from: '2021-01-01', to: null }
    } as const
    keepReportSettings(settings, kept)
    expect(readReportSettings(kept)).toEqual(settings)
  })
  it('is as at the beginning where it cannot be read or is unknown', () => {
    for (const broken of [
      '{',
      'null',
      '7',
      '[]',
      '{"name":"gone","by":5,"labelsUsed":99,"period":{"kind":"days"},"zoom":9}'
    ]) {
      expect(readReportSettings(store(broken))).toEqual(FIRST_SETTINGS)
    }
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      }
    }
    expect(() => keepReportSettings(FIRST_SETTINGS, full)).not.toThrow()
  })
})
