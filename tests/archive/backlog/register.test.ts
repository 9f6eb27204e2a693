import { describe, expect, test } from 'vitest'
import { OFFICE } from '#tests/support/temp-archive.ts'
import { openDesk } from './desk.ts'
import { codes, HEADS, line, textFile, workbook } from './sheets.ts'

const TITLE = [['SỔ ĐĂNG KÝ VĂN BẢN ĐẾN'], ['Năm 2019'], []]

function book(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => line(from + index))
}

describe('an old register', () => {
  test('is recognised: heads, direction, year, columns', async () => {
    const desk = await openDesk()
    const staged = await desk.stage(await workbook([...TITLE, HEADS, ...book(1, 3)]), 'so-den-2019.xlsx')
    const seen = await desk.call('backlog.look', { staged, sheet: null })
    expect(seen).toMatchObject({
      name: 'so-den-2019.xlsx',
      kind: 'xlsx',
      remembered: false,
      reading: {
        headRow: 4,
        direction: 'incoming',
        year: 2019,
        columns: { arrivedOn: 0, arrivalNumber: 1, reference: 3 }
      }
    })
    expect(seen.columns[3]).toEqual({
      index: 3,
      title: 'Số, ký hiệu văn bản',
      samples: ['0001-CV/TU', '0002-CV/TU', '0003-CV/TU']
    })
  })

  test('goes in as documents without files: text stays text, days are days, numbers as in the book', async () => {
    const desk = await openDesk()
    const job = await desk.importBook(
      await workbook([...TITLE, HEADS, ['(1)', '(2)', '(3)', '(4)', '(5)'], ...book(1, 250)])
    )
    expect(codes(job)).toEqual({ filed: 250 })
    const { documents } = await desk.call('document.find', { reference: '0113-CV/TU' })
    expect(documents).toMatchObject([
      {
        arrivalNumber: 113,
        issuedOn: '2019-04-23',
        arrivedOn: '2019-04-24',
        documentType: 'cong-van',
        textKind: 'none'
      }
    ])
    const { form, files, fromRegister } = await desk.call('document.get', { id: documents[0]?.id ?? ('' as never) })
    expect(form).toMatchObject({ number: '0113', symbol: 'CV/TU', subject: 'về việc thứ 113', handler: 'Văn phòng' })
    expect(files).toEqual([])
    expect(fromRegister).toBe('so-den-2019.xlsx')
    const { batches } = await desk.call('batch.list', { limit: 10 })
    expect(batches).toMatchObject([
      { kind: 'register', name: 'so-den-2019.xlsx', rows: 250, made: 250, undoneAt: null }
    ])
    const verified = await desk.ended(await desk.call('archive.verify', { depth: 'full' }))
    expect(verified.report).toMatchObject({ ok: true, findings: [] })
  })

  test('names each fault with row, column and what stands there, and puts in the rest', async () => {
    const desk = await openDesk()
    await desk.importBook(await workbook([HEADS, line(900, { reference: '77-CT/TU', issued: '5/5/2019' })]))
    const path = await workbook([
      HEADS,
      line(1),
      line(2, { reference: null }),
      line(3, { issued: '31/2/2019' }),
      line(4, { reference: '77-CT/TU', issued: '5/5/2019' }),
      line(5, { reference: '0001-CV/TU', issued: new Date(Date.UTC(2019, 0, 1)) }),
      line(6),
      line(6, { reference: '6000-CV/TU' }),
      line(8, { subject: 'x'.repeat(2001) })
    ])
    const reading = await desk.look(path)
    const checked = await desk.call('backlog.check', { reading })
    expect(checked).toMatchObject({ rows: 8, ready: 2, already: 0, wrong: 6 })
    const said = checked.issues.map(({ row, column, code, value, otherRow, document }) => [
      row,
      column,
      code,
      value,
      otherRow ?? document?.reference ?? null
    ])
    expect(said).toEqual([
      [3, 'Số, ký hiệu văn bản', 'no-number', '', null],
      [4, 'Ngày tháng văn bản', 'bad-date', '31/2/2019', null],
      [5, 'Số, ký hiệu văn bản', 'duplicate-document', '77-CT/TU', '77-CT/TU'],
      [6, 'Số, ký hiệu văn bản', 'duplicate-row', '0001-CV/TU', 2],
      [8, 'Số đến', 'arrival-taken', '6', 7],
      [9, 'Tên loại và trích yếu nội dung văn bản', 'too-long', '', null]
    ])
    expect(checked.preview.map((row) => row.reference)).toEqual(['0001-CV/TU', '0006-CV/TU'])
    const job = await desk.ended(await desk.call('backlog.import', { reading }))
    expect(codes(job)).toMatchObject({ filed: 2, 'no-number': 1, 'bad-date': 1, 'duplicate-document': 1 })
    expect((await desk.call('overview', {})).documents).toBe(3)
  })

  test('put in again with more rows, only the new ones go in', async () => {
    const desk = await openDesk()
    await desk.importBook(await workbook([HEADS, ...book(1, 5)]))
    const job = await desk.importBook(await workbook([HEADS, ...book(1, 8)]))
    expect(codes(job)).toEqual({ already: 5, filed: 3 })
    const again = await desk.importBook(await workbook([HEADS, ...book(1, 8)]))
    expect(codes(again)).toEqual({ already: 8 })
    expect((await desk.call('batch.list', { limit: 10 })).batches).toHaveLength(2)
  })

  test('stopped in the middle and done again, it goes on in the same batch', async () => {
    const desk = await openDesk()
    const path = await workbook([HEADS, ...book(1, 340)])
    const started = await desk.call('backlog.import', { reading: await desk.look(path) })
    while ((await desk.call('overview', {})).documents === 0) await new Promise((resolve) => setTimeout(resolve, 1))
    await desk.call('job.cancel', { jobId: started.jobId })
    const stopped = await desk.ended(started)
    expect(stopped.state).toBe('cancelled')
    const { documents } = await desk.call('overview', {})
    expect(documents % 100).toBe(0)
    expect(documents).toBeLessThan(340)
    const job = await desk.importBook(path)
    expect(codes(job)).toEqual({ already: documents, filed: 340 - documents })
    expect((await desk.call('batch.list', { limit: 10 })).batches).toMatchObject([{ rows: 340, made: 340 }])
  })

  test('is taken back as one, and may go in anew', async () => {
    const desk = await openDesk()
    const path = await workbook([HEADS, ...book(1, 120)])
    const [first] = (await desk.importBook(path)).results
    const [batch] = (await desk.call('batch.list', { limit: 1 })).batches
    if (!batch || !first?.id) throw new Error('no batch')
    await desk.ended(await desk.call('batch.undo', { batchId: batch.id, reason: 'Hoàn tác nhập sổ so-den-2019.xlsx' }))
    expect((await desk.call('overview', {})).documents).toBe(0)
    expect(await desk.call('document.get', { id: first.id as never })).toMatchObject({
      withdrawnReason: 'Hoàn tác nhập sổ so-den-2019.xlsx'
    })
    expect(await desk.ask('batch.undo', { batchId: batch.id, reason: 'r' })).toMatchObject({
      ok: false,
      code: 'conflict',
      detail: { problem: 'undone' }
    })
    expect(codes(await desk.importBook(path))).toEqual({ filed: 120 })
  })

  test('a row that something was said of later stands in the way, named; it may be left', async () => {
    const desk = await openDesk()
    await desk.importBook(await workbook([HEADS, ...book(1, 10)]))
    const [one] = (await desk.call('document.find', { reference: '0004-CV/TU' })).documents
    if (!one) throw new Error('no document')
    const { form, revision } = await desk.call('document.get', { id: one.id })
    await desk.call('document.correct', { id: one.id, revision, form: { ...form, note: 'đã rà' }, reason: 'r' })
    const [batch] = (await desk.call('batch.list', { limit: 1 })).batches
    if (!batch) throw new Error('no batch')
    expect(await desk.ask('batch.undo', { batchId: batch.id, reason: 'r' })).toMatchObject({
      ok: false,
      code: 'conflict',
      detail: { problem: 'touched', count: 1, names: '0004-CV/TU' }
    })
    expect((await desk.call('overview', {})).documents).toBe(10)
    const job = await desk.ended(await desk.call('batch.undo', { batchId: batch.id, reason: 'r', keepTouched: true }))
    expect(codes(job)).toEqual({ kept: 1 })
    expect((await desk.call('overview', {})).documents).toBe(1)
    expect((await desk.call('batch.list', { limit: 1 })).batches[0]).toMatchObject({ kept: 1 })
  })

  test('columns chosen once are remembered for the book’s heads', async () => {
    const desk = await openDesk()
    const path = await workbook([
      ['A', 'B', 'Ghi chú', 'Số'],
      ['12-CV/HU', '1/2/2019', 'x', 'y']
    ])
    const proposed = await desk.look(path)
    const reading = { ...proposed, headRow: 1, direction: 'outgoing', columns: { reference: 0, issuedOn: 1 } } as const
    expect(codes(await desk.ended(await desk.call('backlog.import', { reading })))).toEqual({ filed: 1 })
    const again = await desk.call('backlog.look', { staged: await desk.stage(path, 'x.xlsx'), sheet: null })
    expect(again).toMatchObject({
      remembered: true,
      reading: { direction: 'outgoing', columns: { reference: 0, issuedOn: 1 } }
    })
  })

  test('a secret row is not put in and its words are not kept', async () => {
    const desk = await openDesk()
    const job = await desk.importBook(
      await workbook([
        [...HEADS, 'Độ mật'],
        [...line(1, { subject: 'chuyện kín' }), 'Mật'],
        [...line(2), null]
      ])
    )
    expect(codes(job)).toEqual({ secret: 1, filed: 1 })
    expect(JSON.stringify(job)).not.toContain('chuyện kín')
  })
})

describe('files', () => {
  test('CSV in every encoding and with either separator', async () => {
    const desk = await openDesk()
    const text = 'Số, ký hiệu;Ngày văn bản;Trích yếu;Người ký\n0713-CV/HU;9/8/2021;"Về việc; mạng xã hội";Đa Cắt\n'
    const utf16 = Buffer.from(`\ufeff${text.replace('0713', '0714')}`, 'utf16le')
    const files = [textFile('a.csv', `\ufeff${text}`), textFile('b.csv', utf16)]
    for (const path of files) expect(codes(await desk.importBook(path))).toEqual({ filed: 1 })
    const [one] = (await desk.call('document.find', { reference: '714-CV/HU' })).documents
    expect(one).toMatchObject({ direction: 'outgoing', subject: 'Về việc; mạng xã hội', issuer: OFFICE.name })
  })

  test.each([
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'file-unsupported', 'old-excel'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'file-unsupported', 'no-table'],
    ['a cut workbook', Buffer.from('PK\x03\x04xxxxxxxx', 'latin1'), 'file-damaged', 'truncated'],
    ['blanks', Buffer.from(' \n \n'), 'file-empty', 'blank']
  ])('%s is refused with its reason', async (_what, bytes, code, problem) => {
    const desk = await openDesk()
    const staged = await desk.stage(textFile('x.xlsx', bytes), 'x.xlsx')
    const outcome = await desk.ask('backlog.look', { staged, sheet: null })
    expect(outcome).toMatchObject({ ok: false, code, detail: { problem } })
  })

  test('a book of more rows than one may have is refused', async () => {
    const desk = await openDesk()
    const staged = await desk.stage(textFile('x.csv', `Số ký hiệu;Trích yếu\n${'1-CV/HU;x\n'.repeat(50_001)}`), 'x.csv')
    expect(await desk.ask('backlog.look', { staged, sheet: null })).toMatchObject({
      code: 'file-too-large',
      detail: { problem: 'rows' }
    })
  })
})
