import type { Reference } from '../reference/reference.ts'
import type { FlatText } from '../text/flatten.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Relation } from '../vocabulary/relations.ts'

/**
 * One place where a document is named. Offsets count in the flat text. Parsers make it, refiners fill it in; none of them
 * changes one that is there.
 */
export type Mention = Readonly<{
  /** Name of the parser. */
  rule: string
  /** The whole mention: type word to issuer. */
  start: number
  end: number
  /** Where its type word begins; before `start` where that stands above a list ("các Tờ trình: số …"). */
  headStart: number
  /** The part a parser read: number and symbol, or the whole name of a law. */
  coreStart: number
  coreEnd: number
  reference: Reference | null
  /** For a document named without a symbol: what tells it from others ("luat-luu-tru-2011", "ke-hoach-133"). */
  nameKey: string | null
  documentType: DocumentType | null
  /** How its type is known. bare: nothing beside it says that a document is named. */
  head: 'stated' | 'listed' | 'named' | 'bare'
  /** Mentions of one list share this number; null outside lists. */
  list: number | null
  /** Opens a list: "các Quyết định số …". */
  plural: boolean
  issuedOn: string | null
  dateSource: 'stated' | 'shared' | 'antecedent' | null
  issuer: string | null
  /** Issuer said once for a whole list ("các Nghị định của Chính phủ: số …"). */
  listIssuer: string | null
  relation: Relation
  flags: readonly string[]
}>

export type Parser = (flat: FlatText) => readonly Mention[]

/** A mention as a parser finds it. */
export function mention(
  found: Pick<Mention, 'rule' | 'coreStart' | 'coreEnd'> & Partial<Omit<Mention, 'rule' | 'coreStart' | 'coreEnd'>>
): Mention {
  return {
    start: found.coreStart,
    headStart: found.coreStart,
    end: found.coreEnd,
    reference: null,
    nameKey: null,
    documentType: null,
    head: 'bare',
    list: null,
    plural: false,
    issuedOn: null,
    dateSource: null,
    issuer: null,
    listIssuer: null,
    relation: 'mentions',
    flags: [],
    ...found
  }
}

export function withFlag(one: Mention, flag: string): readonly string[] {
  return one.flags.includes(flag) ? one.flags : [...one.flags, flag]
}
