import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Outcome } from '#contract/failures.ts'
import { operations } from '#contract/operations.ts'
import { DAM_RONG } from '#tests/support/served-app.ts'
import type { Door } from './doors.ts'

/** What a step said, for the comparison: the operation, a short name of the case, and the answer. */
export type Said = Readonly<{ operation: string; which: string; outcome: Outcome<unknown> }>

const PAPER = `ĐẢNG BỘ TỈNH LÂM ĐỒNG                    ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY ĐAM RÔNG
      *                                  Đam Rông, ngày 12 tháng 8 năm 2021
Số 221-CV/HU
Tăng cường quản lý thông tin trên mạng xã hội

Kính gửi:  - Ban Tuyên giáo Huyện ủy,
           - Công an huyện.

Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin trên mạng xã hội,
Ban Thường vụ Huyện ủy yêu cầu các cơ quan, đơn vị thực hiện.

Nơi nhận:                                T/M BAN THƯỜNG VỤ
- Như kính gửi,                          PHÓ BÍ THƯ
- Lưu VP Huyện ủy.
                                         Đa Cắt K'Hương
`
/** One dot. */
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const NOTHING_CHOSEN = { directions: [], documentTypes: [], issuers: [], years: [], recipients: [] }
const UNKNOWN_DOCUMENT = 'd_00000000000000000000'

/** One office's day over one door: every operation of the contract, most of them with an answer that is ok. */
export async function liveThrough(door: Door): Promise<readonly Said[]> {
  const said: Said[] = []
  async function call(operation: string, input: unknown, which = 'good'): Promise<unknown> {
    const outcome = await door.call(operation, input)
    said.push({ operation, which, outcome })
    return outcome.ok ? outcome.value : {}
  }
  async function done(started: unknown): Promise<void> {
    const { jobId } = started as { jobId: string }
    for (;;) {
      const outcome = await door.call('job.get', { jobId })
      if (!outcome.ok || (outcome.value as { state: string }).state !== 'running') break
      await wait(10)
    }
    await call('job.get', { jobId })
    await call('job.results', { jobId, offset: 0, limit: 50 })
  }
  async function staged(name: string, text: string): Promise<string> {
    const outcome = await door.stage(name, new TextEncoder().encode(text))
    said.push({ operation: 'stage', which: name, outcome })
    return outcome.ok ? outcome.value.staged : ''
  }

  for (const [name, { input }] of Object.entries(operations)) {
    await call(name, null, 'null')
    await call(name, JSON.parse('{"unknown":1,"__proto__":{"folder":"/"}}'), 'nothing of it')
    if (input.safeParse({}).success && name !== 'archive.close') await call(name, {}, 'before an archive is open')
  }
  for (const name of ['toString', '__proto__', '', 'archive', 'archive.state ']) await call(name, {}, 'no operation')

  await call('archive.open', { folder: join(door.folder, 'none') }, 'no archive there')
  await call('archive.create', { folder: join(door.folder, 'archive'), office: DAM_RONG })
  await call('archive.create', { folder: join(door.folder, 'archive'), office: DAM_RONG }, 'one is there')
  await call('archive.saveOffice', { office: { ...DAM_RONG, acknowledgeDays: 9 } })
  await call('archive.state', {})
  await keepSecretBook(call)

  await staged('rong.txt', '')
  await done(await call('intake.start', { staged: [await staged('221.txt', PAPER)] }))
  await call('intake.start', { staged: ['s_00000000000000000000'] }, 'nothing staged')
  const { items } = (await call('intake.list', {})) as { items: { id: string }[] }
  const intakeId = items[0]?.id ?? ''
  const { form } = (await call('intake.get', { id: intakeId })) as { form: Record<string, unknown> }
  await call('intake.saveForm', { id: intakeId, form: { ...form, note: 'ghi tạm' } })
  await call('intake.savePaper', { form: { ...form, note: 'ghi tạm' } })
  await call('intake.paper', {})
  await call('intake.savePaper', { form: null })
  await call('document.check', { form, intakeIds: [intakeId], except: null })
  const filed = (await call('document.file', { form, files: [{ intakeId, role: 'main' }] })) as {
    document: { id: string }
  }
  const id = filed.document?.id ?? ''
  await call('document.file', { form, files: [{ intakeId, role: 'main' }] }, 'filed already')
  await done(await call('intake.start', { staged: [await staged('phu-luc.txt', 'Phụ lục kèm theo công văn')] }))
  const more = (await call('intake.list', {})) as { items: { id: string }[] }
  await call('document.attach', { documentId: id, intakeId: more.items[0]?.id ?? '', role: 'appendix' })
  await done(await call('intake.start', { staged: [await staged('bo.txt', 'Tệp đưa nhầm')] }))
  const last = (await call('intake.list', {})) as { items: { id: string }[] }
  await call('intake.discard', { id: last.items[0]?.id ?? '' })
  const cited = PAPER.replace('221-CV/HU', '713-CV/TU')
    .replace('12 tháng 8', '09 tháng 8')
    .replace(/Thực hiện.*\n.*\n/, 'Kính đề nghị.\n')
  await done(await call('intake.import', { staged: [await staged('713.txt', cited)] }))

  const document = (await call('document.get', { id })) as {
    files: { sha256: string }[]
    cites: { id: string }[]
    revision: number
    form: unknown
  }
  await call('intake.known', { sha256: document.files.map((file) => file.sha256) })
  await call('document.get', { id: UNKNOWN_DOCUMENT }, 'unknown')
  const sha256 = document.files?.[0]?.sha256 ?? ''
  await call('document.text', { documentId: id, sha256 })
  await call('document.find', { reference: '221 cv hu' })
  const bytes = await door.bytes({ documentId: id, sha256 } as never)
  said.push({
    operation: 'bytes',
    which: 'an original',
    outcome: bytes.ok ? { ok: true, value: bytes.value.byteLength } : bytes
  })
  said.push({
    operation: 'bytes',
    which: 'unknown',
    outcome: await door.bytes({ intakeId: 'i_00000000000000000000' } as never)
  })
  said.push({ operation: 'bytes', which: 'no address', outcome: await door.bytes({ path: '/etc/passwd' } as never) })

  const citation = document.cites?.[0]?.id ?? ''
  await call('citation.same', { id: citation })
  await call('citation.decide', { id: citation, decision: { kind: 'relation', relation: 'mentions' } })
  await call('citation.decide', { id: citation, decision: { kind: 'undecided' } })
  await call('citation.decide', { id: 'không có', decision: { kind: 'not-held' } }, 'unknown')
  await call('citation.add', {
    documentId: id,
    reference: { number: '35', suffix: null, separator: '-', symbol: 'NQ/TW' },
    documentType: 'nghi-quyet',
    issuedOn: '2018-10-22',
    issuer: 'Bộ Chính trị',
    relation: 'in-spirit-of',
    quote: 'theo tinh thần Nghị quyết số 35-NQ/TW',
    target: null
  })
  await call('lineage.trace', { documentId: id, direction: 'both', depth: 4 })
  await call('lineage.path', { from: id, to: id })
  await call('lineage.export', { documentId: id, direction: 'both', depth: 4, format: 'graphml' })
  await call('document.validity', { documentId: id, on: '2021-12-31' })
  await call('worklist.unanswered', { offset: 0, limit: 50 })
  await call('directive.setDays', { days: 20 })
  await call('directive.excuse', { documentId: id, reason: 'Gửi để biết' }, 'a paper of our own')
  await call('directive.require', { documentId: id }, 'not excused')
  await call('worklist.counts', {})
  await call('worklist.citations', { kind: null, offset: 0, limit: 50 })
  await call('worklist.documents', { kind: 'not-reviewed', offset: 0, limit: 50 })

  const search = { query: 'mang xa hoi', filters: NOTHING_CHOSEN, sort: 'relevance', limit: 20 }
  await call('search.fast', search)
  await call('search.full', search)
  await call('search.full', { ...search, query: '" NEAR( * ) : -' }, 'any characters')
  await call('search.suggest', { text: 'tuyen giao', limit: 8 })
  await call('search.read', { text: 'cq: huyện ủy ngày: 45/13/2021', caret: 12 })
  await call('search.places', { documentId: id, query: 'mạng xã hội' })
  await call('search.check', {})

  const directory = (await call('directory.list', { text: '', on: null })) as { bodies: { id: string }[] }
  const body = {
    id: null,
    name: 'Công an huyện',
    shortName: null,
    kind: 'organisation',
    level: null,
    code: null,
    parentId: null,
    aliases: [],
    validFrom: null,
    validTo: null,
    successorId: null,
    channel: 'direct',
    note: null
  }
  const saved = (await call('directory.saveBody', { body: { ...body, name: 'Đội kiểm tra liên ngành huyện' } })) as {
    body: { id: string }
  }
  await call('directory.saveGroup', {
    group: {
      id: null,
      name: 'Các đội',
      aliases: [],
      members: [{ bodyId: saved.body?.id ?? directory.bodies?.[0]?.id ?? '', from: null, to: null }]
    }
  })
  const dossier = {
    id: null,
    code: '01-VP',
    title: 'Quản lý thông tin trên mạng xã hội',
    heading: null,
    years: 10,
    keeper: 'Cil Dim',
    openedOn: '2021-08-12',
    paperLocation: null,
    note: null,
    rule: { query: 'mạng xã hội', filters: NOTHING_CHOSEN }
  }
  const made = (await call('dossier.save', { dossier })) as { dossier?: { id: string } }
  const dossierId = made.dossier?.id ?? 'o_00000000000000000000'
  await call('dossier.save', { dossier }, 'same code')
  await call('dossier.proposals', { id: dossierId, limit: 10 })
  await call('dossier.add', { id: dossierId, documentIds: [id] })
  await call('dossier.addFound', { id: dossierId, search: dossier.rule })
  await call('dossier.addLineage', { id: dossierId, documentId: id, direction: 'both' })
  const held = (await call('dossier.get', { id: dossierId })) as { items?: { document: { id: string } }[] }
  const order = (held.items ?? []).map((one) => one.document.id).toReversed()
  await call('dossier.order', { id: dossierId, documentIds: order })
  await call('dossier.takeOut', { id: dossierId, documentIds: [id] })
  await call('dossier.get', { id: dossierId })
  await call('dossier.ofDocument', { documentId: id })
  await call('dossier.remove', { id: dossierId, reason: 'lập nhầm' })
  await call('dossier.restore', { id: dossierId })
  await call('dossier.close', { id: dossierId, on: '2021-12-31' })
  await call('dossier.add', { id: dossierId, documentIds: [id] }, 'closed')
  await call('dossier.reopen', { id: dossierId, reason: 'bổ sung' })
  await call('dossier.close', { id: dossierId, on: '2021-12-31' })
  await call('dossier.recordDisposal', {
    id: dossierId,
    disposal: { decidedOn: '2032-02-01', decision: 'Quyết định số 12-QĐ/HU', note: null }
  })
  await call('dossier.reopen', { id: dossierId, reason: 'bổ sung' }, 'decided on')
  await call('dossier.list', { text: '', only: 'all', on: null, offset: 0, limit: 10 })
  await call('delivery.reconcile', { documentId: id })
  await call('delivery.assign', {
    documentId: id,
    name: 'Công an huyện',
    bodyIds: [saved.body?.id ?? ''],
    groupId: null,
    remember: false
  })
  await call('delivery.send', {
    documentId: id,
    sentOn: '2021-08-13',
    items: [{ bodyId: saved.body?.id ?? '', channel: 'direct', copies: 1 }]
  })
  const sent = (await call('delivery.sendAll', { documentId: id, sentOn: '2021-08-13' })) as {
    reconciliation: { rows: { bodyId: string | null; delivery: { id: string } | null }[] }
  }
  const deliveries = (sent.reconciliation?.rows ?? []).flatMap((row) => (row.delivery ? [row.delivery.id] : []))
  await call('delivery.mark', {
    deliveryIds: deliveries,
    what: 'received',
    on: '2021-08-14',
    by: 'Cil Dim',
    note: null
  })
  await call('delivery.acknowledge', {
    deliveryIds: deliveries.slice(0, 1),
    on: '2021-08-14',
    by: 'Cil Dim',
    basis: null
  })
  await call('delivery.dismiss', {
    documentId: id,
    bodyId: directory.bodies?.[0]?.id ?? saved.body?.id ?? '',
    reason: 'nhận tại họp'
  })
  const again = (await call('delivery.sheet', {
    documentId: id,
    from: null,
    to: null,
    direction: 'outgoing',
    onlyUnsigned: true
  })) as { rows: { bodyId: string | null; delivery: { id: string } | null; channel: string }[] }
  const ticks = again.rows.flatMap((row) =>
    row.bodyId
      ? [{ documentId: id, bodyId: row.bodyId, deliveryId: row.delivery?.id ?? null, channel: row.channel, by: null }]
      : []
  )
  await call('delivery.signSheet', { on: '2021-08-15', basis: 'Danh sách ký nhận', rows: ticks })
  const scan = await door.stage('ky-nhan.png', Uint8Array.from(Buffer.from(PICTURE, 'base64')))
  said.push({ operation: 'stage', which: 'a picture', outcome: scan })
  const staged1 = scan.ok ? scan.value.staged : ''
  await call('delivery.attachProof', { staged: staged1, deliveryIds: deliveries, note: 'tờ 1' })
  const textScan = await staged('ky-nhan.txt', 'không phải ảnh')
  await call('delivery.attachProof', { staged: textScan, deliveryIds: deliveries, note: null }, 'no picture')
  await call('delivery.period', {
    from: null,
    to: null,
    direction: 'outgoing',
    only: 'all',
    openOnly: false,
    bodyId: null,
    text: ''
  })
  await call('delivery.ofBody', { bodyId: saved.body?.id ?? '', from: null, to: null, text: '' })
  await call('delivery.noticeOffer', { documentId: id })
  const notice = { documentId: id, byDocumentId: null, on: '2021-08-20', reason: 'sai', recall: true, send: false }
  await call('delivery.giveNotice', { ...notice, kind: 'recall' })
  await call('delivery.giveNotice', { ...notice, kind: 'replace' }, 'no paper')
  const twin = (await call('directory.saveBody', { body: { ...body, name: 'Đội kiểm tra liên ngành' } })) as {
    body: { id: string }
  }
  await call('directory.use', { bodyId: twin.body?.id ?? '' })
  const pair = { keepId: saved.body?.id ?? '', goneId: twin.body?.id ?? '' }
  await call('directory.merge', pair)
  await call('directory.merge', pair, 'merged already')
  await call('directory.propose', { name: 'Đ/c Cil Dim' })
  await call('directory.export', { format: 'csv' })
  const list = await staged('danh-ba.csv', 'Tên;Cấp\nĐảng ủy xã Rô Men;Cơ sở\n;Cơ sở\n')
  await call('directory.checkImport', { staged: list })
  await call('directory.import', { staged: list })
  await call('delivery.overview', { only: 'all', text: '', offset: 0, limit: 50 })
  await call('delivery.unacknowledged', { by: 'body', olderThanDays: 0 })

  const register = {
    direction: 'outgoing',
    from: null,
    to: null,
    text: '',
    sort: 'number',
    descending: false,
    group: 'none',
    withdrawn: false,
    offset: 0,
    limit: 50
  }
  await call('register.periods', { direction: 'outgoing' })
  await call('register.list', register)
  const report = { name: 'register-out', from: null, to: null, documentId: null }
  await call('report.html', report)
  await call('report.table', { ...report, name: 'handover-book', direction: 'outgoing' })
  await call('report.html', { ...report, name: 'signature-sheet' }, 'no document named')
  await call('report.file', { report, format: 'csv' })
  await call('report.file', { report, format: 'pdf' }, 'no printer')

  const asks = 'Báo cáo kết quả trước ngày 15/9/2021. Hoàn thành trong quý IV/2021.'
  const directive = PAPER.replace('221-CV/HU', '715-CV/TU').replace(
    'các cơ quan, đơn vị thực hiện.',
    `thực hiện.\n${asks}`
  )
  await done(await call('intake.start', { staged: [await staged('715.txt', directive)] }))
  const waiting = (await call('intake.list', {})) as { items: { id: string; name: string }[] }
  const workId = waiting.items.find((item) => item.name === '715.txt')?.id ?? ''
  const read = (await call('intake.get', { id: workId })) as { form: object }
  const incoming = { ...read.form, direction: 'incoming', arrivedOn: '2021-08-13', issuer: 'Tỉnh ủy Lâm Đồng' }
  const got = (await call('document.file', { form: incoming, files: [{ intakeId: workId, role: 'main' }] })) as {
    document: { id: string }
  }
  const atWork = got.document?.id ?? ''
  await call('directive.excuse', { documentId: atWork, reason: 'Gửi để biết' })
  await call('worklist.unanswered', { excused: true, offset: 0, limit: 50 }, 'excused')
  await call('directive.require', { documentId: atWork })
  const opinion = {
    opinion: 'Ban Tuyên giáo tham mưu triển khai',
    leader: 'Đ/c Bí thư',
    assignedOn: '2021-08-13',
    main: 'Ban Tuyên giáo Huyện ủy',
    co: ['Công an huyện'],
    due: '2021-08-25',
    dueFrom: null,
    note: null
  }
  const given = (await call('handling.assign', { documentId: atWork, id: null, assignment: opinion })) as {
    handling: { assignments: { id: string }[] }
  }
  await call('handling.assign', { documentId: id, id: null, assignment: opinion }, 'the office wrote it itself')
  await call('handling.report', { documentId: atWork, on: '2021-08-14', by: null, text: 'Đã dự thảo' })
  const told = (await call('handling.report', { documentId: atWork, on: '2021-08-15', by: null, text: 'nhầm' })) as {
    handling: { progress: { id: string }[] }
  }
  await call('handling.removeReport', { documentId: atWork, id: told.handling?.progress[0]?.id ?? '' })
  const work = (await call('handling.get', { documentId: atWork })) as { deadlines: { key: string }[] }
  await call('handling.takeDeadline', { documentId: atWork, key: work.deadlines?.[0]?.key ?? '' })
  await call('handling.takeDeadline', { documentId: atWork, key: 'không có' }, 'unknown')
  await call('handling.dismissDeadline', { documentId: atWork, key: work.deadlines?.[1]?.key ?? '' })
  const ended = { documentId: atWork, on: '2021-08-16', by: null, replyId: id, replyText: null, note: null }
  await call('handling.done', ended)
  await call('handling.done', ended, 'done already')
  await call('handling.board', { state: 'done', unit: null, text: '', offset: 0, limit: 50 })
  await call('handling.reopen', { documentId: atWork, reason: 'chưa đủ' })
  await call('handling.board', { state: 'overdue', unit: 'Công an huyện', text: '715', offset: 0, limit: 50 })
  await call('handling.remove', { documentId: atWork, id: given.handling?.assignments[0]?.id ?? '' })
  await call('document.correct', {
    id,
    revision: document.revision,
    form: { ...(document.form as object), note: 'sửa' },
    reason: 'sai ghi chú'
  })
  await call('document.correct', { id, revision: 999, form: document.form, reason: 'sai ghi chú' }, 'changed meanwhile')
  await call('document.withdraw', { id, reason: 'vào nhầm' })
  const back = (await call('document.restore', { id, reason: '' })) as { undo: { seq: number } | null }
  await keepBooks(call, form)
  const book = 'Số đến;Ngày đến;Số, ký hiệu;Ngày văn bản;Trích yếu\n9001;5/1/2018;77-CT/TU;2/1/2018;Chỉ thị cũ\n'
  const looked = (await call('backlog.look', { staged: await staged('so-cu.csv', book), sheet: null })) as {
    reading: object
  }
  await call('backlog.check', { reading: looked.reading })
  const put = (await call('backlog.import', { reading: looked.reading })) as { jobId: string; batchId: string }
  await done(put)
  const paper = PAPER.replace('221-CV/HU', '77-CT/TU').replace('12 tháng 8 năm 2021', '02 tháng 01 năm 2018')
  await done(await call('intake.start', { staged: [await staged('77.txt', paper)] }))
  const { matches } = (await call('match.list', { limit: 50 })) as {
    matches: { intakeId: string; document: { id: string } }[]
  }
  const pairs = matches.map(({ intakeId: item, document: one }) => ({ intakeId: item, documentId: one.id }))
  await done(await call('match.attach', { pairs }))
  await done(await call('intake.start', { staged: [await staged('78.txt', paper.replace('77-CT', '78-CT'))] }))
  const ready = (await call('intake.list', {})) as { items: { id: string }[] }
  await done(await call('intake.accept', { ids: ready.items.map((item) => item.id) }))
  await call('batch.list', { limit: 10 })
  await call('watch.get', {})
  const watched = { on: false, folder: null, seconds: 10, after: 'move' }
  await call('watch.save', { settings: watched })
  await call('watch.save', { settings: { ...watched, on: true } }, 'no folder')
  await call('batch.undo', { batchId: put.batchId, reason: 'nhập nhầm' }, 'something came after')
  await done(await call('batch.undo', { batchId: put.batchId, reason: 'nhập nhầm', keepTouched: true }))
  await call('ledger.list', { before: null, limit: 100, documentId: null })
  await call('ledger.undo', { seq: back.undo?.seq ?? 1 })
  const { line } = (await call('ledger.mark', {})) as { line: number }
  await call('ledger.checkMark', { mark: 'ABCD-EFGH-JKMN-PQRS' }, 'none has it')
  await call('ledger.checkMark', { mark: `${line}` }, 'no mark')
  await call('ledger.undo', { seq: 1 }, 'has no inverse')

  for (const depth of ['quick', 'rows', 'full']) await done(await call('archive.verify', { depth }))
  await call('archive.lastVerify', {})
  await done(await call('archive.backup', { folder: join(door.folder, 'backup') }))
  await cared(call, done, join(door.folder, 'usb'))
  await done(
    await call(
      'archive.restore',
      { backup: join(door.folder, 'none'), folder: join(door.folder, 'back') },
      'no backup there'
    )
  )
  await takeOut(call, done, door.folder, id)
  await call('ocr.state', {})
  await done(await call('ocr.start', { documentIds: null }))
  await done(await call('archive.rebuild', {}))
  await call('folders.list', { folder: join(door.folder, 'archive') })
  const { jobs } = (await call('job.list', {})) as { jobs: { id: string }[] }
  await call('job.cancel', { jobId: jobs?.[0]?.id ?? '' })
  await call('overview', {})
  await sealed(call, done, door.folder)
  await call('archive.open', { folder: join(door.folder, 'archive') })
  await keepAccounts(call, id)
  await call('archive.close', {})
  await call('overview', {}, 'closed')
  await call('archive.open', { folder: join(door.folder, 'archive') })
  await done(await call('archive.sample', { folder: join(door.folder, 'sample') }))
  return said
}

type Call = (operation: string, input: unknown, which?: string) => Promise<unknown>

/** The archive as plain files and back, a package of a dossier, a paper for another office's program. */
async function takeOut(
  call: (operation: string, input: unknown, which?: string) => Promise<unknown>,
  done: (started: unknown) => Promise<void>,
  folder: string,
  documentId: string
): Promise<void> {
  const exported = join(folder, 'xuat')
  await done(await call('export.full', { folder: exported }))
  await done(await call('export.full', { folder: exported }, 'something is there'))
  await done(await call('export.restore', { from: exported, folder: join(folder, 'lai') }))
  await done(
    await call('export.restore', { from: join(folder, 'none'), folder: join(folder, 'lai2') }, 'no export there')
  )
  const { dossiers } = (await call('dossier.list', { text: '', only: 'all', on: null, offset: 0, limit: 10 })) as {
    dossiers: { id: string; documents: number }[]
  }
  const full = dossiers.filter((one) => one.documents > 0).map((one) => one.id)
  await done(
    await call('export.handOver', { folder: join(folder, 'goi'), what: { kind: 'dossiers', dossierIds: full } })
  )
  const unknown = { kind: 'fonds', fondsId: 'f_00000000000000000000' }
  await call('export.handOver', { folder: join(folder, 'goi'), what: unknown }, 'unknown fonds')
  await call('update.state', {})
  await call('update.find', { folder })
  await call('update.take', { path: join(folder, 'none.vankho-update') }, 'no such package')
  await call('update.goBack', {})
  await call('update.goBack', {}, 'none older')
  await call('export.edxml', { documentId })
  await call('export.edxml', { documentId: UNKNOWN_DOCUMENT }, 'unknown')
}

/** The numbering books of the office, from the rule to the end of the fonds and back. */
async function keepBooks(call: Call, form: object): Promise<void> {
  const { rules } = (await call('book.rules', {})) as { rules: { id: string }[] }
  const party = rules?.find((rule) => rule.id === 'default-party')
  await call('book.saveRule', { rule: { ...party, period: 'year' } })
  await call('book.removeRule', { id: 'default-party' })
  const { book } = (await call('number.propose', { form, except: null })) as { book: { id: string } | null }
  const id = book?.id ?? ''
  await call('book.list', {})
  const { books } = (await call('book.list', { direction: 'outgoing' }, 'outgoing')) as { books: { id: string }[] }
  await call('book.get', { id })
  await call('book.gaps', { id })
  await call('book.get', { id: 'k_00000000000000000000' }, 'unknown')
  const place = {
    fondsId: null,
    direction: 'outgoing',
    body: null,
    separator: '-',
    documentType: 'cong-van',
    day: '2021-08-13'
  }
  await call('book.open', { place, firstNumber: 1, name: 'Sổ công văn' })
  const held = (await call('number.reserve', { place, numbers: [], count: 2, forWhom: null, reason: 'chờ ký' })) as {
    numbers: { id: string }[]
  }
  const [one, two] = held.numbers ?? []
  await call('number.reserve', { place, numbers: [221], count: 0, forWhom: null, reason: 'chờ ký' }, 'taken')
  await call('book.close', { id, closedOn: '2025-01-02', note: null }, 'numbers kept back')
  await call('number.release', { ids: [one?.id ?? ''], reason: 'không dùng' })
  await call('number.void', { what: { kind: 'reserved', id: two?.id ?? '' }, reason: 'hỏng' })
  await call('book.closingSheet', { id, closedOn: '2025-01-02' })
  await call('book.close', { id, closedOn: '2025-01-02', note: null })
  await call('document.file', { form: { ...form, number: '300' }, files: [] }, 'in a closed book')
  await call('book.reopen', { id, reason: 'còn sót' })
  const filed = {
    form: { ...form, number: null },
    files: [],
    numbering: { take: { kind: 'next', bookId: id }, reason: null }
  }
  await call('document.file', filed, 'with the next number')
  await call('document.file', { form, files: [], numbering: null }, 'its number is taken')
  const { fonds } = (await call('fonds.list', {})) as { fonds: { id: string }[] }
  const fondsId = fonds?.[0]?.id ?? ''
  const end = { id: fondsId, on: '2025-06-30', decision: 'QĐ', successorId: null, successor: 'Đảng ủy xã', note: null }
  await call('fonds.close', end)
  await call('fonds.handover', { id: fondsId })
  await call('fonds.reopen', { id: fondsId, reason: 'nhầm' })
  await call('book.gaps', { id: books?.[0]?.id ?? '' }, 'of the first')
}

/** The office's accounts: turned on near the end, for whoever calls after it has to have signed in. */
/** A sealed copy, what opens it and what does not, and its keys changed. */
async function sealed(call: Call, done: Done, folder: string): Promise<void> {
  const encryption = { password: 'một mật khẩu dài', recoveryKey: 'TPQZZB-M6RMPV-9HTJH2-ZJ76RG-4MS3NH-HKRCXB' }
  const to = join(folder, 'sealed')
  await call('encryption.state', {}, 'a plain archive')
  await call('encryption.changePassword', { current: 'x', password: 'một mật khẩu khác' }, 'a plain archive')
  await call('encryption.convert', { folder: to, encryption: { ...encryption, recoveryKey: 'TPQ' } }, 'mistyped')
  await done(await call('encryption.convert', { folder: to, encryption }))
  await call('archive.saveOffice', { office: DAM_RONG }, 'there is a sealed copy')
  await call('archive.open', { folder: to }, 'sealed')
  await call('archive.unlock', { folder: to }, 'with nothing')
  await call('archive.unlock', { folder: to, password: 'một mật khẩu sai' }, 'with another password')
  await call('archive.unlock', { folder: to, recoveryKey: 'TPQZZB M6RMPV' }, 'with half a key')
  await call('archive.unlock', { folder: to, recoveryKey: encryption.recoveryKey.toLowerCase() })
  await call('encryption.changePassword', { current: 'sai', password: 'một mật khẩu khác' }, 'not the present one')
  await call(
    'encryption.changePassword',
    { current: encryption.recoveryKey, password: 'một mật khẩu dài hơn' },
    'by the printed key'
  )
  await call('encryption.changePassword', { current: 'một mật khẩu dài hơn', password: 'một mật khẩu khác' })
  const another = { recoveryKey: '222222-222222', replace: false }
  await call('encryption.setRecoveryKey', { current: 'một mật khẩu khác', ...another }, 'mistyped')
  const { slots } = (await call('encryption.setRecoveryKey', {
    current: 'một mật khẩu khác',
    recoveryKey: encryption.recoveryKey,
    replace: false
  })) as { slots?: { id: string; kind: string }[] }
  const printed = slots?.filter((one) => one.kind === 'recovery') ?? []
  await call('encryption.removeSlot', { slotId: printed[0]?.id ?? '' })
  await call('encryption.removeSlot', { slotId: printed[1]?.id ?? '' }, 'the last printed key')
  await call('encryption.state', {})
  await call('archive.close', {})
}

async function keepAccounts(call: Call, documentId: string): Promise<void> {
  const admin = { name: 'Ka Sa Quản', password: 'mật khẩu quản trị' }
  const clerk = { name: 'Cil Dim', password: 'mật khẩu văn thư' }
  await call('account.state', {}, 'off')
  await call('document.restrict', { id: documentId, to: { accounts: [], roles: [] }, reason: 'x' }, 'no accounts')
  await call('account.turnOn', { admin, clerk: admin }, 'one name')
  await call('account.turnOn', { admin, clerk })
  await call('overview', {}, 'signed out')
  await call('account.signIn', { ...admin, password: 'không phải' }, 'wrong')
  await call('account.signIn', admin)
  await call('account.state', {})
  await call('account.active', {})
  await call('account.list', {})
  const made = (await call('account.create', { name: 'Đa Cắt', role: 'staff', password: 'mật khẩu lãnh đạo' })) as {
    account: { id: string }
  }
  const id = made.account?.id ?? ''
  await call('account.save', { id, name: 'Đa Cắt Kương', role: 'leader' })
  await call('account.setPassword', { id, password: 'mật khẩu lãnh đạo mới' })
  await call('account.disable', { id, reason: 'đi vắng' })
  await call('account.enable', { id })
  await call('account.setIdle', { minutes: 30 })
  await call('account.changePassword', { old: admin.password, password: 'mật khẩu quản trị mới' })
  await call('document.file', {}, 'as admin')
  await call('account.signOut', {})
  await call('account.signIn', clerk)
  await call('document.access', { id: documentId })
  await call('document.restrict', { id: documentId, to: { accounts: [id], roles: ['admin'] }, reason: 'nhân sự' })
  await call('restriction.list', { offset: 0, limit: 10 })
  await call('document.unrestrict', { id: documentId, reason: 'xong' })
  await call('document.withdraw', { id: documentId, reason: 'vào nhầm' }, 'alone')
  const { documents } = (await call('document.find', { reference: '715 cv tu' })) as { documents: { id: string }[] }
  const standing = documents?.[0]?.id ?? ''
  await call('withdrawal.ask', { id: standing, reason: 'vào nhầm' })
  await call('withdrawal.list', {})
  await call('withdrawal.refuse', { id: standing, reason: 'đúng rồi' })
}

/** Words that stand in the secret book alone: no other answer may hold one of them. */
export const SECRET_WORDS = [
  'quýhợi',
  'cơquankín',
  'ngườikýkín',
  'nơinhậnkín',
  'ghichúkín',
  'sốhiệukín',
  'đơnvịkín',
  'lýdokín',
  'sửakín'
] as const

/** The secret book: turned on, two lines, a correction, a void number and a refusal; left on for all that follows. */
async function keepSecretBook(call: Call): Promise<void> {
  const [subject, issuer, signer, recipients, note, reference, keptBy, reason, corrected] = SECRET_WORDS
  const entry = {
    direction: 'incoming',
    arrivedOn: '2021-08-12',
    issuedOn: '2021-08-11',
    issuer,
    reference,
    documentType: 'cong-van',
    secrecy: 'mat',
    subject,
    signer,
    keptBy,
    recipients,
    copies: 1,
    note,
    returnedOn: null
  }
  await call('secret.state', {})
  await call('secret.list', { direction: 'incoming', year: null, text: '', offset: 0, limit: 10 }, 'off')
  await call('secret.switch', { on: true, reason: 'Máy dùng riêng, không nối mạng' })
  await call('secret.switch', { on: true, reason: 'lại' }, 'on already')
  const first = (await call('secret.record', { entry })) as { entry: { id: string } }
  await call('secret.record', { entry: { ...entry, secrecy: 'tuyet-mat' } }, 'with a subject')
  await call('secret.record', { entry: { ...entry, arrivedOn: null } }, 'without a day')
  const out = { ...entry, direction: 'outgoing', arrivedOn: null }
  const second = (await call('secret.record', { entry: out })) as { entry: { id: string } }
  const id = first.entry?.id ?? 'm_00000000000000000000'
  await call('secret.correct', { id, entry: { ...entry, note: corrected }, reason })
  await call('secret.correct', { id, entry: { ...entry, arrivedOn: '2020-08-12' }, reason }, 'of another year')
  await call('secret.void', { id: second.entry?.id ?? '', reason })
  await call('secret.void', { id: second.entry?.id ?? '', reason }, 'void already')
  await call('secret.list', { direction: 'incoming', year: 2021, text: subject, offset: 0, limit: 10 })
}

type Done = (started: unknown) => Promise<void>

/** Backups to a medium, a drill of one, repair and the reading of all files. */
async function cared(call: Call, done: Done, folder: string): Promise<void> {
  await call('care.state', {})
  const settings = { daily: true, keep: { daily: 3, weekly: 2, monthly: 1 }, remindDays: 5, drillMonths: 3 }
  await call('care.saveSettings', { settings })
  await call('care.backUp', { mediumId: null }, 'no medium yet')
  const { media } = (await call('care.addMedium', { name: 'USB xanh', kind: 'stick', folder })) as {
    media: { id: string }[]
  }
  await done(await call('care.backUp', { mediumId: null }))
  const { backups } = (await call('care.backups', { folder: null })) as { backups: { folder: string }[] }
  const backup = backups[0]?.folder ?? ''
  await done(await call('care.drill', { backup }))
  await done(await call('care.repair', { backup }))
  await done(await call('care.scrub', {}))
  await call('care.dropMedium', { id: media[0]?.id ?? '' })
  await call('care.dropMedium', { id: 'z_none' }, 'not known')
}
