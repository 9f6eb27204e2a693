import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  type ISectionOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  UnderlineType,
  WidthType
} from 'docx'
import { FORM_LEADING, FORM_SIGNS, type FormBlock, type FormLine, innerWidth, type PrintForms } from '../forms/form.ts'
import { CUT_MM } from '../forms/form-height.ts'
import { CELL, TYPE } from '../paper/format.ts'
import { NO_BORDERS, seam, twips } from './docx-parts.ts'

type Parts = (Paragraph | Table)[]
const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED
} as const
const TWIPS_PER_POINT = 20

export function formPage({ paper }: PrintForms): NonNullable<ISectionOptions['properties']> {
  const { width, height, margin } = paper
  return {
    page: {
      size: { width: twips(width), height: twips(height) },
      margin: {
        top: twips(margin.top),
        right: twips(margin.right),
        bottom: twips(margin.bottom),
        left: twips(margin.left),
        header: 0,
        footer: 0
      }
    }
  }
}

/** Every sheet of a form begins a page of its own. */
export function formParts({ paper, sheets }: PrintForms): Parts {
  return sheets.flatMap((blocks, index) => [
    ...(index === 0 ? [] : [new Paragraph({ pageBreakBefore: true, spacing: EXACT_NOTHING, children: [] })]),
    ...blocks.flatMap((block) => blockParts(block, innerWidth(paper)))
  ])
}

const EXACT_NOTHING = { before: 0, after: 0, line: 20, lineRule: 'exact' } as const

function blockParts(block: FormBlock, width: number): Parts {
  switch (block.kind) {
    case 'lines':
      return block.lines.map(paragraph)
    case 'columns':
      return [columns(block), seam()]
    case 'table':
      return [table(block), seam()]
    case 'cut':
      return [cut(block.words)]
    case 'frame':
      return [frame(block, width), seam()]
    case 'grid':
      return [grid(block), seam()]
    case 'space':
      return [new Paragraph({ spacing: { line: twips(block.mm), lineRule: 'exact' }, children: [] })]
  }
}

function paragraph({ runs, align, signs = FORM_SIGNS, before = 0 }: FormLine): Paragraph {
  return new Paragraph({
    alignment: ALIGNMENTS[align ?? 'left'],
    spacing: {
      before: twips(before),
      line: Math.round(signs * FORM_LEADING * TWIPS_PER_POINT),
      lineRule: 'exact'
    },
    children: runs.flatMap((run) =>
      run.text.split('\n').map(
        (text, index) =>
          new TextRun({
            text,
            size: Math.round(signs * 2),
            bold: run.bold ?? false,
            italics: run.italic ?? false,
            ...(run.underline ? { underline: { type: UnderlineType.SINGLE } } : {}),
            ...(index > 0 ? { break: 1 } : {})
          })
      )
    )
  })
}

function cellLines(lines: readonly FormLine[]): Paragraph[] {
  return lines.length > 0 ? lines.map(paragraph) : [new Paragraph({ spacing: EXACT_NOTHING })]
}

/** Text begins at the table's edge: Word would move it in. */
const NO_PADDING = { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA } as const

function columns({ parts, least }: Extract<FormBlock, { kind: 'columns' }>): Table {
  return new Table({
    width: { size: parts.reduce((sum, part) => sum + twips(part.mm), 0), type: WidthType.DXA },
    columnWidths: parts.map((part) => twips(part.mm)),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: NO_PADDING,
    rows: [
      new TableRow({
        cantSplit: true,
        ...(least === undefined ? {} : { height: { value: twips(least), rule: HeightRule.ATLEAST } }),
        children: parts.map((part) => new TableCell({ children: cellLines(part.lines) }))
      })
    ]
  })
}

function table({ columns, rows }: Extract<FormBlock, { kind: 'table' }>): Table {
  const line = { line: TYPE.table.line * TWIPS_PER_POINT, lineRule: 'exact' } as const
  const cell = (text: string, head: boolean, centre: boolean) =>
    new TableCell({
      children: text.split('\n').map(
        (one) =>
          new Paragraph({
            alignment: head || centre ? AlignmentType.CENTER : AlignmentType.LEFT,
            spacing: line,
            children: [new TextRun({ text: one, bold: head, size: TYPE.table.pt * 2 })]
          })
      )
    })
  return new Table({
    width: { size: columns.reduce((sum, column) => sum + twips(column.mm), 0), type: WidthType.DXA },
    columnWidths: columns.map((column) => twips(column.mm)),
    layout: TableLayoutType.FIXED,
    margins: {
      top: twips(CELL.padY),
      bottom: twips(CELL.padY),
      left: twips(CELL.padX),
      right: twips(CELL.padX),
      marginUnitType: WidthType.DXA
    },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map((column) => cell(column.title, true, true))
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map((column, index) => cell(row[index] ?? '', false, column.align === 'center'))
          })
      )
    ]
  })
}

function cut(words: string): Paragraph {
  const above = CUT_MM / 2
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    border: { top: { style: BorderStyle.DASHED, size: 6, space: 1, color: '000000' } },
    spacing: { before: twips(above), line: twips(CUT_MM - above), lineRule: 'exact' },
    children: [new TextRun({ text: words, italics: true, size: TYPE.foot.pt * 2 })]
  })
}

function frame({ high, lines }: Extract<FormBlock, { kind: 'frame' }>, width: number): Table {
  const line = { style: BorderStyle.DOUBLE, size: 12, color: '000000' }
  return new Table({
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: [twips(width)],
    layout: TableLayoutType.FIXED,
    borders: { top: line, bottom: line, left: line, right: line },
    margins: { top: twips(4), bottom: twips(4), left: twips(6), right: twips(6), marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: twips(high), rule: HeightRule.EXACT },
        children: [new TableCell({ children: cellLines(lines) })]
      })
    ]
  })
}

function grid({ across, field, fields }: Extract<FormBlock, { kind: 'grid' }>): Table {
  const rows = Array.from({ length: Math.ceil(fields.length / across) }, (_, row) =>
    Array.from({ length: across }, (_, column) => fields[row * across + column] ?? null)
  )
  const pad = twips(field.pad)
  return new Table({
    width: { size: across * twips(field.width), type: WidthType.DXA },
    columnWidths: Array.from({ length: across }, () => twips(field.width)),
    layout: TableLayoutType.FIXED,
    borders: NO_BORDERS,
    margins: { top: pad, bottom: 0, left: pad, right: pad, marginUnitType: WidthType.DXA },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          height: { value: twips(field.height), rule: HeightRule.EXACT },
          children: row.map((held) => new TableCell({ children: cellLines(held ?? []) }))
        })
    )
  })
}
