import type { AskedReport } from '#contract/operations/registers.ts'

export const OFFICIAL_BOOKS = ['follow-up-book', 'post-book', 'handover-out', 'handover-in'] as const
export type OfficialBook = (typeof OFFICIAL_BOOKS)[number]

export function isOfficialBook(name: string | undefined): name is OfficialBook {
  return OFFICIAL_BOOKS.some((one) => one === name)
}

/** The report a book of the official forms is made by: what is on the screen is what is printed. */
export const OFFICIAL_REPORTS: Readonly<Record<OfficialBook, AskedReport>> = {
  'follow-up-book': { name: 'follow-up-book', direction: 'incoming' },
  'post-book': { name: 'post-book' },
  'handover-out': { name: 'handover-book', direction: 'outgoing' },
  'handover-in': { name: 'handover-book', direction: 'incoming' }
}
