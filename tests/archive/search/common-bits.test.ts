import { crc32 } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { WritableDb } from '#archive/archive-context.ts'
import { keepWarm, makeCommon } from '#archive/search/keep-warm.ts'
import type { MemoryArchive } from '#tests/support/memory-archive.ts'
import { formOf } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, full, ids } from './search-support.ts'

const TOPICS = ['công tác văn thư', 'xây dựng nông thôn mới', 'cải cách hành chính', 'an toàn giao thông'] as const

/** Forty papers; each says two of the topics, some with the words in another order. */
function papers(): string[] {
  return Array.from({ length: 40 }, (_, index) => {
    const one = TOPICS[index % TOPICS.length] ?? ''
    const other = TOPICS[(index * 3 + 1) % TOPICS.length] ?? ''
    return `Về ${one} và ${index % 5 === 0 ? other.split(' ').reverse().join(' ') : other}`
  })
}

/** The same database as a program that has just been started sees it: nothing is held in memory. */
function reopened(archive: MemoryArchive): WritableDb {
  return new Database(archive.db.serialize()) as unknown as WritableDb
}

function answers(db: WritableDb): Readonly<Record<string, unknown>> {
  const asked = [...TOPICS, 'tác văn', 'thôn', 'hành', 'giao thông an toàn', 'và', 'thư tác'].flatMap((words) => [
    words,
    `"${words}"`
  ])
  return Object.fromEntries(
    asked.map((words) => {
      const answer = full(db, `${words} `, { limit: 50 })
      return [words, { total: answer.total, ids: [...ids(answer)].sort() }]
    })
  )
}

/** What is kept says the same as the index alone. */
function expectSame(archive: MemoryArchive): void {
  const alone = reopened(archive)
  alone.exec('DELETE FROM common_bits; DELETE FROM common_changed')
  expect(answers(reopened(archive))).toEqual(answers(alone))
}

function correct(archive: MemoryArchive, id: string, subject: string): void {
  const before = formOf({})
  archive.record({
    kind: 'document-corrected',
    data: { documentId: id, before, after: formOf({ subject }), reason: 'gõ sai' }
  })
}

describe('the documents of common words and phrases are kept', () => {
  test('words and phrases of several words are', () => {
    const archive = archiveOfTexts(...papers())
    makeCommon(archive.db)
    const kept = archive.db.prepare('SELECT expression FROM common_bits').pluck().all()
    expect(kept).toEqual(expect.arrayContaining(['"thon"', '"cong tac"', '"tac van thu"', '"cong tac van thu"']))
    expect(kept).not.toContain('"thu cong"')
  })

  test('an opening after it asks them and not the index', () => {
    const archive = archiveOfTexts(...papers())
    makeCommon(archive.db)
    const db = reopened(archive)
    db.prepare(
      `UPDATE common_bits SET bits = zeroblob(length(bits)), sum = ? WHERE expression = '"cong tac van thu"'`
    ).run(crc32(Buffer.alloc(8)))
    expect(full(db, '"công tác văn thư" ').total).toBe(0)
    expect(full(reopened(archive), '"công tác văn thư" ').total).toBeGreaterThan(5)
  })

  test('a flipped bit of them is noticed and the index asked', () => {
    const archive = archiveOfTexts(...papers())
    makeCommon(archive.db)
    archive.db.exec('UPDATE common_bits SET bits = zeroblob(length(bits))')
    expectSame(archive)
  })

  test('what was filed, corrected, withdrawn and restored since is right', () => {
    const archive = archiveOfTexts(...papers())
    makeCommon(archive.db)
    expectSame(archive)
    archive.file('late', { subject: 'công tác văn thư' }, 'xây dựng nông thôn mới')
    expectSame(archive)
    correct(archive, 'd3', 'an toàn giao thông, công tác văn thư')
    expectSame(archive)
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd1', reason: 'vào nhầm' } })
    expectSame(archive)
    expect(full(reopened(archive), '"công tác văn thư" ', { limit: 50 }).hits.map((hit) => hit.document.id)).toEqual(
      expect.arrayContaining(['late', 'd3'])
    )
  })

  test('a document that was out when they were made comes back', () => {
    const archive = archiveOfTexts(...papers())
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd1', reason: 'vào nhầm' } })
    makeCommon(archive.db)
    archive.record({ kind: 'document-restored', data: { documentId: 'd1', reason: 'rút nhầm' } })
    expectSame(archive)
    expect(ids(full(reopened(archive), '"công tác văn thư" ', { limit: 50 }))).toContain('d1')
  })

  test('a roll-back leaves them as they were', () => {
    const archive = archiveOfTexts(...papers())
    makeCommon(archive.db)
    archive.db.exec('BEGIN')
    archive.file('never', {}, 'công tác văn thư')
    archive.db.exec('ROLLBACK')
    expectSame(archive)
  })
})

describe('while nobody asks', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('they are read step by step, handed over once and not again', () => {
    const { db } = archiveOfTexts(...papers())
    const keepCommon = vi.fn()
    keepWarm({ db, keepCommon }, 10)
    keepWarm({ db, keepCommon }, 10)
    expect(keepCommon).not.toHaveBeenCalled()
    vi.runAllTimers()
    expect(keepCommon).toHaveBeenCalledTimes(1)
    const [bits, upto] = keepCommon.mock.calls[0] ?? []
    expect(upto).toBe(40)
    expect([...bits.keys()]).toContain('"cong tac van thu"')
  })

  test('a small archive needs none', () => {
    const { db } = archiveOfTexts(...papers())
    const keepCommon = vi.fn()
    keepWarm({ db, keepCommon })
    vi.runAllTimers()
    expect(keepCommon).not.toHaveBeenCalled()
  })

  test('an archive closed meanwhile stops it; one that is written waits for it', () => {
    const { db } = archiveOfTexts(...papers())
    const keepCommon = vi.fn()
    db.exec('BEGIN')
    keepWarm({ db, keepCommon }, 10)
    vi.advanceTimersByTime(60_000)
    expect(keepCommon).not.toHaveBeenCalled()
    db.exec('ROLLBACK')
    db.close()
    vi.runAllTimers()
    expect(keepCommon).not.toHaveBeenCalled()
  })
})
