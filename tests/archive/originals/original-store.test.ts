import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openOriginals } from '#archive/originals/original-store.ts'
import { openTexts, storedText } from '#archive/texts/text-store.ts'
import { splitPages } from '#domain/text/page-text.ts'
import { flipBit, replaceText } from '#tests/support/damage.ts'
import { tempFolder } from '#tests/support/temp-archive.ts'

function store() {
  const folder = join(tempFolder(), 'archive')
  mkdirSync(folder)
  const source = join(tempFolder(), 'source')
  writeFileSync(source, 'các byte như khi nhận được')
  return {
    folder,
    source,
    originals: openOriginals(folder),
    sha256: createHash('sha256').update(readFileSync(source)).digest('hex')
  }
}

test('a file lies under the hash of its bytes, unchanged, and its sender keeps his', async () => {
  const { source, originals, sha256 } = store()
  expect(await originals.put(source)).toEqual({ sha256, bytes: statSync(source).size })
  expect(originals.has(sha256)).toBe(true)
  expect(readFileSync(originals.path(sha256))).toEqual(readFileSync(source))
  expect(originals.path(sha256)).toContain(join(sha256.slice(0, 2), sha256.slice(2, 4), sha256))
  if (process.platform !== 'win32') expect(statSync(originals.path(sha256)).mode & 0o222).toBe(0)
})

test('the same bytes again add nothing; a damaged one is replaced by them and kept aside', async () => {
  const { folder, source, originals, sha256 } = store()
  await originals.put(source)
  await originals.put(source)
  expect(readdirSync(join(folder, 'originals', sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([sha256])
  flipBit(originals.path(sha256), 3)
  await originals.put(source)
  expect(readFileSync(originals.path(sha256))).toEqual(readFileSync(source))
  expect(readdirSync(join(folder, 'aside'))).toHaveLength(1)
  expect(readdirSync(join(folder, 'originals')).filter((name) => name.startsWith('.'))).toEqual([])
})

test('a source that is gone is said to be, and leaves nothing', async () => {
  const { folder, originals } = store()
  await expect(originals.put('/nowhere/file')).rejects.toMatchObject({ code: 'io-error' })
  expect(readdirSync(folder)).toEqual([])
})

test('a text that is not what was written counts as none', () => {
  const { folder, sha256 } = store()
  const texts = openTexts(folder)
  const text = { kind: 'born-digital', pages: splitPages('trang một\ftrang hai') } as const
  texts.put(sha256, text, 'x/1')
  expect(openTexts(folder).get(sha256)).toEqual(text)
  replaceText(join(folder, 'texts', sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.json`), 'hai', 'ba')
  expect(storedText(folder, sha256)).toBeNull()
  expect(openTexts(folder).get(sha256)).toBeNull()
  expect(openTexts(folder).get('00'.repeat(32))).toBeNull()
})
