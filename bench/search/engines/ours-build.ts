import { join } from 'node:path'
import { columnsOf } from '#archive/search/columns.ts'
import { makeCommon } from '#archive/search/keep-warm.ts'
import { openDatabase } from '#archive/store/db/connection.ts'
import { buildIndex } from '../../build-index.ts'
import type { Builder } from '../search-engine.ts'

/** From so many documents on the program keeps what common words find, after the first answers. */
export const KEPT_FROM = 5_000

/** Rows and search index as after some use, without fsync, citations and links: what the peers build as well. */
export const build: Builder = (folder, papers) => {
  const { db } = buildIndex(folder, papers, 'search')
  if (columnsOf(db).size >= KEPT_FROM) makeCommon(db)
  db.close()
}

/** The words' tables alone; the database holds rows and texts besides. */
export function indexBytes(folder: string): number {
  const db = openDatabase(join(folder, 'archive', 'archive.db'), { readonly: true })
  const sum = db.prepare(
    "SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'fm%' OR name LIKE 'fb%' OR name LIKE 'term%' OR name LIKE '%common%'"
  )
  const bytes = Number(sum.pluck().get())
  db.close()
  return bytes
}
