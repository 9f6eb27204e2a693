import { AlignmentType, BorderStyle, Paragraph, TextRun, type UnderlineType } from 'docx'

/** Word has the face everywhere; Tinos is as wide as it, letter by letter. */
export const FACE = 'Times New Roman'
const TWIPS_PER_MM = 1440 / 25.4
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
export const NO_BORDERS = {
  top: NONE,
  bottom: NONE,
  left: NONE,
  right: NONE,
  insideHorizontal: NONE,
  insideVertical: NONE
}

export type Style = Readonly<{
  bold?: boolean
  italics?: boolean
  size?: number
  color?: string
  underline?: { type: (typeof UnderlineType)[keyof typeof UnderlineType] }
}>

/** `more`: keep with what follows; free place above, twips. */
export function centred(
  text: string,
  style: Style = {},
  more: Readonly<{ before?: number; keepNext?: boolean }> = {}
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: Math.round(more.before ?? 0) },
    keepNext: more.keepNext ?? false,
    children: [new TextRun({ text, ...style })]
  })
}

/** A paragraph hardly to be seen: between two tables, which would grow together without. */
export function seam(keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' },
    children: [new TextRun({ text: '', size: 2 })]
  })
}

export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM)
}
