/**
 * Where a value was read. Offsets count UTF-16 units of the *document text*: the NFC text of all pages
 * joined by one form feed (see `joinPages`), end exclusive.
 */
export type Span = Readonly<{ start: number; end: number }>

/** A span with the page it begins on (from 1) and the name of the rule that read it (M08). */
export type Evidence = Readonly<{ page: number; start: number; end: number; rule: string }>
