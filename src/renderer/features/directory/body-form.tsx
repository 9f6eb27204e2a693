import { useState } from 'react'
import type { Body } from '#contract/operations/distribution.ts'
import type { InputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { directoryWords as words } from '../../strings/directory.ts'
import { BodyUsed } from './body-use.tsx'

type Draft = InputOf<'directory.saveBody'>['body']
type Level = NonNullable<Body['level']>

const BLANK: Draft = {
  id: null,
  name: '',
  shortName: null,
  kind: 'organisation',
  level: 'HU',
  code: null,
  parentId: null,
  aliases: [],
  validFrom: null,
  validTo: null,
  successorId: null,
  channel: 'direct',
  note: null
}

/** One body or person; what was before stays in the ledger. */
export function BodyForm(
  props: Readonly<{ body: Body | null; isNew: boolean; bodies: readonly Body[]; onSaved(id: string): void }>
) {
  const [draft, setDraft] = useState<Draft>(props.body ?? BLANK)
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const save = useCommand('directory.saveBody')
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const text = (value: string) => value.normalize('NFC').trim() || null
  const wrongName = draft.name.trim() === ''
  const wrongDates = Boolean(draft.validFrom && draft.validTo && draft.validTo < draft.validFrom)
  const submit = () => {
    setTried(true)
    if (wrongName || wrongDates) return
    const body: Draft = {
      ...draft,
      name: draft.name.normalize('NFC').trim(),
      shortName: text(draft.shortName ?? ''),
      code: text(draft.code ?? ''),
      note: text(draft.note ?? ''),
      aliases: draft.aliases.map((alias) => alias.normalize('NFC').trim()).filter(Boolean)
    }
    save.mutate(
      { body },
      {
        onSuccess: (out) => {
          toasts.done(words.saved(out.body.name), out.undo)
          props.onSaved(out.body.id)
        },
        onError: (error) => toasts.failed(error, words.notSaved)
      }
    )
  }
  const shown = props.body !== null || props.isNew
  useShortcuts({ 'Ctrl+Enter': submit, 'Ctrl+s': submit }, { enabled: shown })
  if (!shown) return <aside className="panel" />
  const others = [
    { value: '', text: words.none },
    ...props.bodies.filter((one) => one.id !== draft.id).map((one) => ({ value: one.id as string, text: one.name }))
  ]
  return (
    <section className="panel" aria-label={words.editing}>
      <div className="panel-h">
        <h2>{props.isNew ? words.newBody : words.editing}</h2>
      </div>
      <div className="scroll grow">
        <div className="directory-form">
          <TextField
            label={words.name}
            value={draft.name}
            required
            autoFocus={props.isNew}
            error={tried && wrongName ? words.missingName : null}
            onChange={(name) => put({ name })}
          />
          <div className="two">
            <Select<Draft['kind']>
              label={words.kind}
              value={draft.kind}
              choices={(['organisation', 'person'] as const).map((kind) => ({ value: kind, text: words.kinds[kind] }))}
              onChange={(kind) => put({ kind })}
            />
            <Select<Level | ''>
              label={words.level}
              value={draft.level ?? ''}
              choices={[
                ...(['TW', 'TU', 'HU', 'XA'] as const).map((level) => ({ value: level, text: words.levels[level] })),
                { value: '' as const, text: words.noLevel }
              ]}
              onChange={(level) => put({ level: level === '' ? null : level })}
            />
            <TextField
              label={words.shortName}
              value={draft.shortName ?? ''}
              onChange={(shortName) => put({ shortName })}
            />
            <TextField label={words.code} value={draft.code ?? ''} onChange={(code) => put({ code })} />
          </div>
          <TextField
            label={words.aliases}
            trail={null}
            lines={3}
            placeholder={words.aliasesHelp}
            value={draft.aliases.join('\n')}
            onChange={(value) => put({ aliases: value.split('\n') })}
          />
          <Select<Body['channel']>
            label={words.channel}
            value={draft.channel}
            choices={(['direct', 'post', 'courier', 'network', 'meeting', 'other'] as const).map((channel) => ({
              value: channel,
              text: deliveryWords.channels[channel]
            }))}
            onChange={(channel) => put({ channel })}
          />
          <div className="two">
            <DateField label={words.validFrom} value={draft.validFrom} onChange={(validFrom) => put({ validFrom })} />
            <DateField
              label={words.validTo}
              value={draft.validTo}
              error={wrongDates ? words.wrongDates : null}
              onChange={(validTo) => put({ validTo })}
            />
          </div>
          <Select
            label={words.parent}
            value={draft.parentId ?? ''}
            choices={others}
            onChange={(id) => put({ parentId: id === '' ? null : (id as Body['id']) })}
          />
          <Select
            label={words.successor}
            value={draft.successorId ?? ''}
            choices={others}
            onChange={(id) => put({ successorId: id === '' ? null : (id as Body['id']) })}
          />
          <TextField label={words.note} value={draft.note ?? ''} onChange={(note) => put({ note })} />
          {props.body && <BodyUsed body={props.body} bodies={props.bodies} onMerged={props.onSaved} />}
        </div>
      </div>
      <div className="directory-foot">
        <Button kind="primary" disabled={save.isPending} onPress={submit}>
          {words.save} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </div>
    </section>
  )
}
