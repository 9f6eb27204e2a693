/** The type's name is not said twice where the subject begins with it. */
export function subjectLine(type: string, subject: string): string {
  if (type === '' || subject.toLocaleLowerCase('vi').startsWith(type.toLocaleLowerCase('vi'))) return subject
  return subject === '' ? type : `${type} ${subject}`
}
