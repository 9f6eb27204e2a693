import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { apply } from '#archive/apply/apply.ts'
import type { WritableDb } from '#archive/archive-context.ts'
import { resolveKeys } from '#archive/derive/citations.ts'
import { derive } from '#archive/derive/derive.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import { lineagePath, traceLineage } from '#archive/store/lineage.ts'
import { unanswered } from '#archive/store/unanswered.ts'
import { worklistCounts } from '#archive/store/worklists.ts'
import type { DocumentId } from '#contract/ids.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { splitPages } from '#domain/text/page-text.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { show, time } from './figures.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'
import { type Random, seeded } from './random.ts'

const TODAY = '2025-07-01'
/** Citations a paper holds. */
const CITES = 4
const PLACES = ['Đạ Tông', 'Phi Liêng', 'Rô Men', 'Đạ Long', 'Liêng Srônh', 'Đạ Rsal'] as const
const RELATIONS: readonly Relation[] = ['implements', 'based-on', 'in-spirit-of', 'replies-to', 'mentions']
const AT = '2025-07-01T08:00:00.000Z'

type Filed = Readonly<{ id: string; number: string; symbol: string; issuedOn: string; issuer: string }>

/**
 * `npm run bench -- --lineage 5000`: a chain of orders over four levels in which all hang together: opening the whole of it,
 * opening a neighbourhood, paths, the lists made of it; then what filing one more paper costs in re-resolving. With 100000:
 * 400,000 citations. The facts alone are built, without texts and fsync.
 */
export function benchLineage(count: number, seed: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'vankho-lineage-'))
  const db = openDatabase(join(folder, 'archive.db'))
  try {
    db.pragma('synchronous = OFF')
    migrate(db)
    const random = seeded(seed)
    const start = performance.now()
    const { filed, record } = build(db, count, random)
    const built = (performance.now() - start) / 1000
    const citations = Number(db.prepare('SELECT count(*) FROM citation').pluck().get())
    process.stdout.write(
      `${count} documents, ${citations} citations, seed ${seed}, built in ${built.toFixed(0)} s, load ${loadavg()[0]?.toFixed(2)}\n`
    )
    const say = (what: string, text: string) => process.stdout.write(`${what.padEnd(64)} ${text}\n`)
    const root = filed[0]?.id as DocumentId
    const whole = { documentId: root, direction: 'down', depth: 12, limit: 5000 } as const
    const opened = traceLineage(db, whole, TODAY)
    say(
      `open the whole of it (${opened.nodes.length} nodes, ${opened.edges.length} lines), p50 / p95 ms`,
      show(time(new Array(9).fill(0), () => JSON.stringify(traceLineage(db, whole, TODAY))))
    )
    const some = Array.from({ length: 60 }, () => random.pick(filed))
    say(
      'open two steps around a document, p50 / p95 ms',
      show(
        time(some, (one) => traceLineage(db, { documentId: one.id as DocumentId, direction: 'both', depth: 2 }, TODAY))
      )
    )
    const pairs = some.map((one) => ({ from: one.id, to: random.pick(filed).id }))
    say('path between any two, p50 / p95 ms', show(time(pairs, (ends) => lineagePath(db, ends, TODAY))))
    say(
      'path from any to the top, p50 / p95 ms',
      show(time(some, (one) => lineagePath(db, { from: one.id, to: root }, TODAY)))
    )
    const page = { level: null, issuer: null, excused: false, offset: 0, limit: 100 } as const
    say('directives nobody answers, p50 / p95 ms', show(time(new Array(9).fill(0), () => unanswered(db, page, TODAY))))
    say('counts of the work lists, p50 / p95 ms', show(time(new Array(9).fill(0), () => worklistCounts(db, TODAY))))
    refile(db, filed, record, say)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Recorder = (event: NewEvent, text?: string) => void

function build(db: WritableDb, count: number, random: Random): Readonly<{ filed: readonly Filed[]; record: Recorder }> {
  let seq = 0
  const record: Recorder = (event, text = '') => {
    const made = { ...event, seq: ++seq, at: AT, actor: 'Văn thư', v: 1, prev: '', hash: String(seq) } as LedgerEvent
    apply(db, made)
    derive(db, made, { get: () => (text === '' ? null : { kind: 'born-digital', pages: splitPages(text) }) })
  }
  db.exec('BEGIN')
  record({ kind: 'archive-created', data: { archiveId: 'a_bench', format: 1, office: OFFICE, fondsId: 'f_bench' } })
  const filed: Filed[] = []
  for (let index = 0; index < count; index++) {
    const one = paperAt(index, count, random)
    const event = filedEvent(one.id, paperOf(one), '0'.repeat(64), 0)
    if (event.kind !== 'document-filed') continue
    record({ ...event, data: { ...event.data, files: [] } })
    for (let n = 0; n < Math.min(CITES, filed.length); n++) {
      // Near the top as well as near in time: the chains are short and the hubs large, as in an office.
      const cited = n === 0 ? filed[Math.floor((filed.length * random.next()) / 4)] : random.pick(filed)
      if (cited) record(citing(one, cited, n, random))
    }
    filed.push(one)
    if (index % 1000 === 999) db.exec('COMMIT; BEGIN')
  }
  db.exec('COMMIT')
  return { filed, record }
}

function paperAt(index: number, count: number, random: Random): Filed {
  const day = new Date(Date.UTC(2012, 0, 4) + Math.floor((index / count) * 4900) * 86_400_000)
  const issuedOn = day.toISOString().slice(0, 10)
  const chance = random.next()
  const [symbol, issuer] =
    index === 0 || chance < 0.02
      ? ['NQ/TW', 'Bộ Chính trị']
      : chance < 0.15
        ? ['CV/TU', 'Tỉnh ủy Lâm Sơn']
        : chance < 0.4
          ? ['CV/HU', OFFICE.name]
          : ['BC/ĐU', `Đảng ủy xã ${random.pick(PLACES)}`]
  return { id: `d_${String(index).padStart(8, '0')}`, number: String(1 + (index % 1900)), symbol, issuedOn, issuer }
}

function paperOf(one: Filed): Paper {
  const { number, symbol, issuedOn, issuer } = one
  return {
    number,
    symbol,
    issuedOn,
    issuer,
    subject: 'công tác dân vận',
    signer: 'A',
    recipients: [],
    body: '',
    cites: []
  }
}

function citing(one: Filed, cited: Filed, n: number, random: Random): NewEvent {
  return {
    kind: 'citation-added',
    data: {
      documentId: one.id,
      key: `added:${n}`,
      reference: { number: cited.number, suffix: null, separator: '-', symbol: cited.symbol },
      documentType: null,
      issuedOn: cited.issuedOn,
      issuer: cited.issuer,
      relation: random.pick(RELATIONS),
      quote: `Thực hiện văn bản số ${cited.number}-${cited.symbol} về công tác dân vận`,
      target: null
    }
  }
}

/** Papers that come late: each is looked for by citations that wait for it, and its number by those of other terms. */
function refile(
  db: WritableDb,
  filed: readonly Filed[],
  record: Recorder,
  say: (what: string, text: string) => void
): void {
  const late = filed.slice(-60)
  const days = late.map(
    (one, index): Filed => ({ ...one, id: `d_late${String(index).padStart(6, '0')}`, issuedOn: TODAY })
  )
  const figures = time(days, (one) => {
    db.exec('BEGIN')
    resolveKeys(db, [matchKey({ number: one.number, suffix: null, separator: '-', symbol: one.symbol })])
    db.exec('ROLLBACK')
  })
  say('re-resolving every citation with one number, p50 / p95 ms', show(figures))
  const whole = time(days, (one) => {
    db.exec('BEGIN')
    const cites = filed
      .slice(0, 8)
      .map((to) => `Thực hiện Công văn số ${to.number}-${to.symbol}, ngày ${vn(to.issuedOn)}.`)
    record(filedEvent(one.id, paperOf(one), '0'.repeat(64), 1), cites.join('\n'))
    db.exec('ROLLBACK')
  })
  say('filing one: facts, index, its 8 citations and all re-resolving', show(whole))
}

function vn(iso: string): string {
  return iso.split('-').reverse().join('/')
}
