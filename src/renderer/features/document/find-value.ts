import type { DocumentForm, PageTextView } from '#contract/schemas.ts'
import { fold } from '#domain/text/fold.ts'
import type { FocusSpan } from '../../components/page-view.tsx'
import type { FieldName } from '../filing/form/fields.ts'

/** How a day may be written on a paper, folded. */
function dayForms(iso: string): readonly string[] {
  const [year = '', month = '', day = ''] = iso.split('-')
  const [d, m] = [String(Number(day)), String(Number(month))]
  return [
    `ngay ${day} thang ${month} nam ${year}`,
    `ngay ${d} thang ${m} nam ${year}`,
    `ngay ${day} thang ${m} nam ${year}`,
    `${day}/${month}/${year}`,
    `${d}/${m}/${year}`,
    `${day}/${m}/${year}`
  ]
}

/** Where a value of the register line stands on the page, by its letters alone: for documents whose readings are not kept. */
export function findValue(
  form: DocumentForm,
  field: FieldName,
  line: number | null,
  pages: readonly PageTextView[]
): FocusSpan | null {
  if (field === 'addressees' || field === 'recipients') {
    const one = form[field][line ?? 0]
    if (one?.evidence) return { id: field, start: one.evidence.start, end: one.evidence.end, tone: 'found' }
    return one ? findText(one.text, pages, field) : null
  }
  const value = form[field]
  if (value === null || typeof value === 'number') return null
  if (field === 'issuedOn' || field === 'arrivedOn') {
    for (const written of dayForms(value)) {
      const found = findText(written, pages, field)
      if (found) return found
    }
    return null
  }
  if (field === 'documentType' || field === 'urgency' || value.trim().length < 2) return null
  return findText(value, pages, field)
}

/** First place of a text; blanks and line ends between its words do not count. */
export function findText(text: string, pages: readonly PageTextView[], id: string): FocusSpan | null {
  const wanted = fold(text.normalize('NFC')).trim().split(/\s+/).map(escaped).join('\\s+')
  if (wanted === '') return null
  const pattern = new RegExp(wanted)
  for (const page of pages) {
    const found = pattern.exec(fold(page.text))
    if (found) {
      const start = page.offset + found.index
      return { id, start, end: start + found[0].length, tone: 'found' }
    }
  }
  return null
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
