import type { ReadableDb } from '../archive-context.ts'
import { columnsOf } from './columns.ts'
import { commonWords, postings } from './postings.ts'

/** One common word each time, some 5 ms at 100,000 documents, so that nobody waits for it. */
const PAUSE = 40
/** Under this many documents reading a word costs nothing worth keeping. */
const FEW = 5_000

const warming = new WeakSet<ReadableDb>()

/** After the first whole answer the commonest words are read one by one while nothing else is asked. */
export function keepWarm(db: ReadableDb): void {
  if (warming.has(db) || columnsOf(db).size < FEW) return
  warming.add(db)
  const words = [...commonWords(db)].reverse()
  const next = () => {
    const word = words.pop()
    if (word === undefined || !db.open) return
    if (!db.inTransaction) postings(db, 'fb', word, columnsOf(db).size)
    setTimeout(next, PAUSE).unref()
  }
  setTimeout(next, PAUSE).unref()
}
