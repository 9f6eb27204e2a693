import { expect, test } from 'vitest'
import { deriveDocument } from '#archive/derive/derive.ts'
import type { BodyId, GroupId } from '#contract/ids.ts'
import type { Body } from '#contract/operations/distribution.ts'
import { dump, memoryArchive, replayed } from '#tests/support/memory-archive.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'

const body: Body = {
  id: 'b_0001' as BodyId,
  name: 'Công an huyện',
  shortName: null,
  kind: 'organisation',
  level: 'HU',
  code: null,
  parentId: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'direct',
  note: null
}

/** An archive in which every kind of fact happened at least once. */
function everyKind() {
  const archive = memoryArchive(OFFICE)
  const { record } = archive
  const directive = {
    direction: 'incoming',
    number: '713',
    symbol: 'CV/TU',
    documentType: 'cong-van',
    issuedOn: '2021-08-09',
    issuer: 'Tỉnh ủy Lâm Đồng',
    arrivedOn: '2021-08-09',
    arrivalNumber: 1204
  } as const
  archive.file('d_letter', { number: '221', symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name }, LETTER)
  archive.file('d_directive', directive, 'Nội dung chỉ đạo.')
  const before = formOf({ ...directive, subject: null })
  record({
    kind: 'document-corrected',
    data: { documentId: 'd_directive', before, after: { ...before, subject: 'V/v mạng xã hội' }, reason: 'thiếu' }
  })
  const file = {
    sha256: 'b'.repeat(64),
    role: 'appendix',
    name: 'pl.txt',
    mediaType: 'text/plain',
    bytes: 3,
    pages: 1,
    textKind: 'none'
  } as never
  record({ kind: 'file-attached', data: { documentId: 'd_letter', file } })
  record({ kind: 'file-detached', data: { documentId: 'd_letter', sha256: 'b'.repeat(64), reason: 'nhầm' } })
  const key = '35-nq-tw@2018-10-22'
  record({
    kind: 'citation-decided',
    data: { documentId: 'd_letter', key, decision: { kind: 'not-held' }, before: null }
  })
  record({
    kind: 'citation-decided',
    data: { documentId: 'd_letter', key, decision: { kind: 'relation', relation: 'mentions' }, before: null }
  })
  const reference = { number: '12', suffix: null, separator: '-', symbol: 'CT/HU' } as const
  const added = {
    documentId: 'd_letter',
    reference,
    documentType: null,
    issuedOn: null,
    issuer: null,
    relation: 'mentions',
    quote: '12-CT/HU',
    target: null
  } as const
  record({ kind: 'citation-added', data: { ...added, key: 'added:one' } })
  record({ kind: 'citation-added', data: { ...added, key: 'added:two' } })
  record({ kind: 'citation-removed', data: { documentId: 'd_letter', key: 'added:two' } })
  record({ kind: 'body-saved', data: { body, before: null } })
  record({ kind: 'body-saved', data: { body: { ...body, id: 'b_0002' as BodyId, name: 'Huyện đoàn' }, before: null } })
  record({ kind: 'body-removed', data: { bodyId: 'b_0002' } })
  const group = {
    id: 'g_0001' as GroupId,
    name: 'Các ban',
    aliases: [],
    members: [{ bodyId: body.id, from: null, to: null }]
  }
  record({ kind: 'group-saved', data: { group, before: null } })
  record({ kind: 'group-saved', data: { group: { ...group, id: 'g_0002' as GroupId }, before: null } })
  record({ kind: 'group-removed', data: { groupId: 'g_0002' } })
  record({
    kind: 'recipient-assigned',
    data: { documentId: 'd_letter', name: 'Như Điều 3', bodyIds: ['b_0001'], groupId: null }
  })
  record({
    kind: 'recipient-assigned',
    data: { documentId: 'd_letter', name: 'Như Điều 4', bodyIds: [], groupId: 'g_0001' }
  })
  record({ kind: 'recipient-unassigned', data: { documentId: 'd_letter', name: 'Như Điều 4' } })
  const deliveries = [1, 2].map((n) => ({ deliveryId: `v_000${n}`, bodyId: 'b_0001', channel: 'direct', copies: n }))
  record({ kind: 'deliveries-sent', data: { documentId: 'd_letter', sentOn: '2021-08-12', deliveries } })
  for (const what of ['received', 'acknowledged', 'returned', 'recalled', 'cancelled'] as const) {
    record({
      kind: 'deliveries-marked',
      data: { deliveryIds: ['v_0001', 'v_0002'], what, on: '2021-08-13', by: 'A', basis: 'phiếu', note: what }
    })
    record({ kind: 'deliveries-unmarked', data: { deliveryIds: ['v_0002'], what } })
  }
  record({ kind: 'recipient-dismissed', data: { documentId: 'd_letter', bodyId: 'b_0001', reason: 'đã họp' } })
  record({ kind: 'recipient-undismissed', data: { documentId: 'd_letter', bodyId: 'b_0001' } })
  const assignment = {
    opinion: 'Giao Ban Tuyên giáo tham mưu',
    leader: 'Đ/c Bí thư',
    assignedOn: '2021-08-10',
    main: 'Ban Tuyên giáo Huyện ủy',
    co: ['Công an huyện'],
    due: '2021-08-25',
    dueFrom: { key: 'k', quote: 'trước ngày 25/8' },
    note: null
  }
  const work = { documentId: 'd_directive', handlingId: 'h_0001' }
  record({ kind: 'handling-assigned', data: { ...work, assignment, before: null } })
  record({
    kind: 'handling-assigned',
    data: { ...work, assignment: { ...assignment, due: '2021-08-27' }, before: assignment }
  })
  record({ kind: 'handling-assigned', data: { ...work, handlingId: 'h_0002', assignment, before: null } })
  record({ kind: 'handling-removed', data: { ...work, handlingId: 'h_0002' } })
  const entry = { documentId: 'd_directive', on: '2021-08-20', by: null, text: 'Đã dự thảo' }
  record({ kind: 'handling-reported', data: { ...entry, reportId: 'r_0001' } })
  record({ kind: 'handling-reported', data: { ...entry, reportId: 'r_0002' } })
  record({ kind: 'handling-report-removed', data: { documentId: 'd_directive', reportId: 'r_0002' } })
  const result = {
    on: '2021-08-26',
    by: null,
    replyId: 'd_letter',
    replyText: null,
    note: null,
    covers: ['h_0001']
  } as never
  record({ kind: 'handling-done', data: { documentId: 'd_directive', result, before: null } })
  record({ kind: 'handling-reopened', data: { documentId: 'd_directive', reason: 'chưa đủ' } })
  record({ kind: 'handling-done', data: { documentId: 'd_directive', result, before: null } })
  record({ kind: 'directive-excused', data: { documentId: 'd_directive', reason: 'để biết', before: null } })
  record({ kind: 'directive-excused', data: { documentId: 'd_letter', reason: 'nhầm', before: null } })
  record({ kind: 'directive-required', data: { documentId: 'd_letter' } })
  record({ kind: 'answer-days-set', data: { days: 20, before: 30 } })
  record({ kind: 'deadline-dismissed', data: { documentId: 'd_directive', key: 'k1', quote: 'trước ngày 1/9' } })
  record({ kind: 'deadline-dismissed', data: { documentId: 'd_directive', key: 'k2', quote: 'trước ngày 2/9' } })
  record({ kind: 'deadline-undismissed', data: { documentId: 'd_directive', key: 'k2' } })
  record({ kind: 'document-withdrawn', data: { documentId: 'd_directive', reason: 'trùng' } })
  record({ kind: 'document-restored', data: { documentId: 'd_directive', reason: '' } })
  const batch = { batchId: 'x_0001', kind: 'register', name: 'so-den.xlsx', source: 's', rows: 2 } as const
  record({ kind: 'batch-began', data: batch })
  const place = { id: batch.batchId, key: 'k1' }
  const line = formOf({ ...directive, number: '714', arrivalNumber: 1205 })
  record({
    kind: 'document-filed',
    data: { documentId: 'd_line', form: line, files: [], reviewed: true, batch: place }
  })
  const tied = { ...(file as object), sha256: 'c'.repeat(64) } as never
  record({ kind: 'file-attached', data: { documentId: 'd_line', file: tied, batch: place } })
  record({ kind: 'document-withdrawn', data: { documentId: 'd_line', reason: 'r', batch: place } })
  record({ kind: 'batch-undone', data: { batchId: batch.batchId, reason: 'r', kept: 0 } })
  record({ kind: 'office-saved', data: { office: { ...OFFICE, clerk: 'Khác' }, before: OFFICE } })
  return archive
}

const LETTER = `Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin;
theo tinh thần Nghị quyết số 35-NQ/TW, ngày 22/10/2018 của Bộ Chính trị, Ban Thường vụ Huyện ủy yêu cầu.`

test('the same facts make the same database, facts and what follows alike', () => {
  const archive = everyKind()
  expect(new Set(archive.events.map((event) => event.kind)).size).toBe(35)
  expect(dump(replayed(archive))).toEqual(dump(archive.db))
})

test('reading every document again changes nothing', () => {
  const archive = everyKind()
  const before = dump(archive.db, ['term'])
  for (const id of ['d_letter', 'd_directive']) deriveDocument(archive.db, id, archive.texts)
  expect(dump(archive.db, ['term'])).toEqual(before)
})

test('a mark touches only its deliveries, and taking it back only that mark', () => {
  const { db } = everyKind()
  const rows = db.prepare<[], Record<string, unknown>>('SELECT * FROM delivery ORDER BY n').all()
  expect(rows).toMatchObject([
    {
      id: 'v_0001',
      received_on: '2021-08-13',
      acknowledged_by: 'A',
      basis: 'phiếu',
      returned_on: '2021-08-13',
      cancelled_on: '2021-08-13'
    },
    {
      id: 'v_0002',
      received_on: null,
      acknowledged_on: null,
      basis: null,
      returned_on: null,
      recalled_on: null,
      cancelled_on: null
    }
  ])
})
