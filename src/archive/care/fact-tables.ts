/** Tables that `apply` fills: what verify compares row by row with a replay of the ledger. */
export const FACT_TABLES = [
  'meta',
  'fonds',
  'document',
  'document_file',
  'recipient_line',
  'citation_decision',
  'citation_added',
  'body',
  'body_group',
  'group_member',
  'recipient_assignment',
  'recipient_dismissal',
  'delivery',
  'batch',
  'batch_row'
] as const

/** Tables that `derive` fills; they can be made again at any time. */
export const DERIVED_TABLES = ['citation', 'search_text', 'term'] as const

/** The search index proper: no rows to compare, but every place of every word. */
export const INDEX_TABLES = ['fm', 'fb'] as const
