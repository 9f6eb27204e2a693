import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { stageFile } from '#archive/intake/staging.ts'
import { MOST_FILE_BYTES } from '#contract/limits.ts'
import { tempArchive } from '#tests/support/temp-archive.ts'

it('a stream that does not end is cut off, and nothing of it is kept', async () => {
  const { archive, folder } = await tempArchive()
  const piece = Buffer.alloc(4 << 20, 0x41)
  let given = 0
  const endless = new Readable({
    read() {
      given += piece.length
      // Had nobody cut it off, the test would still end.
      this.push(given > MOST_FILE_BYTES * 1.5 ? null : piece)
    }
  })
  await expect(stageFile(folder, archive.newId('s'), 'a.pdf', endless)).rejects.toMatchObject({
    code: 'file-too-large'
  })
  expect(given).toBeLessThan(MOST_FILE_BYTES * 1.3)
  const staging = join(folder, 'staging')
  expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([])
})
