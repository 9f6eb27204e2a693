import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { CallError } from '#contract/client.ts'
import type { BatchId, DocumentId } from '#contract/ids.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import type { Column } from '../../components/table/columns.ts'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, showInstant } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { useClient } from '../../transport/context.tsx'
import { useUndoBatch } from '../backlog/use-undo-batch.tsx'
import { eventName, factsLine, type LedgerLine } from './ledger-line.ts'

const words = storeWords.ledger
const PAGE = 100
type Page = OutputOf<'ledger.list'>

const COLUMNS: readonly Column<LedgerLine>[] = [
  {
    id: 'seq',
    title: words.columns.seq,
    width: 72,
    align: 'r',
    always: true,
    cell: (line) => <span className="num">{line.seq}</span>
  },
  {
    id: 'at',
    title: words.columns.at,
    width: 156,
    cell: (line) => <span className="num">{showInstant(line.at)}</span>
  },
  { id: 'actor', title: words.columns.actor, width: 150, cell: (line) => line.actor },
  { id: 'kind', title: words.columns.kind, width: 176, cell: (line) => eventName(line) },
  {
    id: 'document',
    title: words.columns.document,
    width: 130,
    cell: (line) => <span className="ref">{line.reference ?? ''}</span>
  },
  {
    id: 'facts',
    title: words.columns.facts,
    width: null,
    cell: (line) => <span title={factsLine(line)}>{factsLine(line)}</span>
  }
]

/** Everything that was ever done, newest first; nothing in it can be changed, only taken back by a new line. */
export function LedgerPart() {
  const client = useClient()
  const toasts = useToasts()
  const [, navigate] = useLocation()
  const [only, setOnly] = useKeptState<DocumentLine | null>('store.ledger.only', null)
  const [current, setCurrent] = useKeptState<number | null>('store.ledger.current', null)
  const [asking, setAsking] = useState<LedgerLine | null>(null)
  const [place, width] = useWidth<HTMLElement>()
  const undo = useCommand('ledger.undo')
  const batch = useUndoBatch()
  const documentId: DocumentId | null = only?.id ?? null
  const asked = useInfiniteQuery<Page, CallError, { pages: Page[] }, readonly unknown[], number | null>({
    queryKey: ['ledger.list', documentId, 'pages'],
    queryFn: ({ pageParam }) => client.call('ledger.list', { before: pageParam, limit: PAGE, documentId }),
    initialPageParam: null,
    getNextPageParam: (last) => (last.events.length === PAGE ? (last.events.at(-1)?.seq ?? null) : null)
  })
  const lines = useMemo(() => asked.data?.pages.flatMap((page) => page.events) ?? [], [asked.data])
  const line = lines.find((one) => one.seq === current) ?? lines[0] ?? null
  const first = asked.data?.pages[0]
  const open = (one: LedgerLine | null) => {
    if (one?.documentId) navigate(paths.document(one.documentId))
  }
  const takeBack = (one: LedgerLine) => {
    setAsking(null)
    const batchId = one.kind === 'batch-began' ? one.facts.batchId : undefined
    if (batchId !== undefined) {
      void batch.undo(batchId as BatchId, words.undoAction)
      return
    }
    undo.mutate(
      { seq: one.seq },
      {
        onSuccess: () => toasts.done(words.undone(showCount(one.seq))),
        onError: (error) => toasts.failed(error, words.notUndone(showCount(one.seq)))
      }
    )
  }
  useShortcuts({
    F2: () => {
      if (!line) return false
      setAsking(line)
    }
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: storeWords.keys.row },
    { keys: ['Enter'], does: storeWords.keys.open },
    { keys: ['F2'], does: storeWords.keys.undo }
  ])
  return (
    <section className="col store-ledger" aria-label={words.heading} ref={place}>
      <div className="store-ledger-head">
        <p className="muted">
          {first && words.about(showCount(first.total))}{' '}
          {first && (
            <span className="hint" title={first.head}>
              {words.head(first.head.slice(0, 12))}
            </span>
          )}
        </p>
        {only ? (
          <span className="chip">
            {words.filterFor(only.reference ?? commonWords.noReference)}
            <button type="button" aria-label={words.dropFilter} title={words.dropFilter} onClick={() => setOnly(null)}>
              <Icon name="close" small />
            </button>
          </span>
        ) : (
          <DocumentPicker label={words.filter} onPick={setOnly} />
        )}
      </div>
      {asked.isError ? (
        <div className="screen-pad">
          <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
        </div>
      ) : asked.isPending ? (
        <Loading />
      ) : (
        <Table<LedgerLine>
          label={words.table}
          columns={fitColumns(COLUMNS, ['actor', 'at', 'document'], width)}
          rows={lines}
          rowKey={(one) => String(one.seq)}
          current={line ? String(line.seq) : null}
          onCurrent={(key) => setCurrent(Number(key))}
          onOpen={open}
          total={only ? lines.length : (first?.total ?? lines.length)}
          onNearEnd={() => {
            if (asked.hasNextPage && !asked.isFetchingNextPage) void asked.fetchNextPage()
          }}
          empty={
            <EmptyState title={words.none}>
              <p className="muted">{words.noneFor}</p>
            </EmptyState>
          }
        />
      )}
      {line && (
        <div className="store-ledger-line">
          <div className="grow">
            <b className="strong">{eventName(line)}</b> <span className="ref">{line.reference ?? ''}</span>{' '}
            <span className="hint">
              {showInstant(line.at)} · {line.actor}
            </span>
            <p>{factsLine(line)}</p>
          </div>
          {line.documentId && (
            <Button small icon="eye" onPress={() => open(line)}>
              {words.openDocument} <Kbd>Enter</Kbd>
            </Button>
          )}
          <Button small icon="undo" disabled={undo.isPending} onPress={() => setAsking(line)}>
            {words.undo} <Kbd>F2</Kbd>
          </Button>
        </div>
      )}
      {batch.dialog}
      {asking && (
        <Confirm
          title={words.undoTitle(showCount(asking.seq))}
          action={words.undoAction}
          onKeep={() => setAsking(null)}
          onDo={() => takeBack(asking)}
        >
          <p>
            <b className="strong">{eventName(asking)}</b> {asking.reference ?? ''}
          </p>
          <p>{words.undoText}</p>
        </Confirm>
      )}
    </section>
  )
}
