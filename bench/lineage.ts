import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WritableDb } from '#archive/archive-context.ts'
import { resolveKeys } from '#archive/derive/citations.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { migrate } from '#archive/store/db/migrate.ts'
import { lineagePath, traceLineage } from '#archive/store/lineage.ts'
import { unanswered } from '#archive/store/unanswered.ts'
import { worklistCounts } from '#archive/store/worklists.ts'
import type { DocumentId } from '#contract/ids.ts'
import { matchKey } from '#domain/resolve/match-key.ts'
import { ratio, show, time } from './figures.ts'
import { filedEvent } from './filed-event.ts'
import { buildLineage, type Filed, paperOf, type Recorder } from './lineage-archive.ts'
import { seeded } from './random.ts'

const TODAY = '2025-07-01'
type Say = (what: string, text: string) => void
/** Of a walk, as the screen asks for at most. */
const MOST = 1000

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
    const { filed, record } = buildLineage(db, count, random)
    const built = (performance.now() - start) / 1000
    const citations = Number(db.prepare('SELECT count(*) FROM citation').pluck().get())
    process.stdout.write(
      `${count} documents, ${citations} citations, seed ${seed}, built in ${built.toFixed(0)} s, load ${loadavg()[0]?.toFixed(2)}\n`
    )
    const say: Say = (what, text) => process.stdout.write(`${what.padEnd(64)} ${text}\n`)
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
    walks(db, filed, some, say)
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

/** What a plain database would be asked for the same: numbers of documents alone, without their lines and relations. */
const RECURSIVE = `
  WITH RECURSIVE up(id, depth) AS (
    SELECT ?, 0 UNION SELECT c.target_id, up.depth + 1 FROM up JOIN citation c ON c.document_id = up.id
    WHERE c.target_id IS NOT NULL AND up.depth < 6
  ) SELECT id, min(depth) FROM up GROUP BY id LIMIT ${MOST}`

/** Six steps up and down, beside a recursive query, and around those most cited. */
function walks(db: WritableDb, filed: readonly Filed[], some: readonly Filed[], say: Say): void {
  const walk = (direction: 'up' | 'down' | 'both', depth: number, limit: number) => (one: Pick<Filed, 'id'>) =>
    traceLineage(db, { documentId: one.id as DocumentId, direction, depth, limit }, TODAY)
  const up = time(some, walk('up', 6, MOST))
  const cte = db.prepare<[string]>(RECURSIVE)
  const plain = time(some, (one) => cte.all(one.id))
  say(`six steps up, ${MOST} at most, p50 / p95 ms`, show(up))
  say('  a recursive query for the numbers alone', `${show(plain)}, ours ${ratio(up, plain)}`)
  say(
    `six steps down from any of the oldest tenth, ${MOST} at most`,
    show(time(oldest(filed, some), walk('down', 6, MOST)))
  )
  const hubs = db
    .prepare<[], { id: string; n: number }>(
      'SELECT target_id AS id, count(*) AS n FROM citation WHERE target_id IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT 40'
    )
    .all()
  say(
    `one step around the 40 most cited (by ${hubs.at(-1)?.n}–${hubs[0]?.n}), 200 shown`,
    show(time(hubs, walk('both', 1, 200)))
  )
  say('six steps down from them, 200 shown', show(time(hubs, walk('down', 6, 200))))
}

function oldest(filed: readonly Filed[], some: readonly Filed[]): readonly Filed[] {
  return some.flatMap((_, at) => filed[Math.floor((at * filed.length) / 10 / some.length)] ?? [])
}

/** Papers that come late: each is looked for by citations that wait for it, and its number by those of other terms. */
function refile(db: WritableDb, filed: readonly Filed[], record: Recorder, say: Say): void {
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
