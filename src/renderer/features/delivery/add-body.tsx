import { useState } from 'react'
import type { Body } from '#contract/operations/distribution.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Loading } from '../../components/loading.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { directoryWords } from '../../strings/directory.ts'

const words = careWords.add
type Draft = Omit<Body, 'id'>

/** A name of the text that the directory lacks becomes an entry of it, without leaving the paper. */
export function AddBody(props: Readonly<{ name: string; onBack(): void; onAdded(body: Body): void }>) {
  const proposed = useCall('directory.propose', { name: props.name }).data
  return proposed ? <AddForm {...props} proposed={proposed.body} /> : <Loading rows={4} />
}

function AddForm(props: Readonly<{ name: string; proposed: Draft; onBack(): void; onAdded(body: Body): void }>) {
  const [draft, setDraft] = useState<Draft>(props.proposed)
  const toasts = useToasts()
  const save = useCommand('directory.saveBody')
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const submit = () =>
    save.mutate(
      { body: { ...draft, id: null, name: draft.name.normalize('NFC').trim() } },
      {
        onSuccess: (out) => {
          toasts.done(words.done(out.body.name), out.undo)
          props.onAdded(out.body)
        },
        onError: (error) => toasts.failed(error, words.notDone)
      }
    )
  return (
    <div className="add-body">
      <TextField label={words.name} value={draft.name} onChange={(name) => put({ name })} autoFocus required />
      <div className="two">
        <Select<Draft['kind']>
          label={words.kind}
          value={draft.kind}
          choices={(['organisation', 'person'] as const).map((kind) => ({
            value: kind,
            text: directoryWords.kinds[kind]
          }))}
          onChange={(kind) => put({ kind })}
        />
        <Select<NonNullable<Draft['level']> | ''>
          label={words.level}
          value={draft.level ?? ''}
          choices={[
            ...(['TW', 'TU', 'HU', 'XA'] as const).map((level) => ({
              value: level,
              text: directoryWords.levels[level]
            })),
            { value: '' as const, text: directoryWords.noLevel }
          ]}
          onChange={(level) => put({ level: level === '' ? null : level })}
        />
      </div>
      <Select<Draft['channel']>
        label={words.channel}
        value={draft.channel}
        choices={(['direct', 'post', 'courier', 'network', 'meeting', 'other'] as const).map((channel) => ({
          value: channel,
          text: deliveryWords.channels[channel]
        }))}
        onChange={(channel) => put({ channel })}
      />
      <div className="row">
        <Button onPress={props.onBack}>{words.back}</Button>
        <Button kind="primary" disabled={draft.name.trim() === '' || save.isPending} onPress={submit}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}
