import type { WritableDb } from '../../../archive-context.ts'

/**
 * Which documents have the commonest words and phrases, a bit each, as far as row `upto`: made of the index while nobody
 * waits, and remade when much was filed. `common_changed`: rows indexed again or taken out since then. Both may be emptied
 * at any time; then the index itself is asked. `sum`: CRC-32 of the bits, for SQLite's own check does not see a flipped one.
 */
export const commonBitsMigration = {
  number: 140,
  name: 'common-bits',
  up(db: WritableDb): void {
    db.exec(`
      CREATE TABLE common_bits(expression TEXT NOT NULL UNIQUE, upto INTEGER NOT NULL, bits BLOB NOT NULL, sum INTEGER NOT NULL);
      CREATE TABLE common_changed(n INTEGER PRIMARY KEY);
    `)
  }
} as const
