import type { Reference } from '../reference/reference.ts'
import type { Span } from '../text/span.ts'
import type { DocumentType } from '../vocabulary/document-types.ts'
import type { Secrecy, Urgency } from '../vocabulary/marks.ts'
import { type Addressees, isAddressLabel, readAddressees } from './addressees.ts'
import { type ArrivalStamp, readArrivalStamp } from './arrival-stamp.ts'
import { isCapitals } from './capitals.ts'
import type { Cell, Sheet } from './cells.ts'
import { readDocumentType } from './document-type.ts'
import type { PaperSystem, Reading } from './draft.ts'
import { isRecipientsLabel } from './foot.ts'
import { namingCells, readIssuingBodies } from './issuing-bodies.ts'
import { isMark, readSecrecy, readUrgency } from './marks.ts'
import { readNumberLine } from './number-line.ts'
import { isPlaceAndDate, readPlaceAndDate } from './place-and-date.ts'
import { type Certainty, reading } from './reading.ts'
import { isAboutLine, readLetterSubject, readTitledSubject } from './subject.ts'
import { findTitle, isMotto, paperSystem } from './titles.ts'
import { findTypeLine } from './type-line.ts'

const MAX_CELLS = 120
const MAX_LINE = 90
/** Without any other end of the head it ends at the first paragraph of this length. */
const PARAGRAPH = 90

export type Head = Readonly<{
  system: PaperSystem | null
  reference: Reading<Reference> | null
  documentType: Reading<DocumentType> | null
  date: Reading<string> | null
  place: Reading<string> | null
  issuer: Reading<string> | null
  parentBody: Reading<string> | null
  organ: string | null
  subject: Reading<string> | null
  urgency: Reading<Urgency> | null
  secrecy: Reading<Secrecy> | null
  stamp: ArrivalStamp | null
  addressees: Addressees | null
  /** Zones that name the document itself: no citations. */
  own: readonly Span[]
  /** Offset at which the text begins. */
  end: number
}>

/** Reads the head of a document: everything above its text. Zones are told by what they say, not by their order. */
export function readHead(sheet: Sheet, certainty: Certainty): Head {
  const all = sheet.cells.slice(0, MAX_CELLS)
  const foot = all.findIndex((_, at) => isRecipientsLabel(all, at))
  const top = (foot < 0 ? all : all.slice(0, foot)).filter((cell) => cell.line <= MAX_LINE)
  const stamp = readArrivalStamp(top, certainty)
  const stamped = new Set(stamp?.cells)
  const cells = top.filter((cell) => !stamped.has(cell))
  const label = cells.find(isAddressLabel) ?? null
  const zone = beforeText(cells, label)
  const title = findTitle(zone)
  const about = zone.find((cell) => isAboutLine(cell, label !== null)) ?? null
  const number = readNumberLine(beforeSubject(zone, about))
  const from = number ? zone.indexOf(number.cell) + 1 : title ? zone.indexOf(title.cell) + 1 : 0
  const typed = findTypeLine(zone.slice(from))
  const typeLine = typed && about && zone.indexOf(about) < zone.indexOf(typed.cell) ? null : typed
  const letter = typeLine ? null : about
  const headCells = zone.filter(
    (cell) => cell.start < (typeLine?.cell.start ?? label?.start ?? Number.POSITIVE_INFINITY)
  )
  const place = readPlaceAndDate(headCells)
  const others = new Set(
    [
      title?.cell,
      number?.cell,
      label,
      ...zone.filter((cell) => isMotto(cell) || isMark(cell)),
      ...headCells.filter(isPlaceAndDate)
    ].filter((cell) => cell !== undefined && cell !== null)
  )
  const naming = aboveNumber(headCells, number?.cell ?? letter, others)
  const system = paperSystem(title, naming.map((cell) => cell.folded).join(' '), number?.reference?.separator ?? null)
  const bodies = readIssuingBodies(naming, system, certainty)
  const subject = typeLine
    ? readTitledSubject(cells, typeLine.cell, others, certainty)
    : letter && readLetterSubject(cells, letter, others, certainty)
  const addressees = label && readAddressees(sheet.text, sheet.cells, label)
  const dateCertainty = place?.exact ? certainty : 'hint'
  const own = [title?.cell, number?.cell, place?.cell, ...bodies.cells, ...(stamp?.cells ?? [])].filter(
    (cell) => cell !== undefined
  )
  const ends = [
    ...own.map((cell) => cell.end),
    subject?.evidence.end ?? 0,
    addressees?.cells.at(-1)?.end ?? 0,
    typeLine?.cell.end ?? 0
  ]
  return {
    system,
    reference: number?.reference
      ? reading(number.reference, certainty, number.cell, 'number-line', { start: number.start, end: number.end })
      : null,
    documentType: readDocumentType(typeLine, letter, label, number, certainty),
    date: place?.date
      ? reading(place.date, dateCertainty, place.cell, 'place-and-date', { start: place.start, end: place.end })
      : null,
    place: place?.place ? reading(place.place, certainty, place.cell, 'place-and-date') : null,
    issuer: bodies.issuer,
    parentBody: bodies.parentBody,
    organ: bodies.organ,
    subject,
    urgency: readUrgency(headCells),
    secrecy: readSecrecy([...zone, ...top.filter((cell) => isCapitals(cell.text))]),
    stamp,
    addressees,
    own,
    end: Math.max(...ends)
  }
}

/** The number stands above the subject: a number under "V/v" or the type line is one the subject cites. */
function beforeSubject(zone: readonly Cell[], about: Cell | null): readonly Cell[] {
  const typeLine = findTypeLine(zone)?.cell ?? null
  const ends = [about, typeLine].flatMap((cell) => (cell ? [zone.indexOf(cell)] : []))
  return zone.slice(0, Math.min(zone.length, ...ends))
}

/** The cells above the text: up to "Kính gửi", else up to the first paragraph after the number line. */
function beforeText(cells: readonly Cell[], label: Cell | null): readonly Cell[] {
  if (label) return cells.slice(0, cells.indexOf(label))
  const at = cells.findIndex(
    (cell) => cell.text.length >= PARAGRAPH && /^\s*-?\s*(?:can cu|thuc hien|dieu 1)(?![a-z])/.test(cell.folded)
  )
  return at < 0 ? cells : cells.slice(0, at)
}

/** The lines that name who issues, from the number upwards, until a line that is no zone of a head. */
function aboveNumber(cells: readonly Cell[], number: Cell | null, others: ReadonlySet<Cell>): readonly Cell[] {
  const at = number ? cells.indexOf(number) : cells.length
  const candidates: Cell[] = []
  for (const cell of cells.slice(0, at < 0 ? cells.length : at).toReversed()) {
    if (others.has(cell) || !/[a-z]{2}/.test(cell.folded)) continue
    if (namingCells([cell]).length > 0) candidates.unshift(cell)
    else if (!/[A-ZĐ]{2}/u.test(cell.text) && candidates.length > 0) break
    else if (candidates.length > 0 && !/cong bao/.test(cell.folded)) break
  }
  return candidates
}
