import { describe, expect, test } from 'vitest'
import { startUndo } from '#archive/backlog/undo-batch.ts'
import { refusedBySeal } from '#archive/books/sealed.ts'
import { office } from '#archive/store/office.ts'
import { bodyOf } from '#tests/support/bodies.ts'
import { clerkOf, LETTERS, letter, NEXT, NUMBER_DAY, numberClock as now } from '#tests/support/numbering.ts'
import { CLERK, tempArchive } from '#tests/support/temp-archive.ts'

async function oneBook() {
  const { archive } = await tempArchive({ deps: { now } })
  const clerk = clerkOf(archive)
  const { document } = await clerk.file(letter(), NEXT)
  const gone = await clerk.file(letter(), NEXT)
  await clerk.withdraw(gone.document.id)
  await clerk.file(letter({ number: '05' }))
  const book = await clerk.bookOf(letter())
  return { archive, clerk, book, first: document.id, gone: gone.document.id }
}

const closed = { code: 'book-closed' }

describe('a book that is closed', () => {
  test('its sheet says first and last number, count, void, missing, withdrawn, who and when', async () => {
    const { clerk, book } = await oneBook()
    await clerk.ask('number.void', {
      what: { kind: 'number', place: LETTERS, number: 3, suffix: null },
      reason: 'đánh máy hỏng'
    })
    const { sheet, undo } = await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: 'hết nhiệm kỳ' })
    expect(sheet).toEqual({
      bookId: book.id,
      counts: {
        first: 1,
        last: 5,
        documents: 2,
        withdrawn: 1,
        voided: 1,
        reserved: 0,
        missing: 1,
        unnumbered: 0
      },
      missing: [{ from: 4, to: 4 }],
      closedOn: NUMBER_DAY,
      by: CLERK.name,
      note: 'hết nhiệm kỳ'
    })
    const kept = await clerk.ask('book.get', { id: book.id })
    expect(kept).toMatchObject({ sheet, book: { state: 'closed', closedBy: CLERK.name, next: null } })
    await clerk.undo(undo)
    expect((await clerk.ask('book.get', { id: book.id })).book).toMatchObject({ state: 'open', next: 6 })
  })

  test('takes nothing in, lets nothing out and changes nothing, whoever asks', async () => {
    const { archive, clerk, book, first, gone } = await oneBook()
    const filed = await clerk.file(letter({ number: '06' }))
    const elsewhere = await clerk.file(letter({ number: '9', documentType: 'thong-bao', symbol: 'TB/HU' }))
    const held = await clerk.ask('number.reserve', {
      place: LETTERS,
      numbers: [],
      count: 1,
      forWhom: null,
      reason: 'chờ ký'
    })
    await expect(clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })).rejects.toMatchObject({
      code: 'conflict',
      detail: { problem: 'reserved', count: 1 }
    })
    await clerk.ask('number.release', { ids: held.numbers.map((one) => one.id), reason: 'không dùng' })
    await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })
    const head = archive.ledger.head().seq
    await expect(clerk.file(letter(), NEXT)).rejects.toMatchObject(closed)
    await expect(clerk.file(letter({ number: '77' }))).rejects.toMatchObject(closed)
    await expect(clerk.withdraw(first)).rejects.toMatchObject(closed)
    await expect(clerk.correct(first, { number: '78' })).rejects.toMatchObject(closed)
    await expect(clerk.correct(first, { issuedOn: '2026-03-09' })).rejects.toMatchObject(closed)
    await expect(clerk.correct(first, { documentType: 'thong-bao' })).rejects.toMatchObject(closed)
    await expect(
      clerk.correct(elsewhere.document.id, { documentType: 'cong-van', symbol: 'CV/HU' })
    ).rejects.toMatchObject(closed)
    await expect(clerk.undo(filed.undo)).rejects.toMatchObject(closed)
    await expect(
      clerk.ask('number.void', { what: { kind: 'number', place: LETTERS, number: 4, suffix: null }, reason: 'hỏng' })
    ).rejects.toMatchObject(closed)
    await expect(
      clerk.ask('number.reserve', { place: LETTERS, numbers: [], count: 1, forWhom: null, reason: 'chờ' })
    ).rejects.toMatchObject(closed)
    const rule = {
      id: null,
      fondsId: null,
      direction: 'outgoing',
      body: null,
      separator: '-',
      documentTypes: ['cong-van'],
      perType: true,
      period: 'year',
      firstNumber: 1,
      name: null
    } as const
    await expect(
      clerk.ask('book.saveRule', { rule: { ...rule, documentTypes: [...rule.documentTypes] } })
    ).rejects.toMatchObject(closed)
    for (const words of [{ subject: 'V/v sửa trích yếu' }, { signer: 'Người khác' }, { note: 'thêm' }, { copies: 9 }]) {
      await expect(clerk.correct(first, words)).rejects.toMatchObject(closed)
    }
    expect(archive.ledger.head().seq).toBe(head)
    // Where the paper lies is no word of the register.
    expect((await clerk.correct(first, { paperLocation: 'hộp 3' })).document.id).toBe(first)
    await clerk.ask('book.reopen', { id: book.id, reason: 'sửa trích yếu' })
    expect((await clerk.correct(first, { subject: 'V/v sửa trích yếu' })).document.subject).toBe('V/v sửa trích yếu')
    expect(gone).not.toBe(first)
  })

  test('stays whole when the terms are changed; work on many is told beforehand', async () => {
    const { archive, clerk, book } = await oneBook()
    await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })
    const before = office(archive.db)
    const save = (termStarts: readonly string[]) => {
      const after = { ...before, termStarts: [...termStarts] }
      return () => archive.commit([{ kind: 'office-saved', data: { office: after, before } }], CLERK)
    }
    expect(save([...before.termStarts, '2026-03-01'])).toThrow(expect.objectContaining(closed))
    expect(save(['2020-08-01'])).not.toThrow()
    expect(refusedBySeal(archive.db, letter({ number: '9' }))).toMatchObject(closed)
    expect(refusedBySeal(archive.db, letter({ number: '9', issuedOn: '2019-01-01' }))).toBeNull()
  })

  test('opens again with a reason, and is as it was', async () => {
    const { clerk, book } = await oneBook()
    await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })
    await clerk.ask('book.reopen', { id: book.id, reason: 'còn văn bản chưa vào sổ' })
    expect((await clerk.file(letter(), NEXT)).document.reference).toBe('06-CV/HU')
    await expect(clerk.ask('book.reopen', { id: book.id, reason: 'x' })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a batch that stands in it is not taken back', async () => {
    const { archive, clerk } = await oneBook()
    const batch = { id: 'x_00000000000000000001', key: null }
    archive.commit(
      [
        { kind: 'batch-began', data: { batchId: batch.id, kind: 'register', name: 'sổ cũ', source: 's', rows: 1 } },
        {
          kind: 'document-filed',
          data: {
            documentId: 'd_00000000000000000009',
            form: letter({ number: '40' }),
            files: [],
            reviewed: true,
            batch
          }
        }
      ],
      CLERK
    )
    const book = await clerk.bookOf(letter())
    await clerk.ask('book.close', { id: book.id, closedOn: NUMBER_DAY, note: null })
    const head = archive.ledger.head().seq
    startUndo(archive, { batchId: batch.id, reason: 'nhập nhầm', keepTouched: false }, CLERK)
    await archive.close()
    expect(archive.ledger.head().seq).toBe(head)
  })
})

describe('a fonds whose body has ended', () => {
  test('seals its books, gives no number, names its successor; papers of its time are still catalogued', async () => {
    const { archive, clerk, book } = await oneBook()
    await clerk.file(letter({ direction: 'incoming', issuer: 'Tỉnh ủy', arrivedOn: NUMBER_DAY }))
    const [own] = (await clerk.ask('fonds.list', {})).fonds
    if (!own) throw new Error('no fonds')
    const end = {
      id: own.id,
      on: NUMBER_DAY,
      decision: 'Quyết định số 12-QĐ/TU',
      successorId: null,
      successor: 'Đảng ủy xã Đam Rông 1',
      note: null
    }
    await expect(clerk.ask('fonds.close', { ...end, on: '2027-01-01' })).rejects.toMatchObject({ code: 'bad-input' })
    const { fonds, undo } = await clerk.ask('fonds.close', end)
    expect(fonds.closed).toMatchObject({ on: NUMBER_DAY, successor: 'Đảng ủy xã Đam Rông 1', by: CLERK.name })
    expect((await clerk.books(null)).map((one) => [one.state, one.ofClosedFonds, one.next])).toEqual([
      ['closed', true, null],
      ['closed', true, null]
    ])
    expect((await clerk.ask('book.get', { id: book.id })).sheet).toMatchObject({ counts: { last: 5, missing: 2 } })

    const refused = { code: 'fonds-closed' }
    await expect(clerk.file(letter(), NEXT)).rejects.toMatchObject(refused)
    await expect(clerk.file(letter({ number: '8', issuedOn: '2026-03-11' }))).rejects.toMatchObject(refused)
    await expect(clerk.ask('book.reopen', { id: book.id, reason: 'x' })).rejects.toMatchObject(refused)
    const late = await clerk.file(letter({ number: '04' }))
    expect(late.number?.flags).toEqual(['catalogued'])
    const arrived = await clerk.file(letter({ direction: 'incoming', issuer: 'Tỉnh ủy', arrivedOn: '2026-03-01' }))
    expect([arrived.document.arrivalNumber, arrived.number]).toEqual([null, { flags: ['catalogued'], reason: null }])
    await clerk.withdraw(late.document.id)

    const handover = await clerk.ask('fonds.handover', { id: own.id })
    expect(handover.books.map(({ sheet }) => sheet?.counts.last)).toEqual([5, 1])
    expect(handover.totals).toMatchObject({ documents: 4, withFile: 0, paperOnly: 4 })
    expect(archive.ledger.head().seq).toBeGreaterThan(undo?.seq ?? 0)
    await clerk.ask('fonds.reopen', { id: own.id, reason: 'quyết định bị rút' })
    expect((await clerk.file(letter(), NEXT)).document.reference).toBe('06-CV/HU')
  })

  test('the successor may be a body of the directory; the closing is taken back at once', async () => {
    const { archive, clerk } = await oneBook()
    const [own] = (await clerk.ask('fonds.list', {})).fonds
    if (!own) throw new Error('no fonds')
    const body = bodyOf({ id: 'b_0001', name: 'Đảng ủy xã Liên Sơn' })
    const end = { id: own.id, on: NUMBER_DAY, decision: 'QĐ', successor: body.name, note: null }
    await expect(clerk.ask('fonds.close', { ...end, successorId: body.id })).rejects.toMatchObject({
      code: 'not-found'
    })
    archive.commit([{ kind: 'body-saved', data: { body, before: null } }], CLERK)
    const { undo } = await clerk.ask('fonds.close', { ...end, successorId: body.id })
    await clerk.undo(undo)
    expect((await clerk.ask('fonds.list', {})).fonds[0]?.closed).toBeNull()
    expect((await clerk.books()).map((book) => book.state)).toEqual(['open'])
  })
})
