import { useState } from 'react'
import { useLocation } from 'wouter'
import type { DocumentId, DossierId } from '#contract/ids.ts'
import type { DossierItem, DossierLine } from '#contract/operations/dossiers.ts'
import type { OutputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { usePrint } from '../../app/print.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { MenuButton, type MenuItem } from '../../components/menu-button.tsx'
import { Note } from '../../components/note.tsx'
import { fitColumns } from '../../components/table/fit-columns.ts'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useWidth } from '../../hooks/use-width.ts'
import { showCount, showDay, today } from '../../strings/dates.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'
import { askSearch } from '../search/ask-search.ts'
import { DossierState, ITEM_GIVEN_UP, itemColumns, showTerm } from './dossier-columns.tsx'
import { CloseDialog, DisposalDialog, RemoveConfirm, ReopenConfirm } from './dossier-dialogs.tsx'
import { DossierForm } from './dossier-form.tsx'
import { useDossierDeeds } from './use-dossier-deeds.ts'

type Asked = 'edit' | 'close' | 'reopen' | 'remove' | 'disposal' | null

/** One dossier: its papers in their order, what its rule proposes, and the prints that go with it. */
export function OneDossier(props: Readonly<{ id: DossierId }>) {
  const found = useCall('dossier.get', { id: props.id }, { keep: true })
  if (found.isError) {
    return (
      <div className="screen-pad">
        <FailureNote error={found.error} onRetry={() => void found.refetch()} />
      </div>
    )
  }
  return found.data ? <DossierBody {...found.data} /> : <Loading />
}

function DossierBody({ dossier, items, proposed }: OutputOf<'dossier.get'>) {
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<Asked>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [place, width] = useWidth<HTMLDivElement>()
  const print = usePrint()
  const deeds = useDossierDeeds()
  const open = dossier.closedOn === null
  const ids = items.map((one) => one.document.id)
  const at = items.findIndex((one) => one.document.id === current)
  const chosen: DocumentId[] = ticked.size > 0 ? ids.filter((id) => ticked.has(id)) : ids.filter((id) => id === current)
  const tick = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  const move = (by: 1 | -1) => {
    const to = at + by
    const id = ids[at]
    if (!open || deeds.busy || id === undefined || to < 0 || to >= ids.length) return
    const next = ids.filter((_, index) => index !== at)
    next.splice(to, 0, id)
    deeds.order(dossier.id, next)
  }
  const byDay = () => {
    const sorted = items.toSorted((a, b) =>
      (a.document.issuedOn ?? '9999').localeCompare(b.document.issuedOn ?? '9999')
    )
    deeds.order(
      dossier.id,
      sorted.map((one) => one.document.id)
    )
  }
  const takeOut = () => {
    if (open && chosen.length > 0) deeds.takeOut(dossier.id, chosen, () => setTicked(new Set()))
  }
  const contents = () => void print.report({ name: 'dossier-contents', dossierId: dossier.id })
  useShortcuts({
    F2: () => open && setAsked('edit'),
    'Ctrl+p': contents,
    'Alt+ArrowUp': () => move(-1),
    'Alt+ArrowDown': () => move(1),
    Delete: takeOut
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: ['Enter'], does: words.keys.open },
    ...(open
      ? [
          { keys: ['Space'], does: words.keys.tick },
          { keys: ['Alt', '↑'], does: words.keys.move },
          { keys: ['F2'], does: words.keys.edit }
        ]
      : []),
    { keys: ['Ctrl', 'P'], does: words.keys.print }
  ])
  const columns = itemColumns(ticked, open ? tick : null)
  return (
    <>
      <DossierHead dossier={dossier} onAsk={setAsked} onPrint={contents} />
      <Notes dossier={dossier} proposed={proposed} />
      <div className="col grow" ref={place}>
        <Table<DossierItem>
          label={words.papers}
          columns={fitColumns(columns, ITEM_GIVEN_UP, width)}
          rows={items}
          rowKey={(row) => row.document.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => navigate(paths.document(row.document.id))}
          ticked={ticked}
          {...(open ? { onTick: (row: DossierItem) => tick(row.document.id) } : {})}
          autoFocus
          empty={
            <EmptyState title={words.noPapers}>
              <p className="muted">{words.noPapersText}</p>
              {dossier.rule === null && <p className="hint">{words.noRule}</p>}
            </EmptyState>
          }
        />
      </div>
      {open && (
        <div className="dossier-foot">
          <DocumentPicker
            label={words.add}
            onPick={(document) => deeds.put(dossier.id, { kind: 'papers', documentIds: [document.id] })}
          />
          <span className="grow" />
          <Button icon="up" label={words.up} disabled={at <= 0 || deeds.busy} onPress={() => move(-1)} />
          <Button
            icon="down"
            label={words.down}
            disabled={at < 0 || at >= ids.length - 1 || deeds.busy}
            onPress={() => move(1)}
          />
          <Button needs="dossier.order" disabled={items.length < 2 || deeds.busy} onPress={byDay}>
            {words.sortByDay}
          </Button>
          <Button needs="dossier.takeOut" disabled={chosen.length === 0 || deeds.busy} onPress={takeOut}>
            {words.takeOut(chosen.length)}
          </Button>
        </div>
      )}
      {asked === 'edit' && (
        <DossierForm dossier={dossier} onClose={() => setAsked(null)} onSaved={() => setAsked(null)} />
      )}
      {asked === 'close' && <CloseDialog dossier={dossier} onClose={() => setAsked(null)} />}
      {asked === 'reopen' && <ReopenConfirm dossier={dossier} onClose={() => setAsked(null)} />}
      {asked === 'remove' && (
        <RemoveConfirm dossier={dossier} onClose={() => setAsked(null)} onRemoved={() => navigate(paths.dossiers)} />
      )}
      {asked === 'disposal' && <DisposalDialog dossier={dossier} onClose={() => setAsked(null)} />}
    </>
  )
}

function DossierHead(props: Readonly<{ dossier: DossierLine; onAsk(asked: Asked): void; onPrint(): void }>) {
  const { dossier, onAsk } = props
  const print = usePrint()
  const open = dossier.closedOn === null
  const due = dossier.dueOn !== null && dossier.dueOn <= today()
  const more: readonly MenuItem[] = [
    {
      id: 'cover',
      text: words.prints.cover,
      run: () => void print.report({ name: 'dossier-cover', dossierId: dossier.id })
    },
    ...(open ? [{ id: 'edit', text: `${words.edit} (F2)`, run: () => onAsk('edit') }] : []),
    ...(open ? [{ id: 'remove', text: words.remove, run: () => onAsk('remove') }] : []),
    ...(!open && !dossier.disposal ? [{ id: 'reopen', text: words.reopen, run: () => onAsk('reopen') }] : []),
    ...(due ? [{ id: 'disposal', text: words.recordDisposal, run: () => onAsk('disposal') }] : [])
  ]
  return (
    <div className="toolbar document-head">
      <Button icon="back" label={words.back} onPress={() => window.history.back()} />
      <div className="grow">
        <div className="row">
          <h1>{dossier.code}</h1>
          <DossierState dossier={dossier} />
          <span className="muted">{showTerm(dossier.years)}</span>
          {dossier.handInBy && !due && <span className="hint">{words.handIn(showDay(dossier.handInBy))}</span>}
        </div>
        <p className="muted clip" title={dossier.title}>
          {dossier.title}
        </p>
      </div>
      <Button icon="print" disabled={print.busy} onPress={props.onPrint}>
        {words.prints.contents}
      </Button>
      {open && (
        <Button needs="dossier.close" onPress={() => onAsk('close')}>
          {words.close}
        </Button>
      )}
      <MenuButton icon="more" items={more}>
        <span className="sr">{words.more}</span>
      </MenuButton>
    </div>
  )
}

function Notes(props: Readonly<{ dossier: DossierLine; proposed: number }>) {
  const { dossier, proposed } = props
  const deeds = useDossierDeeds()
  const [, navigate] = useLocation()
  const due = dossier.dueOn !== null && dossier.dueOn <= today()
  const see = () => {
    askSearch(dossier.rule?.query ?? '')
    navigate(paths.search)
  }
  return (
    <div className="dossier-notes">
      {dossier.disposal ? (
        <Note>{words.disposedNote(showDay(dossier.disposal.decidedOn), dossier.disposal.decision)}</Note>
      ) : due ? (
        <Note tone="warn">{words.dueNote(showDay(dossier.dueOn))}</Note>
      ) : (
        dossier.closedOn && <Note>{words.closedNote(showDay(dossier.closedOn))}</Note>
      )}
      {proposed > 0 && dossier.rule && (
        <Note>
          <div className="row">
            <span className="grow">{words.proposals(showCount(proposed))}</span>
            <Button small onPress={() => see()}>
              {words.see}
            </Button>
            <Button
              small
              kind="primary"
              disabled={deeds.busy}
              onPress={() => dossier.rule && deeds.put(dossier.id, { kind: 'found', search: dossier.rule })}
            >
              {words.addAll}
            </Button>
          </div>
        </Note>
      )}
    </div>
  )
}
