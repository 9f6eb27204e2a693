import type { RecipientLine } from '#contract/schemas.ts'
import { readRecipientLine } from '#domain/recipients/read-recipient-line.ts'

/** The list as the clerk edits it: one line a recipient. */
export function linesText(lines: readonly RecipientLine[]): string {
  return lines.map((line) => line.text).join('\n')
}

/** Lines as typed. One that was not touched keeps what was read of it and where; a new one is read anew. */
export function takeLines(typed: string, before: readonly RecipientLine[]): RecipientLine[] {
  const left = [...before]
  return typed
    .normalize('NFC')
    .split('\n')
    .map((text) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .map((text) => {
      const at = left.findIndex((line) => line.text === text)
      const known = at >= 0 ? left.splice(at, 1)[0] : undefined
      if (known) return known
      const line = readRecipientLine(text.slice(0, 1000), null)
      return { ...line, names: line.names.filter((name) => name.trim() !== '') }
    })
}

/** Number of the line a cursor stands in. */
export function lineAt(text: string, cursor: number): number {
  return text.slice(0, cursor).split('\n').length - 1
}
