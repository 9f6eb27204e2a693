import { expect, test } from 'vitest'
import { differences } from '#archive/care/compare-rows.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { MIGRATIONS } from '#archive/store/db/migrations/migrations.ts'
import { dump, memoryArchive } from '#tests/support/memory-archive.ts'
import { letter } from '#tests/support/numbering.ts'
import { formOf, OFFICE } from '#tests/support/temp-archive.ts'

const BOOK_TABLES = ['book_rule', 'book', 'book_number', 'document_number', 'book_line', 'fonds'] as const

test('a database made before there were books gets the same books as its ledger makes', () => {
  const archive = memoryArchive(OFFICE)
  for (let n = 1; n <= 30; n++) {
    const day = `20${10 + (n % 15)}-0${1 + (n % 9)}-1${n % 10}`
    archive.file(
      `d_${String(n).padStart(4, '0')}`,
      n % 3 === 0
        ? { direction: 'incoming', issuer: 'Tỉnh ủy', issuedOn: day, arrivedOn: day, arrivalNumber: n }
        : letter({ number: String(n), issuedOn: day, documentType: n % 2 === 0 ? 'cong-van' : 'bao-cao' })
    )
  }
  archive.record({ kind: 'document-withdrawn', data: { documentId: 'd_0004', reason: 'r' } })
  const before = formOf(letter({ number: '5', issuedOn: '2015-06-15', documentType: 'bao-cao' }))
  archive.record({
    kind: 'document-corrected',
    data: { documentId: 'd_0005', before, after: { ...before, documentType: 'ke-hoach' }, reason: 'r' }
  })

  // The same rows in a database whose schema ends before the books.
  const old = openDatabase(':memory:')
  for (const { number, up } of MIGRATIONS) if (number < 70) up(old)
  for (const table of ['meta', 'document']) {
    for (const row of archive.db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()) {
      const known = new Set(old.pragma(`table_info(${table})`) as { name: string }[])
      const names = [...known].map(({ name }) => name).filter((name) => Object.hasOwn(row, name))
      old
        .prepare(`INSERT INTO ${table}(${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`)
        .run(row)
    }
  }
  old.prepare("INSERT INTO fonds(id, name) VALUES ('f_test', ?)").run(OFFICE.name)
  for (const { number, up } of MIGRATIONS) if (number >= 70) up(old)
  expect([...differences(old, archive.db, BOOK_TABLES)]).toEqual([])
  expect(dump(old).book_line?.length).toBe(30)
})
