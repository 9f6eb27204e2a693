import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { EngineEvent } from '#contract/events.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { useTransport } from '../transport/context.tsx'
import { forgetKeptState } from './use-kept-state.ts'

type Changed = Extract<EngineEvent, { type: 'changed' }>['what']

/** Which areas of operations show what changed; `overview` and the ledger always do. */
const TOUCHED: Readonly<Record<Changed, readonly string[]>> = {
  documents: [
    'document.',
    'search.',
    'register.',
    'lineage.',
    'worklist.',
    'delivery.',
    'report.',
    'intake.',
    'match.',
    'batch.',
    'archive.',
    'dossier.',
    'handling.',
    'book.',
    'number.',
    'fonds.'
  ],
  intake: ['intake.', 'match.', 'watch.'],
  citations: ['document.', 'lineage.', 'worklist.', 'citation.', 'handling.'],
  handling: ['handling.', 'document.', 'register.', 'report.', 'worklist.', 'lineage.'],
  deliveries: ['delivery.', 'document.', 'register.'],
  dossiers: ['dossier.'],
  secret: ['secret.'],
  books: ['book.', 'number.', 'fonds.', 'register.', 'report.', 'document.check'],
  directory: ['directory.', 'delivery.'],
  settings: ['archive.'],
  accounts: ['account.', 'document.access', 'restriction.']
}

/** What is asked before anybody has signed in. */
export const BEFORE_SIGN_IN: ReadonlySet<string> = new Set(['archive.state', 'account.state', 'session.ended'])

type Ended = Extract<EngineEvent, { type: 'session' }>['ended']
const SESSION_ENDED = ['session.ended'] as const

/** Why the last session of this window ended; null: none has. */
export function endedBy(queries: QueryClient): Ended | null {
  return queries.getQueryData<Ended>(SESSION_ENDED) ?? null
}

/** Listens to the engine once for the whole window and keeps the cache true. Mounted by the app alone. */
export function useEngineEvents(): void {
  const transport = useTransport()
  const queries = useQueryClient()
  useEffect(() => transport.listen((event) => takeEvent(queries, event)), [transport, queries])
}

export function takeEvent(queries: QueryClient, event: EngineEvent): void {
  if (event.type === 'archive') {
    takeArchiveState(queries, event.state)
    return
  }
  if (event.type === 'job') {
    queries.setQueryData(['job.get', { jobId: event.job.id }], event.job)
    void queries.invalidateQueries({ queryKey: ['job.list', {}] })
    if (event.job.endedAt !== null) void queries.invalidateQueries({ queryKey: ['job.results'] })
    return
  }
  if (event.type === 'session') {
    queries.setQueryData(SESSION_ENDED, event.ended)
    // What the last one saw is not for whoever comes next; a page left alone waits for the one who left it.
    if (event.ended !== 'idle' && event.ended !== 'long')
      queries.removeQueries({ predicate: (query) => !BEFORE_SIGN_IN.has(String(query.queryKey[0])) })
    void queries.invalidateQueries({ queryKey: ['account.state'] })
    return
  }
  const areas = [...TOUCHED[event.what], 'ledger.', 'overview']
  void queries.invalidateQueries({
    predicate: (query) => areas.some((area) => String(query.queryKey[0]).startsWith(area))
  })
}

/** The state of the archive as the engine just gave it; with another archive everything known of the last is forgotten. */
export function takeArchiveState(queries: QueryClient, state: ArchiveState): void {
  const before = queries.getQueryData<ArchiveState>(['archive.state', {}])
  if (before && before.archiveId !== state.archiveId) {
    forgetKeptState()
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'archive.state' })
  }
  queries.setQueryData(['archive.state', {}], state)
}
