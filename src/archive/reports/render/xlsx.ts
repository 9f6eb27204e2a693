import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { wordsOf } from '../paper/heights.ts'
import { type PrintCell, type PrintColumn, type PrintDocument, type PrintGroup, rowsOf } from '../print-document.ts'
import { sumsOf, totalCells } from '../totals.ts'

const FACE = 'Times New Roman'
const BORDER = { borderColor: '#000000', borderStyle: 'thin' } as const
/** Width of a column in digits of the default face, for a millimetre. */
const DIGITS_PER_MM = 0.55

/** The report as a workbook: words stay words ("0713", "=1+1"), days and counts are days and counts (R04). */
export async function renderXlsx(document: PrintDocument): Promise<Uint8Array> {
  const wide = document.columns.length
  const over = (value: string, style: object): Row => [
    { value, type: String, columnSpan: wide, align: 'center', ...style },
    ...Array<null>(wide - 1).fill(null)
  ]
  const head: Row[] = [
    over(document.head.party, { fontWeight: 'bold' }),
    over([document.head.parent, document.head.issuer].filter(Boolean).join(' – '), {}),
    over(document.title.toLocaleUpperCase('vi'), { fontWeight: 'bold', fontSize: 15 }),
    ...document.lines.map((line) => over(line, { fontStyle: 'italic' })),
    document.columns.map((column) => ({
      value: column.title,
      type: String,
      fontWeight: 'bold' as const,
      align: 'center' as const,
      alignVertical: 'center' as const,
      wrap: true,
      ...BORDER
    }))
  ]
  const numbers: Row[] = document.numbered
    ? [
        document.columns.map((_, index) => ({
          value: index + 1,
          type: Number,
          fontStyle: 'italic',
          align: 'center',
          ...BORDER
        }))
      ]
    : []
  const closing =
    document.closing === null ? [] : [totalRow(document, document.closing, sumsOf(document, rowsOf(document)))]
  const notes = [...document.footnotes, document.foot].map((note) => over(note, { fontStyle: 'italic', align: 'left' }))
  const body = document.groups.flatMap((group) => groupRows(document, group))
  const made = writeXlsxFile(
    [...head, ...numbers, ...body, ...closing, ...notes],
    {
      sheet: sheetName(document.title),
      ...(document.landscape ? { orientation: 'landscape' as const } : {}),
      columns: document.columns.map((column) => ({ width: Math.round(column.mm * DIGITS_PER_MM) })),
      stickyRowsCount: head.length + numbers.length
    },
    { fontFamily: FACE, fontSize: 11 }
  )
  return await made.toBuffer()
}

function groupRows(document: PrintDocument, group: PrintGroup): Row[] {
  const wide = document.columns.length
  const title: Row[] =
    group.title === null
      ? []
      : [
          [
            { value: group.title, type: String, fontWeight: 'bold', columnSpan: wide, ...BORDER },
            ...Array<null>(wide - 1).fill(null)
          ]
        ]
  const rows = group.rows.map((row): Row => row.cells.map((cell, index) => cellOf(cell, document.columns[index])))
  const total = group.total === null ? [] : [totalRow(document, group.total, sumsOf(document, group.rows))]
  return [...title, ...rows, ...total]
}

function totalRow(document: PrintDocument, words: string, sums: readonly number[]): Row {
  return totalCells(document, words, sums).flatMap(
    (cell): Row => [
      { value: cell.text, type: String, fontWeight: 'bold', columnSpan: cell.span, align: cell.align, ...BORDER },
      ...Array<null>(cell.span - 1).fill(null)
    ]
  )
}

function cellOf(cell: PrintCell, column: PrintColumn | undefined): Row[number] {
  const style = {
    ...BORDER,
    wrap: true,
    alignVertical: 'top' as const,
    align: column?.align ?? ('left' as const),
    ...(cell.strong ? { fontWeight: 'bold' as const } : {}),
    ...(cell.struck ? { textDecoration: { strikethrough: true } } : {})
  }
  if (cell.value?.kind === 'count') return { value: cell.value.count, type: Number, ...style }
  if (cell.value?.kind === 'day') {
    return { value: new Date(`${cell.value.day}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy', ...style }
  }
  return { value: wordsOf(cell), type: String, ...style }
}

/** A sheet's name holds at most 31 signs and none of these. */
function sheetName(title: string): string {
  return title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim()
}
