import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Index } from 'flexsearch'
import type { Paper } from '../../generator.ts'
import { fieldsOf, foldedTerms, type Opener, SHOWN } from '../search-engine.ts'

export type FlexSearchFields = 'all' | 'register'

/**
 * One index over the fields in a row, so that a word of the subject and a word of the body are one answer as in ours;
 * beginnings of words answer too, and what stands first counts most: number and subject before the body.
 */
function index(): Index {
  return new Index({ tokenize: 'forward', encode: foldedTerms, resolution: 9, context: false })
}

export async function build(folder: string, papers: Iterable<Paper>, of: FlexSearchFields): Promise<void> {
  const one = index()
  let id = 0
  for (const paper of papers) {
    const { number, subject, parties, body } = fieldsOf(paper)
    one.add(++id, [number, subject, parties, ...(of === 'all' ? [body] : [])].join(' '))
  }
  const saved = join(folder, 'saved')
  mkdirSync(saved)
  await one.export((key: string, data: string) => writeFileSync(join(saved, key), data ?? ''))
}

export const open: Opener = (folder) => {
  const one = index()
  const saved = join(folder, 'saved')
  for (const key of readdirSync(saved)) one.import(key, readFileSync(join(saved, key), 'utf8'))
  return { ask: (query) => one.search(query, { limit: SHOWN }).length }
}
