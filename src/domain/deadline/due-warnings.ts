/** What is odd about a deadline; it is said, never forbidden. */
export const DUE_WARNINGS = ['due-before-arrival', 'due-before-issue', 'due-before-assigned', 'reopened'] as const
export type DueWarning = (typeof DUE_WARNINGS)[number]

type Days = Readonly<{
  due: string | null
  assignedOn: string
  arrivedOn: string | null
  issuedOn: string | null
}>

/** A deadline before the paper came, was issued or was given out cannot be met; the nearest cause alone is named. */
export function dueWarnings({
  due,
  assignedOn,
  arrivedOn,
  issuedOn
}: Days): readonly Exclude<DueWarning, 'reopened'>[] {
  if (due === null) return []
  if (issuedOn !== null && due < issuedOn) return ['due-before-issue']
  if (arrivedOn !== null && due < arrivedOn) return ['due-before-arrival']
  return due < assignedOn ? ['due-before-assigned'] : []
}
