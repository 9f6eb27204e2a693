import type { DocumentForm } from '#contract/schemas.ts'
import type { Draft } from '#domain/layout/draft.ts'
import { fold } from '#domain/text/fold.ts'
import type { PageText } from '#domain/text/page-text.ts'
import type { Secrecy } from '#domain/vocabulary/marks.ts'

/** Lines of a page's head in which a stamp is looked for; it stands under the number or in the page's corner. */
const HEAD_LINES = 30
/**
 * A line, or a column of a line, that is a stamp and nothing else: "MẬT", "(TỐI MẬT)", "T U Y Ệ T  M Ậ T", also with
 * the marks lost or mistaken by a scanner ("MÂT", "MẠT"). "bảo mật", "MẬT ĐỘ" and sentences are none.
 */
const STAMP = /^[^\p{L}]*(?:(T ?[ỐÔỖỒO] ?I)|(T ?U ?Y ?[ỆÊẸE] ?T))? *M ?[ẬÂẠẤẦA] ?T[^\p{L}]*$/u
const LABELLED = /Độ +(?:bí +)?mật *: *(?:(tối)|(tuyệt))? *mật\b/iu
/** In a file name or a clerk's note the word stands by itself; after these words it belongs to another one. */
const OTHER_WORD = new Set(['bao', 'bi', 'co', 'be', 'ma', 'vat', 'niem', 'than', 'khong', 'lay', 'ong', 'duong'])
/** Before these it begins one: "mật độ", "mật khẩu", "MAT TRAN". */
const LONGER_WORD = new Set(['do', 'khau', 'ong', 'ma', 'thiet', 'tran', 'bang', 'hang', 'vu', 'nghi'])

/** The degree of secrecy a paper bears by its text or by what the reader found; null: none seen (U04). */
export function secrecyOfText(pages: readonly PageText[], draft: Draft | null): Secrecy | null {
  if (draft?.secrecy) return draft.secrecy.value
  for (const page of pages) {
    const lines = page.text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(0, HEAD_LINES)
    for (const line of lines) {
      const found = line.split(/ {3,}/).map(stampIn).find(Boolean) ?? labelled(line)
      if (found) return found
    }
  }
  return null
}

/** By the file's name: "BC 02 (MẬT).pdf", "toi mat - ke hoach.docx", "02-BC-HU_MAT.pdf". */
export function secrecyOfName(name: string): Secrecy | null {
  const stem = name.normalize('NFC').replace(/\.[^.]{1,5}$/, '')
  const words = stem.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  for (const [index, word] of words.entries()) {
    if (fold(word) !== 'mat') continue
    if (LONGER_WORD.has(fold(words[index + 1] ?? ''))) continue
    const before = fold(words[index - 1] ?? '')
    if (before === 'toi') return 'toi-mat'
    if (before === 'tuyet') return 'tuyet-mat'
    const marked = word.toLowerCase() === 'mật' && !OTHER_WORD.has(before)
    const shouted = word === 'MAT' && (index === 0 || index === words.length - 1)
    if (marked || shouted) return 'mat'
  }
  return null
}

/** By what the clerk typed: a stamp as a line of its own or in brackets, in the subject or the note. */
export function secrecyOfForm(form: Pick<DocumentForm, 'subject' | 'note' | 'paperLocation'>): Secrecy | null {
  for (const text of [form.subject, form.note, form.paperLocation]) {
    const parts = (text ?? '').normalize('NFC').split(/\n|[()[\]]/)
    const found = parts.map((part) => (part.trim() === '' ? null : stampIn(part))).find(Boolean)
    if (found) return found
  }
  return null
}

function stampIn(part: string): Secrecy | null {
  const found = STAMP.exec(part.normalize('NFC').trim())
  if (!found) return null
  return found[1] ? 'toi-mat' : found[2] ? 'tuyet-mat' : 'mat'
}

function labelled(line: string): Secrecy | null {
  const found = LABELLED.exec(line.normalize('NFC'))
  if (!found) return null
  return found[1] ? 'toi-mat' : found[2] ? 'tuyet-mat' : 'mat'
}
