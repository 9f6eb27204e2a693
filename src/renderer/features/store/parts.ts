/** The parts of the screen, in order. */
export const PARTS = ['state', 'office', 'verify', 'backup', 'export', 'watch', 'ledger', 'look'] as const
export type StorePart = (typeof PARTS)[number]
