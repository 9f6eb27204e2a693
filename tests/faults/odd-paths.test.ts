import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { openRegular } from '#archive/files/open-regular.ts'
import { listRecords } from '#archive/intake/intake-items.ts'
import { cleanName, entries, stageFile } from '#archive/intake/staging.ts'
import { closeReaders, readFile } from '#archive/read/read-file.ts'
import { createWatcher } from '#archive/watch/watcher.ts'
import { filesUnder } from '#cli/files-under.ts'
import { tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

/** Reliability.md S11: what lies in a folder and is no file, or leads somewhere else. */
const PAPER = 'HUYỆN ỦY ĐAM RÔNG\n*\nSố 7-CV/HU\nĐam Rông, ngày 05 tháng 3 năm 2021\nV/v việc\n'
const unix = process.platform !== 'win32'

afterAll(() => closeReaders())

/** A folder with two papers and everything that is none; `outside` is what links lead to. */
function oddFolder() {
  const [folder, outside] = [tempFolder(), tempFolder()]
  writeFileSync(join(outside, 'kin.txt'), `${PAPER}ngoài thư mục\n`)
  writeFileSync(join(folder, 'a.txt'), PAPER)
  mkdirSync(join(folder, 'trong'))
  writeFileSync(join(folder, 'trong', 'b.txt'), PAPER.replace('7-CV', '8-CV'))
  symlinkSync(join(outside, 'kin.txt'), join(folder, 'lien-ket.txt'))
  symlinkSync(outside, join(folder, 'ra-ngoai'))
  symlinkSync('..', join(folder, 'trong', 'vong'))
  symlinkSync(join(folder, 'khong-co'), join(folder, 'cut.txt'))
  if (unix) execFileSync('mkfifo', [join(folder, 'ong.txt'), join(folder, 'trong', 'ong.pdf')])
  writeFileSync(join(folder, 'loi-tat.lnk'), Buffer.from('4c0000000114020000000000c000000000000046', 'hex'))
  writeFileSync(join(folder, 'trang.url'), '[InternetShortcut]\nURL=file://may-chu.invalid/chung/a.pdf\n')
  writeFileSync(join(folder, 'desktop.ini'), '[.ShellClassInfo]\nIconFile=\\\\may-chu.invalid\\x\n')
  return { folder, outside }
}

describe('a folder handed in', () => {
  it('gives its regular files; links, loops, pipes and shortcuts are named and not followed', async () => {
    const { folder } = oddFolder()
    const { files, left } = await filesUnder([folder])
    const names = (paths: readonly string[]) => paths.map((path) => relative(folder, path)).sort()
    expect(names(files)).toEqual(['a.txt', 'trong/b.txt'])
    expect(names(left)).toEqual(
      [
        'cut.txt',
        'lien-ket.txt',
        'loi-tat.lnk',
        'ra-ngoai',
        'trang.url',
        'trong/vong',
        ...(unix ? ['ong.txt', 'trong/ong.pdf'] : [])
      ].sort()
    )
  })

  it('named through a link is not followed either', async () => {
    const { folder } = oddFolder()
    const link = join(folder, 'ra-ngoai')
    expect(await filesUnder([link])).toEqual({ files: [], left: [link] })
  })
})

describe.runIf(unix)('what is no file', () => {
  it('is not opened, and nothing waits for it', async () => {
    const { folder } = oddFolder()
    const begun = performance.now()
    for (const name of ['lien-ket.txt', 'ra-ngoai', 'trong', 'ong.txt']) {
      expect(await openRegular(join(folder, name))).toBeNull()
    }
    for (const path of ['/dev/zero', '/dev/stdin']) expect(await openRegular(path)).toBeNull()
    const file = await openRegular(join(folder, 'a.txt'))
    expect(await file?.readFile('utf8')).toBe(PAPER)
    await file?.close()
    expect(performance.now() - begun).toBeLessThan(2000)
  })

  it('is not read', async () => {
    const { folder } = oddFolder()
    const begun = performance.now()
    for (const path of [join(folder, 'ong.txt'), join(folder, 'lien-ket.txt'), '/dev/zero']) {
      expect(await readFile(path)).toMatchObject({ ok: false, code: 'file-unsupported' })
    }
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('is not copied in, and leaves nothing in the archive', async () => {
    const { folder } = oddFolder()
    const { archive } = await tempArchive()
    for (const name of ['ong.txt', 'lien-ket.txt', 'ra-ngoai', 'trong', 'cut.txt']) {
      const id = archive.newId('s')
      await expect(stageFile(archive.folder, id, name, join(folder, name))).rejects.toMatchObject({
        code: 'file-unsupported'
      })
    }
    expect(entries(archive.folder)).toEqual([])
  })
})

it('a file swapped for another while it is copied is copied as it was opened', async () => {
  const folder = tempFolder()
  const path = join(folder, 'a.txt')
  writeFileSync(path, PAPER)
  const file = await openRegular(path)
  writeFileSync(join(folder, 'b.txt'), 'khác')
  renameSync(join(folder, 'b.txt'), path)
  expect(await file?.readFile('utf8')).toBe(PAPER)
  await file?.close()
})

describe('the watched folder', () => {
  it('takes its regular files alone, and each look ends', async () => {
    const { folder } = oddFolder()
    linkSync(join(folder, 'trong', 'b.txt'), join(folder, 'ten-khac.txt'))
    writeFileSync(join(folder, 'A.TXT'), PAPER.replace('7-CV', '9-CV'))
    let at = Date.parse('2026-11-24T08:00:00Z')
    const { archive } = await tempArchive({ deps: { now: () => new Date(at) } })
    const watcher = createWatcher(archive)
    onTestFinished(() => watcher.stop())
    watcher.save({ on: true, folder, seconds: 10, after: 'leave' })
    const before = readdirSync(folder).sort()
    for (let look = 0; look < 4; look++) {
      at += 11_000
      await watcher.look()
    }
    const taken = listRecords(archive.folder).map((record) => record.name)
    // A second name of the same bytes is a paper like another; the name that differs in case alone is another file.
    expect([...taken].sort()).toEqual(['A.TXT', 'a.txt', 'ten-khac.txt'])
    expect(readdirSync(folder).sort()).toEqual(before)
  })
})

it.each([
  ['..\\..\\Windows\\a.pdf', 'a.pdf'],
  ['\\\\may-chu\\chung\\a.pdf', 'a.pdf'],
  ['//may-chu/chung/a.pdf', 'a.pdf'],
  ['C:\\x\\a.pdf', 'a.pdf'],
  ['a.pdf:dong-an:$DATA', 'a.pdfdong-an$DATA'],
  ['../../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['a\u202Efdp.exe', 'afdp.exe'],
  ['', 'file']
])('a name that is a path (%s) keeps its last part alone', (name, clean) => {
  expect(cleanName(name)).toBe(clean)
})
