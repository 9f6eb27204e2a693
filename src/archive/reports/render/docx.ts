import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  VerticalAlignTable,
  WidthType
} from 'docx'
import { A4, CELL, GAP, mm as mmOfPoints, SEAL, SHEET, SIGN_SPACE, sheetSize, TYPE } from '../paper/format.ts'
import { hasForms, type PrintCell, type PrintDocument, type PrintRow, rowsOf } from '../print-document.ts'
import { sumsOf, totalCells } from '../totals.ts'
import { chartTable } from './docx-chart.ts'
import { formPage, formParts } from './docx-forms.ts'
import { centred, FACE, NO_BORDERS, type Style, seam, twips } from './docx-parts.ts'
import { qrPng } from './qr.ts'

const MM_PER_INCH = 25.4

/** The report for Word, to be edited: heads repeated on each page, no row parted, "Trang x/y" (stack.md §5). */
export async function renderDocx(document: PrintDocument): Promise<Uint8Array> {
  const made = new Document({
    title: document.title,
    creator: document.head.issuer,
    styles: { default: { document: { run: { font: FACE, size: TYPE.body.pt * 2 } } } },
    sections: [
      hasForms(document)
        ? { properties: formPage(document.forms), children: formParts(document.forms) }
        : { properties: pageOf(document), footers: { default: footerOf(document) }, children: bodyOf(document) }
    ]
  })
  return await Packer.toBuffer(made)
}

function pageOf(document: PrintDocument): NonNullable<ISectionOptions['properties']> {
  return {
    page: {
      size: {
        width: twips(A4.short),
        height: twips(A4.long),
        orientation: document.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT
      },
      margin: {
        top: twips(SHEET.top),
        right: twips(SHEET.right),
        bottom: twips(SHEET.bottom),
        left: twips(SHEET.left),
        header: twips(6),
        footer: twips(6)
      }
    }
  }
}

function footerOf(document: PrintDocument): Footer {
  const style = { italics: true, size: TYPE.foot.pt * 2 }
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: twips(sheetSize(document.landscape).width) }],
        children: [
          new TextRun({ text: `${document.foot}\t`, ...style }),
          new TextRun({ children: ['Trang ', PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], ...style })
        ]
      })
    ]
  })
}

function bodyOf(document: PrintDocument): (Paragraph | Table)[] {
  return [
    headTable(document),
    centred(document.title.toLocaleUpperCase('vi'), { bold: true, size: TYPE.title.pt * 2 }, { before: 120 }),
    ...document.lines.map((line) => centred(line, { italics: true })),
    centred('', { size: 8 }),
    ...(document.chart === null ? [] : [...chartTable(document.chart, sheetSize(document.landscape).width), seam()]),
    ...document.preface.map((text) => textParagraph(text, false)),
    mainTable(document),
    ...document.afterword.map((text) => textParagraph(text, true)),
    ...document.footnotes.map(
      (note) =>
        new Paragraph({
          keepNext: true,
          children: [new TextRun({ text: note, italics: true, size: TYPE.note.pt * 2 })]
        })
    ),
    ...signatureParts(document),
    ...sealParts(document)
  ]
}

/** The picture before the words, in one paragraph. */
function sealParts({ seal }: PrintDocument): Paragraph[] {
  if (seal === null) return []
  const size = Math.round((SEAL.size * 96) / MM_PER_INCH)
  const picture = { type: 'png', data: qrPng(seal.qr), transformation: { width: size, height: size } } as const
  return [
    new Paragraph({
      spacing: { before: twips(SEAL.above) },
      children: [new ImageRun(picture), new TextRun({ text: `  ${seal.words}`, size: TYPE.note.pt * 2 })]
    })
  ]
}

function textParagraph(text: string, keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: twips(GAP.text), after: twips(GAP.text) },
    children: [new TextRun({ text })]
  })
}

function headTable(document: PrintDocument): Table {
  const { parent, issuer, party } = document.head
  const half = twips(sheetSize(document.landscape).width / 2)
  return new Table({
    width: { size: half * 2, type: WidthType.DXA },
    columnWidths: [half, half],
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    rows: [
      new TableRow({
        children: [
          new TableCell({ children: [centred(parent), centred(issuer, { bold: true }), centred('*')] }),
          new TableCell({ children: [centred(party, { bold: true, underline: { type: UnderlineType.SINGLE } })] })
        ]
      })
    ]
  })
}

/** Rows that go with the signatures, so that no block stands alone. */
const KEPT_ROWS = 2

function mainTable(document: PrintDocument): Table {
  const kept = new Set(document.signatures.length > 0 ? rowsOf(document).slice(-KEPT_ROWS) : [])
  const rows = document.groups.flatMap((group) => [
    ...(group.title === null ? [] : [wideRow(document, group.title, { bold: true })]),
    ...group.rows.map((row) => tableRow(document, row, kept.has(row))),
    ...(group.total === null ? [] : [totalRow(document, group.total, group.rows)])
  ])
  const closing =
    document.closing !== null && rows.length > 0 ? [totalRow(document, document.closing, rowsOf(document))] : []
  return new Table({
    width: { size: twips(sheetSize(document.landscape).width), type: WidthType.DXA },
    columnWidths: document.columns.map((column) => twips(column.mm)),
    layout: TableLayoutType.FIXED,
    margins: {
      top: twips(CELL.padY),
      bottom: twips(CELL.padY),
      left: twips(CELL.padX),
      right: twips(CELL.padX),
      marginUnitType: WidthType.DXA
    },
    rows: [
      ...headRows(document),
      ...(rows.length > 0 ? rows : [wideRow(document, document.empty, { italics: true }, AlignmentType.CENTER)]),
      ...closing
    ]
  })
}

function headRows(document: PrintDocument): TableRow[] {
  const row = (texts: readonly string[], style: Style) =>
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: texts.map(
        (text) => new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [centred(text, style)] })
      )
    })
  const titles = row(
    document.columns.map((column) => column.title),
    { bold: true, size: TYPE.table.pt * 2 }
  )
  if (!document.numbered) return [titles]
  return [
    titles,
    row(
      document.columns.map((_, index) => String(index + 1)),
      { italics: true, size: TYPE.number.pt * 2 }
    )
  ]
}

function tableRow(document: PrintDocument, row: PrintRow, keepNext: boolean): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(document.rowMm === null ? {} : { height: { value: twips(document.rowMm), rule: 'atLeast' } }),
    children: row.cells.map((cell, index) => {
      const centre = document.columns[index]?.align === 'center'
      return new TableCell({
        children: [
          new Paragraph({
            alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
            keepNext,
            children: runsOf(cell)
          })
        ]
      })
    })
  })
}

function runsOf(cell: PrintCell): TextRun[] {
  const size = TYPE.table.pt * 2
  const lead = cell.lead ? [new TextRun({ text: `${cell.lead} `, bold: true, size })] : []
  const lines = cell.text.split('\n').map(
    (text, index) =>
      new TextRun({
        text,
        size,
        bold: cell.strong ?? false,
        strike: cell.struck ?? false,
        ...(index > 0 ? { break: 1 } : {})
      })
  )
  return [...lead, ...lines]
}

function wideRow(
  document: PrintDocument,
  text: string,
  style: Style,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT
): TableRow {
  const run = new TextRun({ text, size: TYPE.table.pt * 2, ...style })
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: document.columns.length,
        children: [new Paragraph({ alignment, keepNext: true, children: [run] })]
      })
    ]
  })
}

function totalRow(document: PrintDocument, words: string, rows: readonly PrintRow[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: totalCells(document, words, sumsOf(document, rows)).map(
      (cell) =>
        new TableCell({
          columnSpan: cell.span,
          children: [
            new Paragraph({
              alignment: cell.align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
              keepNext: true,
              children: [new TextRun({ text: cell.text, bold: true, size: TYPE.table.pt * 2 })]
            })
          ]
        })
    )
  })
}

/** One stands right; of two the clerk's stands left. All of it goes with the last rows. */
function signatureParts(document: PrintDocument): (Paragraph | Table)[] {
  const { signatures } = document
  if (signatures.length === 0) return []
  const half = twips(sheetSize(document.landscape).width / 2)
  const placed = signatures.some((one) => one.place !== null)
  const cells = signatures.map(
    (one) =>
      new TableCell({
        children: [
          ...(placed ? [centred(one.place ?? '', { italics: true }, { keepNext: true })] : []),
          centred(one.title, { bold: true }, { keepNext: true }),
          centred(one.how, { italics: true }, { keepNext: true }),
          centred(one.name, { bold: true }, { before: twips(SIGN_SPACE) - twips(mmOfPoints(TYPE.body.line)) / 2 })
        ]
      })
  )
  const free = new TableCell({ children: [new Paragraph({ keepNext: true })] })
  return [
    centred('', { size: 12 }, { keepNext: true }),
    new Table({
      width: { size: half * 2, type: WidthType.DXA },
      columnWidths: [half, half],
      layout: TableLayoutType.FIXED,
      borders: NO_BORDERS,
      rows: [new TableRow({ cantSplit: true, children: cells.length === 1 ? [free, ...cells] : cells })]
    })
  ]
}
