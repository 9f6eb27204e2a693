import { useState } from 'react'
import type { Body, Group } from '#contract/operations/distribution.ts'
import type { InputOf } from '#contract/operations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { directoryWords as words } from '../../strings/directory.ts'

type Draft = InputOf<'directory.saveGroup'>['group']
const BLANK: Draft = { id: null, name: '', aliases: [], members: [] }

/** A group and who is in it from a day to a day. */
export function GroupForm(
  props: Readonly<{ group: Group | null; isNew: boolean; bodies: readonly Body[]; onSaved(id: string): void }>
) {
  const [draft, setDraft] = useState<Draft>(props.group ?? BLANK)
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const save = useCommand('directory.saveGroup')
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const names = new Map(props.bodies.map((body) => [body.id as string, body.name]))
  const wrongName = draft.name.trim() === ''
  const wrongDays = draft.members.some(({ from, to }) => from !== null && to !== null && from > to)
  const submit = () => {
    setTried(true)
    if (wrongName || wrongDays) return
    const group: Draft = {
      ...draft,
      name: draft.name.normalize('NFC').trim(),
      aliases: draft.aliases.map((alias) => alias.normalize('NFC').trim()).filter(Boolean)
    }
    save.mutate(
      { group },
      {
        onSuccess: (out) => {
          toasts.done(words.saved(out.group.name), out.undo)
          props.onSaved(out.group.id)
        },
        onError: (error) => toasts.failed(error, words.notSaved)
      }
    )
  }
  const shown = props.group !== null || props.isNew
  useShortcuts({ 'Ctrl+Enter': submit, 'Ctrl+s': submit }, { enabled: shown })
  if (!shown) return <aside className="panel" />
  // A body may be in it for several stretches of time: a row is known by its place.
  const change = (at: number, part: Partial<Group['members'][number]>) =>
    put({ members: draft.members.map((member, index) => (index === at ? { ...member, ...part } : member)) })
  // Whoever left may come again.
  const outside = props.bodies.filter(
    (body) => !draft.members.some((member) => member.bodyId === body.id && member.to === null)
  )
  return (
    <section className="panel" aria-label={words.editing}>
      <div className="panel-h">
        <h2>{props.isNew ? words.newGroup : words.editing}</h2>
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
          <TextField
            label={words.aliases}
            lines={3}
            value={draft.aliases.join('\n')}
            onChange={(value) => put({ aliases: value.split('\n') })}
          />
          <div>
            <h3 className="h3">{words.members}</h3>
            <p className="hint">{words.membersHelp}</p>
            {wrongDays && (
              <p className="field-error" role="alert">
                {words.wrongDates}
              </p>
            )}
            <div className="directory-member head" aria-hidden="true">
              <span>{words.columns.name}</span>
              <span>{words.from}</span>
              <span>{words.to}</span>
              <span />
            </div>
            {draft.members.map((member, index) => {
              const name = names.get(member.bodyId) ?? member.bodyId
              return (
                <div key={`${index} ${member.bodyId}`} className="directory-member">
                  <span className="clip" title={name}>
                    {name}
                  </span>
                  <DateField
                    bare
                    label={words.memberFrom(name)}
                    value={member.from}
                    onChange={(from) => change(index, { from })}
                  />
                  <DateField
                    bare
                    label={words.memberTo(name)}
                    value={member.to}
                    onChange={(to) => change(index, { to })}
                  />
                  <Button
                    small
                    quiet
                    icon="close"
                    label={words.removeMember(name)}
                    onPress={() => put({ members: draft.members.filter((_, at) => at !== index) })}
                  />
                </div>
              )
            })}
          </div>
          <Select
            label={words.addMember}
            value=""
            choices={[
              { value: '', text: words.addMember },
              ...outside.map((body) => ({ value: body.id as string, text: body.name }))
            ]}
            onChange={(id) => {
              if (id !== '') put({ members: [...draft.members, { bodyId: id as Body['id'], from: null, to: null }] })
            }}
          />
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
