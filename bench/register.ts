import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '#archive/apply/apply.ts'
import { proposeNumber } from '#archive/books/propose.ts'
import { bookHandlers } from '#archive/handlers/books.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { writeMark } from '#archive/ledger/high-water-mark.ts'
import { listBooks } from '#archive/store/book-list.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import { registerPeriods } from '#archive/store/register-periods.ts'
import { listRegister } from '#archive/store/registers.ts'
import type { InputOf } from '#contract/operations.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { show, time } from './figures.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'
import { type Random, seeded } from './random.ts'
import { PLACES, TOPICS, VERBS } from './vocabulary.ts'

const PAPER: Paper = {
  number: '1',
  symbol: 'CV/HU',
  issuedOn: '2025-01-01',
  issuer: OFFICE.name,
  subject: '',
  signer: 'Nguyễn Văn A',
  recipients: [],
  body: '',
  cites: []
}
const TODAY = '2025-07-01'
const PAGE = 200
const RUNS = 8
/** `time` runs so many before it counts. */
const WARM = 5

/**
 * `npm run bench -- --register 100000`: how long the first page of a register takes with so many lines, at each order a
 * clerk may ask for; pages far down; a book; the next number. The facts alone are built, without texts and fsync.
 */
export function benchRegister(count: number, seed: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-register-'))
  const db = openDatabase(join(folder, 'archive.db'))
  try {
    db.pragma('synchronous = OFF')
    migrate(db)
    let seq = 0
    const record = (event: NewEvent): void => {
      const at = '2025-07-01T08:00:00.000Z'
      const made = { ...event, seq: ++seq, at, actor: 'Văn thư', v: 1, prev: '', hash: String(seq) } as LedgerEvent
      apply(db, made)
      writeMark(db, made)
    }
    db.exec('BEGIN')
    record({ kind: 'archive-created', data: { archiveId: 'a_bench', format: 1, office: OFFICE, fondsId: 'f_bench' } })
    const random = seeded(seed)
    for (let index = 0; index < count; index++) {
      const form = registerForm(index, count, random)
      const documentId = `d_${String(index).padStart(20, '0')}`
      record({ kind: 'document-filed', data: { documentId, form, files: [], reviewed: true } })
      if (index % 5000 === 0) db.exec('COMMIT; BEGIN')
    }
    db.exec('COMMIT')
    db.pragma('wal_checkpoint(TRUNCATE)')

    const lines: [string, string][] = []
    const measure = (what: string, run: () => unknown): void => {
      const before = process.cpuUsage()
      const took = show(time(Array.from({ length: RUNS }), run))
      const { user, system } = process.cpuUsage(before)
      lines.push([what, `${took}   ${((user + system) / 1000 / (RUNS + WARM)).toFixed(1)}`])
    }
    const ask = (input: Partial<InputOf<'register.list'>>) => () => listRegister(db, { ...QUESTION, ...input }, TODAY)
    const cold = performance.now()
    ask({})()
    lines.push(['incoming, first page, first time', (performance.now() - cold).toFixed(2)])
    measure('incoming, by day, newest first', ask({}))
    measure('outgoing, by month, newest first', ask({ direction: 'outgoing', group: 'month' }))
    measure('incoming, no groups, oldest first', ask({ group: 'none', descending: false }))
    measure('incoming, one year', ask({ from: '2023-01-01', to: '2023-12-31' }))
    for (const sort of ['issued', 'author', 'reference', 'subject', 'signer', 'recipients', 'signed'] as const) {
      measure(`incoming, by ${sort}`, ask({ sort, group: 'none' }))
    }
    measure('incoming, grouped by type', ask({ group: 'type' }))
    measure('incoming, grouped by author', ask({ group: 'author' }))
    measure('incoming, page in the middle', ask({ offset: Math.floor(count / 3) }))
    measure('incoming, words to find', ask({ text: 'mang xa hoi' }))
    measure('periods', () => registerPeriods(db, 'incoming'))
    const books = listBooks(db, { direction: null, fondsId: null, on: null }, TODAY)
    measure(`the ${books.length} books with their counts`, () =>
      listBooks(db, { direction: null, fondsId: null, on: null }, TODAY)
    )
    const largest = books.toSorted((a, b) => b.counts.documents - a.counts.documents)[0]
    if (largest) {
      const bookId = largest.id
      measure(`the largest book, ${largest.counts.documents} lines`, ask({ bookId, direction: largest.direction }))
      measure('its gaps', () => bookHandlers['book.gaps']({ db, today: () => TODAY } as never, { id: bookId }, CALLER))
    }
    const [line] = listRegister(db, { ...QUESTION, direction: 'outgoing' }, TODAY).rows
    if (line) {
      const form = db.prepare<[string], DocumentForm>(FORM).get(line.document.id)
      if (form) measure('the next number for a form', () => proposeNumber(db, form, null, TODAY))
    }
    const width = Math.max(...lines.map(([what]) => what.length))
    process.stdout.write(
      `${count} lines, pages of ${PAGE}, load of the machine ${loadavg()[0]?.toFixed(1)}; p50 / p95 in ms, then processor time of one in ms\n\n`
    )
    for (const [what, took] of lines) process.stdout.write(`${what.padEnd(width)}  ${took.padStart(26)}\n`)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Two papers come in for one that goes out, over fifteen years. */
export function registerForm(index: number, count: number, random: Random): DocumentForm {
  const incoming = index % 3 !== 0
  const [from, to] = [Date.UTC(2010, 0, 1), Date.UTC(2025, 5, 30)]
  const day = new Date(from + ((to - from) * index) / count).toISOString().slice(0, 10)
  const type = random.pick(['CV', 'TB', 'KH', 'BC'] as const)
  const place = random.pick(PLACES)
  const { form } = FILED.data
  return {
    ...form,
    direction: incoming ? 'incoming' : 'outgoing',
    number: String(1 + (Math.floor(index / 12) % 900)),
    symbol: `${type}/${incoming ? 'TU' : 'HU'}`,
    documentType: TYPES[type],
    issuer: incoming ? `Đảng ủy xã ${place}` : OFFICE.name,
    issuedOn: day,
    arrivedOn: incoming ? day : null,
    arrivalNumber: incoming ? 1 + (index % 6000) : null,
    subject: `${random.pick(VERBS)} ${random.pick(TOPICS)} trên địa bàn ${place} lần ${index}`
  }
}

const TYPES = { CV: 'cong-van', TB: 'thong-bao', KH: 'ke-hoach', BC: 'bao-cao' } as const
const FILED = filedEvent('d_0', PAPER, '0'.repeat(64), 0) as Extract<NewEvent, { kind: 'document-filed' }>
const CALLER = { name: 'Văn thư', role: 'clerk', shell: 'direct' } as const
const FORM = `SELECT direction, fonds_id AS fondsId, number, suffix, separator, symbol, document_type AS documentType,
  issued_on AS issuedOn, issuer, arrival_number AS arrivalNumber, arrived_on AS arrivedOn FROM document WHERE id = ?`
const QUESTION: InputOf<'register.list'> = {
  direction: 'incoming',
  from: null,
  to: null,
  text: '',
  sort: 'number',
  descending: true,
  group: 'day',
  withdrawn: true,
  offset: 0,
  limit: PAGE
}
