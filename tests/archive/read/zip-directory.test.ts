import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readZipEntry, zipEntries } from '#archive/read/zip-directory.ts'

const zip = (count: number) =>
  Buffer.from(
    zipSync(Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, new Uint8Array()])), { level: 0 })
  )

describe('the directory of a ZIP', () => {
  it('of more parts than any paper has is none', () => {
    expect(zipEntries(zip(10_000))).toHaveLength(10_000)
    expect(zipEntries(zip(10_001))).toBeNull()
  })

  it('is not believed about sizes: no part inflates beyond what is asked', () => {
    const bytes = Buffer.from(zipSync({ a: new Uint8Array(1_000_000) }))
    const [entry] = zipEntries(bytes) ?? []
    if (!entry) throw new Error('no entry')
    expect(readZipEntry(bytes, entry, 1_000_000)).toHaveLength(1_000_000)
    expect(() => readZipEntry(bytes, entry, 999_999)).toThrow()
    expect(() => readZipEntry(bytes.subarray(0, 20), entry, 10)).toThrow()
  })
})
