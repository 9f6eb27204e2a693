import { useState } from 'react'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { DossierLine, DossierRule } from '#contract/operations/dossiers.ts'
import type { InputOf } from '#contract/operations.ts'
import { LEAST_YEARS, MOST_YEARS, USUAL_YEARS } from '#domain/retention/retention.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useToasts } from '../../app/toasts.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { today } from '../../strings/dates.ts'
import { dossierWords } from '../../strings/dossiers.ts'
import { showTerm } from './dossier-columns.tsx'

type Draft = InputOf<'dossier.save'>['dossier']

const words = dossierWords.form
const FOREVER = 'forever'
const OTHER = 'other'

type DossierFormProps = Readonly<{
  /** null: a new one. */
  dossier: DossierLine | null
  /** Proposed for a new one: its title and the search that finds its papers. */
  title?: string
  rule?: DossierRule | null
  onClose(): void
  onSaved(dossier: DossierLine): void
}>

/** A dossier's head: number, title, term, and the search that proposes its papers. */
export function DossierForm(props: DossierFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(props))
  const [years, setYears] = useState(draft.years === null ? '' : String(draft.years))
  const [own, setOwn] = useState(draft.years !== null && !USUAL_YEARS.some((one) => one === draft.years))
  const [day, setDay] = useState<string | null>(draft.openedOn)
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const save = useCommand('dossier.save')
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const text = (value: string | null | undefined) => value?.normalize('NFC').trim() || null
  const wrongYears = own && !(Number(years) >= LEAST_YEARS && Number(years) <= MOST_YEARS && /^\d+$/.test(years))
  const missing = { code: !text(draft.code), title: !text(draft.title), day: day === null }
  const submit = () => {
    setTried(true)
    if (missing.code || missing.title || missing.day || wrongYears || save.isPending || day === null) return
    const query = text(draft.rule?.query)
    const dossier: Draft = {
      ...draft,
      code: text(draft.code) ?? '',
      title: text(draft.title) ?? '',
      heading: text(draft.heading),
      keeper: text(draft.keeper),
      paperLocation: text(draft.paperLocation),
      note: text(draft.note),
      years: own ? Number(years) : draft.years,
      openedOn: day,
      rule: draft.rule && (query || hasFilters(draft.rule)) ? { ...draft.rule, query: query ?? '' } : null
    }
    save.mutate(
      { dossier },
      {
        onSuccess: (out) => {
          toasts.done(dossierWords.saved(out.dossier.code), out.undo)
          props.onSaved(out.dossier)
        },
        onError: (error) => toasts.failed(error, dossierWords.notSaved)
      }
    )
  }
  const term = own ? OTHER : draft.years === null ? FOREVER : String(draft.years)
  return (
    <Dialog
      title={props.dossier ? words.edit(props.dossier.code) : words.create}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={save.isPending} onPress={submit}>
          {words.save} <Kbd>Ctrl Enter</Kbd>
        </DialogFoot>
      }
    >
      <FormKeys onSave={submit} />
      <div className="dossier-form">
        <TextField
          label={words.code}
          value={draft.code}
          required
          autoFocus
          placeholder={words.codeHelp}
          error={tried && missing.code ? words.missingCode : null}
          onChange={(code) => put({ code })}
        />
        <DateField
          label={words.openedOn}
          value={day}
          error={tried && missing.day ? words.missingDay : null}
          onChange={setDay}
        />
        <div className="wide">
          <TextField
            label={words.title}
            value={draft.title}
            required
            lines={2}
            error={tried && missing.title ? words.missingTitle : null}
            onChange={(title) => put({ title })}
          />
        </div>
        <Select
          label={words.term}
          value={term}
          choices={[
            { value: FOREVER, text: showTerm(null) },
            ...USUAL_YEARS.map((one) => ({ value: String(one), text: showTerm(one) })),
            { value: OTHER, text: words.otherTerm }
          ]}
          onChange={(value) => {
            setOwn(value === OTHER)
            if (value !== OTHER) put({ years: value === FOREVER ? null : Number(value) })
          }}
        />
        {own ? (
          <TextField
            label={words.otherTerm}
            value={years}
            error={tried && wrongYears ? words.wrongYears : null}
            onChange={setYears}
          />
        ) : (
          <TextField label={words.keeper} value={draft.keeper ?? ''} onChange={(keeper) => put({ keeper })} />
        )}
        {own && <TextField label={words.keeper} value={draft.keeper ?? ''} onChange={(keeper) => put({ keeper })} />}
        <TextField label={words.heading} value={draft.heading ?? ''} onChange={(heading) => put({ heading })} />
        <TextField
          label={words.place}
          value={draft.paperLocation ?? ''}
          onChange={(paperLocation) => put({ paperLocation })}
        />
        <div className="wide">
          <TextField
            label={words.rule}
            value={draft.rule?.query ?? ''}
            placeholder={words.ruleHelp}
            onChange={(query) => put({ rule: { query, filters: draft.rule?.filters ?? NO_FILTERS } })}
          />
        </div>
        <div className="wide">
          <TextField label={words.note} value={draft.note ?? ''} onChange={(note) => put({ note })} />
        </div>
      </div>
    </Dialog>
  )
}

function FormKeys(props: Readonly<{ onSave(): void }>) {
  useShortcuts({ 'Ctrl+Enter': props.onSave, 'Ctrl+s': props.onSave })
  return null
}

function draftOf({ dossier, title, rule }: DossierFormProps): Draft {
  if (!dossier) {
    return {
      id: null,
      code: '',
      title: title ?? '',
      heading: null,
      years: 10,
      keeper: null,
      openedOn: today(),
      paperLocation: null,
      note: null,
      rule: rule ?? null
    }
  }
  const { id, code, heading, years, keeper, openedOn, paperLocation, note } = dossier
  return { id, code, title: dossier.title, heading, years, keeper, openedOn, paperLocation, note, rule: dossier.rule }
}

function hasFilters({ filters }: NonNullable<Draft['rule']>): boolean {
  return Object.values(filters).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
}
