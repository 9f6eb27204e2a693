import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { registerWords as words } from '../../strings/registers.ts'

/**
 * A subject as the register's column wants it, "tên loại và trích yếu": "Kế hoạch …", "Công văn về việc …". Nothing goes
 * before a subject that says its type itself. `subject` keeps its length, so that marks keep their places.
 */
export function subjectParts(
  type: DocumentType | null,
  subject: string
): Readonly<{ prefix: string; subject: string }> {
  if (type === null) return { prefix: '', subject }
  const { name } = DOCUMENT_TYPES[type]
  const begins = (start: string) => subject.toLocaleLowerCase('vi').startsWith(start.toLocaleLowerCase('vi'))
  if (begins(name) || begins(words.headForm)) return { prefix: '', subject }
  if (type !== 'cong-van' || subject === '') return { prefix: name, subject }
  // A letter's subject begins with its deed; the head of the paper says "V/v", the register "về việc".
  const prefix = words.aboutForms.some(begins) ? name : `${name} ${words.about}`
  return { prefix, subject: subject.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('vi')) }
}

/** Type and subject in one line. */
export function subjectLine(type: DocumentType | null, subject: string): string {
  const parts = subjectParts(type, subject)
  return [parts.prefix, parts.subject].filter(Boolean).join(' ')
}
