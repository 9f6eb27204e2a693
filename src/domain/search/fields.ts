/** What of a document a query may name before a colon (design §6). */
export const SEARCH_FIELDS = ['number', 'issuer', 'date', 'type', 'signer', 'recipient', 'subject'] as const
export type SearchField = (typeof SEARCH_FIELDS)[number]

/** What is wrong with a query, or does nothing in it; it is asked all the same. */
export const QUERY_PROBLEMS = [
  'unknown-field',
  'empty-field',
  'bad-date',
  'turned-dates',
  'open-quote',
  'loose-operator',
  'small-operator',
  'brackets'
] as const
export type QueryProblem = (typeof QUERY_PROBLEMS)[number]
