import { repairTyped } from '../read/legacy-repair.ts'
import { parseQuery, type Query } from './query-language.ts'

/** A query as it was typed or pasted, old encodings included: "v¨n th­" of a TCVN3 paper asks for "văn thư" (S03). */
export function typedQuery(typed: string): Query {
  return parseQuery(repairTyped(typed))
}
