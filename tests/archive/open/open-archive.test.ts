import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readArchiveFile, writeArchiveFile } from '#archive/archive-file.ts'
import { createArchive } from '#archive/create-archive.ts'
import { systemFiles } from '#archive/files/file-layer.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentForm } from '#archive/store/documents.ts'
import { TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { fileForm, fileText, OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const LETTER = `HUYỆN ỦY ĐAM RÔNG\n*\nSố 12-CV/HU\n\nĐam Rông, ngày 03 tháng 5 năm 2021\n\nKính gửi: Đảng ủy xã Rô Men.\n\nThực hiện Công văn số 713-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy.\n`

describe('a new archive', () => {
  test('is a folder that says what it is and opens again with its facts', async () => {
    const temp = await tempArchive()
    const id = await fileText(temp.archive, 'cv.txt', LETTER)
    expect(JSON.parse(readFileSync(join(temp.folder, 'archive.json'), 'utf8'))).toMatchObject({
      format: TEST_ENCRYPTED ? 2 : 1
    })
    const again = await temp.reopen()
    expect(again.mode).toBe('ready')
    expect(again.notices).toEqual([])
    expect(documentForm(again.db, id)?.direction).toBeDefined()
    expect(again.ledger.head().seq).toBe(2)
  })

  test('leaves no write-ahead log behind when it is closed', async () => {
    const temp = await tempArchive()
    await fileForm(temp.archive, { number: '1' })
    await temp.archive.close()
    expect(existsSync(join(temp.folder, 'archive.db-wal'))).toBe(false)
  })
})

describe('opening', () => {
  test('never makes an archive where one was expected', async () => {
    const empty = tempFolder()
    await expect(openArchive(empty)).rejects.toMatchObject({ code: 'archive-missing' })
    await expect(openArchive(join(empty, 'none'))).rejects.toMatchObject({ code: 'archive-missing' })
    expect(readdirSync(empty)).toEqual([])
  })

  test('refuses a newer format and changes nothing', async () => {
    const temp = await tempArchive()
    await temp.archive.close()
    writeArchiveFile(systemFiles, temp.folder, { ...readArchiveFile(temp.folder).file, format: 9 })
    await expect(openArchive(temp.folder)).rejects.toMatchObject({ code: 'archive-newer', detail: { format: 9 } })
  })

  test('a format of which one letter went bad is told again, and no newer program’s', async () => {
    const temp = await tempArchive()
    await temp.archive.close()
    const path = join(temp.folder, 'archive.json')
    const whole = readFileSync(path, 'utf8')
    writeFileSync(path, whole.replace(/"format": \d/, '"format": 9'))
    const again = await temp.reopen()
    expect([again.mode, again.notices.map((one) => one.code)]).toEqual(['ready', ['archive-file-remade']])
    const { format, archiveId } = JSON.parse(whole) as Record<string, unknown>
    expect(readArchiveFile(temp.folder)).toMatchObject({ lost: false, file: { format, archiveId } })
  })

  test('an archive.json without a sum, as older programs wrote it, is believed', async () => {
    const temp = await tempArchive()
    await temp.archive.close()
    writeFileSync(join(temp.folder, 'archive.json'), JSON.stringify(readArchiveFile(temp.folder).file))
    expect((await temp.reopen()).notices).toEqual([])
  })

  test('a lost archive.json is told again from the ledger', async () => {
    const temp = await tempArchive()
    const { archiveId } = temp.archive
    await temp.archive.close()
    rmSync(join(temp.folder, 'archive.json'))
    const again = await temp.reopen()
    expect(again.archiveId).toBe(archiveId)
    expect(again.notices.map((one) => one.code)).toEqual(['archive-file-remade'])
  })

  test('a torn last line nobody was told about is cut and kept aside', async () => {
    const temp = await tempArchive()
    await fileForm(temp.archive, { number: '1' })
    await temp.archive.close()
    appendFileSync(join(temp.folder, 'ledger', '000001.jsonl'), '{"seq":3,')
    const again = await temp.reopen()
    expect(again).toMatchObject({ mode: 'ready', notices: [{ code: 'torn-line-cut', detail: { bytes: 9 } }] })
    expect(readdirSync(join(temp.folder, 'aside'))).toHaveLength(1)
    await fileForm(again, { number: '2' })
    expect((await temp.reopen()).notices).toEqual([])
  })

  test('half-made files and files nobody took up are swept', async () => {
    const temp = await tempArchive()
    await temp.archive.close()
    writeFileSync(join(temp.folder, 'originals', '.new-1'), 'x')
    mkdirSync(join(temp.folder, 'staging', 's_old'), { recursive: true })
    await temp.reopen()
    expect(readdirSync(join(temp.folder, 'originals'))).toEqual([])
    expect(readdirSync(join(temp.folder, 'staging'))).toEqual([])
  })

  test('an archive in a synchronised folder opens with a warning; none is made there', async () => {
    const temp = await tempArchive()
    await temp.archive.close()
    const onedrive = join(tempFolder(), 'OneDrive - Van phong')
    cpSync(temp.folder, join(onedrive, 'kho'), { recursive: true })
    const archive = await openArchive(join(onedrive, 'kho'))
    expect(archive.notices).toEqual([{ code: 'sync-folder', detail: {} }])
    await archive.close()
    const refused = createArchive(join(onedrive, 'moi'), OFFICE)
    await expect(refused).rejects.toMatchObject({ code: 'folder-unusable', detail: { problem: 'sync-folder' } })
  })
})

describe('creating', () => {
  test('refuses a folder that holds something, or an archive', async () => {
    const temp = await tempArchive()
    await expect(createArchive(temp.folder, OFFICE)).rejects.toMatchObject({ code: 'archive-exists' })
    const full = tempFolder()
    writeFileSync(join(full, 'thư.docx'), '')
    await expect(createArchive(full, OFFICE)).rejects.toMatchObject({ code: 'folder-unusable' })
    expect(readdirSync(full)).toEqual(['thư.docx'])
  })

  test('goes on over what a broken-off creation left', async () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'ledger'))
    writeFileSync(join(folder, 'archive.db'), 'half')
    const archive = await createArchive(folder, OFFICE)
    expect([...archive.ledger.read()].map((event) => [event.kind, event.actor])).toEqual([
      ['archive-created', OFFICE.clerk]
    ])
    await archive.close()
  })
})
