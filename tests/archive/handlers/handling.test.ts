import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { documentHandlers } from '#archive/handlers/documents.ts'
import { handlingHandlers as handlers } from '#archive/handlers/handling.ts'
import { registerHandlers } from '#archive/handlers/registers.ts'
import { undo } from '#archive/ledger/undo.ts'
import { overdueCount } from '#archive/store/handling-board.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { Assignment, BoardState, HandlingView } from '#contract/operations/handling.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { CLERK, fileForm, fileText, tempArchive } from '#tests/support/temp-archive.ts'

const TODAY = '2021-08-30'
const DIRECTIVE = {
  direction: 'incoming',
  number: '713',
  symbol: 'CV/TU',
  documentType: 'cong-van',
  issuedOn: '2021-08-09',
  issuer: 'Tỉnh ủy Lâm Đồng',
  arrivedOn: '2021-08-11',
  subject: 'V/v quản lý thông tin'
} as const satisfies Partial<DocumentForm>
const SAID: Assignment = {
  opinion: 'Ban Tuyên giáo tham mưu văn bản triển khai',
  leader: 'Đ/c Bí thư',
  assignedOn: '2021-08-12',
  main: 'Ban Tuyên giáo Huyện ủy',
  co: ['Phòng Văn hóa và Thông tin', 'Công an huyện'],
  due: '2021-08-25',
  dueFrom: null,
  note: null
}
const DONE = { on: '2021-08-28', by: 'Ban Tuyên giáo', replyId: null, replyText: '57-CV/BTGHU', note: null }

async function office() {
  const made = await tempArchive({ deps: { now: () => new Date(`${TODAY}T03:00:00Z`) } })
  return made
}

async function directive(archive: OpenedArchive, more: Partial<DocumentForm> = {}): Promise<DocumentId> {
  return (await fileForm(archive, { ...DIRECTIVE, ...more })) as DocumentId
}

async function assign(archive: OpenedArchive, documentId: DocumentId, more: Partial<Assignment> = {}) {
  return await handlers['handling.assign'](archive, { documentId, id: null, assignment: { ...SAID, ...more } }, CLERK)
}

async function view(archive: OpenedArchive, documentId: DocumentId): Promise<HandlingView> {
  return await handlers['handling.get'](archive, { documentId }, CLERK)
}

async function board(archive: OpenedArchive, state: BoardState, more: { unit?: string; text?: string } = {}) {
  const input = { state, unit: more.unit ?? null, text: more.text ?? '', offset: 0, limit: 50 }
  return await handlers['handling.board'](archive, input, CLERK)
}

describe('a bút phê', () => {
  test('says who handles a paper and until when; the newest that says it counts', async () => {
    const { archive } = await office()
    const id = await directive(archive)
    expect((await view(archive, id)).state).toBe('none')
    const { handling } = await assign(archive, id)
    expect(handling).toMatchObject({ state: 'overdue', due: '2021-08-25', daysPast: 5 })
    await assign(archive, id, { assignedOn: '2021-08-20', main: 'Văn phòng Huyện ủy', due: null, co: [] })
    const after = await view(archive, id)
    expect(after.assignments.map((one) => one.main)).toEqual(['Văn phòng Huyện ủy', 'Ban Tuyên giáo Huyện ủy'])
    expect(after.due).toBe('2021-08-25')
    expect((await board(archive, 'overdue')).rows).toMatchObject([
      { main: 'Văn phòng Huyện ủy', leader: 'Đ/c Bí thư', co: SAID.co, ageDays: 18 }
    ])
  })

  test('is put right, and both the putting right and the saying are taken back', async () => {
    const { archive } = await office()
    const id = await directive(archive)
    const made = await assign(archive, id)
    const handlingId = made.handling.assignments[0]?.id ?? null
    const right = await handlers['handling.assign'](
      archive,
      { documentId: id, id: handlingId, assignment: { ...SAID, due: '2021-09-15', co: [' Công an huyện ', ''] } },
      CLERK
    )
    expect(right.handling).toMatchObject({ state: 'open', due: '2021-09-15', assignments: [{ co: ['Công an huyện'] }] })
    expect(() => undo(archive, made.undo?.seq ?? 0, CLERK)).toThrow('conflict')
    undo(archive, right.undo?.seq ?? 0, CLERK)
    expect((await view(archive, id)).due).toBe('2021-08-25')
    const gone = await handlers['handling.remove'](archive, { documentId: id, id: handlingId as never }, CLERK)
    expect(gone.handling).toMatchObject({ state: 'none', assignments: [] })
    undo(archive, gone.undo?.seq ?? 0, CLERK)
    expect((await view(archive, id)).assignments).toMatchObject([{ id: handlingId, due: '2021-08-25' }])
  })

  test.each([
    ['due-before-issue', { due: '2021-08-01' }],
    ['due-before-arrival', { due: '2021-08-10' }],
    ['due-before-assigned', { due: '2021-08-11' }]
  ] as const)('warns of a deadline that cannot be met: %s', async (code, more) => {
    const { archive } = await office()
    const id = await directive(archive)
    expect((await assign(archive, id, more)).warnings).toEqual([code])
    expect((await assign(archive, id)).warnings).toEqual([])
  })

  test('is on incoming papers that stand, says something, and no later day than today', async () => {
    const { archive } = await office()
    const own = (await fileForm(archive, { number: '221', symbol: 'CV/HU' })) as DocumentId
    await expect(async () => await assign(archive, own)).rejects.toThrow('bad-input')
    const id = await directive(archive)
    await expect(async () => await assign(archive, id, { assignedOn: '2021-08-31' })).rejects.toThrow('bad-input')
    const nothing = { opinion: '  ', main: null, due: null, note: null }
    await expect(async () => await assign(archive, id, nothing)).rejects.toThrow('missing-field')
    await documentHandlers['document.withdraw'](archive, { id, reason: 'trùng' }, CLERK)
    await expect(async () => await assign(archive, id)).rejects.toThrow('conflict')
    const unknown = { documentId: id, id: 'h_0000000000' as never, assignment: SAID }
    await expect(async () => await handlers['handling.assign'](archive, unknown, CLERK)).rejects.toThrow()
  })
})

describe('the result', () => {
  test('ends the work, is taken back, and a new bút phê opens the work again', async () => {
    const { archive } = await office()
    const id = await directive(archive)
    await assign(archive, id)
    await handlers['handling.report'](
      archive,
      { documentId: id, on: '2021-08-20', by: null, text: 'Đã dự thảo' },
      CLERK
    )
    const done = await handlers['handling.done'](archive, { documentId: id, ...DONE }, CLERK)
    expect(done.handling).toMatchObject({ state: 'done', daysPast: 3, result: { replyText: '57-CV/BTGHU' } })
    await expect(
      async () => await handlers['handling.done'](archive, { documentId: id, ...DONE }, CLERK)
    ).rejects.toThrow('conflict')
    undo(archive, done.undo?.seq ?? 0, CLERK)
    expect((await view(archive, id)).state).toBe('overdue')
    await handlers['handling.done'](archive, { documentId: id, ...DONE }, CLERK)
    const again = await assign(archive, id, { assignedOn: '2021-08-29', due: '2021-09-01' })
    expect(again.warnings).toEqual(['reopened'])
    expect(again.handling).toMatchObject({ state: 'soon', result: null })
    undo(archive, again.undo?.seq ?? 0, CLERK)
    expect(await view(archive, id)).toMatchObject({ state: 'done', result: { on: '2021-08-28' } })
    const reopened = await handlers['handling.reopen'](archive, { documentId: id, reason: 'chưa đủ' }, CLERK)
    expect(reopened.handling.state).toBe('overdue')
    undo(archive, reopened.undo?.seq ?? 0, CLERK)
    expect((await view(archive, id)).state).toBe('done')
  })

  test('names the reply, chosen from the papers that cite this one, those that answer first', async () => {
    const { archive } = await office()
    const id = await directive(archive)
    await fileText(archive, 'a.txt', 'Theo Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy.', {
      number: '30',
      symbol: 'BC/HU',
      direction: 'outgoing',
      issuedOn: '2021-08-26'
    })
    const replyId = (await fileText(
      archive,
      'b.txt',
      'Phúc đáp Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy, Huyện ủy báo cáo.',
      { number: '31', symbol: 'BC/HU', direction: 'outgoing', issuedOn: '2021-08-27' }
    )) as DocumentId
    expect((await view(archive, id)).replies.map((one) => [one.document.reference, one.relation])).toEqual([
      ['31-BC/HU', 'replies-to'],
      ['30-BC/HU', expect.any(String)]
    ])
    await assign(archive, id)
    const done = await handlers['handling.done'](archive, { documentId: id, ...DONE, replyId, replyText: null }, CLERK)
    expect(done.handling.result?.reply?.reference).toBe('31-BC/HU')
    expect((await board(archive, 'done')).rows).toMatchObject([{ reply: '31-BC/HU', doneOn: '2021-08-28' }])
    const itself = { documentId: id, ...DONE, replyId: id }
    await handlers['handling.reopen'](archive, { documentId: id, reason: 'nhầm' }, CLERK)
    await expect(async () => await handlers['handling.done'](archive, itself, CLERK)).rejects.toThrow('bad-input')
  })
})

describe('deadlines of the text', () => {
  const TEXT = `Các chi bộ báo cáo kết quả về Ban Tuyên giáo Huyện ủy trước ngày 15/9/2021.
Hoàn thành trong quý IV/2021. Báo cáo trong thời hạn 05 ngày làm việc kể từ ngày nhận được Công văn này.`

  test('are proposed, taken with one key, put aside for good', async () => {
    const { archive, reopen } = await office()
    const id = (await fileText(archive, '713.txt', TEXT, DIRECTIVE)) as DocumentId
    const { deadlines } = await view(archive, id)
    expect(deadlines.map((one) => [one.day, one.state])).toEqual([
      ['2021-09-15', 'open'],
      ['2021-12-31', 'open'],
      [null, 'open']
    ])
    const [first, second, third] = deadlines.map((one) => ({ documentId: id, key: one.key }))
    if (!first || !second || !third) throw new Error('not found')
    const taken = await handlers['handling.takeDeadline'](archive, first, CLERK)
    expect(taken.handling).toMatchObject({
      due: '2021-09-15',
      assignments: [{ assignedOn: TODAY, dueFrom: { key: first.key } }],
      deadlines: [{ state: 'taken' }, { state: 'open' }, { state: 'open' }]
    })
    const other = await handlers['handling.takeDeadline'](archive, second, CLERK)
    expect(other.handling.assignments).toHaveLength(1)
    expect(other.handling.due).toBe('2021-12-31')
    await expect(async () => await handlers['handling.takeDeadline'](archive, third, CLERK)).rejects.toThrow(
      'missing-field'
    )
    const put = await handlers['handling.dismissDeadline'](archive, third, CLERK)
    const later = await reopen()
    expect((await view(later, id)).deadlines[2]?.state).toBe('dismissed')
    undo(later, put.undo?.seq ?? 0, CLERK)
    expect((await view(later, id)).deadlines[2]?.state).toBe('open')
    await expect(
      async () => await handlers['handling.dismissDeadline'](later, { documentId: id, key: 'không có' }, CLERK)
    ).rejects.toThrow('not-found')
  })

  test('say which day and words were read off a picture', async () => {
    const { archive } = await office()
    const id = (await fileText(archive, '713.txt', TEXT, DIRECTIVE)) as DocumentId
    expect((await view(archive, id)).deadlines.map((one) => one.ocr)).toEqual([false, false, false])
    const hash = archive.db.prepare('SELECT sha256 FROM document_file').pluck().get() as string
    const text = archive.texts.get(hash)
    if (!text) throw new Error('no text')
    const pages = text.pages.map((page) => ({ ...page, ocr: { doubtfulLines: 0 } }))
    archive.texts.put(hash, { kind: 'scan', pages }, 'test')
    expect((await view(archive, id)).deadlines.map((one) => one.ocr)).toEqual([true, true, true])
  })

  test('of a paper the office wrote itself are for others: none is proposed', async () => {
    const { archive } = await office()
    const id = (await fileText(archive, '221.txt', TEXT, { number: '221', direction: 'outgoing' })) as DocumentId
    expect((await view(archive, id)).deadlines).toEqual([])
  })

  test('said at filing are part of the filing', async () => {
    const { archive } = await office()
    const said = { key: 'ban giao truoc ngay 15 9 2021', quote: 'Bàn giao trước ngày 15/9/2021.' }
    const form = { ...DIRECTIVE, handler: 'Ban Tuyên giáo' }
    const filed = await documentHandlers['document.file'](
      archive,
      {
        form: { ...(await formFor(archive)), ...form },
        files: [],
        reviewed: true,
        numbering: null,
        restriction: null,
        deadlines: { taken: { ...said, due: '2021-09-15' }, dismissed: [{ ...said, key: 'khac' }] }
      },
      CLERK
    )
    const id = filed.document.id
    expect(await view(archive, id)).toMatchObject({
      due: '2021-09-15',
      assignments: [{ main: 'Ban Tuyên giáo', assignedOn: TODAY, dueFrom: said }]
    })
    expect(archive.db.prepare('SELECT key FROM deadline_dismissal').pluck().all()).toEqual(['khac'])
    undo(archive, filed.undo?.seq ?? 0, CLERK)
    expect((await board(archive, 'open')).total).toBe(0)
  })
})

describe('the board', () => {
  test('parts papers by their deadline, leaves out what was withdrawn, filters by unit and by words', async () => {
    const { archive } = await office()
    const late = await directive(archive, { number: '701' })
    const later = await directive(archive, { number: '702' })
    const soon = await directive(archive, { number: '703' })
    const open = await directive(archive, { number: '704', subject: 'V/v phòng cháy' })
    const free = await directive(archive, { number: '705' })
    await directive(archive, { number: '706' })
    await assign(archive, late, { due: '2021-08-15' })
    await assign(archive, later, { due: '2021-08-29', main: 'Văn phòng Huyện ủy', co: [] })
    await assign(archive, soon, { due: '2021-09-06' })
    await assign(archive, open, { due: '2021-09-07', main: 'Công an huyện', co: [] })
    await assign(archive, free, { due: null })
    const numbers = async (state: BoardState, more = {}) =>
      (await board(archive, state, more)).rows.map((row) => row.document.reference)
    expect((await board(archive, 'overdue')).counts).toEqual({ overdue: 2, soon: 1, open: 2, done: 0 })
    expect(await numbers('overdue')).toEqual(['701-CV/TU', '702-CV/TU'])
    expect(await numbers('soon')).toEqual(['703-CV/TU'])
    expect(await numbers('open')).toEqual(['704-CV/TU', '705-CV/TU'])
    expect(await numbers('overdue', { unit: 'ban tuyên giáo huyện uỷ' })).toEqual(['701-CV/TU'])
    expect(await numbers('overdue', { unit: 'Công an huyện' })).toEqual(['701-CV/TU'])
    expect(await numbers('open', { text: 'phong chay' })).toEqual(['704-CV/TU'])
    expect(await numbers('open', { text: 'tham muu' })).toEqual(['704-CV/TU', '705-CV/TU'])
    expect((await board(archive, 'open')).units).toEqual([
      { name: 'Ban Tuyên giáo Huyện ủy', open: 3, overdue: 1 },
      { name: 'Văn phòng Huyện ủy', open: 1, overdue: 1 },
      { name: 'Công an huyện', open: 1, overdue: 0 }
    ])
    expect(overdueCount(archive.db, TODAY)).toBe(2)
    const gone = await documentHandlers['document.withdraw'](archive, { id: late, reason: 'trùng' }, CLERK)
    expect(overdueCount(archive.db, TODAY)).toBe(1)
    undo(archive, gone.undo?.seq ?? 0, CLERK)
    expect(overdueCount(archive.db, TODAY)).toBe(2)
  })

  test('the register names the main unit where the form names nobody', async () => {
    const { archive } = await office()
    const empty = await directive(archive, { number: '701', handler: null })
    const said = await directive(archive, { number: '702', handler: 'Thường trực Huyện ủy' })
    await assign(archive, empty)
    await assign(archive, said)
    const list = async (text: string) =>
      (await registerHandlers['register.list'](archive, { ...REGISTER, text }, CLERK)).rows.map((row) => [
        row.document.reference,
        row.handler
      ])
    expect(await list('')).toEqual([
      ['701-CV/TU', 'Ban Tuyên giáo Huyện ủy'],
      ['702-CV/TU', 'Thường trực Huyện ủy']
    ])
    expect((await list('tuyen giao')).map(([reference]) => reference)).toEqual(['701-CV/TU'])
  })
})

const REGISTER = {
  direction: 'incoming',
  from: null,
  to: null,
  text: '',
  sort: 'number',
  descending: false,
  group: 'none',
  bookId: null,
  withdrawn: false,
  offset: 0,
  limit: 50
} as const

/** A whole form, as the screens send it. */
async function formFor(archive: OpenedArchive): Promise<DocumentForm> {
  const id = await fileForm(archive, { number: '1', symbol: 'CV/TU', direction: 'incoming' })
  return (await documentHandlers['document.get'](archive, { id: id as DocumentId }, CLERK)).form
}
