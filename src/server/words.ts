/** How the ledger names whoever works through the loopback shell, until there are accounts. */
export const CLERK = 'Văn thư'
