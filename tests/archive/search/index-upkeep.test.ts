import { describe, expect, test } from 'vitest'
import type { FileLayer } from '#archive/files/file-layer.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { checkIndex } from '#archive/search/check-index.ts'
import { plainLines } from '#tests/support/encrypted.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'
import { archiveOfTexts, full, ids } from './search-support.ts'

const TEXTS = ['quản lý mạng xã hội', 'phòng cháy, chữa cháy rừng', 'văn thư, lưu trữ'] as const

describe('the check of the index against the documents (S10)', () => {
  test('an index as it was written has nothing to say', () => {
    const { db } = archiveOfTexts(...TEXTS)
    expect(checkIndex(db)).toEqual({ documents: 3, indexed: 3, differing: [] })
  })

  test.each([
    ['a row lost from the index of bodies', 'DELETE FROM fb WHERE rowid = 2', 2],
    ['a row lost from the index of register lines', 'DELETE FROM fm WHERE rowid = 2', 2],
    ['a text lost', 'DELETE FROM search_text WHERE n = 2', 2],
    ['a text changed behind the index', "UPDATE search_text SET body = body || ' thêm' WHERE n = 2", 3]
  ])('%s is noticed', (_, damage, indexed) => {
    const { db } = archiveOfTexts(...TEXTS)
    db.exec(damage)
    expect(checkIndex(db)).toEqual({ documents: 3, indexed, differing: [2] })
  })

  test('a row of other words under the right number is noticed', () => {
    const { db } = archiveOfTexts(...TEXTS)
    db.exec("DELETE FROM fb WHERE rowid = 2; INSERT INTO fb(rowid, body) VALUES (2, 'chu khac han')")
    expect(checkIndex(db).differing).toEqual([2])
  })
})

describe('the index is written with the fact', () => {
  test('a withdrawn document leaves no row', () => {
    const archive = archiveOfTexts(...TEXTS)
    archive.record({ kind: 'document-withdrawn', data: { documentId: 'd1', reason: 'vào nhầm' } })
    for (const table of ['fm', 'fb', 'search_text'])
      expect(archive.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(2)
    expect(full(archive.db, 'mạng xã hội ').total).toBe(0)
  })

  test('a filing whose ledger line cannot be written leaves none either', async () => {
    let broken = false
    const files: FileLayer = {
      ...systemFiles,
      write(fd, bytes) {
        if (broken && plainLines(archive.folder, bytes).includes('document-filed'))
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
        systemFiles.write(fd, bytes)
      }
    }
    const { archive } = await tempArchive({ deps: { files, log: () => {} } })
    await fileText(archive, 'a.txt', 'Văn bản thứ nhất về rừng', { subject: 'rừng' })
    const rows = () =>
      ['fm', 'fb', 'search_text', 'term'].map((table) =>
        archive.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()
      )
    const before = rows()
    broken = true
    await expect(fileText(archive, 'b.txt', 'Văn bản thứ hai về biển', { subject: 'biển' })).rejects.toThrow(
      'disk-full'
    )
    expect(rows()).toEqual(before)
    expect(full(archive.db, 'biển ')).toMatchObject({ total: 0, hits: [] })
    expect(ids(full(archive.db, 'rừng '))).toHaveLength(1)
    expect(checkIndex(archive.db).differing).toEqual([])
  })
})
