import { createHash } from 'node:crypto'
import type { OpenedArchive } from '#archive/archive-session.ts'
import { differences } from '#archive/care/compare-rows.ts'
import { makeReplica } from '#archive/care/replica.ts'
import { documentFiles, documentForm } from '#archive/store/documents.ts'
import { readStoredNow } from '#archive/vault/stored-file.ts'
import { fileText } from '#tests/support/papers.ts'
import { openIt } from './archive.ts'
import { must, same } from './must.ts'
import { paperText } from './paper.ts'

type Known = { name: string; sha256: string; note: string | null; withdrawn: boolean; deliveries: string[] }

/** What was acknowledged: a plain model, made of the lines that were said and of nothing else. */
export type Model = Readonly<{
  documents: Map<string, Known>
  backups: { kind: string; folder: string; seq: number }[]
  acknowledged: number
}>

export function newModel(): Model {
  return { documents: new Map(), backups: [], acknowledged: 0 }
}

/** Takes whole lines into the model. */
export function hear(model: Model, lines: readonly string[]): Model {
  let acknowledged = model.acknowledged
  for (const line of lines) {
    const [what = '', id = '', a = '', b = ''] = line.split(' ')
    const known = model.documents.get(id)
    if (what === 'filed') {
      model.documents.set(id, { name: b, sha256: a, note: null, withdrawn: false, deliveries: [] })
    } else if (what === 'noted' && known) known.note = a
    else if (what === 'withdrawn' && known) known.withdrawn = true
    else if (what === 'again' && known) known.withdrawn = false
    else if (what === 'delivered' && known) known.deliveries.push(a)
    else if (what === 'backed-up' || what === 'restored' || what === 'exported') {
      model.backups.push({ kind: what, folder: id, seq: Number(a) })
    } else if (what === 'ready') continue
    acknowledged++
  }
  return { ...model, acknowledged }
}

/** Notices an opening after a death may give: nothing else is ordinary. */
const ORDINARY = new Set(['ledger-replayed', 'torn-line-cut', 'database-rebuilt', 'archive-file-remade'])

export type Checked = Readonly<{ documents: number; mended: boolean }>

/**
 * Oracle O (reliability.md §2): every acknowledged fact is there and its bytes hash to its name; nothing is half-filed;
 * the database says what the ledger says; the next filing succeeds. The deed that died without an answer may be done.
 */
export async function oracle(folder: string, model: Model, allowed: ReadonlySet<string> = ORDINARY): Promise<Checked> {
  const archive = await openIt(folder)
  try {
    must(archive.mode === 'ready', `opened ${archive.mode}: ${JSON.stringify(archive.notices)}`)
    for (const { code } of archive.notices) must(allowed.has(code), `an extraordinary notice: ${code}`)
    await holds(archive, model)
    await fileText(archive, 'last.txt', paperText(9999, 'một văn bản cuối'))
    const documents = Number(archive.db.prepare('SELECT count(*) FROM document').pluck().get())
    return { documents, mended: archive.notices.length > 0 }
  } finally {
    await archive.close()
  }
}

export async function holds(archive: OpenedArchive, model: Model): Promise<void> {
  const rows = archive.db
    .prepare<[], { n: number; id: string; withdrawn: number }>(
      'SELECT n, id, withdrawn_at IS NOT NULL AS withdrawn FROM document ORDER BY n'
    )
    .all()
  const ids = new Map(rows.map((row) => [row.id, row]))
  const delivered = new Set(archive.db.prepare<[], string>('SELECT id FROM delivery').pluck().all())
  let unheard = 0
  for (const [id, known] of model.documents) {
    const row = ids.get(id)
    if (!row) throw new Error(`acknowledged and gone: ${id} ${known.name}`)
    const [file] = documentFiles(archive.db, id)
    same(file?.sha256 ?? '-', known.sha256, `the original of ${id}`)
    if (known.sha256 !== '-') same(file?.name, known.name, `the name of ${id}`)
    const note = documentForm(archive.db, id)?.note ?? null
    if (known.note !== null)
      must(note !== null && orderOf(note) >= orderOf(known.note), `${id}: ${note} for ${known.note}`)
    if ((row.withdrawn === 1) !== known.withdrawn) unheard++
    for (const delivery of known.deliveries) must(delivered.has(delivery), `acknowledged delivery gone: ${delivery}`)
  }
  must(unheard <= 1, `${unheard} papers withdrawn or restored otherwise than was said`)
  must(archive.ledger.filingsUpTo(archive.ledger.head().seq) === rows.length, 'rows and ledger count differently')
  for (const row of rows) whole(archive, row)
  const facts = await makeReplica(archive.ledger, { to: archive.ledger.head().seq, texts: null })
  try {
    same([...differences(archive.db, facts.db)], [], 'the database and the ledger')
  } finally {
    facts.close()
  }
}

/** Notes of one writer count upwards. */
function orderOf(note: string): number {
  return Number(/^note-\d+-(\d+)$/.exec(note)?.[1] ?? -1)
}

function whole(archive: OpenedArchive, row: Readonly<{ n: number; id: string; withdrawn: number }>): void {
  for (const file of documentFiles(archive.db, row.id)) {
    const bytes = readStoredNow(archive.originals.file(file.sha256))
    same(createHash('sha256').update(bytes).digest('hex'), file.sha256, `the bytes of ${row.id}`)
    must((archive.texts.get(file.sha256)?.pages.length ?? 0) > 0, `the text of ${row.id}`)
  }
  const indexed = Number(archive.db.prepare('SELECT count(*) FROM search_text WHERE n = ?').pluck().get(row.n))
  must(indexed === (row.withdrawn ? 0 : 1), `the index of ${row.id}: ${indexed}`)
}
