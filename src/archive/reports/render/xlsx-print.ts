import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { Feature } from 'write-excel-file/node'
import { SHEET } from '../paper/format.ts'
import type { PrintDocument } from '../print-document.ts'
import { escapeHtml } from './escape.ts'

/** As the writer names what its files are made of, without giving the name. */
type FileContent = Stream | Buffer | Blob

const MM_PER_INCH = 25.4

/** How the workbook is printed: A4, as wide as the sheet, the heads of columns on every page, "Trang x/y" in the foot. */
export function printedAs(
  document: PrintDocument,
  sheet: string,
  heads: Readonly<{ from: number; to: number }>
): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': { transform: (content) => withPage(content, document) },
        'xl/workbook.xml': { transform: (content) => withTitles(content, sheet, heads) }
      }
    }
  }
}

function withPage(content: string, { landscape, foot }: PrintDocument): string {
  const inches = (mm: number) => (mm / MM_PER_INCH).toFixed(2)
  const margins = `<pageMargins left="${inches(SHEET.left)}" right="${inches(SHEET.right)}" top="${inches(SHEET.top)}" bottom="${inches(SHEET.bottom)}" header="0.2" footer="0.2"/>`
  const page = `<pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/>`
  const footer = `<headerFooter><oddFooter>&amp;L${escapeHtml(foot.replaceAll('&', '&&'))}&amp;RTrang &amp;P/&amp;N</oddFooter></headerFooter>`
  return content
    .replace(/<pageMargins[^>]*\/>/, '')
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace('</worksheet>', () => `${margins}${page}${footer}</worksheet>`)
}

function withTitles(content: string, sheet: string, heads: Readonly<{ from: number; to: number }>): string {
  const name = `'${sheet.replaceAll("'", "''")}'!$${heads.from}:$${heads.to}`
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">${escapeHtml(name)}</definedName></definedNames>`
  return content.replace('<definedNames/>', () => titles)
}
