/** Addresses of the screens, after "#". Vietnamese without marks: they may be seen in the browser shell. */
export const paths = {
  search: '/tim-kiem',
  incoming: '/van-ban-den',
  outgoing: '/van-ban-di',
  filing: '/vao-so',
  deliveries: '/chuyen-giao',
  delivery: (documentId: string) => `/chuyen-giao/${documentId}`,
  lineages: '/luoc-do',
  lineage: (documentId: string) => `/luoc-do/${documentId}`,
  worklists: '/viec-con-lai',
  reports: '/bao-cao',
  directory: '/danh-ba',
  store: '/kho',
  /** `at`: a span of the document text to open at. */
  document: (documentId: string) => `/van-ban/${documentId}`
} as const
