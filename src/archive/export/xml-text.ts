const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
}
/** Signs XML 1.0 may not hold, not even as a number. */
const BARRED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text as XML holds it, in an element or in a quoted attribute. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(BARRED, '')
    .replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? '')
}

/** An element with text alone, on a line of its own; null is written as an empty one. */
export function xmlLine(depth: number, name: string, text: string | number | null): string {
  const value = text === null ? '' : escapeXml(String(text))
  return `${'  '.repeat(depth)}<${name}>${value}</${name}>\n`
}
