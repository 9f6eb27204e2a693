import { join } from 'node:path'
import { openDatabase } from '#archive/store/db/connection.ts'
import { buildIndex } from '../../build-index.ts'
import type { Builder } from '../search-engine.ts'

/** Rows and search index, without fsync, citations and links: what the peers build as well. */
export const build: Builder = (folder, papers) => {
  const { db } = buildIndex(folder, papers, 'search')
  db.close()
}

/** The words' tables alone; the database holds rows and texts besides. */
export function indexBytes(folder: string): number {
  const db = openDatabase(join(folder, 'archive', 'archive.db'), { readonly: true })
  const sum = db.prepare("SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'fm%' OR name LIKE 'fb%' OR name LIKE 'term%'")
  const bytes = Number(sum.pluck().get())
  db.close()
  return bytes
}
