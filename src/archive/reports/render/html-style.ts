import { CHART } from '../paper/chart-size.ts'
import { FACES, faceBytes } from '../paper/font-files.ts'
import { CELL, EDGE, GAP, mm, SEAL, SHEET, SIGN_SPACE, sheetSize, TYPE } from '../paper/format.ts'
import { hasForms, type PrintDocument } from '../print-document.ts'
import { escapeCss } from './escape.ts'
import { formStyle } from './forms-html.ts'

/**
 * What the page is for. A screen's faces come from the shell that shows it, a file and the printer's page hold theirs.
 * The printer's shows nothing on the screen: what a browser happens to paint before it prints would leave traces in the PDF.
 */
export type PageUse = 'screen' | 'file' | 'printer'

/** Black on white, Tinos, hairlines; the foot of each sheet stands in the page's margin (ui README, "Print"). */
export function htmlStyle(document: PrintDocument, use: PageUse): string {
  return [
    ...FACES.map((face) => fontFace(face, use)),
    COMMON,
    hasForms(document) ? formStyle(document.forms) : tableStyle(document),
    use === 'printer' ? '@media screen{body{visibility:hidden}}' : ''
  ]
    .filter(Boolean)
    .join('\n')
}

const COMMON = `*{box-sizing:border-box}
html,body{margin:0;padding:0}
body{font:${TYPE.body.pt}pt/${TYPE.body.line}pt Tinos,"Times New Roman",serif;color:#000;background:#fff;-webkit-text-size-adjust:none}
p,h1{margin:0}
table{border-collapse:collapse;table-layout:fixed}
tr{break-inside:avoid}
th,td{border:.5pt solid #000;padding:${CELL.padY}mm ${CELL.padX}mm;vertical-align:top;text-align:left;overflow-wrap:break-word}
th{font-weight:700;text-align:center;vertical-align:middle;text-wrap:balance}
.c{text-align:center}
.w{white-space:nowrap}`

function tableStyle(document: PrintDocument): string {
  const { width, height } = sheetSize(document.landscape)
  const { table, number, body, title, note, foot } = TYPE
  return `
@page{size:A4 ${document.landscape ? 'landscape' : 'portrait'};margin:${SHEET.top}mm ${SHEET.right - EDGE}mm ${SHEET.bottom}mm ${SHEET.left}mm;
@bottom-left{content:"${escapeCss(document.foot)}";font:italic ${foot.pt}pt Tinos,"Times New Roman",serif}
@bottom-right{content:"Trang " counter(page) "/" counter(pages);font:italic ${foot.pt}pt Tinos,"Times New Roman",serif}}
.head{display:grid;grid-template-columns:1fr 1fr;text-align:center;margin-bottom:${GAP.head}mm}
.party{font-weight:700;text-decoration:underline;text-decoration-thickness:.7pt;text-underline-offset:3pt}
h1{font-size:${title.pt}pt;line-height:${title.line}pt;text-align:center;font-weight:700}
.lines{text-align:center;text-wrap:balance;font-style:italic;margin-bottom:${GAP.lines}mm}
table{width:${width}mm;font-size:${table.pt}pt;line-height:${table.line}pt}
thead{display:table-header-group}
.no th{font-weight:400;font-style:italic;font-size:${number.pt}pt;line-height:${number.line}pt;padding:.3mm}
.chart{display:block;margin-bottom:${CHART.below}mm;overflow:visible}
.void td{color:#444}
.group td,.sum td{font-weight:700}
${document.rowMm === null ? '' : `.row td{height:${document.rowMm}mm}`}
.texts{margin:${GAP.notes}mm 0}
.texts p{padding-top:${GAP.text}mm}
.notes{font-style:italic;font-size:${note.pt}pt;line-height:${note.line}pt;margin-top:${GAP.notes}mm}
.signs{display:grid;grid-template-columns:1fr 1fr;text-align:center;margin-top:${GAP.signatures}mm;break-inside:avoid}
.signs .one:only-child{grid-column:2}
.how,.place{font-style:italic}
.name{font-weight:700;padding-top:${SIGN_SPACE}mm;min-height:${SIGN_SPACE + mm(body.line)}mm}
.seal{display:flex;align-items:center;gap:3mm;margin-top:${SEAL.above}mm;break-inside:avoid;font-size:${note.pt}pt;line-height:${note.line}pt}
.qr{flex:none;width:${SEAL.size}mm;height:${SEAL.size}mm}
.foot{display:none}
@media print{.sheet{break-after:page}.sheet:last-of-type{break-after:auto}}
@media screen{
body{background:#dfdbd2;padding:12px}
.sheet{position:relative;width:${width + SHEET.left + SHEET.right}mm;min-height:${height + SHEET.top + SHEET.bottom}mm;margin:0 auto 16px;padding:${SHEET.top}mm ${SHEET.right}mm ${SHEET.bottom}mm ${SHEET.left}mm;background:#fff;box-shadow:0 1px 4px #0005}
.foot{position:absolute;left:${SHEET.left}mm;right:${SHEET.right}mm;bottom:6mm;display:flex;justify-content:space-between;font-size:${foot.pt}pt;line-height:1.2;font-style:italic}
}`.trim()
}

function fontFace(face: (typeof FACES)[number], use: PageUse): string {
  const source =
    use === 'screen'
      ? `/fonts/tinos-${face.name}.ttf`
      : `data:font/ttf;base64,${faceBytes(face.name).toString('base64')}`
  return `@font-face{font-family:Tinos;font-weight:${face.weight};font-style:${face.style};font-display:block;src:url(${source})}`
}
