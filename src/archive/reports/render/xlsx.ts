import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { workbookText } from '../../files/workbook-text.ts'
import { countLines } from '../paper/count-lines.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { mm, sheetSize, TYPE } from '../paper/format.ts'
import { columnsHeight, rowHeight, wordsOf } from '../paper/heights.ts'
import { type PrintCell, type PrintColumn, type PrintDocument, type PrintGroup, rowsOf } from '../print-document.ts'
import { sumsOf, totalCells } from '../totals.ts'
import { printedAs } from './xlsx-print.ts'

const FACE = 'Times New Roman'
const BORDER = { borderColor: '#000000', borderStyle: 'thin' } as const
/** Width of a column in digits of the default face, for a millimetre. */
const DIGITS_PER_MM = 0.55

/** The report as a workbook: words stay words ("0713", "=1+1"), days and counts are days and counts (R04). */
export async function renderXlsx(document: PrintDocument): Promise<Uint8Array> {
  const wide = document.columns.length
  const over = (value: string, style: object): Row => [
    { value: workbookText(value), type: String, columnSpan: wide, align: 'center', ...style },
    ...Array<null>(wide - 1).fill(null)
  ]
  const paragraph = (text: string) => over(text, { align: 'left', wrap: true, height: lineHeight(document, text) })
  const head: Row[] = [
    over(document.head.party, { fontWeight: 'bold' }),
    over([document.head.parent, document.head.issuer].filter(Boolean).join(' – '), {}),
    over(document.title.toLocaleUpperCase('vi'), { fontWeight: 'bold', fontSize: 15, height: 22 }),
    ...document.lines.map((line) =>
      over(line, { fontStyle: 'italic', wrap: true, height: lineHeight(document, line) })
    ),
    ...document.preface.map((text) => paragraph(text)),
    document.columns.map((column, index) => ({
      ...(index === 0 ? { height: points(columnsHeight({ ...document, numbered: false })) } : {}),
      value: workbookText(column.title),
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
  const empty = rowsOf(document).length > 0 ? [] : [over(document.empty, { fontStyle: 'italic' })]
  const notes = [
    ...document.afterword.map(paragraph),
    ...[...document.footnotes, ...(document.seal ? [document.seal.words] : []), document.foot].map((note) =>
      over(note, { fontStyle: 'italic', align: 'left' })
    )
  ]
  const body = document.groups.flatMap((group) => groupRows(document, group))
  const made = writeXlsxFile(
    [...head, ...numbers, ...body, ...empty, ...(empty.length > 0 ? [] : closing), ...notes],
    {
      sheet: sheetName(document.title),
      ...(document.landscape ? { orientation: 'landscape' as const } : {}),
      columns: document.columns.map((column) => ({ width: Math.round(column.mm * DIGITS_PER_MM) })),
      stickyRowsCount: head.length + numbers.length
    },
    {
      fontFamily: FACE,
      fontSize: TYPE.table.pt,
      features: [
        printedAs(document, sheetName(document.title), { from: head.length, to: head.length + numbers.length })
      ]
    }
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
            { value: workbookText(group.title), type: String, fontWeight: 'bold', columnSpan: wide, ...BORDER },
            ...Array<null>(wide - 1).fill(null)
          ]
        ]
  const rows = group.rows.map((row): Row => {
    const height = points(rowHeight(document, row))
    return row.cells.map((cell, index) => ({
      ...cellOf(cell, document.columns[index]),
      ...(index === 0 ? { height } : {})
    }))
  })
  const total = group.total === null ? [] : [totalRow(document, group.total, sumsOf(document, group.rows))]
  return [...title, ...rows, ...total]
}

function totalRow(document: PrintDocument, words: string, sums: readonly number[]): Row {
  return totalCells(document, words, sums).flatMap(
    (cell): Row => [
      {
        value: workbookText(cell.text),
        type: String,
        fontWeight: 'bold',
        columnSpan: cell.span,
        align: cell.align,
        ...BORDER
      },
      ...Array<null>(cell.span - 1).fill(null)
    ]
  )
}

function cellOf(cell: PrintCell, column: PrintColumn | undefined): Exclude<Row[number], null | undefined> {
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
  return { value: workbookText(wordsOf(cell)), type: String, ...style }
}

/** A spreadsheet's letters stand a little wider apart than the page's; no row is higher than it allows. */
const WIDER = 1.12
const HIGHEST = 409

function points(height: number): number {
  return Math.min(HIGHEST, Math.ceil((height * WIDER * 72) / 25.4))
}

function lineHeight(document: PrintDocument, line: string): number {
  const width = sheetSize(document.landscape).width / mm(TYPE.body.pt)
  return points(countLines(line, width, measureWith('italic')) * mm(TYPE.body.line))
}

/** A sheet's name holds at most 31 signs and none of these. */
function sheetName(title: string): string {
  return title
    .replace(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .trim()
}
