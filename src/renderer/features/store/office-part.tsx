import { useState } from 'react'
import type { Office } from '#contract/operations/archive.ts'
import { LEVEL_NAMES, LEVELS } from '#domain/vocabulary/levels.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { showDay } from '../../strings/dates.ts'
import { storeWords } from '../../strings/store.ts'
import { draftOf, type OfficeDraft, officeOf, sameOffice } from './office-form.ts'

const words = storeWords.office
const LEVEL_CHOICES = LEVELS.map((value) => ({ value, text: LEVEL_NAMES[value] }))
const LINES = ['name', 'parentBody', 'officeName', 'place', 'code', 'clerk'] as const

/** What stands at the head of prints, and when numbers begin anew. */
export function OfficePart(props: Readonly<{ office: Office; readOnly: boolean }>) {
  const [draft, setDraft] = useState<OfficeDraft>(() => draftOf(props.office))
  const save = useCommand('archive.saveOffice')
  const toasts = useToasts()
  const made = officeOf(draft)
  const changed = made.office === null || !sameOffice(made.office, props.office)
  const put = (change: Partial<OfficeDraft>) => setDraft((old) => ({ ...old, ...change }))
  const write = () => {
    if (!made.office || !changed || props.readOnly || save.isPending) return
    save.mutate(
      { office: made.office },
      {
        onSuccess: (out) => {
          setDraft(draftOf(out.office))
          toasts.done(words.saved)
        },
        onError: (error) => toasts.failed(error, words.notSaved)
      }
    )
  }
  useShortcuts({ 'Ctrl+s': write, 'Ctrl+Enter': write })
  return (
    <form
      className="store-form"
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <h2>{words.heading}</h2>
      <p className="muted">{words.about}</p>
      <div className="store-fields">
        {LINES.map((name) => (
          <TextField
            key={name}
            label={words[name]}
            value={draft[name]}
            required={name === 'name'}
            disabled={props.readOnly}
            error={name === 'name' && made.problem === 'name' ? words.missing : null}
            onChange={(value) => put({ [name]: value })}
          />
        ))}
        <Select
          label={words.level}
          value={draft.level}
          choices={LEVEL_CHOICES}
          disabled={props.readOnly}
          onChange={(level) => put({ level })}
        />
        <TextField
          label={words.acknowledgeDays}
          value={draft.acknowledgeDays}
          inputMode="numeric"
          disabled={props.readOnly}
          error={made.problem === 'days' ? words.wrongDays : null}
          onChange={(acknowledgeDays) => put({ acknowledgeDays })}
        />
      </div>
      <h3 className="h3">{words.terms}</h3>
      <p className="hint">{words.termsAbout}</p>
      <ul className="store-terms">
        {draft.termStarts.map((day, index) => (
          <li key={index} className="row">
            <DateField
              bare
              label={words.term(index + 1)}
              value={day}
              disabled={props.readOnly}
              onChange={(value) => put({ termStarts: draft.termStarts.map((one, at) => (at === index ? value : one)) })}
            />
            <Button
              small
              quiet
              icon="close"
              disabled={props.readOnly}
              label={words.dropTerm(showDay(day))}
              onPress={() => put({ termStarts: draft.termStarts.filter((_one, at) => at !== index) })}
            />
          </li>
        ))}
        <li>
          <Button
            small
            icon="add"
            disabled={props.readOnly}
            onPress={() => put({ termStarts: [...draft.termStarts, null] })}
          >
            {words.addTerm}
          </Button>
        </li>
      </ul>
      <p className="row store-deeds">
        <Button kind="primary" submit disabled={!made.office || !changed || props.readOnly || save.isPending}>
          {words.save} <Kbd>Ctrl S</Kbd>
        </Button>
        {changed && !props.readOnly && <Button onPress={() => setDraft(draftOf(props.office))}>{words.revert}</Button>}
      </p>
    </form>
  )
}
