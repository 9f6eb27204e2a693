import type { PrintDocument } from '../print-document.ts'
import { type FormBlock, type FormLine, formLine } from './form.ts'

/** The head of a Party paper: the office's bodies left, the Party's name right, the day under it (domain.md §5.1). */
export function formHead(
  head: PrintDocument['head'],
  width: number,
  right: readonly FormLine[] = [],
  left: readonly FormLine[] = []
): FormBlock {
  const first = Math.round(width * 0.46)
  return {
    kind: 'columns',
    parts: [
      {
        mm: first,
        lines: [
          ...(head.parent === '' ? [] : [formLine(head.parent, { align: 'center', signs: 12 })]),
          formLine(head.issuer, { align: 'center', signs: 12, bold: true }),
          formLine('*', { align: 'center', signs: 12 }),
          ...left
        ]
      },
      {
        mm: width - first,
        lines: [formLine(head.party, { align: 'center', signs: 13, bold: true, underline: true }), ...right]
      }
    ]
  }
}

/** Words, how to sign and the name, with a place for the pen, in the right half. */
export function formSignature(width: number, title: string, how: string, name: string, high: number): FormBlock {
  const half = Math.round(width / 2)
  return {
    kind: 'columns',
    parts: [
      { mm: half, lines: [] },
      {
        mm: width - half,
        lines: [
          formLine(title, { align: 'center', bold: true }),
          formLine(how, { align: 'center', italic: true, signs: 12 }),
          formLine(name, { align: 'center', bold: true, before: high })
        ]
      }
    ]
  }
}
