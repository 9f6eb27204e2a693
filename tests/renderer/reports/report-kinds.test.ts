import { describe, expect, it } from 'vitest'
import type { DocumentId } from '#contract/ids.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import { wholeReport } from '#renderer/app/print.ts'
import { askedReport, fitScale, REPORT_GROUPS, REPORT_NEEDS } from '#renderer/features/reports/report-kinds.ts'

const periods = [
  { key: '2021', kind: 'year', from: '2021-01-01', to: '2021-12-31', count: 3 },
  { key: 'term-2020-08-01', kind: 'term', from: '2020-08-01', to: '2025-07-31', count: 9 }
] as const
const choice = { period: { kind: 'newest' }, documentId: null, onlyUnsigned: true } as const
const documentId = 'd_abcd' as DocumentId

describe('print views', () => {
  it('stand in the list each once', () => {
    expect(REPORT_GROUPS.flatMap((group) => group.names).sort()).toEqual([...REPORT_NAMES].sort())
  })
  it('of a register go by their book', () => {
    expect(askedReport('register-in', choice, periods)).toEqual({
      name: 'register-in',
      from: '2021-01-01',
      to: '2021-12-31',
      documentId: null,
      onlyUnsigned: false,
      direction: 'incoming'
    })
    expect(askedReport('register-out', choice, periods)).toMatchObject({ from: '2020-08-01', direction: 'outgoing' })
  })
  it('of one document wait until it is chosen', () => {
    for (const name of REPORT_NAMES.filter((one) => REPORT_NEEDS[one].document)) {
      expect(askedReport(name, choice, [])).toBeNull()
      expect(askedReport(name, { ...choice, documentId }, [])?.documentId).toBe(documentId)
    }
  })
  it('do not carry over what belongs to another', () => {
    expect(askedReport('missing-documents', { ...choice, documentId }, periods)).toEqual(
      wholeReport({ name: 'missing-documents' })
    )
    expect(askedReport('signature-sheet', { ...choice, documentId }, periods)?.onlyUnsigned).toBe(true)
    expect(askedReport('lineage-sheet', { ...choice, documentId }, periods)?.onlyUnsigned).toBe(false)
  })
  it('are made smaller only where they do not fit', () => {
    expect(fitScale(1000, 800)).toBe(1)
    expect(fitScale(900, 1200)).toBe(0.75)
    expect(fitScale(300, 1200)).toBe(0.5)
    expect(fitScale(0, 1200)).toBe(1)
  })
})
