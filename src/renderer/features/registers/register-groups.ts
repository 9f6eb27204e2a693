import type { RegisterRow } from '#contract/operations/registers.ts'
import type { InputOf } from '#contract/operations.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { showCount, showDay } from '../../strings/dates.ts'
import { registerWords as words } from '../../strings/registers.ts'

export type Grouping = InputOf<'register.list'>['group']

/** The title of a group: "Thứ Hai, 30/08/2021", "Tháng 8/2021", a type's or an author's name. */
export function groupName(key: string, by: Grouping): string {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(key)
  if (by === 'day' && day) {
    const weekday = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3]))).getUTCDay()
    return `${words.weekdays[weekday] ?? ''}, ${showDay(key)}`
  }
  const month = /^(\d{4})-(\d{2})$/.exec(key)
  if (by === 'month' && month) return words.month(String(Number(month[2])), month[1] ?? '')
  if (by === 'type' && Object.hasOwn(DOCUMENT_TYPES, key))
    return DOCUMENT_TYPES[key as keyof typeof DOCUMENT_TYPES].name
  if (key !== '') return key
  return by === 'author' ? words.noAuthor : by === 'type' ? words.noType : words.noDay
}

/** "6 văn bản, 1 đã rút · số 1270–1275" of the rows of a group that are loaded. */
export function groupFacts(rows: readonly RegisterRow[]): string {
  const gone = rows.filter((row) => row.document.withdrawn).length
  const counts = [
    words.documents(showCount(rows.length - gone)),
    ...(gone > 0 ? [words.voids(showCount(gone))] : [])
  ].join(', ')
  const numbers = rows.flatMap((row) => (row.document.arrivalNumber === null ? [] : [row.document.arrivalNumber]))
  if (numbers.length === 0) return counts
  return `${counts} · ${words.numbers(String(Math.min(...numbers)), String(Math.max(...numbers)))}`
}
