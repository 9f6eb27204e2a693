import { z } from 'zod'
import { QUERY_PROBLEMS, SEARCH_FIELDS } from '#domain/search/fields.ts'
import { MOST_TICKED } from '#domain/search/hit-limits.ts'
import { BookId, DocumentId, DossierId } from '../ids.ts'
import { Direction, DocumentLine, DocumentTypeCode, Text } from '../schemas.ts'
import { Book } from './books.ts'
import { CARERS, query } from './operation.ts'

/** A committee's term by its first day; 'earlier': before the first that is known. Papers fall into it by their own day. */
export const TermKey = z.union([z.iso.date(), z.literal('earlier')])

export const SearchFilters = z.object({
  directions: z.array(Direction).default([]),
  documentTypes: z.array(DocumentTypeCode).default([]),
  issuers: z.array(Text(200)).default([]),
  terms: z.array(TermKey).default([]),
  years: z.array(z.int()).default([]),
  books: z.array(BookId).default([]),
  dossiers: z.array(DossierId).default([]),
  recipients: z.array(Text(200)).default([]),
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null)
})
export type SearchFilters = z.infer<typeof SearchFilters>

export const SearchRequest = z.object({
  query: Text(500),
  filters: SearchFilters,
  sort: z.enum(['relevance', 'newest']),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(200)
})
export type SearchRequest = z.infer<typeof SearchRequest>

/** Hits that one deed is done with: those named, or all that a search finds but those left out. */
export const ChosenHits = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('named'), documentIds: z.array(DocumentId).min(1).max(MOST_TICKED) }),
  z.object({
    kind: z.literal('found'),
    query: Text(500),
    filters: SearchFilters,
    leftOut: z.array(DocumentId).max(MOST_TICKED)
  })
])
export type ChosenHits = z.infer<typeof ChosenHits>

export const SearchHit = z.object({
  document: DocumentLine,
  score: z.number(),
  pages: z.array(z.int()),
  places: z.int(),
  /** Parts of the subject that match, offsets into `document.subject`. */
  subjectMarks: z.array(z.tuple([z.int(), z.int()])),
  snippet: z.string(),
  snippetMarks: z.array(z.tuple([z.int(), z.int()]))
})
export type SearchHit = z.infer<typeof SearchHit>

const Facet = z.array(z.object({ value: z.string(), count: z.int() }))
/** Days both inclusive; null: no one knows when it began, or it goes on. */
const TermFacet = z.array(
  z.object({ value: TermKey, count: z.int(), from: z.string().nullable(), to: z.string().nullable() })
)
/** `book`: what it is named after (domain/vocabulary/book-names.ts). */
const BookFacet = z.array(
  z.object({
    value: BookId,
    count: z.int(),
    book: Book.pick({ name: true, direction: true, body: true, separator: true, documentTypes: true, period: true })
  })
)
const DossierFacet = z.array(z.object({ value: DossierId, count: z.int(), code: z.string(), title: z.string() }))
export const SearchAnswer = z.object({
  stage: z.enum(['fast', 'full']),
  hits: z.array(SearchHit),
  /** Known only after the full stage: never say "không có" before (design §6). */
  total: z.int().nullable(),
  /** How many of what was found have each value. What is ticked of terms, books and dossiers is always there, so that it has its name. */
  facets: z
    .object({
      directions: Facet,
      documentTypes: Facet,
      issuers: Facet,
      terms: TermFacet,
      years: Facet,
      books: BookFacet,
      dossiers: DossierFacet,
      recipients: Facet
    })
    .nullable(),
  /** What was searched instead, when a word was mistyped. */
  corrected: z.string().nullable(),
  milliseconds: z.number()
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

const Place = { from: z.int(), to: z.int() } as const
export const QueryPart = z.object({
  kind: z.enum(['words', 'phrase', 'near']),
  field: z.enum(SEARCH_FIELDS).nullable(),
  negated: z.boolean(),
  /** Of which of the alternatives parted by HOẶC. */
  alternative: z.int(),
  text: z.string(),
  within: z.int().nullable(),
  /** What goes from the query when the part is taken out. */
  ...Place
})
export type QueryPart = z.infer<typeof QueryPart>

/** How a query is understood. */
export const QueryReading = z.object({
  /** What was typed, in NFC. */
  typed: z.string(),
  /** What is searched, old encodings made Unicode (S03): all offsets count in it. */
  text: z.string(),
  parts: z.array(QueryPart),
  problems: z.array(z.object({ code: z.enum(QUERY_PROBLEMS), text: z.string(), ...Place })),
  help: z.object({
    /** The field that is being filled in at the caret. */
    field: z.enum(SEARCH_FIELDS).nullable(),
    suggestions: z.array(
      z.object({
        /** field: its name is about to be typed; value: a name that goes behind it. */
        kind: z.enum(['field', 'value']),
        field: z.enum(SEARCH_FIELDS),
        text: z.string(),
        /** What takes the place of `from` to `to`; where the field is not named there yet, its name goes before. */
        insert: z.string(),
        count: z.int().nullable(),
        ...Place
      })
    )
  })
})
export type QueryReading = z.infer<typeof QueryReading>

export const searchOperations = {
  'search.fast': query(SearchRequest, SearchAnswer),
  'search.full': query(SearchRequest, SearchAnswer),
  'search.suggest': query(
    z.object({ text: Text(200), limit: z.int().min(1).max(30) }),
    z.object({
      suggestions: z.array(
        z.object({
          kind: z.enum(['document', 'body', 'document-type', 'signer', 'word']),
          text: z.string(),
          detail: z.string().nullable(),
          documentId: DocumentId.nullable()
        })
      )
    })
  ),
  /** What the screen says beside the field while a query is typed; `caret`: where in it. */
  'search.read': query(z.object({ text: Text(500), caret: z.int().min(0) }), QueryReading),
  /** Where the query's words stand in the document text: for marks on the page and next/previous (S08). */
  'search.places': query(
    z.object({ documentId: DocumentId, query: Text(500) }),
    z.object({ places: z.array(z.object({ page: z.int(), start: z.int(), end: z.int() })) })
  ),
  /** Index against documents: counts and text hashes (S10). */
  'search.check': query(
    z.object({}),
    z.object({ ok: z.boolean(), documents: z.int(), indexed: z.int(), differing: z.int() }),
    CARERS
  )
} as const
