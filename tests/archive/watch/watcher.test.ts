import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listRecords } from '#archive/intake/intake-items.ts'
import { createWatcher } from '#archive/watch/watcher.ts'
import { fileBytes, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const PAPER = 'HUYỆN ỦY ĐAM RÔNG\n*\nSố 7-CV/HU\nĐam Rông, ngày 05 tháng 3 năm 2021\nV/v việc\n'

/** A watched folder and a clock that goes on by hand. */
async function watched(after: 'move' | 'leave' = 'move') {
  let at = Date.parse('2026-11-24T08:00:00Z')
  const temp = await tempArchive({ deps: { now: () => new Date(at) } })
  const { archive } = temp
  const folder = tempFolder()
  const watcher = createWatcher(archive)
  watcher.save({ on: true, folder, seconds: 10, after })
  return {
    temp,
    archive,
    folder,
    watcher,
    write: (name: string, text: string) => writeFileSync(join(folder, name), text),
    async look(seconds: number) {
      at += seconds * 1000
      await watcher.look()
    },
    waiting: () => listRecords(archive.folder).map((record) => record.name),
    said: () => watcher.state().last.map((one) => `${one.name} ${one.code}`)
  }
}

describe('the watched folder', () => {
  test('a file is taken once it has stood still, and moved', async () => {
    const desk = await watched()
    desk.write('a.txt', PAPER)
    await desk.look(0)
    await desk.look(9)
    expect(desk.waiting()).toEqual([])
    await desk.look(2)
    expect(desk.waiting()).toEqual(['a.txt'])
    expect(readdirSync(desk.folder)).toEqual(['da-nhan'])
    expect(existsSync(join(desk.folder, 'da-nhan', 'a.txt'))).toBe(true)
    expect(desk.said()).toEqual(['a.txt taken'])
  })

  test('one that still grows is not, however long it takes', async () => {
    const desk = await watched()
    desk.write('a.txt', PAPER)
    for (let n = 0; n < 8; n++) {
      await desk.look(6)
      appendFileSync(join(desk.folder, 'a.txt'), 'thêm một dòng\n')
    }
    expect(desk.waiting()).toEqual([])
    await desk.look(1)
    await desk.look(11)
    expect(desk.waiting()).toEqual(['a.txt'])
  })

  test('one rewritten with the same length is another file', async () => {
    const desk = await watched()
    desk.write('a.txt', PAPER)
    await desk.look(0)
    utimesSync(join(desk.folder, 'a.txt'), 1, 1)
    await desk.look(11)
    expect(desk.waiting()).toEqual([])
    await desk.look(11)
    expect(desk.waiting()).toEqual(['a.txt'])
  })

  test('left where it is, it is remembered over a restart and taken anew only when changed', async () => {
    const desk = await watched('leave')
    desk.write('a.txt', PAPER)
    for (let n = 0; n < 3; n++) await desk.look(11)
    expect(readdirSync(desk.folder)).toEqual(['a.txt'])
    const again = createWatcher(desk.archive)
    await again.look()
    await desk.look(11)
    await again.look()
    expect(desk.waiting()).toEqual(['a.txt'])
    desk.write('a.txt', `${PAPER}bản sửa`)
    await desk.look(1)
    await desk.look(11)
    expect(desk.waiting()).toEqual(['a.txt', 'a.txt'])
  })

  test('unfinished, hidden, empty files and folders are passed over', async () => {
    const desk = await watched()
    for (const name of ['.a.txt', '~$a.docx', 'a.pdf.part', 'b.tmp', 'c.crdownload']) desk.write(name, PAPER)
    desk.write('rong.txt', '')
    mkdirSync(join(desk.folder, 'thu-muc'))
    await desk.look(0)
    await desk.look(60)
    expect(desk.waiting()).toEqual([])
    expect(desk.said()).toEqual([])
  })

  test('bytes that are filed or wait already are put away without being taken', async () => {
    const desk = await watched()
    await fileBytes(desk.archive, 'x.txt', Buffer.from(PAPER))
    desk.write('a.txt', PAPER)
    await desk.look(0)
    await desk.look(11)
    expect(desk.waiting()).toEqual([])
    expect(desk.said()).toEqual(['a.txt duplicate'])
    expect(readdirSync(desk.folder)).toEqual(['da-nhan'])
  })

  test('what is refused stays where it is, is said once, and leaves no byte in the archive', async () => {
    const desk = await watched()
    desk.write('mat.txt', `MẬT\n${PAPER}`)
    writeFileSync(join(desk.folder, 'la.bin'), Buffer.from([0, 1, 2, 3, 0, 255]))
    for (let n = 0; n < 4; n++) await desk.look(11)
    expect(desk.said().toSorted()).toEqual(['la.bin file-unsupported', 'mat.txt secret-refused'])
    expect(readdirSync(desk.folder).toSorted()).toEqual(['la.bin', 'mat.txt'])
    expect(readdirSync(join(desk.archive.folder, 'staging'))).toEqual([])
  })

  test('nothing that lies in the folder of the taken ones is written over', async () => {
    const desk = await watched()
    for (const text of [PAPER, `${PAPER}hai`]) {
      desk.write('scan.txt', text)
      await desk.look(0)
      await desk.look(11)
    }
    expect(readdirSync(join(desk.folder, 'da-nhan')).sort()).toEqual(['scan (2).txt', 'scan.txt'])
  })

  test('a folder that went away is said, and looked into again when it is back', async () => {
    const desk = await watched()
    const { folder } = desk
    const gone = join(folder, 'o-quet')
    mkdirSync(gone)
    desk.watcher.save({ on: true, folder: gone, seconds: 2, after: 'move' })
    rmSync(gone, { recursive: true })
    await desk.look(1)
    expect(desk.watcher.state().problem).toBe('folder-unusable')
    mkdirSync(gone)
    await desk.look(1)
    expect(desk.watcher.state().problem).toBe(null)
  })

  test('off by default; no folder of the archive can be watched', async () => {
    const { archive, folder } = await tempArchive()
    const watcher = createWatcher(archive)
    expect(watcher.state().settings).toEqual({ on: false, folder: null, seconds: 10, after: 'move' })
    for (const one of [null, folder, join(folder, 'staging'), join(folder, '..'), '/no/such/folder']) {
      expect(() => watcher.save({ on: true, folder: one, seconds: 10, after: 'move' }), String(one)).toThrow(
        'folder-unusable'
      )
    }
  })
})
