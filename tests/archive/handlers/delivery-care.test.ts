import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { backup } from '#archive/care/backup.ts'
import { rebuild } from '#archive/care/rebuild.ts'
import { restore } from '#archive/care/restore.ts'
import { seedEvents } from '#archive/directory/seed-directory.ts'
import { deliveryCareHandlers as care } from '#archive/handlers/delivery-care.ts'
import { distributionHandlers as handlers } from '#archive/handlers/distribution.ts'
import { stageFile } from '#archive/intake/staging.ts'
import { listLedger } from '#archive/ledger/list-ledger.ts'
import { undo } from '#archive/ledger/undo.ts'
import { locate } from '#archive/locate.ts'
import { openArchive } from '#archive/open-archive.ts'
import { buildReport } from '#archive/reports/build-report.ts'
import { rowsOf } from '#archive/reports/print-document.ts'
import type { DeliveryId, DocumentId, StagedId } from '#contract/ids.ts'
import { ReportParams } from '#contract/operations/registers.ts'
import type { RecipientLine } from '#contract/schemas.ts'
import { everything, quietJob, verifyNow } from '#tests/support/damage.ts'
import { plainPdf } from '#tests/support/plain-pdf.ts'
import { CLERK, fileForm, OFFICE, tempArchive, tempFolder } from '#tests/support/temp-archive.ts'

const TODAY = '2021-08-30'
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64'
)

function line(text: string, kind: RecipientLine['kind'] = 'body', note: string | null = null): RecipientLine {
  return { text: note ? `${text} (${note})` : text, kind, names: [text], note, evidence: null }
}

async function office() {
  const temp = await tempArchive({ deps: { now: () => new Date(`${TODAY}T03:00:00Z`) } })
  const { archive } = temp
  archive.commit(seedEvents(OFFICE, archive.newId), CLERK)
  const paper = async (number: string, issuedOn: string, recipients: readonly RecipientLine[]) =>
    (await fileForm(archive, {
      number,
      symbol: 'CV/HU',
      issuedOn,
      issuer: 'Huyện ủy Đam Rông',
      subject: `việc số ${number}`,
      recipients: [...recipients]
    })) as DocumentId
  const sendAll = (documentId: DocumentId, sentOn: string) =>
    handlers['delivery.sendAll'](archive, { documentId, sentOn }, CLERK)
  const ask = (documentId: DocumentId) => handlers['delivery.reconcile'](archive, { documentId }, CLERK)
  return { temp, archive, paper, sendAll, ask }
}

const THREE = [line('Công an huyện'), line('Phòng Nội vụ huyện'), line('Huyện đoàn')]

async function staged(archive: OpenedArchive, name: string, bytes: Uint8Array): Promise<StagedId> {
  const path = join(tempFolder(), 'in')
  writeFileSync(path, bytes)
  const id = archive.newId('s') as StagedId
  await stageFile(archive.folder, id, name, path)
  return id
}

function printed(archive: OpenedArchive, params: Readonly<Record<string, unknown>>) {
  return buildReport(archive, ReportParams.parse({ from: null, to: null, documentId: null, ...params }))
}

describe('what the text asks for', () => {
  test('a body in two groups and a line of its own is sent to once, with every place that names it', async () => {
    const { archive, paper, sendAll } = await office()
    const id = await paper('1', '2021-08-12', [
      line('Ban Tổ chức Huyện ủy', 'body', '02 bản'),
      line('Các ban, UBKT, VPHU', 'group'),
      line('Các ban xây dựng Đảng', 'group')
    ])
    const { reconciliation, sent } = await sendAll(id, '2021-08-12')
    expect(sent).toBe(5)
    const organ = reconciliation.rows.filter((row) => row.name === 'Ban Tổ chức Huyện ủy')
    expect(organ).toHaveLength(1)
    expect(organ[0]).toMatchObject({
      lineText: 'Ban Tổ chức Huyện ủy (02 bản)',
      groupName: null,
      alsoIn: [
        'Các ban, UBKT, VPHU (Các ban, Ủy ban Kiểm tra, Văn phòng Huyện ủy)',
        'Các ban xây dựng Đảng (Các ban xây dựng Đảng Huyện ủy)'
      ],
      delivery: { copies: 2 }
    })
    expect(archive.db.prepare('SELECT count(*) FROM delivery').pluck().get()).toBe(5)
  })
})

describe('a returned sheet', () => {
  test('stands in the order it was printed in, the signature sheet and the handover book', async () => {
    const { archive, paper, sendAll } = await office()
    const first = await paper('1', '2021-08-12', [...THREE, line('Hợp tác xã lạ')])
    const second = await paper('2', '2021-08-13', THREE)
    await sendAll(second, '2021-08-14')
    await sendAll(first, '2021-08-14')
    const bodies = (rows: readonly { name: string }[]) => rows.map((row) => row.name)
    const book = { direction: 'outgoing', from: '2021-08-14', to: '2021-08-14', onlyUnsigned: false } as const
    for (const onlyUnsigned of [false, true]) {
      const sheet = await care['delivery.sheet'](archive, { ...book, documentId: first, onlyUnsigned }, CLERK)
      const paperSheet = printed(archive, { name: 'signature-sheet', documentId: first, onlyUnsigned })
      expect(bodies(sheet.rows)).toEqual(rowsOf(paperSheet).map((row) => row.cells[1]?.text))
      expect(sheet.rows.at(-1)).toMatchObject({ name: 'Hợp tác xã lạ', bodyId: null, open: false })
    }
    const sheet = await care['delivery.sheet'](archive, { ...book, documentId: null }, CLERK)
    const paperBook = printed(archive, { ...book, name: 'handover-book' })
    expect(sheet.rows.map((row) => [row.document.reference, row.name])).toEqual(
      rowsOf(paperBook).map((row) => [row.cells[1]?.text, row.cells[2]?.text])
    )
    expect(sheet.open).toBe(6)
  })

  test('all ticks are one fact: sent ones sign, the others are sent and sign; one undo takes all back', async () => {
    const { archive, paper, sendAll, ask } = await office()
    const first = await paper('1', '2021-08-12', THREE)
    const second = await paper('2', '2021-08-13', THREE)
    await sendAll(first, '2021-08-12')
    const rows = [...(await ask(first)).rows, ...(await ask(second)).rows].flatMap((row) => (row.bodyId ? [row] : []))
    const before = everything(archive)
    const head = archive.ledger.head().seq
    const ticks = rows.map((row, index) => ({
      documentId: index < 3 ? first : second,
      bodyId: row.bodyId ?? ('b_' as never),
      deliveryId: row.delivery?.id ?? null,
      channel: row.channel,
      by: index === 0 ? 'K’ Thủy' : null
    }))
    const sign = (on: string, some = ticks) =>
      care['delivery.signSheet'](archive, { on, basis: 'Danh sách ký nhận', rows: some }, CLERK)
    const out = await sign('2021-08-20', [...ticks, ...ticks])
    expect(out).toMatchObject({ signed: 6, sent: 3 })
    expect(archive.ledger.head().seq).toBe(head + 1)
    expect((await ask(first)).rows[0]?.delivery).toMatchObject({
      acknowledgedOn: '2021-08-20',
      acknowledgedBy: 'K’ Thủy',
      basis: 'Danh sách ký nhận'
    })
    expect((await ask(second)).counts).toMatchObject({ sent: 3, acknowledged: 3 })
    expect((await sign('2021-08-21', ticks.slice(0, 3))).signed).toBe(0)
    const history = (documentId: DocumentId) =>
      listLedger(archive, { before: null, limit: 5, documentId }, CLERK).events.map((event) => event.kind)
    expect(history(first)[0]).toBe('sheet-signed')
    expect(history(second)[0]).toBe('sheet-signed')
    undo(archive, out.undo?.seq ?? 0, CLERK)
    expect((await ask(first)).counts).toMatchObject({ sent: 3, acknowledged: 0 })
    expect((await ask(second)).counts).toMatchObject({ sent: 0, acknowledged: 0 })
    expect(before).not.toBe('')
  })

  test('a day before the sending, a later one than today, a withdrawn paper: nothing at all is recorded', async () => {
    const { archive, paper, sendAll, ask } = await office()
    const id = await paper('1', '2021-08-12', THREE)
    await sendAll(id, '2021-08-12')
    const rows = (await ask(id)).rows.map((row) => ({
      documentId: id,
      bodyId: row.bodyId ?? ('b_' as never),
      deliveryId: row.delivery?.id ?? null,
      channel: row.channel,
      by: null
    }))
    const head = archive.ledger.head().seq
    const sign =
      (on: string, some = rows) =>
      () =>
        care['delivery.signSheet'](archive, { on, basis: null, rows: some }, CLERK)
    expect(sign('2021-08-11')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(sign('2021-08-31')).toThrow(expect.objectContaining({ code: 'bad-input' }))
    const strange = { ...rows[0], deliveryId: 'v_00000000' as DeliveryId } as (typeof rows)[number]
    expect(sign(TODAY, [...rows, strange])).toThrow(expect.objectContaining({ code: 'not-found' }))
    archive.commit([{ kind: 'document-withdrawn', data: { documentId: id, reason: 'r' } }], CLERK)
    const unsent = rows.map((row) => ({ ...row, deliveryId: null }))
    expect(sign(TODAY, unsent)).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(archive.ledger.head().seq).toBe(head + 1)
  })
})

describe('a scan of the signed sheet', () => {
  async function proved() {
    const made = await office()
    const first = await made.paper('1', '2021-08-12', THREE)
    const second = await made.paper('2', '2021-08-13', THREE.slice(0, 1))
    await made.sendAll(first, '2021-08-12')
    await made.sendAll(second, '2021-08-13')
    const ids = async (id: DocumentId) => (await made.ask(id)).rows.flatMap((row) => row.delivery?.id ?? [])
    const deliveryIds = [...(await ids(first)).slice(0, 2), ...(await ids(second))]
    const { archive } = made
    const out = await care['delivery.attachProof'](
      archive,
      { staged: await staged(archive, 'ký nhận.png', PNG), deliveryIds, note: 'tờ 1' },
      CLERK
    )
    return { ...made, first, second, deliveryIds, out }
  }

  test('is an original of its own: seen from its papers, verified, backed up, rebuilt, and not searched', async () => {
    const { archive, first, second, ask, out } = await proved()
    expect((await ask(first)).proofs).toMatchObject([{ name: 'ký nhận.png', mediaType: 'image/png', others: 1 }])
    expect((await ask(second)).proofs[0]).toMatchObject({ id: out.proof.id, others: 2 })
    const { sha256 } = out.proof
    expect(locate(archive, { documentId: first, sha256 })).toMatchObject({ name: 'ký nhận.png', bytes: PNG.length })
    const other = (await fileForm(archive, { number: '9' })) as DocumentId
    expect(() => locate(archive, { documentId: other, sha256 })).toThrow(expect.objectContaining({ code: 'not-found' }))
    expect((await verifyNow(archive, 'full')).findings).toEqual([])
    const folder = await restore(
      await backup(archive, tempFolder(), 'test', quietJob()),
      join(tempFolder(), 'restored'),
      quietJob()
    )
    const restored = await openArchive(folder)
    expect(restored.originals.has(sha256)).toBe(true)
    expect(everything(restored)).toBe(everything(archive))
    await restored.close()
    const before = everything(archive)
    await rebuild(archive, quietJob())
    expect(everything(archive)).toBe(before)
    rmSync(archive.originals.path(sha256), { force: true })
    expect((await verifyNow(archive, 'full')).findings).toMatchObject([{ code: 'file-missing', documentId: first }])
  })

  test('comes off by undo, and holds its sendings in place', async () => {
    const { archive, first, ask, out } = await proved()
    const sent = archive.ledger.head().seq - 2
    expect(() => undo(archive, sent, CLERK)).toThrow(expect.objectContaining({ code: 'conflict' }))
    undo(archive, out.undo?.seq ?? 0, CLERK)
    expect((await ask(first)).proofs).toEqual([])
    undo(archive, archive.ledger.head().seq, CLERK)
    expect((await ask(first)).proofs).toHaveLength(1)
  })

  test('a text, a damaged file, a stamp of secrecy: refused, no byte kept', async () => {
    const { archive, deliveryIds } = await proved()
    const attach = async (name: string, bytes: Uint8Array) =>
      care['delivery.attachProof'](
        archive,
        { staged: await staged(archive, name, bytes), deliveryIds, note: null },
        CLERK
      )
    await expect(attach('a.txt', Buffer.from('chữ'))).rejects.toMatchObject({ code: 'file-unsupported' })
    await expect(attach('a.pdf', Buffer.from('%PDF-1.4 cut'))).rejects.toMatchObject({ code: 'file-damaged' })
    await expect(attach('ky nhan (MẬT).png', PNG)).rejects.toMatchObject({ code: 'secret-refused' })
    const pdf = plainPdf([[{ font: 'Helvetica', text: 'MAT' }]])
    await expect(attach('ky nhan.pdf', pdf)).rejects.toMatchObject({ code: 'secret-refused' })
    expect((await verifyNow(archive, 'full')).findings).toEqual([])
  })
})

describe('recall, replacement, correction (D06)', () => {
  async function replaced() {
    const made = await office()
    const first = await made.paper('145', '2021-05-04', THREE)
    await made.sendAll(first, '2021-05-04')
    const rows = (await made.ask(first)).rows
    const [, second] = rows
    if (!second?.delivery) throw new Error('no delivery')
    const extra = { bodyId: second.bodyId ?? ('b_' as never), channel: 'post' as const, copies: 3 }
    const cancelled = { deliveryIds: [second.delivery.id], what: 'cancelled' as const, on: TODAY, by: null, note: null }
    await handlers['delivery.mark'](made.archive, cancelled, CLERK)
    await handlers['delivery.send'](made.archive, { documentId: first, sentOn: '2021-05-05', items: [extra] }, CLERK)
    const by = await made.paper('221', '2021-08-12', [line('Thường trực Tỉnh ủy')])
    return { ...made, first, by }
  }
  const GIVE = { on: '2021-08-12', reason: null, recall: false, send: true } as const

  test('the new paper goes to exactly those who had the first, on the same way, and they are expected', async () => {
    const { archive, first, by, ask } = await replaced()
    const give = (more: object = {}) =>
      care['delivery.giveNotice'](
        archive,
        { ...GIVE, documentId: first, kind: 'replace', byDocumentId: by, ...more },
        CLERK
      )
    const out = await give()
    for (const documentId of [first, by]) {
      const { events } = listLedger(archive, { before: null, limit: 5, documentId }, CLERK)
      expect(events[0]).toMatchObject({ kind: 'notice-given', facts: { notice: 'replace', target: '221-CV/HU' } })
    }
    expect(out).toMatchObject({ recalled: 0, sent: 3, notice: { holders: 3, by: { reference: '221-CV/HU' } } })
    const told = await ask(by)
    const holders = told.rows.filter((row) => row.source === 'holders')
    expect(holders.map((row) => [row.name, row.delivery?.channel, row.delivery?.copies])).toEqual([
      ['Công an huyện', 'direct', 1],
      ['Huyện đoàn', 'direct', 1],
      ['Phòng Nội vụ huyện', 'post', 3]
    ])
    expect(told.counts).toMatchObject({ expected: 4, sent: 3, notSent: 1, extra: 0 })
    expect((await ask(first)).counts).toMatchObject({ sent: 3 })
    expect((await give()).sent).toBe(0)
    undo(archive, archive.ledger.head().seq, CLERK)
    undo(archive, out.undo?.seq ?? 0, CLERK)
    expect((await ask(by)).counts).toMatchObject({ expected: 1, sent: 0, notSent: 1 })
  })

  test('told without sending, they wait as not sent; sendAll does it', async () => {
    const { archive, first, by, ask, sendAll } = await replaced()
    const notice = { ...GIVE, send: false, documentId: first, kind: 'correct', byDocumentId: by } as const
    await care['delivery.giveNotice'](archive, notice, CLERK)
    expect((await ask(by)).counts.notSent).toBe(4)
    expect((await sendAll(by, TODAY)).sent).toBe(4)
  })

  test('a recall without a paper: all who have it are called back, and who sent it back is counted', async () => {
    const { archive, first, ask } = await replaced()
    const recall = { ...GIVE, documentId: first, kind: 'recall', byDocumentId: null, reason: 'sai nội dung' } as const
    const out = await care['delivery.giveNotice'](archive, recall, CLERK)
    expect(out).toMatchObject({ recalled: 3, sent: 0 })
    const [one] = (await ask(first)).rows.flatMap((row) => row.delivery?.id ?? [])
    if (!one) throw new Error('no delivery')
    const back = { deliveryIds: [one], what: 'returned' as const, on: TODAY, by: null, note: null }
    const returned = await handlers['delivery.mark'](archive, back, CLERK)
    const now = await ask(first)
    expect(now.notices).toMatchObject([{ kind: 'recall', reason: 'sai nội dung', recalled: 3, returned: 1 }])
    expect(now.rows.map((row) => row.state)).toEqual(['returned', 'recalled', 'recalled'])
    expect(printed(archive, { name: 'reconciliation', documentId: first }).lines.join('\n')).toContain(
      '3 nơi phải trả, 1 đã trả'
    )
    expect(() => undo(archive, out.undo?.seq ?? 0, CLERK)).toThrow(expect.objectContaining({ code: 'conflict' }))
    undo(archive, returned.undo?.seq ?? 0, CLERK)
  })

  test('never sent, by itself, a replacement without its paper: refused', async () => {
    const { archive, first, by } = await replaced()
    const give = (more: object) => () =>
      care['delivery.giveNotice'](
        archive,
        { ...GIVE, documentId: first, kind: 'replace', byDocumentId: by, ...more },
        CLERK
      )
    expect(give({ documentId: by, byDocumentId: first })).toThrow(expect.objectContaining({ code: 'conflict' }))
    expect(give({ byDocumentId: first })).toThrow(expect.objectContaining({ code: 'bad-input' }))
    expect(give({ byDocumentId: null })).toThrow(expect.objectContaining({ code: 'missing-field' }))
    expect(give({ on: '2021-05-04' })).toThrow(expect.objectContaining({ code: 'bad-input' }))
  })
})

describe('a period', () => {
  test('red what was not sent or is late, amber what waits, green what is done; each in its filter and on paper', async () => {
    const { archive, paper, sendAll, ask } = await office()
    const done = await paper('1', '2021-08-01', THREE.slice(0, 1))
    const late = await paper('2', '2021-08-02', THREE.slice(0, 2))
    const waits = await paper('3', '2021-08-25', [...THREE.slice(0, 1), line('Hợp tác xã lạ')])
    const missing = await paper('4', '2021-08-26', THREE)
    await paper('5', '2021-07-31', THREE)
    await sendAll(done, '2021-08-01')
    await sendAll(late, '2021-08-02')
    await sendAll(waits, '2021-08-25')
    const deliveryIds = (await ask(done)).rows.flatMap((row) => row.delivery?.id ?? [])
    await handlers['delivery.acknowledge'](archive, { deliveryIds, on: '2021-08-05', by: null, basis: null }, CLERK)
    const asked = {
      from: '2021-08-01',
      to: '2021-08-31',
      direction: 'outgoing',
      only: 'all',
      openOnly: false,
      bodyId: null,
      text: ''
    } as const
    const period = await care['delivery.period'](archive, asked, CLERK)
    expect(period).toMatchObject({ documents: 4, lights: { red: 2, amber: 1, green: 1 } })
    expect(period.rows.map((row) => [row.document.id, row.light])).toEqual([
      [late, 'red'],
      [missing, 'red'],
      [waits, 'amber'],
      [done, 'green']
    ])
    expect(period.counts).toMatchObject({ notSent: 3, unacknowledged: 3, unknown: 1, acknowledged: 1 })
    const only = async (kind: 'not-sent' | 'unacknowledged' | 'unknown' | 'extra') =>
      (await care['delivery.period'](archive, { ...asked, only: kind }, CLERK)).rows.map((row) => row.document.id)
    expect(await only('not-sent')).toEqual([missing])
    expect(await only('unacknowledged')).toEqual([late, waits])
    expect(await only('unknown')).toEqual([waits])
    expect(await only('extra')).toEqual([])
    const sheet = printed(archive, { name: 'reconciliation', from: asked.from, to: asked.to })
    expect(rowsOf(sheet)).toHaveLength(7)
    expect(sheet.lines).toContain('4 văn bản: 2 còn thiếu hoặc quá hạn, 1 đang chờ, 1 đã xong')
    expect(rowsOf(sheet).map((row) => row.cells[5]?.text)).toContain('Chưa ký nhận, quá hạn 21 ngày')
  })

  test('everything sent to a body in a period, on screen and on paper', async () => {
    const { archive, paper, sendAll, ask } = await office()
    for (const [number, day] of [
      ['1', '2021-07-01'],
      ['2', '2021-08-02'],
      ['3', '2021-08-03']
    ] as const) {
      await sendAll(await paper(number, day, THREE), day)
    }
    const [row] = (await ask(await paper('4', '2021-08-04', THREE))).rows
    const bodyId = row?.bodyId ?? ('b_' as never)
    const days = { from: '2021-08-01', to: '2021-08-31' }
    const log = await care['delivery.ofBody'](archive, { bodyId, ...days, text: '' }, CLERK)
    expect(log.rows.map((one) => one.document.reference)).toEqual(['3-CV/HU', '2-CV/HU'])
    expect(log).toMatchObject({ body: { name: 'Công an huyện' }, total: 2, unacknowledged: 2, copies: 2 })
    const sheet = printed(archive, { name: 'sent-to-body', bodyId, ...days })
    expect(rowsOf(sheet).map((one) => one.cells[1]?.text)).toEqual(['2-CV/HU', '3-CV/HU'])
    expect(rowsOf(printed(archive, { name: 'sent-to-body', ...days }))).toHaveLength(6)
  })
})
