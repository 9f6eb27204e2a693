import { tokens } from '#archive/search/tokens.ts'
import type { Paper } from '../../bench/generator.ts'
import { fieldsOf } from '../../bench/search/search-engine.ts'

/** The words of a paper in order, each field after the other. */
function wordsOf(text: string): readonly string[] {
  return tokens(text).map((token) => token.term)
}

/** How many papers hold every word of the query, or in quotes the words in a row: looked through one by one. */
export function naiveCount(papers: readonly Paper[], query: string): number {
  const asked = wordsOf(query)
  const phrase = query.startsWith('"')
  return papers.filter((paper) => {
    const { subject, parties, body } = fieldsOf(paper)
    const fields = [subject, parties, body].map(wordsOf)
    if (phrase) return fields.some((words) => ` ${words.join(' ')} `.includes(` ${asked.join(' ')} `))
    const all = new Set(fields.flat())
    return asked.every((word) => all.has(word))
  }).length
}
