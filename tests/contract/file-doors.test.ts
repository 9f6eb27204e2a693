import { expect, it } from 'vitest'
import { locate } from '#archive/locate.ts'
import { documentFiles } from '#archive/store/documents.ts'
import type { DocumentId, Sha256 } from '#contract/ids.ts'
import { fileText, tempArchive } from '#tests/support/temp-archive.ts'

/** A hash is no key: it opens a file of the document it is asked of, and nothing beside it. */
it('a file is reached through its own document alone', async () => {
  const { archive } = await tempArchive()
  const one = (await fileText(archive, '1.txt', 'Số 1-CV/HU\nviệc thứ nhất', {
    number: '1',
    symbol: 'CV/HU'
  })) as DocumentId
  const two = (await fileText(archive, '2.txt', 'Số 2-CV/HU\nviệc thứ hai', {
    number: '2',
    symbol: 'CV/HU'
  })) as DocumentId
  const [own, other] = [one, two].map((id) => documentFiles(archive.db, id)[0]?.sha256 as Sha256)
  if (!own || !other) throw new Error('not filed')
  expect(locate(archive, { documentId: one, sha256: own }).name).toBe('1.txt')
  expect(() => locate(archive, { documentId: one, sha256: other })).toThrow('not-found')
  expect(() => locate(archive, { documentId: one, sha256: '0'.repeat(64) as Sha256 })).toThrow('not-found')
})
