import './dossiers.css'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import type { DossierId } from '#contract/ids.ts'
import type { DossierLine } from '#contract/operations/dossiers.ts'
import type { InputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'
import { DOSSIER_COLUMNS, DOSSIER_GIVEN_UP } from './dossier-columns.tsx'
import { DossierForm } from './dossier-form.tsx'
import { OneDossier } from './one-dossier.tsx'
import { RestoreButton } from './restore-button.tsx'

type Only = InputOf<'dossier.list'>['only']

const CHOICES = (['open', 'closed', 'due', 'all', 'removed'] as const).map((value) => ({
  value,
  text: words.only[value]
}))

/** Hồ sơ: the list of dossiers, and one of them (B05, B06). */
export function DossiersScreen(props: ScreenProps) {
  const id = props.params.id
  return id ? <OneDossier key={id} id={id as DossierId} /> : <DossierList />
}

function DossierList() {
  const [, navigate] = useLocation()
  const print = usePrint()
  const [only, setOnly] = useKeptState<Only>('dossiers.only', 'open')
  const [text, setText] = useKeptState('dossiers.text', '')
  const [current, setCurrent] = useKeptState<string | null>('dossiers.current', null)
  const [making, setMaking] = useState(false)
  const found = useCall('dossier.list', { text: text.trim(), only, on: null, offset: 0, limit: 500 }, { keep: true })
  const rows = found.data?.dossiers ?? []
  const open = (row: DossierLine) => {
    if (!row.removed) navigate(paths.dossier(row.id))
  }
  const chosen = rows.find((row) => row.id === current) ?? null
  const printList = () => void print.report({ name: only === 'due' ? 'dossiers-due' : 'dossier-list' })
  useShortcuts({
    'Ctrl+n': () => setMaking(true),
    'Ctrl+f': () => document.getElementById('dossier-filter')?.focus(),
    'Ctrl+p': printList
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    { keys: ['Ctrl', 'N'], does: words.keys.create },
    { keys: ['Ctrl', 'F'], does: words.keys.filter },
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        {only === 'removed' && chosen && <RestoreButton dossier={chosen} />}
        <Button icon="print" disabled={print.busy || rows.length === 0 || only === 'removed'} onPress={printList}>
          {only === 'due' ? words.prints.due : words.prints.list}
        </Button>
        <Button needs="dossier.save" icon="add" kind="primary" onPress={() => setMaking(true)}>
          {words.create}
        </Button>
      </div>
      <div className="subbar">
        <Segments<Only> label={words.shown} value={only} onChange={setOnly} choices={CHOICES} />
        <input
          id="dossier-filter"
          className="input dossier-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <Fitted>
          {(width) => (
            <Table<DossierLine>
              label={words.list}
              columns={fitColumns(DOSSIER_COLUMNS, DOSSIER_GIVEN_UP, width)}
              rows={rows}
              rowKey={(row) => row.id}
              current={current}
              onCurrent={setCurrent}
              onOpen={open}
              autoFocus
              empty={<NoDossiers only={only} text={text.trim()} onMake={() => setMaking(true)} />}
            />
          )}
        </Fitted>
      )}
      {making && (
        <DossierForm
          dossier={null}
          onClose={() => setMaking(false)}
          onSaved={(dossier) => navigate(paths.dossier(dossier.id))}
        />
      )}
    </>
  )
}

function Fitted(props: Readonly<{ children(width: number): ReactNode }>) {
  const [place, width] = useWidth<HTMLDivElement>()
  return (
    <div className="col grow" ref={place}>
      {props.children(width)}
    </div>
  )
}

function NoDossiers(props: Readonly<{ only: Only; text: string; onMake(): void }>) {
  if (props.text !== '') return <EmptyState title={words.noMatch(props.text)} />
  if (props.only === 'due') return <EmptyState title={words.emptyDue} />
  if (props.only === 'closed' || props.only === 'removed') return <EmptyState title={words.emptyOther} />
  return (
    <EmptyState title={words.empty}>
      <p className="muted">{words.emptyText}</p>
      <Button needs="dossier.save" kind="primary" icon="add" onPress={props.onMake}>
        {words.create}
      </Button>
    </EmptyState>
  )
}
