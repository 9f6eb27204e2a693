import { useState } from 'react'
import type { DocumentFile } from '#contract/schemas.ts'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Select } from '../../components/select.tsx'
import { showBytes } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import { ROLES, type Role } from './question.tsx'
import type { QueueItem } from './queue.tsx'

export type Joined = Readonly<{ id: QueueItem['id']; name: string; role: Role }>

type JoinFilesProps = Readonly<{
  file: DocumentFile | null
  joined: readonly Joined[]
  others: readonly QueueItem[]
  onChange(joined: readonly Joined[]): void
}>

/** Several files of one document, one of them the main one (F05): the others are taken out of the queue. */
export function JoinFiles(props: JoinFilesProps) {
  const [asking, setAsking] = useState(false)
  const role = (id: string, to: Role) =>
    props.onChange(props.joined.map((one) => (one.id === id ? { ...one, role: to } : one)))
  return (
    <div className="span-12 join-files">
      <div className="field-h">
        <span className="lbl">{words.files}</span>
        <Button small quiet icon="add" onPress={() => setAsking(true)}>
          {words.joinFile}
        </Button>
      </div>
      <ul>
        {props.file && (
          <li className="row">
            <span className="clip grow" title={props.file.name}>
              {props.file.name}
            </span>
            <span className="hint nowrap">
              {showBytes(props.file.bytes)} · {words.roles.main}
            </span>
          </li>
        )}
        {props.joined.map((one) => (
          <li key={one.id} className="row">
            <span className="clip grow" title={one.name}>
              {one.name}
            </span>
            <span className="join-role">
              <Select<Role>
                bare
                label={words.roleOf(one.name)}
                value={one.role}
                choices={ROLES.filter((kind) => kind !== 'main').map((kind) => ({
                  value: kind,
                  text: words.roles[kind]
                }))}
                onChange={(to) => role(one.id, to)}
              />
            </span>
            <Button
              small
              quiet
              icon="close"
              label={words.unjoin(one.name)}
              onPress={() => props.onChange(props.joined.filter((other) => other.id !== one.id))}
            />
          </li>
        ))}
      </ul>
      {asking && (
        <JoinDialog
          others={props.others.filter((item) => !props.joined.some((one) => one.id === item.id))}
          onClose={() => setAsking(false)}
          onJoin={(items) => {
            props.onChange([
              ...props.joined,
              ...items.map((item) => ({ id: item.id, name: item.name, role: guessRole(item) }))
            ])
            setAsking(false)
          }}
        />
      )}
    </div>
  )
}

function JoinDialog(
  props: Readonly<{ others: readonly QueueItem[]; onClose(): void; onJoin(items: readonly QueueItem[]): void }>
) {
  const [ticked, setTicked] = useState<readonly string[]>([])
  return (
    <Dialog
      title={words.joinTitle}
      onClose={props.onClose}
      footer={
        <DialogFoot
          onClose={props.onClose}
          disabled={ticked.length === 0}
          onPress={() => props.onJoin(props.others.filter((item) => ticked.includes(item.id)))}
        >
          {words.joinDo}
        </DialogFoot>
      }
    >
      {props.others.length === 0 && <p className="muted">{words.joinNone}</p>}
      {props.others.map((item) => (
        <Checkbox
          key={item.id}
          checked={ticked.includes(item.id)}
          onChange={(on) => setTicked((old) => (on ? [...old, item.id] : old.filter((id) => id !== item.id)))}
        >
          {item.name}
          {item.reference && <span className="hint"> {item.reference}</span>}
        </Checkbox>
      ))}
    </Dialog>
  )
}

/** A scan beside a document is most often its signed copy, a Word file its source. */
export function guessRole(file: Pick<QueueItem, 'name' | 'textKind'>): Role {
  if (/\.(?:docx?|odt|rtf)$/i.test(file.name)) return 'source'
  return file.textKind === 'scan' || file.textKind === 'mixed' ? 'signed' : 'appendix'
}
