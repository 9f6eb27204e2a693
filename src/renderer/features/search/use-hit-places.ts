import { useEffect, useState } from 'react'
import type { DocumentId } from '#contract/ids.ts'
import { useCall } from '../../hooks/use-call.ts'
import type { Place } from './hit-preview.tsx'

type HitPlaces = Readonly<{
  documentId: string | null
  places: readonly Place[]
  at: number
  place: Place | null
  step(by: 1 | -1): void
  goTo(index: number): void
}>

/** Where the words stand in the current hit; F3 goes round through them. */
export function useHitPlaces(documentId: DocumentId | null, query: string): HitPlaces {
  const asked = query.normalize('NFC').trim()
  const found = useCall(
    'search.places',
    { documentId: documentId ?? ('' as DocumentId), query: asked },
    { enabled: documentId !== null && asked !== '' }
  )
  const places = found.data?.places ?? []
  const [at, setAt] = useState(0)
  const key = `${documentId} ${asked}`
  useEffect(() => setAt(0), [key])
  const goTo = (index: number) => {
    if (places.length > 0) setAt((index + places.length) % places.length)
  }
  const now = Math.min(at, Math.max(0, places.length - 1))
  return {
    documentId: found.data ? documentId : null,
    places,
    at: now,
    place: places[now] ?? null,
    step: (by) => goTo(now + by),
    goTo
  }
}
