import { useMemo } from 'react'
import type { DeadlineView, SaidDeadlines } from '#contract/operations/handling.ts'
import type { DocumentForm, PageTextView } from '#contract/schemas.ts'
import { findDeadlines } from '#domain/deadline/find-deadlines.ts'
import { joinPages, type PageText } from '#domain/text/page-text.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'

type Said = Readonly<{ taken: string | null; dismissed: readonly string[] }>
const NOTHING: Said = { taken: null, dismissed: [] }

/**
 * Deadlines of a paper that waits to be filed, reckoned from the days on the form as they are typed. What is said to them
 * is kept with the waiting paper and becomes part of the filing; taking is a toggle, nothing is written yet.
 */
export function useFilingDeadlines(
  key: string,
  form: Pick<DocumentForm, 'direction' | 'issuedOn' | 'arrivedOn'>,
  pages: readonly PageTextView[]
) {
  const [said, setSaid] = useKeptState<Said>(`filing.deadlines.${key}`, NOTHING)
  const { direction, issuedOn, arrivedOn } = form
  const found = useMemo(
    () =>
      direction === 'incoming' && pages.length > 0
        ? findDeadlines(joinPages(pages as readonly PageText[]), { issuedOn, arrivedOn })
        : [],
    [direction, issuedOn, arrivedOn, pages]
  )
  const deadlines = found.map(
    ({ raw: _raw, ...one }): DeadlineView => ({
      ...one,
      ocr: pages[one.page - 1]?.ocr !== undefined,
      state: one.key === said.taken ? 'taken' : said.dismissed.includes(one.key) ? 'dismissed' : 'open'
    })
  )
  const quoteOf = (one: DeadlineView) => ({ key: one.key, quote: one.quote.slice(0, 2000) })
  const taken = deadlines.find((one) => one.state === 'taken')
  const whole: SaidDeadlines = {
    taken: taken?.day ? { ...quoteOf(taken), due: taken.day } : null,
    dismissed: deadlines.filter((one) => one.state === 'dismissed').map(quoteOf)
  }
  return {
    deadlines,
    said: whole,
    take: (one: DeadlineView) => {
      if (one.day) setSaid({ ...said, taken: said.taken === one.key ? null : one.key })
    },
    dismiss: (one: DeadlineView) =>
      setSaid({
        taken: said.taken === one.key ? null : said.taken,
        dismissed: said.dismissed.includes(one.key)
          ? said.dismissed.filter((key) => key !== one.key)
          : [...said.dismissed, one.key]
      })
  } as const
}

export type FilingDeadlines = ReturnType<typeof useFilingDeadlines>
