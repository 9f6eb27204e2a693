import { words } from './words.ts'
import { fileVerdict } from './words-failures.ts'

type Line = Readonly<{ file: string; status: string; id: string | null }>

/** What became of each file, to keep or print: a page for ".html", else CSV that Excel opens as it is. */
export function summaryOf(lines: readonly Line[], ending: string): string {
  const rows = lines.map((line) => [line.file, fileVerdict(line.status), line.id ?? ''])
  return ending.toLowerCase() === '.html' ? page(rows) : csv(rows)
}

function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => {
    // A cell that begins so is a formula to a sheet's program.
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return `"${safe.replaceAll('"', '""')}"`
  }
  return `\ufeff${[words.summaryHeads, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
}

function page(rows: readonly (readonly string[])[]): string {
  const safe = (text: string): string =>
    text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
  const row = (cells: readonly string[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((cell) => `<${tag}>${safe(cell)}</${tag}>`).join('')}</tr>`
  return `<!doctype html>
<html lang="vi"><meta charset="utf-8"><title>${words.summaryTitle}</title>
<style>body{font:15px sans-serif;margin:2em}table{border-collapse:collapse}td,th{border:1px solid #999;padding:3px 8px;text-align:left}</style>
<h1>${words.summaryTitle}</h1>
<table>
${row(words.summaryHeads, 'th')}
${rows.map((cells) => row(cells, 'td')).join('\n')}
</table></html>
`
}
