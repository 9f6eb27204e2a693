import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { openArchive } from '#archive/open-archive.ts'
import { documentForm } from '#archive/store/documents.ts'
import { CLERK, fileForm, fileText, OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const LETTER = `HUYỆN ỦY ĐAM RÔNG\n*\nSố 12-CV/HU\n\nĐam Rông, ngày 03 tháng 5 năm 2021\n\nKính gửi: Đảng ủy xã Rô Men.\n\nThực hiện Công văn số 713-CV/TU, ngày 09/8/2020 của Ban Thường vụ Tỉnh ủy.\n`

describe('a new archive', () => {
  test('is a folder that says what it is and opens again with its facts', async () => {
    const temp = await tempArchive()
    const id = await fileText(temp.archive, 'cv.txt', LETTER)
    expect(JSON.parse(readFileSync(join(temp.folder, 'archive.json'), 'utf8'))).toMatchObject({ format: 1 })
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
