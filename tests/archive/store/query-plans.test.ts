import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { apply } from '#archive/apply/apply.ts'
import type { WritableDb } from '#archive/archive-context.ts'
import { proposeNumber } from '#archive/books/propose.ts'
import { derive } from '#archive/derive/derive.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { citationsOf, citedBy } from '#archive/store/citations.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import { openDeliveries } from '#archive/store/delivery-rows.ts'
import { traceLineage } from '#archive/store/lineage.ts'
import { reconcile } from '#archive/store/reconciliation.ts'
import { documentValidity } from '#archive/store/validity.ts'
import { worklistCitations } from '#archive/store/worklists.ts'
import type { DocumentId } from '#contract/ids.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'

/** Tables that grow with the archive: no work on one document may walk through one of them. */
const BIG = ['document', 'citation', 'recipient_line', 'delivery', 'document_file', 'search_text', 'book_line']

test('filing, healing, reading and tracing go by index', () => {
  const said: string[] = []
  const db = new Database(':memory:', { verbose: (sql) => said.push(String(sql)) }) as unknown as WritableDb
  migrate(db)
  said.length = 0
  let seq = 0
  const record = (event: NewEvent) => {
    const made = {
      ...event,
      seq: ++seq,
      at: '2026-01-15T08:00:00.000Z',
      actor: 'x',
      v: 1,
      prev: '',
      hash: ''
    } as LedgerEvent
    apply(db, made)
    derive(db, made, { get: () => ({ kind: 'born-digital', pages: [PAGE] }) })
  }
  record({ kind: 'archive-created', data: { archiveId: 'a_1', format: 1, office: OFFICE, fondsId: 'f_1' } })
  for (const id of ['d_0001', 'd_0002']) {
    const form = formOf({
      number: id.slice(-1),
      symbol: 'CV/HU',
      issuedOn: '2021-08-12',
      issuer: OFFICE.name,
      documentType: 'cong-van'
    })
    record({ kind: 'document-filed', data: { documentId: id, form, files: [FILE], reviewed: true } })
  }
  const id = 'd_0001' as DocumentId
  record({
    kind: 'deliveries-sent',
    data: {
      documentId: id,
      sentOn: '2021-08-12',
      deliveries: [{ deliveryId: 'v_0001', bodyId: 'b_0001', channel: 'direct', copies: 1 }]
    }
  })
  record({ kind: 'document-withdrawn', data: { documentId: id, reason: 'x' } })
  record({ kind: 'document-restored', data: { documentId: id, reason: 'x' } })
  const [first] = citationsOf(db, id)
  expect(first?.reference).toBe('713-CV/TU')
  record({
    kind: 'citation-decided',
    data: { documentId: id, key: first?.id.slice(id.length + 1) ?? '', decision: { kind: 'not-held' }, before: null }
  })
  citedBy(db, id)
  documentValidity(db, id)
  traceLineage(db, { documentId: id, direction: 'both', depth: 4 }, '2026-01-01')
  reconcile(db, id, '2021-09-01')
  openDeliveries(db, '2021-09-01', '2021-09-01')
  proposeNumber(
    db,
    formOf({ number: '1', symbol: 'CV/HU', issuedOn: '2021-08-12', issuer: OFFICE.name }),
    null,
    '2021-09-01'
  )
  worklistCitations(db, { kind: 'missing', offset: 0, limit: 10 })

  const asked = [
    ...new Set(said.filter((sql) => /^\s*(SELECT|UPDATE|DELETE)/i.test(sql) && !/sqlite_schema|pragma/i.test(sql)))
  ]
  expect(asked.length).toBeGreaterThan(30)
  const walks = asked.flatMap((sql) =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .filter(({ detail }) =>
        BIG.some((table) => new RegExp(`^SCAN (?:${table}|${ALIAS[table] ?? table})$`).test(detail))
      )
      .map(({ detail }) => `${detail}: ${sql.replace(/\s+/g, ' ').slice(0, 160)}`)
  )
  expect(walks).toEqual([])
})

test('whether a document is in force is read from the few acts that touch it', () => {
  const said: string[] = []
  const db = new Database(':memory:', { verbose: (sql) => said.push(String(sql)) }) as unknown as WritableDb
  migrate(db)
  said.length = 0
  documentValidity(db, 'd_0001')
  const [, row] = db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${said[0]}`).all()
  expect(row?.detail).toContain('citation_target (target_id=? AND relation=? AND status=?)')
})

test('the guard sees a walk', () => {
  const db = new Database(':memory:') as unknown as WritableDb
  migrate(db)
  const [row] = db.prepare<[], { detail: string }>("EXPLAIN QUERY PLAN SELECT * FROM citation WHERE raw = 'x'").all()
  expect(row?.detail).toBe('SCAN citation')
})

const ALIAS: Readonly<Record<string, string>> = { document: 'd', citation: 'c', delivery: 'v', recipient_line: 'r' }
const PAGE = {
  page: 1,
  text: 'Thực hiện Công văn số 713-CV/TU, ngày 09/8/2021 của Ban Thường vụ Tỉnh ủy về quản lý thông tin trên mạng xã hội.',
  width: 0,
  height: 0,
  runs: []
}
const FILE = {
  sha256: 'a'.repeat(64),
  role: 'main',
  name: 'x.txt',
  mediaType: 'text/plain',
  bytes: 1,
  pages: 1,
  textKind: 'born-digital'
} as never
