import type { PrintColumn } from '../print-document.ts'

export type FormRun = Readonly<{ text: string; bold?: boolean; italic?: boolean; underline?: boolean }>

/** One paragraph. `before`: free place above it, mm. `signs`: letters' height in pt. */
export type FormLine = Readonly<{
  runs: readonly FormRun[]
  align?: 'left' | 'center' | 'right' | 'justify'
  signs?: number
  before?: number
}>

/** What stands on a form, from the top down. Every measure is in mm. */
export type FormBlock =
  | Readonly<{ kind: 'lines'; lines: readonly FormLine[] }>
  /** Side by side; at least so high. */
  | Readonly<{
      kind: 'columns'
      parts: readonly Readonly<{ mm: number; lines: readonly FormLine[] }>[]
      least?: number
    }>
  | Readonly<{ kind: 'table'; columns: readonly PrintColumn[]; rows: readonly (readonly string[])[] }>
  /** Where the sheet is cut or torn. */
  | Readonly<{ kind: 'cut'; words: string }>
  /** Framed, as the front of a cover. */
  | Readonly<{ kind: 'frame'; high: number; lines: readonly FormLine[] }>
  /** Equal fields in rows: labels. null: a field left free. */
  | Readonly<{
      kind: 'grid'
      across: number
      field: Readonly<{ width: number; height: number; pad: number }>
      fields: readonly (readonly FormLine[] | null)[]
    }>
  | Readonly<{ kind: 'space'; mm: number }>

export type FormPaper = Readonly<{
  width: number
  height: number
  margin: Readonly<{ top: number; right: number; bottom: number; left: number }>
}>

/** Each sheet is one page of the paper: the builder sees to it that it fits (form-height.ts). */
export type PrintForms = Readonly<{ paper: FormPaper; sheets: readonly (readonly FormBlock[])[] }>

/** Size of letters where a line says nothing else, and the height of a line for a pt of it. */
export const FORM_SIGNS = 13
export const FORM_LEADING = 1.25

export const A4_FORM: FormPaper = { width: 210, height: 297, margin: { top: 15, right: 15, bottom: 12, left: 25 } }

export function innerWidth({ width, margin }: FormPaper): number {
  return width - margin.left - margin.right
}

export function innerHeight({ height, margin }: FormPaper): number {
  return height - margin.top - margin.bottom
}

type Style = Omit<FormLine, 'runs'> & Omit<FormRun, 'text'>

/** A paragraph in one style. */
export function formLine(text: string, style: Style = {}): FormLine {
  const { bold, italic, underline, ...line } = style
  const run = { text, ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), ...(underline ? { underline } : {}) }
  return { runs: [run], ...line }
}

/** "Nơi nhận: " and what is said of it. */
export function namedLine(name: string, text: string, style: Omit<FormLine, 'runs'> = {}): FormLine {
  return { runs: [{ text: `${name} ` }, { text, bold: true }], ...style }
}

export function lines(...held: readonly FormLine[]): FormBlock {
  return { kind: 'lines', lines: held }
}
