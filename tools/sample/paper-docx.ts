import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType
} from 'docx'
import { NEW_PAGE, type Paper } from './paper-blocks.ts'

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE }

/** The same paper as a Word file: head and foot are tables of two cells, as offices make them. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const document = new Document({
    creator: '',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: { page: { margin: { top: 1134, bottom: 1134, left: 1701, right: 850 } } },
        children: [
          sideBySide(paper.left.map(centred), paper.right.map(centred)),
          ...paper.arrival.map(plain),
          ...paper.title.map(centred),
          ...paper.addressees.map(plain),
          ...paper.body.map(block),
          sideBySide(['Nơi nhận:', ...paper.recipients].map(plain), paper.signature.map(centred)),
          ...paper.annex.map(block)
        ]
      }
    ]
  })
  return Packer.toBuffer(document)
}

function sideBySide(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const cell = (children: readonly Paragraph[]) =>
    new TableCell({
      children: children.length ? [...children] : [plain('')],
      width: { size: 50, type: WidthType.PERCENTAGE }
    })
  return new Table({
    borders: NO_BORDERS,
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [new TableRow({ children: [cell(left), cell(right)] })]
  })
}

function centred(line: string): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(line)] })
}

function plain(line: string): Paragraph {
  return new Paragraph({ children: [run(line)] })
}

function block(text: string): Paragraph {
  if (text.startsWith(NEW_PAGE))
    return new Paragraph({ pageBreakBefore: true, alignment: AlignmentType.CENTER, children: [run(text.slice(1))] })
  return new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: [run(text.replaceAll('\n', ' '))] })
}

function run(text: string): ParagraphChild {
  return new TextRun({ text, bold: text.length > 1 && text === text.toUpperCase() })
}
