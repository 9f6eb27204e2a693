import type { SearchFilters } from './operations/search.ts'

/** Nothing ticked, no days: the whole archive. */
export const NO_FILTERS: SearchFilters = {
  directions: [],
  documentTypes: [],
  issuers: [],
  terms: [],
  years: [],
  books: [],
  dossiers: [],
  recipients: [],
  from: null,
  to: null
}
