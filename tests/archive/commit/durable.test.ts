import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOriginals } from '#archive/originals/original-store.ts'
import { failingFiles } from '#tests/support/failing-files.ts'
import { CLERK, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** In which order the disk is asked (design §3): the order itself is what "nothing acknowledged is lost" stands on. */
const watched = () => failingFiles({ at: 0, code: 'EIO', lasting: 'once' })

describe('before anybody is told', () => {
  it('an original is on the disk under a name of no hash, then renamed, then its folder synced', async () => {
    const files = watched()
    const folder = tempFolder()
    const source = join(tempFolder(), 'in')
    writeFileSync(source, 'một văn bản')
    files.arm()
    await openOriginals(folder, files).put(source)
    const [synced, renamed, last] = ['syncHandle', 'rename', 'syncFolder'].map((call) => files.calls.lastIndexOf(call))
    expect(synced).toBeGreaterThanOrEqual(0)
    expect(renamed).toBeGreaterThan(synced ?? 0)
    expect(last).toBeGreaterThan(renamed ?? 0)
  })

  it('names of stored files are on the disk before the ledger speaks of them, and the ledger before the answer', async () => {
    const files = watched()
    const { archive } = await tempArchive({ deps: { files } })
    const source = join(tempFolder(), 'in')
    writeFileSync(source, 'văn bản khác')
    // By a second name: the folder it came into is synced with the commit.
    await archive.originals.adopt({ path: source, key: null })
    files.arm()
    archive.commit([{ kind: 'answer-days-set', data: { days: 9, before: 7 } }], CLERK)
    const folder = files.calls.indexOf('syncFolder')
    const written = files.calls.indexOf('write')
    expect(folder).toBeGreaterThanOrEqual(0)
    expect(written).toBeGreaterThan(folder)
    expect(files.calls.indexOf('sync')).toBeGreaterThan(written)
  })
})
