import { fold } from '../text/fold.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES, type DocumentType } from '../vocabulary/document-types.ts'
import { isCapitals } from './capitals.ts'
import type { Cell } from './cells.ts'
import { editDistance } from './titles.ts'

/** Longest first: "THÔNG TƯ LIÊN TỊCH" before "THÔNG TƯ". A công văn bears no type line. */
const NAMES = DOCUMENT_TYPE_CODES.filter((type) => type !== 'cong-van')
  .map((type) => ({ type, name: fold(DOCUMENT_TYPES[type].name) }))
  .sort((a, b) => b.name.length - a.name.length)

/** What may stand after the type on its line without making it another thing: "HÀNH ĐỘNG", "GIẢI TRÌNH", "CỦA …", "LIÊN TỊCH". */
const MAX_LENGTH = 70

export type TypeLine = Readonly<{ cell: Cell; type: DocumentType; exact: boolean }>

/** The line of capitals that says the type (M04): "CHỈ THỊ", "CHƯƠNG TRÌNH HÀNH ĐỘNG", "BÁO CÁO GIẢI TRÌNH". */
export function findTypeLine(cells: readonly Cell[]): TypeLine | null {
  for (const cell of cells) {
    const read = typeOf(cell)
    if (read) return read
  }
  return null
}

function typeOf(cell: Cell): TypeLine | null {
  if (cell.text.length > MAX_LENGTH || !isCapitals(cell.text, 5)) return null
  const text = cell.folded.replace(/^[^a-z]+|[^a-z]+$/g, '').replace(/\s+/g, ' ')
  if (isCapitals(cell.text)) {
    for (const { type, name } of NAMES) {
      if (text === name || (name.length > 4 && text.startsWith(`${name} `) && !/[.:]$/.test(cell.text))) {
        return { cell, type, exact: true }
      }
    }
  }
  for (const { type, name } of NAMES) {
    if (name.length >= 7 && editDistance(text, name, 2) <= 1) return { cell, type, exact: false }
  }
  return null
}
