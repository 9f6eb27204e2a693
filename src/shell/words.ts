/** How the ledger names whoever works through a shell, until there are accounts. */
export const CLERK = 'Văn thư'
