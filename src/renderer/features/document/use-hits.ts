import { useEffect, useMemo, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import type { FocusSpan, PageMark } from '../../components/page-view.tsx'
import { useCall } from '../../hooks/use-call.ts'

/** Places of the query the document was opened with; F3 goes round through them (S08). */
export function useHits(documentId: DocumentId, query: string, onGo: (span: FocusSpan) => void) {
  const found = useCall('search.places', { documentId, query }, { enabled: query !== '' })
  const places = found.data?.places
  const [at, setAt] = useState(-1)
  const marks = useMemo<readonly PageMark[]>(
    () => places?.map(({ start, end }) => ({ id: `hit ${start}`, start, end, tone: 'hit' })) ?? [],
    [places]
  )
  const go = (index: number) => {
    if (marks.length === 0) return false
    const next = (index + marks.length) % marks.length
    const mark = marks[next]
    setAt(next)
    if (mark) onGo({ id: mark.id, start: mark.start, end: mark.end, tone: 'hit' })
  }
  useEffect(() => {
    // Opened from a list of hits: begin at the first, unless a place was named in the address.
    if (at < 0 && marks.length > 0) setAt(0)
  }, [at, marks.length])
  return {
    marks,
    at,
    asked: query !== '' && found.isSuccess,
    first: marks[0] ?? null,
    next: () => go(at + 1),
    before: () => go(at - 1),
    setAt
  }
}
