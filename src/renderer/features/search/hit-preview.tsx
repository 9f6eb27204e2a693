import { useMemo } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { PageView } from '../../components/page-view.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { searchWords as words } from '../../strings/search.ts'

export type Place = OutputOf<'search.places'>['places'][number]

type HitPreviewProps = Readonly<{
  document: DocumentLine
  places: readonly Place[]
  /** Index of the place F3 stands on. */
  at: number
  onAt(index: number): void
  onOpen(): void
}>

/** The page of the current hit with its words marked; F3 goes through them. */
export function HitPreview(props: HitPreviewProps) {
  const { document, places } = props
  const text = useCall('document.text', { documentId: document.id, sha256: null })
  const files = useCall('document.get', { id: document.id })
  const sha256 = text.data?.sha256 ?? null
  const file = files.data?.files.find((one) => one.sha256 === sha256) ?? null
  const address = useMemo(() => (sha256 ? { documentId: document.id, sha256 } : null), [document.id, sha256])
  const marks = useMemo(
    () =>
      places.map((place) => ({ id: String(place.start), start: place.start, end: place.end, tone: 'hit' as const })),
    [places]
  )
  const place = places[props.at] ?? null
  const focus = useMemo(() => (place ? { start: place.start, end: place.end } : null), [place])
  const name = document.reference ?? commonWords.noReference
  const tools =
    places.length > 0 ? (
      <>
        <span>
          {words.placeOf} <b className="strong num">{props.at + 1}</b>/{places.length}
        </span>
        <Button small icon="up" label={words.previousPlace} onPress={() => props.onAt(props.at - 1)} />
        <Button small icon="down" label={words.nextPlace} onPress={() => props.onAt(props.at + 1)} />
      </>
    ) : null
  return (
    <section className="panel search-preview" aria-label={words.preview} data-pane="preview" tabIndex={-1}>
      <div className="panel-h">
        <h2 className="ref">{name}</h2>
        <span className="hint clip grow">{document.issuer ?? ''}</span>
        <button type="button" className="link-btn" onClick={props.onOpen}>
          {words.open}
        </button>
        <Kbd>Enter</Kbd>
      </div>
      {text.isError && (
        <div className="screen-pad">
          <FailureNote error={text.error} onRetry={() => void text.refetch()} />
        </div>
      )}
      {(text.isPending || files.isPending) && !text.isError && <Loading />}
      {text.data && files.data && !file && <p className="screen-pad muted">{words.previewNoText}</p>}
      {text.data && file && (
        <PageView
          key={document.id}
          label={words.textOf(name)}
          address={address}
          mediaType={file.mediaType}
          pages={text.data.pages}
          marks={marks}
          focus={focus}
          tools={tools}
        />
      )}
    </section>
  )
}
