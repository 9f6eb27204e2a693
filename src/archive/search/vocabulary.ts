import type { ReadableDb } from '../archive-context.ts'
import { prepared } from '../store/db/prepared.ts'
import { otherWriting } from './tokens.ts'

/** Completions of a keystroke and of a common beginning (performance.md §4). */
export const FEW_COMPLETIONS = 12
/** Where nothing answers with those: nobody is told "không có" because a word is rare. */
export const ALL_COMPLETIONS = 500

/**
 * The typed end of a word as index terms: itself first, then the most frequent completions (performance.md §4:
 * this replaces a prefix index on the body). `typed` is the same beginning as written: "quy" is a term "qui" when whole,
 * and yet begins "quyết".
 */
export function completions(db: ReadableDb, prefix: string, typed: string, most: number): readonly string[] {
  const select = prepared<[string, string, number], { term: string; df: number }>(
    db,
    'SELECT term, df FROM term WHERE term >= ? AND term < ? ORDER BY df DESC LIMIT ?'
  )
  const rows = [...new Set([prefix, typed])].flatMap((one) => select.all(one, `${one}\u{10FFFF}`, most))
  const terms = rows.sort((a, b) => b.df - a.df).map((row) => row.term)
  return [...new Set([prefix, ...terms])].slice(0, most)
}

export function isKnown(db: ReadableDb, term: string): boolean {
  return prepared<[string]>(db, 'SELECT 1 FROM term WHERE term = ?').get(term) !== undefined
}

/**
 * Known terms one slip away from a word (one letter, or two neighbours swapped), the commonest first. The vocabulary of
 * an archive is some ten thousand terms: looking through those of the same length is quicker than to build and keep
 * another index of them, and never behind a filing.
 */
export function neighbours(db: ReadableDb, word: string, most: number): readonly string[] {
  if (word.length < 2 || /\d/.test(word)) return []
  const rows = prepared<[number, number], { term: string; df: number }>(
    db,
    'SELECT term, df FROM term WHERE length(term) BETWEEN ? AND ?'
  ).all(word.length - 1, word.length + 1)
  return rows
    .filter((row) => oneSlip(word, row.term) || oneSlip(word, otherWriting(row.term) ?? row.term))
    .sort((a, b) => b.df - a.df)
    .slice(0, most)
    .map((row) => row.term)
}

/** True when `b` is `a` with one letter put in, left out or changed, or two neighbours swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let head = 0
  while (head < a.length && head < b.length && a.charCodeAt(head) === b.charCodeAt(head)) head++
  if (a.length > b.length) return a.slice(head + 1) === b.slice(head)
  if (a.length < b.length) return b.slice(head + 1) === a.slice(head)
  if (a.slice(head + 1) === b.slice(head + 1)) return true
  return a[head] === b[head + 1] && a[head + 1] === b[head] && a.slice(head + 2) === b.slice(head + 2)
}
