import { describe, expect, test } from 'vitest'
import { untilWritten } from '#archive/store/db/until-written.ts'
import { office } from '#archive/store/office.ts'
import { unanswered } from '#archive/store/unanswered.ts'
import { worklistCounts, worklistDocuments } from '#archive/store/worklists.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { type MemoryArchive, memoryArchive, replayed } from '#tests/support/memory-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'

const TODAY = '2026-03-01'
const FIRST = { offset: 0, limit: 100 }

function taken(archive: MemoryArchive): readonly string[] {
  const list = worklistDocuments(archive.db, { kind: 'number-taken', ...FIRST })
  expect(worklistCounts(archive.db, TODAY)['number-taken']).toBe(list.total)
  return list.documents.map((one) => one.id).sort()
}

const paper = (fields: Partial<DocumentForm>): Partial<DocumentForm> => ({
  number: '12',
  symbol: 'CV/HU',
  issuer: OFFICE.name,
  documentType: 'cong-van',
  ...fields
})

describe('numbers given twice are counted without reading them', () => {
  test('within a term, and for the State within a year; another type, body or term is another number', () => {
    const archive = memoryArchive({ ...OFFICE, termStarts: ['2015-08-01', '2020-08-01'] })
    expect(office(archive.db).termStarts).toHaveLength(2)
    archive.file('first', paper({ issuedOn: '2021-01-05' }))
    expect(taken(archive)).toEqual([])
    archive.file('term', paper({ issuedOn: '2023-06-05' }))
    archive.file('before', paper({ issuedOn: '2019-06-05' }))
    archive.file('type', paper({ issuedOn: '2023-06-05', documentType: 'bao-cao' }))
    archive.file('body', paper({ issuedOn: '2023-06-05', issuer: 'Tỉnh ủy Lâm Sơn' }))
    archive.file('undated', paper({ issuedOn: null }))
    expect(taken(archive)).toEqual(['first', 'term'])
    archive.file('old', paper({ issuedOn: '2012-01-05' }))
    archive.file('old year', paper({ issuedOn: '2012-11-05' }))
    archive.file('older', paper({ issuedOn: '2011-11-05' }))
    expect(taken(archive)).toEqual(['first', 'old', 'old year', 'term'])
    const state = { separator: '/', symbol: 'QĐ-UBND', documentType: null, issuer: 'UBND huyện' } as const
    archive.file('state', paper({ ...state, issuedOn: '2021-01-05' }))
    archive.file('state next year', paper({ ...state, issuedOn: '2022-01-05' }))
    expect(taken(archive)).toEqual(['first', 'old', 'old year', 'term'])
    archive.file('state again', paper({ ...state, issuedOn: '2022-12-05' }))
    expect(taken(archive)).toEqual(['first', 'old', 'old year', 'state again', 'state next year', 'term'])
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'term', reason: 'vào hai lần' } })
    expect(taken(archive)).toEqual(['old', 'old year', 'state again', 'state next year'])
    archive.record({ kind: 'document-restored', data: { documentId: 'term', reason: 'rút nhầm' } })
    expect(taken(archive)).toHaveLength(6)
  })
})

describe('papers of which nothing was read', () => {
  const missing = (archive: MemoryArchive): readonly string[] => {
    const list = worklistDocuments(archive.db, { kind: 'no-text', ...FIRST })
    expect(worklistCounts(archive.db, TODAY)['no-text']).toBe(list.total)
    const again = replayed(archive)
    expect(again.prepare('SELECT n FROM text_missing ORDER BY n').all()).toEqual(
      archive.db.prepare('SELECT n FROM text_missing ORDER BY n').all()
    )
    return list.documents.map((one) => one.id).sort()
  }

  test('are noted as they are filed, and again as they are taken out and put back', () => {
    const archive = memoryArchive(OFFICE)
    archive.file('read', {}, 'Một trang chữ đọc được từ bản quét. '.repeat(10), 'scan')
    archive.file('stamp', {}, 'Người ký: Huyện ủy', 'scan')
    archive.file('none', {}, '', 'none')
    archive.file('no file', {})
    archive.file('short', {}, 'ngắn', 'born-digital')
    expect(missing(archive)).toEqual(['none', 'stamp'])
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'stamp', reason: 'vào nhầm' } })
    expect(missing(archive)).toEqual(['none'])
    archive.record({ kind: 'document-restored', data: { documentId: 'stamp', reason: 'rút nhầm' } })
    expect(missing(archive)).toEqual(['none', 'stamp'])
  })
})

describe('what is asked over and over is made anew only after something was written', () => {
  test('every fact changes the counts at once', () => {
    const archive = memoryArchive({ ...OFFICE, level: 'HU' })
    const order = paper({ direction: 'incoming', symbol: 'CV/TU', issuer: 'Tỉnh ủy Lâm Sơn', issuedOn: '2025-01-05' })
    const all = () =>
      unanswered(archive.db, { level: null, issuer: null, excused: false, ...FIRST }, TODAY).rows.map(
        (row) => row.document.id
      )
    expect(all()).toEqual([])
    archive.file('order', order)
    expect(all()).toEqual(['order'])
    expect(worklistCounts(archive.db, TODAY).unanswered).toBe(1)
    archive.record({ kind: 'directive-excused', data: { documentId: 'order', reason: 'để biết', before: null } })
    expect(all()).toEqual([])
    expect(worklistCounts(archive.db, TODAY).unanswered).toBe(0)
    archive.record({ kind: 'directive-required', data: { documentId: 'order' } })
    expect(all()).toEqual(['order'])
    expect(worklistCounts(archive.db, '2025-01-06').unanswered).toBe(0)
    expect(worklistCounts(archive.db, TODAY).unanswered).toBe(1)
  })

  test('nothing is kept of what a transaction saw, nothing made twice without a write', () => {
    const { db } = memoryArchive(OFFICE)
    let made = 0
    const ask = () => untilWritten(db, 'bodies', () => [++made, db.prepare('SELECT count(*) FROM body').pluck().get()])
    expect([ask(), ask()]).toEqual([
      [1, 0],
      [1, 0]
    ])
    db.exec('BEGIN; CREATE TABLE own(x); INSERT INTO own VALUES (1)')
    expect(ask()).toEqual([2, 0])
    db.exec('ROLLBACK')
    expect(ask()).toEqual([3, 0])
    expect(ask()).toEqual([3, 0])
    expect(untilWritten(db, 'another', () => 'its own')).toBe('its own')
  })
})
