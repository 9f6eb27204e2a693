import { useState } from 'react'
import type { BookRule } from '#contract/operations/books.ts'
import { DOCUMENT_TYPE_CODES, DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Loading } from '../../components/loading.tsx'
import { Segments } from '../../components/segments.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { bookWords as words } from '../../strings/books.ts'
import { commonWords } from '../../strings/common.ts'

type Draft = Readonly<{
  separator: BookRule['separator']
  body: string
  documentTypes: readonly DocumentType[]
  perType: boolean
  period: BookRule['period']
}>

const NEW: Draft = { separator: '-', body: '', documentTypes: [], perType: false, period: 'term' }
const PERIODS = (['term', 'year'] as const).map((value) => ({ value, text: words.periods[value] }))

/** How numbers are given: the usual rules with their period, and the office's own beside them (N02). */
export function RulesDialog(props: Readonly<{ onClose(): void }>) {
  const [adding, setAdding] = useState<Draft | null>(null)
  const [tried, setTried] = useState(false)
  const toasts = useToasts()
  const found = useCall('book.rules', {})
  const save = useCommand('book.saveRule')
  const remove = useCommand('book.removeRule')
  const failed = (error: Error) => toasts.failed(error, words.ruleNotSaved)
  const keep = (rule: BookRule, part: Partial<Pick<BookRule, 'period' | 'perType'>>) =>
    save.mutate(
      { rule: { ...rule, ...part } },
      { onSuccess: (out) => toasts.done(words.ruleSaved, out.undo), onError: failed }
    )
  const add = () => {
    setTried(true)
    if (!adding || adding.documentTypes.length === 0 || save.isPending) return
    const rule = {
      id: null,
      fondsId: null,
      direction: 'outgoing' as const,
      body: adding.body.normalize('NFC').trim() || null,
      separator: adding.separator,
      documentTypes: [...adding.documentTypes],
      perType: adding.perType,
      period: adding.period,
      firstNumber: 1,
      name: null
    }
    save.mutate(
      { rule },
      {
        onSuccess: (out) => {
          toasts.done(words.ruleSaved, out.undo)
          setAdding(null)
        },
        onError: failed
      }
    )
  }
  return (
    <Dialog
      title={words.rulesTitle}
      size="wide"
      onClose={props.onClose}
      footer={
        adding ? (
          <>
            <Button onPress={() => setAdding(null)}>{commonWords.cancel}</Button>
            <Button kind="primary" disabled={save.isPending} onPress={add}>
              {words.saveRule}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={props.onClose}>{commonWords.close}</Button>
            <Button icon="add" onPress={() => setAdding(NEW)}>
              {words.addRule}
            </Button>
          </>
        )
      }
    >
      {adding ? (
        <RuleForm draft={adding} wrong={tried && adding.documentTypes.length === 0} onDraft={setAdding} />
      ) : (
        <>
          <p className="muted">{words.rulesText}</p>
          {!found.data && <Loading rows={3} />}
          <ul className="rule-list">
            {found.data?.rules.map((rule) => (
              <li key={rule.id}>
                <div>
                  <b className="strong">{covers(rule)}</b>
                  {rule.direction === 'outgoing' && (
                    <Checkbox
                      checked={rule.perType}
                      disabled={save.isPending}
                      onChange={(perType) => keep(rule, { perType })}
                    >
                      {words.perType}
                    </Checkbox>
                  )}
                </div>
                <div className="row">
                  <Segments<BookRule['period']>
                    label={words.rulePeriod}
                    value={rule.period}
                    choices={PERIODS}
                    onChange={(period) => keep(rule, { period })}
                  />
                  {!rule.id.startsWith('default-') && (
                    <Button
                      small
                      disabled={remove.isPending}
                      onPress={() =>
                        remove.mutate(
                          { id: rule.id },
                          { onSuccess: (out) => toasts.done(words.ruleRemoved, out.undo), onError: failed }
                        )
                      }
                    >
                      {words.removeRule}
                    </Button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}

function RuleForm(props: Readonly<{ draft: Draft; wrong: boolean; onDraft(draft: Draft): void }>) {
  const { draft, onDraft } = props
  const toggle = (type: DocumentType) => {
    const has = draft.documentTypes.includes(type)
    onDraft({
      ...draft,
      documentTypes: has ? draft.documentTypes.filter((one) => one !== type) : [...draft.documentTypes, type]
    })
  }
  return (
    <div className="book-form">
      <div className="two">
        <Segments<'-' | '/'>
          label={words.form}
          value={draft.separator ?? '-'}
          choices={(['-', '/'] as const).map((value) => ({ value, text: words.forms[value] }))}
          onChange={(separator) => onDraft({ ...draft, separator })}
        />
        <Segments<BookRule['period']>
          label={words.rulePeriod}
          value={draft.period}
          choices={PERIODS}
          onChange={(period) => onDraft({ ...draft, period })}
        />
      </div>
      <TextField
        label={words.body}
        placeholder={words.bodyAny}
        value={draft.body}
        onChange={(body) => onDraft({ ...draft, body })}
      />
      <fieldset>
        <legend className="lbl">{words.ruleTypes}</legend>
        <div className="rule-types">
          {DOCUMENT_TYPE_CODES.map((type) => (
            <Checkbox key={type} checked={draft.documentTypes.includes(type)} onChange={() => toggle(type)}>
              {DOCUMENT_TYPES[type].name}
            </Checkbox>
          ))}
        </div>
        {props.wrong && (
          <span className="field-error" role="alert">
            {words.needTypes}
          </span>
        )}
      </fieldset>
      <Checkbox checked={!draft.perType} onChange={(shared) => onDraft({ ...draft, perType: !shared })}>
        {words.shared}
      </Checkbox>
    </div>
  )
}

function covers(rule: BookRule): string {
  if (rule.direction === 'incoming') return words.directions.incoming
  const types = rule.documentTypes.map((type) => DOCUMENT_TYPES[type].name).join(', ')
  const form = rule.separator === null ? words.directions.outgoing : words.forms[rule.separator]
  return [form, types || words.rest, rule.body].filter(Boolean).join(' · ')
}
