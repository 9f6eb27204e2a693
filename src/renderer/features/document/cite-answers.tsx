import { useState } from 'react'
import { Link } from 'wouter'
import type { CitationView, DocumentLine } from '#contract/schemas.ts'
import { RELATION_CODES, RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Select } from '../../components/select.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { documentWords as words } from '../../strings/document.ts'
import { worklistWords } from '../../strings/worklists.ts'
import { citedName } from '../filing/cites-read.tsx'
import { type Choice, choicesOf } from '../worklists/citation-question.ts'

/** Asked at once; a document that is merely not held waits until it is filed. */
const OPEN: readonly CitationView['status'][] = ['ambiguous', 'date-mismatch']

/** The question of one citation and its answers, by keys 1 to 9 (Alt+digit while a field has the focus). */
export function CiteAnswers(props: Readonly<{ citation: CitationView }>) {
  const { citation } = props
  const toasts = useToasts()
  const decide = useCommand('citation.decide')
  const [lookedUp, setLookedUp] = useState<DocumentLine | null>(null)
  const [wide, setWide] = useState(false)
  const [also, setAlso] = useState(false)
  const same = useCall('citation.same', { id: citation.id })
  const others = same.data?.documents.filter((one) => one.id !== citation.from.id).length ?? 0
  const open = OPEN.includes(citation.status) && !citation.decided
  const choices = open || wide ? choicesOf(citation, lookedUp) : []

  const send = (decision: Choice['decision'], said: string) => {
    if (decide.isPending) return
    decide.mutate(
      { id: citation.id, decision, same: also && others > 0 && decision.kind !== 'undecided' },
      {
        onSuccess: (out) => {
          setWide(false)
          toasts.done(`${said}${out.also > 0 ? words.alsoDone(out.also) : ''}`, out.undo)
        },
        onError: (error) => toasts.failed(error, words.notAnswered)
      }
    )
  }
  const answer = (choice: Choice | undefined) => {
    if (!choice) return false
    send(choice.decision, saidOf(choice, citedName(citation)))
  }
  useShortcuts(
    Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [
        [String(digit), () => answer(choices[digit - 1])],
        [`Alt+${digit}`, () => answer(choices[digit - 1])]
      ])
    ),
    { enabled: choices.length > 0 }
  )
  useStatusKeys(
    [
      { keys: choices.slice(0, 4).map((_choice, index) => String(index + 1)), does: words.keys.answer },
      { keys: ['↑', '↓'], does: words.keys.cites },
      { keys: ['Enter'], does: words.keys.open },
      { keys: ['Alt ←'], does: words.keys.back }
    ],
    choices.length > 0
  )
  return (
    <div className="cite-more">
      {citation.flags
        .flatMap((flag) => words.flags[flag] ?? [])
        .map((text) => (
          <p key={text} className="field-warn">
            {text}
          </p>
        ))}
      {choices.length > 0 && (
        <fieldset className="cite-answers" aria-label={words.question(citedName(citation))}>
          <p className="hint">{reason(citation)}</p>
          {choices.map((choice, index) => (
            <div key={choice.document?.id ?? choice.decision.kind} className="row cite-answer">
              <Button needs="citation.decide" small onPress={() => answer(choice)}>
                <Kbd>{index + 1}</Kbd> {choiceText(choice)}
              </Button>
              {choice.document && (
                <span className="clip muted">
                  {choice.document.subject ?? commonWords.noSubject} ·{' '}
                  <Link href={paths.document(choice.document.id)}>{commonWords.open}</Link>
                </span>
              )}
            </div>
          ))}
          <DocumentPicker label={words.otherDocument} onPick={setLookedUp} />
          {others > 0 && (
            <Checkbox checked={also} onChange={setAlso}>
              {words.also(others)}
            </Checkbox>
          )}
        </fieldset>
      )}
      <div className="row cite-deeds">
        <span className="muted">{words.relation}</span>
        <span className="cite-relation">
          <Select<Relation>
            bare
            label={words.relation}
            value={citation.relation}
            choices={RELATION_CODES.map((code) => ({ value: code, text: RELATIONS[code].name }))}
            onChange={(relation) => send({ kind: 'relation', relation }, words.relationSaved(RELATIONS[relation].name))}
          />
        </span>
        {citation.decided && (
          <Button needs="citation.decide" small quiet onPress={() => send({ kind: 'undecided' }, words.undecided)}>
            {words.undecide}
          </Button>
        )}
        {!open && !wide && citation.origin === 'read' && (
          <Button small quiet onPress={() => setWide(true)}>
            {citation.status === 'missing' ? words.answerMissing : words.answerOther}
          </Button>
        )}
      </div>
    </div>
  )
}

function choiceText(choice: Choice): string {
  if (choice.document) {
    return [choice.document.reference ?? commonWords.noReference, showDay(choice.document.issuedOn)].join(' ')
  }
  return choice.decision.kind === 'not-held' ? worklistWords.notHeld : worklistWords.notACitation
}

function saidOf(choice: Choice, cited: string): string {
  if (choice.document) return worklistWords.decided.link(choice.document.reference ?? commonWords.noReference)
  return choice.decision.kind === 'not-held'
    ? worklistWords.decided['not-held'](cited)
    : worklistWords.decided['not-a-citation']
}

/** Why the program did not tie it by itself. */
function reason(citation: CitationView): string {
  const { reasons } = worklistWords
  if (citation.status === 'missing') return reasons.missing
  if (citation.status === 'date-mismatch') return reasons.mismatch(showDay(citation.issuedOn))
  if (citation.status !== 'ambiguous') return ''
  if (citation.issuedOn) return reasons.ambiguousMany
  return citation.issuer ? reasons.ambiguousNoDay : reasons.ambiguousPlain
}
