import type { RegisterColumns, RegisterFieldName, RegisterIssue } from '#contract/operations/backlog.ts'
import type { OutputOf } from '#contract/operations.ts'
import { REGISTER_ISSUES } from '#contract/register-fields.ts'
import { REGISTER_FIELDS } from '#domain/register/columns.ts'
import { backlogWords as words } from '../../strings/backlog.ts'

type Job = OutputOf<'job.get'>

/** The field a column is read as; null: it is passed over. */
export function fieldOfColumn(columns: RegisterColumns, index: number): RegisterFieldName | null {
  return REGISTER_FIELDS.find((field) => columns[field] === index) ?? null
}

/** Gives a column to a field: the field leaves the column it was read from, the column leaves its field. */
export function chooseField(columns: RegisterColumns, index: number, field: RegisterFieldName | null): RegisterColumns {
  const kept = Object.entries(columns).filter(([name, at]) => at !== index && name !== field)
  return { ...Object.fromEntries(kept), ...(field ? { [field]: index } : {}) }
}

export function hasNumber(columns: RegisterColumns): boolean {
  return columns.reference !== undefined || columns.number !== undefined
}

/** How the rows of an ended import fared. */
export function countRows(job: Pick<Job, 'results'>): Readonly<{ filed: number; already: number; wrong: number }> {
  const counts = { filed: 0, already: 0, wrong: 0 }
  for (const { code } of job.results) counts[code === 'filed' || code === 'already' ? code : 'wrong'] += 1
  return counts
}

/** A fault as its list shows it. */
export type Issue = Pick<RegisterIssue, 'row' | 'column' | 'code' | 'value' | 'otherRow'> &
  Readonly<{ reference: string | null }>

/** The faults among the result lines of an import. */
export function issuesOf(job: Pick<Job, 'results'>): readonly Issue[] {
  return job.results.flatMap(({ code, detail }): Issue[] => {
    const known = REGISTER_ISSUES.find((one) => one === code)
    if (!known) return []
    const { row, column, value, otherRow, reference } = detail
    return [
      {
        row: Number(row),
        column: String(column),
        code: known,
        value: String(value),
        otherRow: otherRow === undefined ? null : Number(otherRow),
        reference: reference === undefined ? null : String(reference)
      }
    ]
  })
}

type Match = OutputOf<'match.list'>['matches'][number]

/** "trùng số, ký hiệu, ngày; khác cơ quan": never a share of a hundred. */
export function matchReason(match: Pick<Match, 'agrees' | 'differs'>): string {
  const names = (fields: readonly (keyof typeof words.matchFields)[]) =>
    fields.map((field) => words.matchFields[field]).join(', ')
  const all = Object.keys(words.matchFields) as (keyof typeof words.matchFields)[]
  const unsaid = all.filter((field) => !match.agrees.includes(field) && !match.differs.includes(field))
  return [
    words.agrees(names(match.agrees)),
    match.differs.length > 0 ? words.differs(names(match.differs)) : '',
    unsaid.length > 0 ? words.unsaid(names(unsaid)) : ''
  ]
    .filter(Boolean)
    .join('; ')
}
