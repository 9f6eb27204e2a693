import { useState } from 'react'
import type { BodyId, GroupId } from '#contract/ids.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Loading } from '../../components/loading.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { deliveryWords as words } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { AddBody } from './add-body.tsx'

type Choice = Readonly<{ bodyIds: BodyId[]; groupId: GroupId | null; remember: boolean }>

/** A name of the text that the directory does not know: who is it? Bodies, or one group. */
export function AssignDialog(props: Readonly<{ name: string; onClose(): void; onChoose(choice: Choice): void }>) {
  const [text, setText] = useState('')
  const [bodyIds, setBodyIds] = useState<readonly BodyId[]>([])
  const [groupId, setGroupId] = useState<GroupId | null>(null)
  const [remember, setRemember] = useState(true)
  const found = useCall('directory.list', { text: text.trim(), on: null }, { keep: true }).data
  const [adding, setAdding] = useState(false)
  const ready = bodyIds.length > 0 || groupId !== null
  if (adding) {
    return (
      <Dialog title={careWords.add.title} onClose={props.onClose}>
        <AddBody
          name={props.name}
          onBack={() => setAdding(false)}
          onAdded={(body) =>
            props.onChoose({ bodyIds: [body.id], groupId: null, remember: remember && body.name !== props.name })
          }
        />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={words.assignTitle(props.name)}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          disabled={!ready}
          onPress={() => props.onChoose({ bodyIds: [...bodyIds], groupId, remember })}
        >
          {words.assignDo}
        </DialogFoot>
      }
    >
      <p className="muted">{words.assignHelp}</p>
      <Button icon="add" onPress={() => setAdding(true)}>
        {careWords.add.open(props.name)}
      </Button>
      <TextField label={words.assignFind} value={text} onChange={setText} autoFocus />
      {found ? (
        <div className="assign-list">
          {found.groups.length > 0 && <h3>{words.assignGroups}</h3>}
          {found.groups.map((group) => (
            <Checkbox
              key={group.id}
              checked={group.id === groupId}
              onChange={(checked) => {
                setGroupId(checked ? group.id : null)
                if (checked) setBodyIds([])
              }}
            >
              {group.name}
            </Checkbox>
          ))}
          {found.bodies.length > 0 && <h3>{words.assignBodies}</h3>}
          {found.bodies.map((body) => (
            <Checkbox
              key={body.id}
              checked={bodyIds.includes(body.id)}
              onChange={(checked) => {
                setBodyIds(checked ? [...bodyIds, body.id] : bodyIds.filter((id) => id !== body.id))
                if (checked) setGroupId(null)
              }}
            >
              {body.name}
            </Checkbox>
          ))}
          {found.bodies.length + found.groups.length === 0 && <p className="muted">{words.noMatch}</p>}
        </div>
      ) : (
        <Loading rows={4} />
      )}
      <Checkbox checked={remember} onChange={setRemember}>
        {words.remember}
      </Checkbox>
    </Dialog>
  )
}
