import type { DocumentId } from '#contract/ids.ts'
import type { ReportName } from '#contract/operations/registers.ts'
import type { PrintForms } from './forms/form.ts'
import type { PrintSeal } from './seal.ts'

/** What a cell holds besides its words: files for spreadsheets keep days and counts as such. */
export type PrintValue = Readonly<{ kind: 'day'; day: string }> | Readonly<{ kind: 'count'; count: number }>

/** One cell. `text` may hold several lines ("\n"); `lead` stands before it in bold. */
export type PrintCell = Readonly<{
  text: string
  lead?: string
  strong?: boolean
  struck?: boolean
  value?: PrintValue
}>

/** `tally`: what the row adds to each of the document's tallies. `void`: a number that no longer counts but stays seen. */
export type PrintRow = Readonly<{
  cells: readonly PrintCell[]
  tally: readonly number[]
  void?: boolean
  /** The document the row is about, for those who see it on a screen. */
  documentId?: DocumentId
}>

export type PrintColumn = Readonly<{
  title: string
  mm: number
  align: 'left' | 'center'
  /** Days and numbers that must not be parted ("01/11/202·6"). */
  whole?: boolean
}>

/** Rows under a head of their own. `total`: the words of the line that sums them up; null: none. */
export type PrintGroup = Readonly<{ title: string | null; rows: readonly PrintRow[]; total: string | null }>

/** What is added up: "văn bản", "số đã rút", or the sum of a column. */
export type PrintTally = Readonly<{ unit: string; column: number | null }>

/** Bars of one kind over another: each bar has a part for each series. Printed black on white above the table. */
export type PrintChart = Readonly<{
  title: string
  series: readonly string[]
  bars: readonly Readonly<{ label: string; parts: readonly number[] }>[]
}>

export type PrintSignature = Readonly<{ place: string | null; title: string; how: string; name: string }>

/** A report as plain data: what every renderer (page, PDF, Word, spreadsheet, CSV) puts on its paper. */
export type PrintDocument = Readonly<{
  name: ReportName
  /** As a file and a window are called: "Sổ đăng ký văn bản đến". On paper it stands in capitals. */
  title: string
  head: Readonly<{ parent: string; issuer: string; party: string }>
  /** Lines under the title: the period, the document it is about, what was counted. */
  lines: readonly string[]
  landscape: boolean
  columns: readonly PrintColumn[]
  /** Columns of an official form are numbered under their names (NĐ 30/2020 Phụ lục IV). */
  numbered: boolean
  /** Least height of a row, where a person signs in it. */
  rowMm: number | null
  groups: readonly PrintGroup[]
  tallies: readonly PrintTally[]
  /** Each sheet ends with its total and the next begins with what is carried over. */
  pageTotals: boolean
  /** Words of the last total; null: none. */
  closing: string | null
  /** Said instead of rows where there are none. */
  empty: string
  footnotes: readonly string[]
  /** Paragraphs of a record: between title and table, and between table and signatures. */
  preface: readonly string[]
  afterword: readonly string[]
  signatures: readonly PrintSignature[]
  chart: PrintChart | null
  /** The head of the ledger, at the end of books that are kept on paper. */
  seal: PrintSeal | null
  /** Papers that are no list (slips, envelopes, covers): printed instead of the table, which spreadsheets still hold. */
  forms: PrintForms | null
  /** Bottom left of each sheet: who printed it and when. */
  foot: string
  /** Day of printing, ISO. */
  printedOn: string
}>

export function rowsOf(document: PrintDocument): readonly PrintRow[] {
  return document.groups.flatMap((group) => group.rows)
}

/** Whether forms are printed instead of the table; where there is nobody to print one for, the empty list says so. */
export function hasForms(document: PrintDocument): document is PrintDocument & Readonly<{ forms: PrintForms }> {
  return document.forms !== null && document.forms.sheets.length > 0
}
