import './secret.css'
import { type ReactNode, useState } from 'react'
import type { SecretEntry, SecretForm, SecretState } from '#contract/operations/secret-book.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { type AskedReport, usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { SaveMenu } from '../../components/save-menu.tsx'
import { Segments } from '../../components/segments.tsx'
import { Select } from '../../components/select.tsx'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { showCount, today } from '../../strings/dates.ts'
import { secretWords as words } from '../../strings/secret-book.ts'
import { SECRET_GIVEN_UP, secretColumns } from './secret-columns.tsx'
import { SecretDetail, type SecretQuestion } from './secret-detail.tsx'
import { ReturnDialog, VoidConfirm } from './secret-dialogs.tsx'
import { SecretFormDialog } from './secret-form.tsx'
import { SwitchOnDialog } from './switch-dialog.tsx'

type Direction = SecretForm['direction']

const MOST = 10_000
const ALL = 'all'
const DIRECTIONS = (['incoming', 'outgoing'] as const).map((value) => ({ value, text: words.directions[value] }))

/** Sổ mật: register lines of papers marked Mật and above, apart from all other books; off until turned on (N05, U04). */
export function SecretScreen() {
  const state = useCall('secret.state', {}, { keep: true })
  if (state.isError) return <FailureNote error={state.error} onRetry={() => void state.refetch()} />
  if (!state.data) return <Loading />
  return state.data.on ? <SecretBook state={state.data} /> : <BookOff />
}

function BookOff() {
  const [asked, setAsked] = useState(false)
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
      </div>
      <EmptyState title={words.offTitle}>
        <p className="muted">{words.offText}</p>
        <Button onPress={() => setAsked(true)}>{words.setting.turnOn}</Button>
      </EmptyState>
      {asked && <SwitchOnDialog onClose={() => setAsked(false)} />}
    </>
  )
}

function SecretBook(props: Readonly<{ state: SecretState }>) {
  const { state } = props
  const print = usePrint()
  const [direction, setDirection] = useKeptState<Direction>('secret.direction', 'incoming')
  const [year, setYear] = useKeptState<string>('secret.year', today().slice(0, 4))
  const [text, setText] = useKeptState('secret.text', '')
  const [currentId, setCurrent] = useKeptState<string | null>('secret.current', null)
  const [recording, setRecording] = useKeptState('secret.recording', false)
  const [asked, setAsked] = useState<SecretQuestion | null>(null)
  const only = year === ALL ? null : Number(year)
  const found = useCall(
    'secret.list',
    { direction, year: only, text: text.trim(), offset: 0, limit: MOST },
    { keep: true }
  )
  const rows = found.data?.entries ?? []
  const current = rows.find((row) => row.id === currentId) ?? rows[0] ?? null
  const correct = () => {
    if (current?.voided === null) setAsked('correct')
  }
  const report: AskedReport = {
    name: 'secret-book',
    direction,
    ...(only === null ? {} : { from: `${only}-01-01`, to: `${only}-12-31` })
  }
  const show = (entry: SecretEntry) => {
    setRecording(false)
    setAsked(null)
    setCurrent(entry.id)
    if (only !== null && only !== entry.year) setYear(String(entry.year))
  }
  useShortcuts({
    'Ctrl+n': () => setRecording(true),
    'Ctrl+f': () => document.getElementById('secret-filter')?.focus(),
    'Ctrl+p': () => void print.report(report),
    F2: correct
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['F2'], does: words.keys.correct },
    { keys: ['Ctrl', 'N'], does: words.keys.record },
    { keys: ['Ctrl', 'F'], does: words.keys.filter },
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  return (
    <>
      <div className="toolbar">
        <h1>{words.title}</h1>
        <span className="stamp">{words.mark}</span>
        <span className="grow" />
        <SaveMenu report={rows.length === 0 ? null : report} />
        <Button icon="print" disabled={print.busy || rows.length === 0} onPress={() => void print.report(report)}>
          {words.print}
        </Button>
        <Button icon="add" kind="primary" onPress={() => setRecording(true)}>
          {words.record} <Kbd>Ctrl N</Kbd>
        </Button>
      </div>
      <div className="subbar">
        <Segments<Direction> label={words.books} value={direction} onChange={setDirection} choices={DIRECTIONS} />
        <div className="secret-year">
          <Select
            bare
            label={words.year}
            value={year}
            choices={yearChoices(state[direction], year)}
            onChange={setYear}
          />
        </div>
        <input
          id="secret-filter"
          className="input secret-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {found.data && <span className="hint num">{words.totals(showCount(found.data.total), found.data.voided)}</span>}
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <Fitted>
          {(width) => (
            <Table<SecretEntry>
              key={direction}
              label={words.list[direction]}
              columns={fitColumns(secretColumns(direction), SECRET_GIVEN_UP, width)}
              rows={rows}
              rowKey={(row) => row.id}
              current={current?.id ?? null}
              onCurrent={setCurrent}
              onOpen={correct}
              rowClass={(row) => (row.voided === null ? '' : 'void')}
              autoFocus
              empty={<NoLines year={only} text={text.trim()} onRecord={() => setRecording(true)} />}
            />
          )}
        </Fitted>
      )}
      {current && <SecretDetail entry={current} onAsk={setAsked} />}
      {recording && (
        <SecretFormDialog
          direction={direction}
          state={state}
          entry={null}
          onClose={() => setRecording(false)}
          onSaved={show}
        />
      )}
      {current && asked === 'correct' && (
        <SecretFormDialog
          direction={direction}
          state={state}
          entry={current}
          onClose={() => setAsked(null)}
          onSaved={show}
        />
      )}
      {current && asked === 'void' && <VoidConfirm entry={current} onClose={() => setAsked(null)} />}
      {current && asked === 'return' && <ReturnDialog entry={current} onClose={() => setAsked(null)} />}
    </>
  )
}

/** The years the book has lines in, this year, and the one chosen. */
function yearChoices(years: SecretState['incoming'], chosen: string) {
  const all = new Set([today().slice(0, 4), ...years.map((one) => String(one.year))])
  if (chosen !== ALL) all.add(chosen)
  const newest = [...all].toSorted().toReversed()
  return [...newest.map((value) => ({ value, text: `${words.year} ${value}` })), { value: ALL, text: words.everyYear }]
}

function Fitted(props: Readonly<{ children(width: number): ReactNode }>) {
  const [place, width] = useWidth<HTMLDivElement>()
  return (
    <div className="col grow" ref={place}>
      {props.children(width)}
    </div>
  )
}

function NoLines(props: Readonly<{ year: number | null; text: string; onRecord(): void }>) {
  if (props.text !== '') return <EmptyState title={words.noMatch(props.text)} />
  return (
    <EmptyState title={words.empty(props.year === null ? words.emptyAll : words.emptyYear(String(props.year)))}>
      <p className="muted">{words.emptyText}</p>
      <Button kind="primary" icon="add" onPress={props.onRecord}>
        {words.record}
      </Button>
    </EmptyState>
  )
}
