const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as markup shows it, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => MARKUP[sign] ?? '')
}

/** Text inside a quoted string of a style sheet: all but letters, digits and plain stops as a number. */
export function escapeCss(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N} .,:-]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)
}
