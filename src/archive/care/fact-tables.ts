/** Tables that `apply` fills: what verify compares row by row with a replay of the ledger. */
export const FACT_TABLES = [
  'meta',
  'fonds',
  'document',
  'document_file',
  'recipient_line',
  'citation_decision',
  'citation_added',
  'directive_excuse',
  'body',
  'body_group',
  'group_member',
  'recipient_assignment',
  'recipient_dismissal',
  'delivery',
  'body_merged',
  'delivery_proof',
  'delivery_proof_of',
  'delivery_notice',
  'handling',
  'handling_progress',
  'handling_result',
  'handling_case',
  'deadline_dismissal',
  'dossier',
  'dossier_document',
  'book_rule',
  'book',
  'book_number',
  'document_number',
  'book_line',
  'secret_book',
  'secret_entry',
  'secret_correction',
  'access_rule',
  'account',
  'document_access',
  'document_access_to',
  'withdrawal_request',
  'batch',
  'batch_row'
] as const

/** Tables that `derive` fills; they can be made again at any time. */
export const DERIVED_TABLES = ['citation', 'search_text', 'term', 'text_missing'] as const

/** The search index proper: no rows to compare, but every place of every word. */
export const INDEX_TABLES = ['fm', 'fb'] as const
/** What search keeps of its index for the next opening: told by its own sums, left out where they do not agree. */
export const KEPT_TABLES = ['common_bits', 'common_changed'] as const
