import { useState } from 'react'
import type { DossierLine } from '#contract/operations/dossiers.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Table } from '../../components/table/table.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount } from '../../strings/dates.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'
import { DOSSIER_COLUMNS } from './dossier-columns.tsx'
import { DossierForm } from './dossier-form.tsx'
import { type PutIn, useDossierDeeds } from './use-dossier-deeds.ts'
import './dossiers.css'

const SHOWN = ['code', 'title', 'documents']
const COLUMNS = DOSSIER_COLUMNS.filter((one) => SHOWN.includes(one.id))

/** "Đưa vào hồ sơ": one of the dossiers that are open, or a new one; from search, lineage and a document. */
export function ChooseDossier(props: Readonly<{ what: PutIn; proposedTitle?: string; onClose(): void }>) {
  const { what } = props
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<string | null>(null)
  const [making, setMaking] = useState(false)
  const deeds = useDossierDeeds()
  const found = useCall(
    'dossier.list',
    { text: text.trim(), only: 'open', on: null, offset: 0, limit: 200 },
    { keep: true }
  )
  const dossiers = found.data?.dossiers ?? []
  const chosen = dossiers.find((one) => one.id === current) ?? dossiers[0] ?? null
  const putIn = (dossier: DossierLine | null) => {
    if (dossier && !deeds.busy) deeds.put(dossier.id, what, props.onClose)
  }
  if (making) {
    return (
      <DossierForm
        dossier={null}
        {...(props.proposedTitle ? { title: props.proposedTitle } : {})}
        rule={what.kind === 'found' ? what.search : null}
        onClose={() => setMaking(false)}
        onSaved={putIn}
      />
    )
  }
  const title =
    what.kind === 'papers'
      ? words.chooseTitle(showCount(what.documentIds.length))
      : what.kind === 'lineage'
        ? words.chooseLineageTitle
        : words.chooseFoundTitle
  return (
    <Dialog
      title={title}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          <Button icon="add" onPress={() => setMaking(true)}>
            {words.putInNew} <Kbd>Ctrl N</Kbd>
          </Button>
          <Button kind="primary" disabled={!chosen || deeds.busy} onPress={() => putIn(chosen)}>
            {words.putIn} <Kbd>Ctrl Enter</Kbd>
          </Button>
        </>
      }
    >
      <ChooseKeys onPut={() => putIn(chosen)} onMake={() => setMaking(true)} />
      <input
        className="input"
        aria-label={words.filter}
        placeholder={words.filter}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="dossier-choices">
        <Table<DossierLine>
          label={words.chooseLabel}
          columns={COLUMNS}
          rows={dossiers}
          rowKey={(row) => row.id}
          current={chosen?.id ?? null}
          onCurrent={setCurrent}
          onOpen={putIn}
          autoFocus
          empty={<p className="muted dossier-none">{text.trim() ? words.noMatch(text.trim()) : words.empty}</p>}
        />
      </div>
    </Dialog>
  )
}

function ChooseKeys(props: Readonly<{ onPut(): void; onMake(): void }>) {
  useShortcuts({ 'Ctrl+Enter': props.onPut, 'Ctrl+n': props.onMake })
  return null
}
