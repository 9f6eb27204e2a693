/**
 * A text as a cell of a workbook. The writer finds its strings again in a plain object: one that every object has for a
 * name ("constructor") would be written as a cell without a value, and the whole workbook be called damaged. It gets a
 * blank behind it. What workbooks read as a sign by its number ("_x0041_") is kept from being read so, by their own rule.
 */
export function workbookText(text: string): string {
  const literal = text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  return literal in Object.prototype ? `${literal} ` : literal
}
