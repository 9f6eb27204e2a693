import { Link, useSearch } from 'wouter'
import { CallError } from '#contract/client.ts'
import type { DocumentId } from '#contract/ids.ts'
import { paths, readOpening } from '../../app/paths.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { documentWords as words } from '../../strings/document.ts'
import { DocumentBody } from './document-body.tsx'
import './document.css'

/** A document: its page, and beside it what is known of it (mock-up 04). */
export function DocumentScreen(props: ScreenProps) {
  const id = (props.params.id ?? '') as DocumentId
  const search = useSearch()
  const details = useCall('document.get', { id })
  if (details.data) return <DocumentBody key={`${id} ${search}`} details={details.data} opening={readOpening(search)} />
  const gone = details.error instanceof CallError && ['not-found', 'bad-input'].includes(details.error.failure.code)
  return (
    <>
      <div className="toolbar">
        <Button icon="back" label={words.back} onPress={() => window.history.back()} />
        <h1>{words.title}</h1>
      </div>
      {!details.isError ? (
        <Loading />
      ) : gone ? (
        <EmptyState title={words.notFound}>
          <p className="muted">{words.notFoundText}</p>
          <Link href={paths.search}>{words.toSearch}</Link>
        </EmptyState>
      ) : (
        <div className="screen-pad">
          <FailureNote error={details.error} onRetry={() => void details.refetch()} />
        </div>
      )}
    </>
  )
}
