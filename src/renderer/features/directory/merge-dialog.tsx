import { useState } from 'react'
import type { BodyUse } from '#contract/operations/directory-care.ts'
import type { Body } from '#contract/operations/distribution.ts'
import { foldKey } from '#domain/text/fold.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { directoryCareWords } from '../../strings/directory-care.ts'

const words = directoryCareWords.merge
const MOST_SHOWN = 30

/** Two entries of one body become one; what will go over is shown before. */
export function MergeDialog(
  props: Readonly<{ body: Body; bodies: readonly Body[]; onClose(): void; onMerged(id: string): void }>
) {
  const [text, setText] = useState('')
  const [other, setOther] = useState<Body | null>(null)
  // The entry one came from is taken for the slip; the other way round with a key.
  const [keepsOther, setKeepsOther] = useState(true)
  const toasts = useToasts()
  const merge = useCommand('directory.merge')
  const key = foldKey(text)
  const found = props.bodies
    .filter((one) => one.id !== props.body.id && one.kind === props.body.kind)
    .filter(
      (one) => key === '' || [one.name, one.shortName ?? '', ...one.aliases].some((name) => foldKey(name).includes(key))
    )
    .slice(0, MOST_SHOWN)
  const keep = other && (keepsOther ? other : props.body)
  const gone = other && (keepsOther ? props.body : other)
  const submit = () => {
    if (!keep || !gone) return
    merge.mutate(
      { keepId: keep.id, goneId: gone.id },
      {
        onSuccess: (out) => {
          toasts.done(words.done(gone.name, out.body.name), out.undo)
          props.onMerged(out.body.id)
        },
        onError: (error) => toasts.failed(error, words.notDone)
      }
    )
  }
  return (
    <Dialog
      title={words.title(props.body.name)}
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{commonWords.cancel}</Button>
          {other && <Button onPress={() => setKeepsOther(!keepsOther)}>{words.swap}</Button>}
          <Button kind="primary" disabled={!keep || merge.isPending} onPress={submit}>
            {keep ? words.action(keep.name) : words.find}
          </Button>
        </>
      }
    >
      <p className="muted">{words.about}</p>
      <TextField label={words.find} value={text} onChange={setText} autoFocus />
      <div className="merge-list" role="radiogroup" aria-label={words.find}>
        {found.map((one) => (
          <label key={one.id} className="row check-line">
            <input type="radio" name="merge-other" checked={other?.id === one.id} onChange={() => setOther(one)} />
            <span>{one.name}</span>
            {one.validTo && <span className="hint num">{one.validTo.slice(0, 4)}</span>}
          </label>
        ))}
        {found.length === 0 && <p className="muted">{words.noMatch}</p>}
      </div>
      {keep && gone ? (
        <dl className="merge-what">
          <dt>{words.keep}</dt>
          <dd className="strong">{keep.name}</dd>
          <dt>{words.gone}</dt>
          <dd>{gone.name}</dd>
          <dt>{words.moves}</dt>
          <dd>
            <Moves id={gone.id} />
          </dd>
        </dl>
      ) : (
        <p className="hint">{words.choose}</p>
      )}
    </Dialog>
  )
}

function Moves(props: Readonly<{ id: Body['id'] }>) {
  const use = useCall('directory.use', { bodyId: props.id }).data
  return use ? <>{movesOf(use).join('; ')}.</> : null
}

function movesOf(use: BodyUse): readonly string[] {
  const said = words.move
  const moves = [
    use.deliveries > 0 ? said.deliveries(use.deliveries) : '',
    use.groups.length > 0 ? said.groups(use.groups.map((group) => group.name).join(', ')) : '',
    use.assignments > 0 ? said.assignments(use.assignments) : '',
    use.dismissals > 0 ? said.dismissals(use.dismissals) : '',
    use.children > 0 ? said.children(use.children) : '',
    use.predecessors > 0 ? said.predecessors(use.predecessors) : ''
  ].filter(Boolean)
  return moves.length > 0 ? moves : [said.nothing]
}
