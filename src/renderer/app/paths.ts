import type { Span } from '#domain/text/span.ts'

/** Addresses of the screens, after "#". Vietnamese without marks: they may be seen in the browser shell. */
export const paths = {
  search: '/tim-kiem',
  incoming: '/van-ban-den',
  outgoing: '/van-ban-di',
  filing: '/vao-so',
  deliveries: '/chuyen-giao',
  delivery: (documentId: string) => `/chuyen-giao/${documentId}`,
  sheets: '/ky-nhan',
  sheet: (documentId: string) => `/ky-nhan/${documentId}`,
  lineages: '/luoc-do',
  lineage: (documentId: string) => `/luoc-do/${documentId}`,
  worklists: '/viec-con-lai',
  handling: '/thoi-han',
  reports: '/bao-cao',
  directory: '/danh-ba',
  bodyLog: (bodyId: string) => `/danh-ba/${bodyId}`,
  books: '/so-va-so',
  secret: '/so-mat',
  officialBook: (name: string) => `/so-khac/${name}`,
  dossiers: '/ho-so',
  dossier: (dossierId: string) => `/ho-so/${dossierId}`,
  store: '/kho',
  /** Opens at a span of the document text, or with the places a query's words stand at. */
  document: (documentId: string, open: DocumentOpening = {}) => `/van-ban/${documentId}${openingQuery(open)}`
} as const

/** What a document is opened for: a span (`?at=120-160`), a query (`?q=…`), a tab of its side panel (`?muc=noi-nhan`). */
export type DocumentOpening = Readonly<{ at?: Span | null; query?: string | null; tab?: string | null }>

function openingQuery(open: DocumentOpening): string {
  const query = new URLSearchParams()
  if (open.at) query.set('at', `${open.at.start}-${open.at.end}`)
  if (open.query?.trim()) query.set('q', open.query.trim())
  if (open.tab) query.set('muc', open.tab)
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Named as a tab: opens the document with its register line to be corrected (F2 in a list). */
export const CORRECT = 'sua'

/** The tab of bút phê and deadline of an incoming paper. */
export const HANDLING = 'handling'

/** Reads what `paths.document` wrote. */
export function readOpening(search: string): Readonly<{ at: Span | null; query: string; tab: string | null }> {
  const query = new URLSearchParams(search)
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(query.get('at') ?? '')
  const at = found ? { start: Number(found[1]), end: Number(found[2]) } : null
  return {
    at: at && at.end > at.start ? at : null,
    query: (query.get('q') ?? '').normalize('NFC'),
    tab: query.get('muc')
  }
}
