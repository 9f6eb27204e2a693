import { join } from 'node:path'
import type { RegisterColumns, RegisterReading } from '#contract/operations/backlog.ts'
import { systemFiles, writeFileDurably } from '../files/file-layer.ts'
import { readSmall, sealedFor } from '../vault/small-seal.ts'

const FILE = 'books.json'
const MOST_BOOKS = 50

export type Book = Readonly<{ heads: string; direction: RegisterReading['direction']; columns: RegisterColumns }>

/** How a book with these heads was read the last time. No fact: lost without harm. */
export function rememberedBook(folder: string, heads: string): Book | null {
  return books(folder).find((book) => book.heads === heads) ?? null
}

export function rememberBook(folder: string, book: Book): void {
  const kept = [book, ...books(folder).filter((one) => one.heads !== book.heads)].slice(0, MOST_BOOKS)
  writeFileDurably(systemFiles, folder, FILE, sealedFor(folder, FILE, JSON.stringify(kept)))
}

function books(folder: string): readonly Book[] {
  try {
    const read = JSON.parse(readSmall(folder, FILE, join(folder, FILE))) as readonly Book[]
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
