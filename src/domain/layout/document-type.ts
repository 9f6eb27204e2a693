import type { Reference } from '../reference/reference.ts'
import { fold } from '../text/fold.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Cell } from './cells.ts'
import type { Reading } from './draft.ts'
import { asHint, type Certainty, reading } from './reading.ts'
import type { TypeLine } from './type-line.ts'

/** The type by its line of capitals; a letter has none: "V/v …" under the number, or CV in the symbol, tells it (domain.md §3). */
export function readDocumentType(
  typeLine: TypeLine | null,
  about: Cell | null,
  label: Cell | null,
  number: Readonly<{ cell: Cell; reference: Reference | null }> | null,
  certainty: Certainty
): Reading<DocumentType> | null {
  if (typeLine) return reading(typeLine.type, typeLine.exact ? 'sure' : 'hint', typeLine.cell, 'type-line')
  const symbol = fold(number?.reference?.symbol ?? '')
  if (about) return reading('cong-van', certainty, about, 'letter-by-subject')
  if (number && symbol.startsWith('cv/')) return reading('cong-van', certainty, number.cell, 'letter-by-symbol')
  return label ? asHint(reading('cong-van', certainty, label, 'letter-by-address')) : null
}
