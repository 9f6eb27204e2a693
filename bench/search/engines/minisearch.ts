import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import MiniSearch, { type Options } from 'minisearch'
import type { Paper } from '../../generator.ts'
import { type Fields, fieldsOf, foldedTerms, type Opener, SHOWN } from '../search-engine.ts'

type Row = Fields & Readonly<{ id: number }>
export type MiniSearchFields = 'all' | 'register'

const FILE = 'minisearch.json'

function options(of: MiniSearchFields): Options<Row> {
  return {
    fields: of === 'all' ? ['number', 'subject', 'parties', 'body'] : ['number', 'subject', 'parties'],
    tokenize: foldedTerms,
    processTerm: (term) => term
  }
}

export function build(folder: string, papers: Iterable<Paper>, of: MiniSearchFields): void {
  const index = new MiniSearch<Row>(options(of))
  let id = 0
  for (const paper of papers) index.add({ id: ++id, ...fieldsOf(paper) })
  writeFileSync(join(folder, FILE), JSON.stringify(index))
}

/** Every word, the last one as typed so far, the subject before the body; with slips where nothing answers. */
export function opener(of: MiniSearchFields): Opener {
  return (folder) => {
    const index = MiniSearch.loadJSON<Row>(readFileSync(join(folder, FILE), 'utf8'), options(of))
    const asked = {
      combineWith: 'AND',
      boost: { number: 10, subject: 6, parties: 2 },
      prefix: (_: string, at: number, terms: readonly string[]) => at === terms.length - 1
    } as const
    return {
      ask(query) {
        const found = index.search(query, asked)
        return (found.length > 0 ? found : index.search(query, { ...asked, fuzzy: 0.25 })).slice(0, SHOWN).length
      }
    }
  }
}
