import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createArchive } from '#archive/create-archive.ts'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { commandPlace } from './vankho.ts'

test('vankho register: tries, puts in, recognises, takes back', async () => {
  const place = commandPlace()
  onTestFinished(() => place.clean())
  const folder = join(place.folder, 'kho')
  await (await createArchive(folder, OFFICE)).close()
  mkdirSync(join(place.folder, 'so'))
  const file = join(place.folder, 'so', 'so-di.csv')
  writeFileSync(
    file,
    'Số, ký hiệu;Ngày văn bản;Trích yếu;Người ký\n01-CV/HU;5/1/2019;A;B\n;6/1/2019;C;D\n03-CV/HU;7/1;E;F\n'
  )
  const before = readFileSync(file)
  const tried = place.run('register', file, '--dry-run', '--json', '--archive', folder)
  expect(tried.code).toBe(6)
  expect(tried.lines).toEqual([
    { row: 3, column: 'Số, ký hiệu', code: 'no-number', value: '', otherRow: null, reference: null },
    { row: 4, column: 'Ngày văn bản', code: 'bad-date', value: '7/1', otherRow: null, reference: null },
    { rows: 3, ready: 1, already: 0, wrong: 2, direction: 'outgoing', filed: 0, batch: null }
  ])
  const put = place.run('register', file, '--year', '2019', '--json', '--archive', folder)
  expect(put.lines.at(-1)).toMatchObject({ rows: 3, ready: 2, wrong: 1, filed: 2 })
  const again = place.run('register', file, '--year', '2019', '--archive', folder)
  expect(again.out).toContain('0 nhập được, 2 đã nhập trước đây, 1 có lỗi')
  const batch = String(put.lines.at(-1)?.batch)
  const undone = place.run('register', '--undo', batch, '--json', '--archive', folder)
  expect(undone).toMatchObject({ code: 0, lines: [{ batch, documents: 2, kept: 0 }] })
  expect(place.run('register', '--undo', batch, '--archive', folder).code).not.toBe(0)
  expect(place.run('register', '--archive', folder).code).toBe(2)
  expect(readFileSync(file)).toEqual(before)
}, 60_000)
