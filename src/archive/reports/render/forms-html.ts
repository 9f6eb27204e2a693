import {
  FORM_LEADING,
  FORM_SIGNS,
  type FormBlock,
  type FormLine,
  type FormRun,
  type PrintForms
} from '../forms/form.ts'
import { CUT_MM } from '../forms/form-height.ts'
import { CELL, EDGE, TYPE } from '../paper/format.ts'
import { escapeHtml } from './escape.ts'

/** The sheets of a form, each one page of its paper. */
export function formSheets({ sheets }: PrintForms): string {
  return sheets
    .map(
      (blocks, index) =>
        `<section class="sheet" aria-label="Trang ${index + 1}">${blocks.map(blockHtml).join('\n')}</section>`
    )
    .join('\n')
}

export function formStyle({ paper }: PrintForms): string {
  const { width, height, margin } = paper
  const edges = `${margin.top}mm ${margin.right}mm ${margin.bottom}mm ${margin.left}mm`
  const printed = `${margin.top}mm ${Math.max(0, margin.right - EDGE)}mm ${margin.bottom}mm ${margin.left}mm`
  return `
@page{size:${width}mm ${height}mm;margin:${printed}}
body{font-size:${FORM_SIGNS}pt;line-height:${FORM_LEADING}}
.cols{display:flex}
.cols>div{flex:none}
.j{text-align:justify}.r{text-align:right}.l{text-align:left}
.cut{display:flex;align-items:center;gap:3mm;height:${CUT_MM}mm;font:italic ${TYPE.foot.pt}pt/1 Tinos,"Times New Roman",serif;white-space:nowrap}
.cut::before,.cut::after{content:"";flex:1;border-top:.6pt dashed #000}
.frame{border:1.2pt solid #000;outline:.5pt solid #000;outline-offset:-1.6mm;padding:4mm 6mm}
.grid{display:grid}
.grid>div{overflow:hidden}
.form{width:auto;font-size:${TYPE.table.pt}pt;line-height:${TYPE.table.line}pt}
.form td,.form th{padding:${CELL.padY}mm ${CELL.padX}mm}
@media print{.sheet{break-after:page}.sheet:last-of-type{break-after:auto}}
@media screen{
body{background:#dfdbd2;padding:12px}
.sheet{width:${width}mm;min-height:${height}mm;margin:0 auto 16px;padding:${edges};background:#fff;box-shadow:0 1px 4px #0005}
}`.trim()
}

function blockHtml(block: FormBlock): string {
  switch (block.kind) {
    case 'lines':
      return linesHtml(block.lines)
    case 'columns':
      return `<div class="cols"${block.least === undefined ? '' : ` style="min-height:${block.least}mm"`}>${block.parts
        .map((part) => `<div style="width:${part.mm}mm">${linesHtml(part.lines)}</div>`)
        .join('')}</div>`
    case 'table':
      return tableHtml(block)
    case 'cut':
      return `<div class="cut"><span>${escapeHtml(block.words)}</span></div>`
    case 'frame':
      return `<div class="frame" style="height:${block.high}mm">${linesHtml(block.lines)}</div>`
    case 'grid':
      return gridHtml(block)
    case 'space':
      return `<div style="height:${block.mm}mm"></div>`
  }
}

function tableHtml({ columns, rows }: Extract<FormBlock, { kind: 'table' }>): string {
  const cells = (texts: readonly string[]) =>
    texts
      .map((text, index) => {
        const column = columns[index]
        const kinds = [column?.align === 'center' ? 'c' : '', column?.whole ? 'w' : ''].filter(Boolean).join(' ')
        return `<td${kinds ? ` class="${kinds}"` : ''}>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`
      })
      .join('')
  return `<table class="form"><colgroup>${columns.map((column) => `<col style="width:${column.mm}mm">`).join('')}</colgroup>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column.title)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</tbody></table>`
}

function gridHtml({ across, field, fields }: Extract<FormBlock, { kind: 'grid' }>): string {
  const { width, height, pad } = field
  return `<div class="grid" style="grid-template-columns:repeat(${across},${width}mm);grid-auto-rows:${height}mm">${fields
    .map((held) => `<div style="padding:${pad}mm">${held === null ? '' : linesHtml(held)}</div>`)
    .join('')}</div>`
}

function linesHtml(lines: readonly FormLine[]): string {
  return lines.map(lineHtml).join('')
}

const ALIGNED = { left: 'l', center: 'c', right: 'r', justify: 'j' } as const

function lineHtml({ runs, align, signs, before }: FormLine): string {
  const style = [
    signs === undefined ? '' : `font-size:${signs}pt`,
    before === undefined ? '' : `padding-top:${before}mm`
  ].filter(Boolean)
  const kind = align === undefined ? '' : ` class="${ALIGNED[align]}"`
  return `<p${kind}${style.length > 0 ? ` style="${style.join(';')}"` : ''}>${runs.map(runHtml).join('') || '&#8203;'}</p>`
}

function runHtml({ text, bold, italic, underline }: FormRun): string {
  let words = escapeHtml(text).replaceAll('\n', '<br>')
  if (underline) words = `<u>${words}</u>`
  if (italic) words = `<i>${words}</i>`
  return bold ? `<b>${words}</b>` : words
}
