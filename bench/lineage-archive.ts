import { apply } from '#archive/apply/apply.ts'
import type { WritableDb } from '#archive/archive-context.ts'
import { derive } from '#archive/derive/derive.ts'
import type { LedgerEvent, NewEvent } from '#archive/ledger/events.ts'
import { splitPages } from '#domain/text/page-text.ts'
import type { Relation } from '#domain/vocabulary/relations.ts'
import { filedEvent, OFFICE } from './filed-event.ts'
import type { Paper } from './generator.ts'
import type { Random } from './random.ts'

/** Citations a paper holds. */
const CITES = 4
const PLACES = ['Đạ Tông', 'Phi Liêng', 'Rô Men', 'Đạ Long', 'Liêng Srônh', 'Đạ Rsal'] as const
const RELATIONS: readonly Relation[] = ['implements', 'based-on', 'in-spirit-of', 'replies-to', 'mentions']
const AT = '2025-07-01T08:00:00.000Z'

export type Filed = Readonly<{ id: string; number: string; symbol: string; issuedOn: string; issuer: string }>

export type Recorder = (event: NewEvent, text?: string) => void

/** The facts alone, a thousand at a time. */
export function buildLineage(
  db: WritableDb,
  count: number,
  random: Random
): Readonly<{ filed: readonly Filed[]; record: Recorder }> {
  let seq = 0
  const record: Recorder = (event, text = '') => {
    const made = { ...event, seq: ++seq, at: AT, actor: 'Văn thư', v: 1, prev: '', hash: String(seq) } as LedgerEvent
    apply(db, made)
    derive(db, made, { get: () => (text === '' ? null : { kind: 'born-digital', pages: splitPages(text) }) })
  }
  db.exec('BEGIN')
  record({ kind: 'archive-created', data: { archiveId: 'a_bench', format: 1, office: OFFICE, fondsId: 'f_bench' } })
  const filed: Filed[] = []
  for (const events of lineageEvents(count, random, filed)) {
    for (const event of events) record(event)
    if (filed.length % 1000 === 0) db.exec('COMMIT; BEGIN')
  }
  db.exec('COMMIT')
  return { filed, record }
}

/** The facts of one paper after the other, each with what it cites of those before it; `filed` grows with them. */
export function* lineageEvents(count: number, random: Random, filed: Filed[]): Generator<readonly NewEvent[]> {
  for (let index = 0; index < count; index++) {
    const one = paperAt(index, count, random)
    const event = filedEvent(one.id, paperOf(one), '0'.repeat(64), 0)
    if (event.kind !== 'document-filed') continue
    const form = { ...event.data.form, paperLocation: 'hộp 1' }
    const events: NewEvent[] = [{ ...event, data: { ...event.data, form, files: [] } }]
    for (let n = 0; n < Math.min(CITES, filed.length); n++) {
      // Near the top as well as near in time: the chains are short and the hubs large, as in an office.
      const cited = n === 0 ? filed[Math.floor((filed.length * random.next()) / 4)] : random.pick(filed)
      if (cited) events.push(citing(one, cited, n, random))
    }
    filed.push(one)
    yield events
  }
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

export function paperOf(one: Filed): Paper {
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
