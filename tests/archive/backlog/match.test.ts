import { describe, expect, test } from 'vitest'
import type { IntakeId } from '#contract/ids.ts'
import { type Desk, openDesk } from './desk.ts'
import { codes, HEADS, line, textFile, workbook } from './sheets.ts'

/** A letter of the Tỉnh ủy: what a scan of the book's line n would say. */
export function letter(reference: string, day: string, month = '01'): string {
  return `TỈNH ỦY LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
      *                                  Đà Lạt, ngày ${day} tháng ${month} năm 2019
Số ${reference}
V/v tăng cường quản lý thông tin số ${reference}

Kính gửi: Huyện ủy Đam Rông.

Tỉnh ủy yêu cầu các cơ quan, đơn vị thực hiện.

                                T/M BAN THƯỜNG VỤ
                                PHÓ BÍ THƯ
                                Nguyễn Văn A
`
}

async function read(desk: Desk, papers: Readonly<Record<string, string>>): Promise<void> {
  const staged = []
  for (const [name, text] of Object.entries(papers)) staged.push(await desk.stage(textFile(name, text), name))
  await desk.ended(await desk.call('intake.start', { staged }))
}

async function bookOf(desk: Desk, lines: number): Promise<void> {
  await desk.importBook(await workbook([HEADS, ...Array.from({ length: lines }, (_, index) => line(index + 1))]))
}

const waiting = async (desk: Desk) => (await desk.call('intake.list', {})).items

describe('loose files and lines without a file', () => {
  test('are proposed with what agrees and what does not; the rest is told on both sides', async () => {
    const desk = await openDesk()
    await bookOf(desk, 6)
    await read(desk, {
      'a.txt': letter('0001-CV/TU', '01'),
      'b.txt': letter('2-CV/TU', '02'),
      'c.txt': letter('0003-CV/TU', '20'),
      'd.txt': letter('0004-NQ/TU', '04'),
      'e.txt': letter('0999-CV/TU', '05')
    })
    const list = await desk.call('match.list', { limit: 100 })
    const said = list.matches.map((one) => [one.fileName, one.document.reference, one.full, one.differs.join()])
    expect(said.toSorted()).toEqual([
      ['a.txt', '0001-CV/TU', true, ''],
      ['b.txt', '0002-CV/TU', true, ''],
      ['c.txt', '0003-CV/TU', false, 'issuedOn']
    ])
    expect(list).toMatchObject({ linesWithoutFile: 3, filesWithoutLine: 2 })
    expect(list.files.map((file) => file.name).toSorted()).toEqual(['d.txt', 'e.txt'])
  })

  test('two files for one line are never a full match', async () => {
    const desk = await openDesk()
    await bookOf(desk, 2)
    await read(desk, { 'a.txt': letter('0001-CV/TU', '01'), 'b.txt': `${letter('0001-CV/TU', '01')}Bản sao.` })
    const { matches } = await desk.call('match.list', { limit: 100 })
    expect(matches.map((one) => one.full)).toEqual([false, false])
  })

  test('are tied in one batch, and untied in one: the files wait again', async () => {
    const desk = await openDesk()
    await bookOf(desk, 3)
    await read(desk, { 'a.txt': letter('0001-CV/TU', '01'), 'b.txt': letter('0002-CV/TU', '02') })
    const { matches } = await desk.call('match.list', { limit: 100 })
    const pairs = matches.map((one) => ({ intakeId: one.intakeId, documentId: one.document.id }))
    const [first] = pairs
    if (!first) throw new Error('no match')
    const started = await desk.call('match.attach', { pairs: [...pairs, first].slice(0, 2) })
    expect(codes(await desk.ended(started))).toEqual({ attached: 2 })
    expect(await waiting(desk)).toEqual([])
    expect((await desk.call('document.get', { id: first.documentId })).files).toHaveLength(1)
    expect((await desk.call('search.check', {})).ok).toBe(true)
    const undone = await desk.ended(await desk.call('batch.undo', { batchId: started.batchId, reason: 'r' }))
    expect(undone.state).toBe('done')
    expect((await desk.call('document.get', { id: first.documentId })).files).toEqual([])
    while ((await waiting(desk)).length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
    expect((await desk.call('match.list', { limit: 100 })).matches.filter((one) => one.full)).toHaveLength(2)
    const verified = await desk.ended(await desk.call('archive.verify', { depth: 'full' }))
    expect(verified.report).toMatchObject({ ok: true })
  })

  test('a line that got a file meanwhile keeps it', async () => {
    const desk = await openDesk()
    await bookOf(desk, 1)
    await read(desk, { 'a.txt': letter('0001-CV/TU', '01'), 'b.txt': `${letter('0001-CV/TU', '01')}Bản sao.` })
    const { matches } = await desk.call('match.list', { limit: 100 })
    const pairs = matches.map((one) => ({ intakeId: one.intakeId, documentId: one.document.id }))
    expect(codes(await desk.ended(await desk.call('match.attach', { pairs })))).toEqual({ attached: 1, conflict: 1 })
    expect(await waiting(desk)).toHaveLength(1)
  })
})

describe('papers accepted together', () => {
  test('go in as one batch, not looked at, and come out as one', async () => {
    const desk = await openDesk()
    await read(desk, {
      'a.txt': letter('11-CV/TU', '01'),
      'b.txt': letter('12-CV/TU', '02'),
      'c.txt': letter('13-CV/TU', '03')
    })
    const ids = (await waiting(desk)).map((item) => item.id)
    const started = await desk.call('intake.accept', { ids: [...ids, 'i_00000000' as IntakeId], name: 'đủ' })
    expect(codes(await desk.ended(started))).toEqual({ filed: 3 })
    expect((await desk.call('worklist.documents', { kind: 'not-reviewed', offset: 0, limit: 9 })).total).toBe(3)
    expect(await waiting(desk)).toEqual([])
    await desk.ended(await desk.call('batch.undo', { batchId: started.batchId, reason: 'nhầm' }))
    expect((await desk.call('overview', {})).documents).toBe(0)
    const verified = await desk.ended(await desk.call('archive.verify', { depth: 'rows' }))
    expect(verified.report).toMatchObject({ ok: true })
  })

  test('the same bytes are not filed twice', async () => {
    const desk = await openDesk()
    await read(desk, { 'a.txt': letter('11-CV/TU', '01'), 'b.txt': letter('11-CV/TU', '01') })
    const ids = (await waiting(desk)).map((item) => item.id)
    expect(codes(await desk.ended(await desk.call('intake.accept', { ids })))).toEqual({ filed: 1, duplicate: 1 })
  })
})
