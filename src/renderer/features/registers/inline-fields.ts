import type { DocumentForm } from '#contract/schemas.ts'
import type { Book } from './register-columns.tsx'

/** A cell that can be put right where it stands: its column, and the field of the form it holds. */
export type InlineField = Readonly<{
  column: string
  field: 'subject' | 'issuer' | 'signer' | 'handler' | 'copies' | 'note'
  most: number
}>

const SUBJECT: InlineField = { column: 'subject', field: 'subject', most: 2000 }
const ISSUER: InlineField = { column: 'author', field: 'issuer', most: 200 }
const NOTE: InlineField = { column: 'note', field: 'note', most: 2000 }

/** In the order of the columns. Number, symbol and dates decide where a line stands: they are put right beside the page. */
export const INLINE_FIELDS: Readonly<Record<Book, readonly InlineField[]>> = {
  incoming: [ISSUER, SUBJECT, { column: 'handler', field: 'handler', most: 200 }, NOTE],
  outgoing: [
    SUBJECT,
    { column: 'signer', field: 'signer', most: 100 },
    { column: 'fileCopyHandler', field: 'handler', most: 200 },
    { column: 'copies', field: 'copies', most: 4 },
    NOTE
  ]
}

/** The value of a field as it is edited. */
export function inlineText(form: DocumentForm, { field }: InlineField): string {
  const value = form[field]
  return value === null ? '' : String(value)
}

/** The form with one field put right; null where the text is no such value. Nothing typed: the paper does not say. */
export function withInline(form: DocumentForm, { field }: InlineField, typed: string): DocumentForm | null {
  const text = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (field !== 'copies') return { ...form, [field]: text === '' ? null : text }
  if (text === '') return { ...form, copies: null }
  return /^\d{1,4}$/.test(text) ? { ...form, copies: Number(text) } : null
}
