import type { Office } from '#contract/operations/archive.ts'

/** The office as it is typed: the number of days as letters, days of terms that may still be empty. */
export type OfficeDraft = Readonly<
  Omit<Office, 'acknowledgeDays' | 'termStarts'> & { acknowledgeDays: string; termStarts: readonly (string | null)[] }
>

export function draftOf(office: Office): OfficeDraft {
  return { ...office, acknowledgeDays: String(office.acknowledgeDays), termStarts: office.termStarts }
}

export type OfficeProblem = 'name' | 'days'

/** The office of a draft, its terms in order and each once; or what is wrong with it. */
export function officeOf(
  draft: OfficeDraft
): Readonly<{ office: Office; problem: null } | { office: null; problem: OfficeProblem }> {
  const tidy = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ')
  const name = tidy(draft.name)
  if (name === '') return { office: null, problem: 'name' }
  const days = /^\d{1,3}$/.test(draft.acknowledgeDays.trim()) ? Number(draft.acknowledgeDays) : 0
  if (days < 1 || days > 365) return { office: null, problem: 'days' }
  const termStarts = [...new Set(draft.termStarts.filter((day) => day !== null))].sort()
  return {
    office: {
      name,
      parentBody: tidy(draft.parentBody),
      officeName: tidy(draft.officeName),
      place: tidy(draft.place),
      code: tidy(draft.code),
      level: draft.level,
      clerk: tidy(draft.clerk),
      termStarts,
      acknowledgeDays: days
    },
    problem: null
  }
}

export function sameOffice(a: Office, b: Office): boolean {
  return (
    a.name === b.name &&
    a.parentBody === b.parentBody &&
    a.officeName === b.officeName &&
    a.place === b.place &&
    a.code === b.code &&
    a.level === b.level &&
    a.clerk === b.clerk &&
    a.acknowledgeDays === b.acknowledgeDays &&
    a.termStarts.join() === b.termStarts.join()
  )
}
