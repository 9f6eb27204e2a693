import type { ArchiveContext, ReadableDb, WritableDb } from '../archive-context.ts'
import type { Bits } from './bits.ts'
import { columnsOf } from './columns.ts'
import { storeBits, storedState } from './common-bits.ts'
import { commonPhrases } from './common-phrases.ts'
import { hides } from './hidden.ts'
import { commonWords, postings } from './postings.ts'

/** Between two steps, some 10 to 40 ms each at 100,000 documents, whoever asks something is answered. */
const PAUSE = 60
/** Under this many documents reading a word costs nothing worth keeping. */
const FEW = 5_000
/** What is kept is made anew when so large a part of the documents came after it, or so many before it changed. */
const NEW_SHARE = 0.05
const CHANGED = 1_000

const warming = new WeakSet<ReadableDb>()

/**
 * After a whole answer: which documents have the commonest words and phrases is read from the index one by one while
 * nothing else is asked, and kept in the database for the next opening.
 */
export function keepWarm({ db, keepCommon }: Pick<ArchiveContext, 'db' | 'keepCommon'>, few = FEW): void {
  if (hides(db) || warming.has(db) || !isWanted(db, few)) return
  warming.add(db)
  const steps = commonSteps(db)
  const next = () => {
    if (!db.open) return
    if (db.inTransaction) {
      setTimeout(next, PAUSE).unref()
      return
    }
    const step = steps.next()
    if (!step.done) {
      setTimeout(next, PAUSE).unref()
      return
    }
    const { bits, upto } = common(db, step.value)
    keepCommon(bits, upto)
    // Where it could not be kept it is not tried again.
    if (!isWanted(db, few)) warming.delete(db)
  }
  setTimeout(next, PAUSE).unref()
}

/** The same in one go, for whoever has made an archive and waits for it to be as after some use. */
export function makeCommon(db: WritableDb): void {
  const steps = commonSteps(db)
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    const { bits, upto } = common(db, step.value)
    storeBits(db, bits, upto)
    return
  }
}

function isWanted(db: ReadableDb, few: number): boolean {
  const { size } = columnsOf(db)
  if (size < few) return false
  const kept = storedState(db)
  return kept === null || size - kept.upto > size * NEW_SHARE || kept.changed > CHANGED
}

function* commonSteps(db: ReadableDb): Generator<null, readonly string[]> {
  const words = commonWords(db)
  const phrases = yield* commonPhrases(db, columnsOf(db).size)
  const all = [...words, ...phrases]
  for (const expression of all) {
    postings(db, 'fb', expression, columnsOf(db).size)
    yield null
  }
  return all
}

/** As they are at this moment: those read first are brought up to date. */
function common(db: ReadableDb, expressions: readonly string[]): Readonly<{ bits: Map<string, Bits>; upto: number }> {
  const { size } = columnsOf(db)
  const bits = new Map(expressions.map((one) => [one, postings(db, 'fb', one, size)]))
  return { bits, upto: size - 1 }
}
