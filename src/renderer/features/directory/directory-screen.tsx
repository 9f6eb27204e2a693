import './directory.css'
import '../delivery/delivery.css'
import { useState } from 'react'
import type { BodyId } from '#contract/ids.ts'
import type { Body, Group } from '#contract/operations/distribution.ts'
import { PLACEHOLDER } from '#domain/vocabulary/usual-bodies.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { directoryWords as words } from '../../strings/directory.ts'
import { directoryCareWords } from '../../strings/directory-care.ts'
import { BodyForm } from './body-form.tsx'
import { BodyLog } from './body-log.tsx'
import { BODY_COLUMNS } from './directory-columns.tsx'
import { ExchangeMenu } from './exchange-menu.tsx'
import { GroupForm } from './group-form.tsx'
import { GroupTable } from './group-table.tsx'

type View = 'bodies' | 'groups'
const NEW = 'new'

/** Bodies, persons and groups, each valid from a day to a day (M10, D01). */
export function DirectoryScreen(props: ScreenProps) {
  const bodyId = props.params.id
  return bodyId ? <BodyLog key={bodyId} bodyId={bodyId as BodyId} /> : <Directory />
}

function Directory() {
  const [view, setView] = useKeptState<View>('directory.view', 'bodies')
  const [text, setText] = useKeptState('directory.text', '')
  const [current, setCurrent] = useState<Readonly<Record<View, string | null>>>({ bodies: null, groups: null })
  const found = useCall('directory.list', { text: text.trim(), on: null }, { keep: true })
  const everyone = useCall('directory.list', { text: '', on: null }, { keep: true }).data?.bodies ?? []
  const waiting = everyone.filter((body) => body.name.includes(PLACEHOLDER)).length
  const choose = (id: string | null) => setCurrent({ ...current, [view]: id })
  const add = () => choose(NEW)
  useShortcuts({
    'Ctrl+n': add,
    'Ctrl+f': () => document.getElementById('directory-filter')?.focus(),
    F2: () => document.querySelector<HTMLElement>('.directory-form input')?.focus()
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['F2'], does: words.keys.edit },
    { keys: ['Ctrl', 'N'], does: words.keys.add },
    { keys: ['Ctrl', 'F'], does: words.keys.filter }
  ])
  const bodies: readonly Body[] = found.data?.bodies ?? []
  const groups: readonly Group[] = found.data?.groups ?? []
  const empty = (
    <EmptyState
      title={
        text.trim() !== '' ? words.noMatch(text.trim()) : view === 'bodies' ? words.emptyBodies : words.emptyGroups
      }
    >
      {text.trim() === '' && (
        <p className="muted">{view === 'bodies' ? words.emptyBodiesText : words.emptyGroupsText}</p>
      )}
    </EmptyState>
  )
  return (
    <>
      <div className="toolbar">
        <h1 className="grow">{words.title}</h1>
        <ExchangeMenu />
        <Button needs="directory.saveBody" icon="add" onPress={add}>
          {view === 'bodies' ? words.newBody : words.newGroup}
        </Button>
      </div>
      <div className="subbar">
        <Segments<View>
          label={words.tabs}
          value={view}
          onChange={setView}
          choices={[
            { value: 'bodies', text: words.bodies },
            { value: 'groups', text: words.groups }
          ]}
        />
        <input
          id="directory-filter"
          className="input directory-filter"
          aria-label={words.filter}
          placeholder={words.filter}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {waiting > 0 && view === 'bodies' && (
          <span className="row end">
            <span className="muted">{directoryCareWords.waiting(waiting)}</span>
            <Button small onPress={() => setText(PLACEHOLDER)}>
              {directoryCareWords.showWaiting}
            </Button>
          </span>
        )}
      </div>
      {found.isError && <FailureNote error={found.error} onRetry={() => void found.refetch()} />}
      {!found.data && !found.isError && <Loading />}
      {found.data && (
        <div className={view === 'groups' ? 'directory-split groups' : 'directory-split'}>
          {view === 'bodies' ? (
            <section className="col" aria-label={words.bodies}>
              <Table<Body>
                label={words.bodies}
                columns={BODY_COLUMNS}
                rows={bodies}
                rowKey={(body) => body.id}
                current={current.bodies}
                onCurrent={choose}
                autoFocus
                empty={empty}
              />
            </section>
          ) : (
            <GroupTable groups={groups} current={current.groups} onCurrent={choose} empty={empty} />
          )}
          {view === 'bodies' ? (
            <BodyForm
              key={current.bodies}
              body={bodies.find((body) => body.id === current.bodies) ?? null}
              isNew={current.bodies === NEW}
              bodies={everyone}
              onSaved={choose}
            />
          ) : (
            <GroupForm
              key={current.groups}
              group={groups.find((group) => group.id === current.groups) ?? null}
              isNew={current.groups === NEW}
              bodies={everyone}
              onSaved={choose}
            />
          )}
        </div>
      )}
    </>
  )
}
