import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rebuild } from '#archive/care/rebuild.ts'
import { reportHandlers } from '#archive/handlers/reports.ts'
import { secretBookHandlers } from '#archive/handlers/secret-book.ts'
import { listLedger } from '#archive/ledger/list-ledger.ts'
import { undo as undoEvent } from '#archive/ledger/undo.ts'
import { buildReport } from '#archive/reports/build-report.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import { searchFast, searchFull } from '#archive/search/answer.ts'
import { suggest } from '#archive/search/suggest.ts'
import type { SecretEntryId } from '#contract/ids.ts'
import { NO_FILTERS } from '#contract/no-filters.ts'
import { REPORT_NAMES } from '#contract/operations/registers.ts'
import type { SecretForm } from '#contract/operations/secret-book.ts'
import { operations } from '#contract/operations.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { plainLedger, TEST_ENCRYPTED } from '#tests/support/encrypted.ts'
import { CLERK, fileForm, type TempArchive, tempArchive } from '#tests/support/temp-archive.ts'
import { OF_ONE, paramsOf } from '../reports/report-archive.ts'

const NOW = new Date('2026-05-20T03:00:00.000Z')
/** Each stands in one field of a line and nowhere else in the archive. */
const WORDS = ['trichyeukin', 'coquankin', 'nguoikykin', 'noinhankin', 'ghichukin', 'sohieukin', 'donvikin', 'lydokin']
const [SUBJECT = '', ISSUER = '', SIGNER = '', RECIPIENTS = '', NOTE = '', REFERENCE = '', KEPT = '', REASON = ''] =
  WORDS

function line(fields: Partial<SecretForm> = {}): SecretForm {
  return {
    direction: 'incoming',
    arrivedOn: '2026-05-12',
    issuedOn: '2026-05-10',
    issuer: `Công an ${ISSUER}`,
    reference: `12-${REFERENCE}/CA`,
    documentType: 'bao-cao',
    secrecy: 'mat',
    subject: `Tình hình ${SUBJECT}`,
    signer: SIGNER,
    keptBy: null,
    recipients: `Thường trực ${RECIPIENTS}`,
    copies: 2,
    note: NOTE,
    returnedOn: null,
    ...fields
  }
}

const sent = (fields: Partial<SecretForm> = {}) =>
  line({ direction: 'outgoing', arrivedOn: null, issuer: null, keptBy: KEPT, ...fields })

async function run<N extends keyof typeof secretBookHandlers>(
  temp: TempArchive,
  name: N,
  input: Parameters<(typeof secretBookHandlers)[N]>[1]
): Promise<Awaited<ReturnType<(typeof secretBookHandlers)[N]>>> {
  const handler = secretBookHandlers[name] as (archive: unknown, input: unknown, caller: unknown) => unknown
  return (await handler(temp.archive, input, CLERK)) as Awaited<ReturnType<(typeof secretBookHandlers)[N]>>
}

async function desk(on = true) {
  const temp = await tempArchive({ deps: { now: () => NOW } })
  if (on) await run(temp, 'secret.switch', { on: true, reason: 'máy không nối mạng' })
  const record = async (entry: SecretForm) => (await run(temp, 'secret.record', { entry })).entry
  const list = async (direction: SecretForm['direction'] = 'incoming', text = '') =>
    await run(temp, 'secret.list', { direction, year: null, text, offset: 0, limit: 100 })
  return { temp, record, list }
}

const NO_ONE = 'm_00000000000000000000' as SecretEntryId

describe('the secret book', () => {
  test('is off until the office turns it on, hidden again when it turns it off, and keeps its lines', async () => {
    const { temp, record, list } = await desk(false)
    expect(await run(temp, 'secret.state', {})).toEqual({
      on: false,
      switched: null,
      kept: 0,
      incoming: [],
      outgoing: []
    })
    await expect(record(line())).rejects.toMatchObject({ code: 'secret-book-off' })
    await expect(list()).rejects.toMatchObject({ code: 'secret-book-off' })
    await expect(run(temp, 'secret.void', { id: NO_ONE, reason: 'r' })).rejects.toMatchObject({
      code: 'secret-book-off'
    })
    expect(() => buildReport(temp.archive, paramsOf('secret-book'))).toThrow(
      expect.objectContaining({ code: 'secret-book-off' })
    )
    const switched = await run(temp, 'secret.switch', { on: true, reason: 'máy không nối mạng' })
    await expect(run(temp, 'secret.switch', { on: true, reason: 'r' })).rejects.toMatchObject({ code: 'conflict' })
    await record(line())
    await run(temp, 'secret.switch', { on: false, reason: 'chuyển sang sổ giấy' })
    await expect(list()).rejects.toMatchObject({ code: 'secret-book-off' })
    expect(await run(temp, 'secret.state', {})).toMatchObject({
      on: false,
      kept: 1,
      incoming: [],
      switched: { by: CLERK.name, reason: 'chuyển sang sổ giấy' }
    })
    await expect(async () => undoEvent(temp.archive, switched.undo?.seq ?? 0, CLERK)).rejects.toMatchObject({
      code: 'conflict'
    })
    await run(temp, 'secret.switch', { on: true, reason: 'lại' })
    expect((await list()).total).toBe(1)
  })

  test('numbers each direction and year from 1 and never gives a number twice', async () => {
    const { temp, record, list } = await desk()
    const [a, b] = [await record(line()), await record(line())]
    const out = await record(sent())
    const old = await record(line({ arrivedOn: '2025-12-31' }))
    expect([a, b, out, old].map((one) => [one.direction, one.year, one.number])).toEqual([
      ['incoming', 2026, 1],
      ['incoming', 2026, 2],
      ['outgoing', 2026, 1],
      ['incoming', 2025, 1]
    ])
    await run(temp, 'secret.void', { id: b.id, reason: 'ghi nhầm' })
    expect((await record(line())).number).toBe(3)
    const undone = await run(temp, 'secret.record', { entry: line() })
    undoEvent(temp.archive, undone.undo?.seq ?? 0, CLERK)
    expect((await record(line())).number).toBe(5)
    const { entries, total, voided } = await list()
    expect([total, voided]).toEqual([6, 2])
    expect(entries.map((one) => [one.year, one.number, one.voided === null])).toEqual([
      [2025, 1, true],
      [2026, 1, true],
      [2026, 2, false],
      [2026, 3, true],
      [2026, 4, false],
      [2026, 5, true]
    ])
    expect(await run(temp, 'secret.state', {})).toMatchObject({
      incoming: [
        { year: 2026, entries: 5, next: 6 },
        { year: 2025, entries: 1, next: 2 }
      ],
      outgoing: [{ year: 2026, entries: 1, next: 2 }]
    })
  })

  test('refuses what a line must not or cannot say, and gives no number for it', async () => {
    const { temp, record, list } = await desk()
    await expect(record(line({ secrecy: 'tuyet-mat' }))).rejects.toMatchObject({
      code: 'secret-subject-refused',
      detail: { field: 'subject' }
    })
    const cases = [
      [line({ arrivedOn: null }), 'missing-field', 'arrivedOn'],
      [line({ issuer: '  ' }), 'missing-field', 'issuer'],
      [sent({ issuedOn: null }), 'missing-field', 'issuedOn'],
      [sent({ arrivedOn: '2026-05-12' }), 'bad-input', 'arrivedOn'],
      [line({ returnedOn: '2026-05-11' }), 'bad-input', 'returnedOn'],
      [line({ arrivedOn: '2062-05-12' }), 'bad-input', 'arrivedOn']
    ] as const
    for (const [entry, code, field] of cases) {
      await expect(record(entry)).rejects.toMatchObject({ code, detail: { field } })
    }
    expect((await list()).total).toBe(0)
    const standing = await record(line({ secrecy: 'tuyet-mat', subject: ' ' }))
    expect([standing.number, standing.subject]).toEqual([1, null])
    await expect(
      run(temp, 'secret.correct', { id: standing.id, entry: line({ secrecy: 'tuyet-mat' }), reason: 'r' })
    ).rejects.toMatchObject({ code: 'secret-subject-refused' })
  })

  test('corrects with old value and reason, within its year, and takes it back', async () => {
    const { temp, record, list } = await desk()
    const one = await record(line())
    const correct = (entry: SecretForm) => run(temp, 'secret.correct', { id: one.id, entry, reason: 'ghi sai' })
    await expect(correct(line({ arrivedOn: '2025-05-12' }))).rejects.toMatchObject({ code: 'outside-book' })
    await expect(correct(sent())).rejects.toMatchObject({ code: 'bad-input', detail: { field: 'direction' } })
    const { entry, undo } = await correct(line({ returnedOn: '2026-05-19', note: 'đã trả' }))
    expect(entry).toMatchObject({ number: 1, note: 'đã trả', returnedOn: '2026-05-19' })
    expect(entry.corrections).toMatchObject([
      { by: CLERK.name, reason: 'ghi sai', before: { note: NOTE }, after: { note: 'đã trả' } }
    ])
    undoEvent(temp.archive, undo?.seq ?? 0, CLERK)
    expect((await list()).entries[0]).toMatchObject({ note: NOTE, returnedOn: null })
    const gone = await run(temp, 'secret.void', { id: one.id, reason: 'trùng' })
    expect(gone.entry.voided).toBe('trùng')
    await expect(correct(line())).rejects.toMatchObject({ code: 'conflict' })
    undoEvent(temp.archive, gone.undo?.seq ?? 0, CLERK)
    expect((await list()).entries[0]?.voided).toBe(null)
  })

  test('shows no earlier subject of a paper that became Tuyệt mật', async () => {
    const { temp, record, list } = await desk()
    const one = await record(line())
    await run(temp, 'secret.correct', {
      id: one.id,
      entry: line({ secrecy: 'tuyet-mat', subject: null }),
      reason: 'nâng độ mật'
    })
    expect(JSON.stringify(await list())).not.toContain(SUBJECT)
  })

  test('finds in its own lines, without diacritics', async () => {
    const { record, list } = await desk()
    await record(line())
    await record(line({ issuer: 'Ban Chỉ huy Quân sự', secrecy: 'toi-mat' }))
    expect((await list('incoming', 'quan su toi mat')).entries.map((one) => one.number)).toEqual([2])
    expect((await list('incoming', SUBJECT)).total).toBe(2)
    expect((await list('outgoing', SUBJECT)).total).toBe(0)
  })

  test('prints the official columns, marked on every sheet, void numbers with their reason', async () => {
    const { temp, record } = await desk()
    await record(line({ returnedOn: '2026-05-18' }))
    const two = await record(line({ secrecy: 'tuyet-mat', subject: null }))
    await run(temp, 'secret.void', { id: two.id, reason: 'trùng số 1' })
    await record(sent({ secrecy: 'toi-mat' }))
    const incoming = buildReport(temp.archive, paramsOf('secret-book', { from: '2026-01-01', to: '2026-12-31' }))
    expect(incoming.columns.map((one) => one.title)).toEqual([
      'Ngày đến',
      'Số đến',
      'Cơ quan ban hành',
      'Số, ký hiệu văn bản',
      'Ngày tháng văn bản',
      'Loại',
      'Trích yếu',
      'Độ mật',
      'Đơn vị hoặc người nhận',
      'Ghi chú'
    ])
    expect(
      rowsOf(incoming).map((row) => row.cells.map((cell) => [cell.lead, cell.text].filter(Boolean).join(' ')))
    ).toEqual([
      [
        '12/5/2026',
        '1',
        `Công an ${ISSUER}`,
        `12-${REFERENCE}/CA`,
        '10/5/2026',
        'Báo cáo',
        `Tình hình ${SUBJECT}`,
        'Mật',
        `Thường trực ${RECIPIENTS}`,
        `Đã trả lại ngày 18/5/2026; ${NOTE}`
      ],
      [
        '12/5/2026',
        '2',
        `Công an ${ISSUER}`,
        `12-${REFERENCE}/CA`,
        '10/5/2026',
        'Báo cáo',
        'ĐÃ HỦY.',
        'Tuyệt mật',
        `Thường trực ${RECIPIENTS}`,
        `Lý do hủy: trùng số 1; ${NOTE}`
      ]
    ])
    expect([incoming.lines[0], incoming.foot]).toEqual([
      expect.stringMatching(/^SỔ MẬT/),
      expect.stringMatching(/^SỔ MẬT/)
    ])
    const outgoing = buildReport(temp.archive, paramsOf('secret-book', { direction: 'outgoing' }))
    expect(rowsOf(outgoing)[0]?.cells.map((cell) => cell.text)).toEqual([
      '1',
      `12-${REFERENCE}/CA`,
      '10/5/2026',
      'Báo cáo',
      `Tình hình ${SUBJECT}`,
      'Tối mật',
      SIGNER,
      KEPT,
      '2',
      `Thường trực ${RECIPIENTS}`,
      NOTE
    ])
    for (const { columns } of [incoming, outgoing]) expect(columns.reduce((sum, one) => sum + one.mm, 0)).toBe(267)
    expect(
      rowsOf(buildReport(temp.archive, paramsOf('secret-book', { from: '2025-01-01', to: '2025-12-31' })))
    ).toEqual([])
    const file = await reportHandlers['report.file'](
      temp.archive,
      { report: paramsOf('secret-book'), format: 'csv' },
      CLERK
    )
    expect(file.name).toBe('so-dang-ky-van-ban-mat-den.csv')
  })

  test('is in the ledger and what is rebuilt from it, and nowhere else in the archive folder or its database', async () => {
    const { temp, record, list } = await desk()
    await fileForm(temp.archive, { number: '221', symbol: 'CV/HU', subject: 'mạng xã hội' })
    const one = await record(line())
    await record(sent())
    await run(temp, 'secret.correct', { id: one.id, entry: line({ note: `${NOTE} thêm` }), reason: REASON })
    await run(temp, 'secret.void', { id: one.id, reason: REASON })
    const { db } = temp.archive
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'secret%'")
      .pluck()
      .all() as string[]
    expect(tables).toEqual(expect.arrayContaining(['fm', 'fb', 'term', 'search_text', 'body', 'meta', 'document']))
    for (const table of tables) {
      const held = JSON.stringify(db.prepare(`SELECT * FROM "${table}"`).all())
      for (const word of WORDS) expect(held, table).not.toContain(word)
    }
    for (const index of ['fm', 'fb']) {
      db.exec(`CREATE VIRTUAL TABLE temp.words_of_${index} USING fts5vocab('main', '${index}', 'row')`)
      const words = db.prepare<[], string>(`SELECT term FROM temp.words_of_${index}`).pluck().all()
      if (index === 'fm') expect(words).toContain('mang')
      for (const word of WORDS) expect(words).not.toContain(word)
    }
    const told = JSON.stringify(listLedger(temp.archive, { before: null, limit: 100, documentId: null }, CLERK))
    for (const word of WORDS) expect(told).not.toContain(word)
    expect(told).toContain('"secretNumber":"1/2026"')
    const pushed = temp.events.filter((event) => event.type === 'changed' && event.what === 'secret')
    expect(pushed).toHaveLength(5)
    for (const word of WORDS) expect(JSON.stringify(temp.events)).not.toContain(word)
    const holding = files(temp.folder).filter((path) => readFileSync(path).includes(SUBJECT))
    expect(
      holding.map((path) => path.slice(temp.folder.length + 1)).filter((path) => !/^archive\.db/.test(path))
    ).toEqual(TEST_ENCRYPTED ? [] : ['ledger/000001.jsonl'])
    if (TEST_ENCRYPTED) expect(plainLedger(temp.folder)).toContain(SUBJECT)
    const before = await list()
    const answers = everything(temp.archive)
    expect((await verifyNow(temp.archive, 'full')).findings).toEqual([])
    await rebuild(temp.archive, quietJob())
    expect(everything(temp.archive)).toBe(answers)
    expect(await list()).toEqual(before)
    await temp.reopen()
    expect(await list()).toEqual(before)
  })
})

test('no search, suggestion or other report tells of its lines', async () => {
  const { temp, record } = await desk()
  const { archive } = temp
  const documentId = await fileForm(archive, {
    direction: 'incoming',
    number: '221',
    symbol: 'CV/TU',
    subject: 'mạng xã hội',
    issuer: 'Tỉnh ủy',
    issuedOn: '2026-05-10',
    arrivedOn: '2026-05-12'
  })
  await record(line())
  await record(sent())
  const filters = NO_FILTERS
  for (const word of [...WORDS, 'trichyeu', '12']) {
    const request = { query: word, filters, sort: 'relevance', offset: 0, limit: 20 } as const
    for (const answer of [
      searchFast(archive.db, request),
      searchFull(archive.db, request),
      suggest(archive.db, word, 20)
    ]) {
      for (const secret of WORDS.filter((one) => one !== word)) expect(JSON.stringify(answer)).not.toContain(secret)
    }
    if (word !== '12') expect(searchFull(archive.db, request).hits).toEqual([])
    expect(JSON.stringify(suggest(archive.db, word.slice(0, 6), 20))).not.toContain(word)
  }
  const told = REPORT_NAMES.filter((name) => !OF_ONE.has(name) || name === 'routing-slip').map((name) => {
    const printed = JSON.stringify(
      buildReport(archive, paramsOf(name, { documentId: name === 'routing-slip' ? documentId : null }))
    )
    for (const word of WORDS) expect(printed, name).not.toContain(word)
    return name
  })
  expect(told.length).toBeGreaterThan(15)
})

test('only those who keep it may see it', async () => {
  const { temp, record } = await desk()
  await record(line())
  const leader = { ...CLERK, role: 'leader' } as const
  expect(operations['secret.list'].roles).not.toContain('leader')
  const asked = paramsOf('secret-book')
  const html = async () => reportHandlers['report.html'](temp.archive, asked, leader)
  const table = async () => reportHandlers['report.table'](temp.archive, asked, leader)
  const file = async () => reportHandlers['report.file'](temp.archive, { report: asked, format: 'csv' }, leader)
  for (const print of [html, table, file]) await expect(print()).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await reportHandlers['report.html'](temp.archive, asked, CLERK)).toMatchObject({ rows: 1 })
})

function files(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
