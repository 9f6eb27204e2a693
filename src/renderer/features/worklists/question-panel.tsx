import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { CitationView, DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { DocumentPicker } from '../../components/document-picker.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { worklistWords as words } from '../../strings/worklists.ts'
import { subjectLine } from '../registers/subject-line.ts'
import {
  type Choice,
  type CitationRow,
  choicesOf,
  citedName,
  questionReason,
  questionTitle
} from './citation-question.ts'

type QuestionPanelProps = Readonly<{
  row: CitationRow
  /** Which of the row's quotations is asked about. */
  place: number
  onPlace(place: number): void
  lookedUp: DocumentLine | null
  onLookedUp(document: DocumentLine): void
  onAnswered(): void
}>

/** One citation, the sentence it stands in, and the answers with their keys. No answer is chosen beforehand. */
export function QuestionPanel(props: QuestionPanelProps) {
  const citation = props.row.citations[props.place]
  return (
    <section className="panel work-question" aria-label={words.questionPane}>
      <div className="panel-h">
        <h2>{questionTitle(props.row)}</h2>
      </div>
      {citation && <Question key={citation.id} {...props} citation={citation} />}
    </section>
  )
}

function Question(props: QuestionPanelProps & Readonly<{ citation: CitationView }>) {
  const { row, citation } = props
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const decide = useCommand('citation.decide')
  const [chosen, setChosen] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (chosen !== null) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const [also, setAlso] = useState(false)
  const same = useCall('citation.same', { id: citation.id })
  const others = same.data?.documents.filter((one) => one.id !== citation.from.id) ?? []
  const choices = choicesOf(citation, props.lookedUp)
  const choice = chosen === null ? null : (choices[chosen] ?? null)
  const at = citation.start !== null && citation.end !== null ? { start: citation.start, end: citation.end } : null

  const write = () => {
    if (!choice || decide.isPending) return
    decide.mutate(
      { id: citation.id, decision: choice.decision, same: also && others.length > 0 },
      {
        onSuccess: (out) => {
          toasts.done(`${decidedLine(choice, citedName(row))}${out.also > 0 ? words.alsoSame(out.also) : ''}`, out.undo)
          props.onAnswered()
        },
        onError: (error) => toasts.failed(error, words.notDecided(citedName(row)))
      }
    )
  }
  const pick = (index: number) => {
    if (index >= choices.length) return false
    setChosen(index)
  }
  const turn = (by: number) => props.onPlace((props.place + by + row.citations.length) % row.citations.length)
  const openQuote = () => navigate(paths.document(citation.from.id, { at }))
  const digits = Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].flatMap((digit) => [
      [String(digit), () => pick(digit - 1)],
      [`Alt+${digit}`, () => pick(digit - 1)]
    ])
  )
  useShortcuts({
    ...digits,
    Enter: (event) => {
      if (event.target instanceof Element && event.target.closest('button, a')) return false
      if (!choice) return false
      write()
    },
    'Ctrl+Enter': write,
    F3: () => (row.citations.length > 1 ? turn(1) : false),
    'Shift+F3': () => (row.citations.length > 1 ? turn(-1) : false),
    F4: openQuote
  })
  useStatusKeys([
    { keys: ['↑', '↓'], does: words.keys.row },
    { keys: choices.slice(0, 4).map((_one, index) => String(index + 1)), does: words.keys.answer },
    { keys: ['Enter'], does: words.keys.write },
    { keys: ['F4'], does: words.keys.quote },
    { keys: ['Ctrl Z'], does: words.keys.undo }
  ])
  return (
    <>
      <div className="scroll grow">
        <div className="work-quote">
          <p className="quote">
            “{citation.quote.slice(0, citation.quoteStart)}
            <mark>{citation.quote.slice(citation.quoteStart, citation.quoteEnd)}</mark>
            {citation.quote.slice(citation.quoteEnd)}”
          </p>
          <p className="hint">
            <Link href={paths.document(citation.from.id, { at })}>
              {citation.from.reference ?? commonWords.noReference}
            </Link>{' '}
            {[
              citation.from.issuer,
              showDay(citation.from.issuedOn),
              citation.page === null ? '' : words.from(citation.page)
            ]
              .filter(Boolean)
              .join(', ')}
            . {questionReason(row, citation)}
          </p>
          <p className="row work-places">
            <Button small onPress={openQuote}>
              {words.openQuote} <Kbd>F4</Kbd>
            </Button>
            {row.citations.length > 1 && (
              <span className="row work-turn">
                <span className="hint">{words.place(props.place + 1, row.citations.length)}</span>
                <Button small icon="up" label={words.before} onPress={() => turn(-1)} />
                <Button small icon="down" label={words.after} onPress={() => turn(1)} />
                <Kbd>F3</Kbd>
              </span>
            )}
          </p>
        </div>
        <div className="work-choices" role="radiogroup" aria-label={words.choices} ref={list}>
          {choices.map((one, index) => (
            <label key={one.document?.id ?? one.decision.kind} className={index === chosen ? 'cand on' : 'cand'}>
              <input
                type="radio"
                name="answer"
                className="check radio"
                checked={index === chosen}
                onChange={() => setChosen(index)}
              />
              <ChoiceText choice={one} citation={citation} />
              <Kbd>{index + 1}</Kbd>
            </label>
          ))}
        </div>
        <div className="work-find">
          <DocumentPicker
            label={words.another}
            placeholder={words.find}
            onPick={(document) => {
              props.onLookedUp(document)
              setChosen(choicesOf(citation, document).findIndex((one) => one.document?.id === document.id))
            }}
          />
        </div>
        {others.length > 0 && (
          <div className="work-same">
            <Checkbox checked={also} onChange={setAlso}>
              {words.same(others.length, sameNames(others))}
            </Checkbox>
          </div>
        )}
      </div>
      <div className="row work-foot">
        <span className="hint grow">{words.kept}</span>
        <Button needs="citation.decide" kind="primary" disabled={choice === null || decide.isPending} onPress={write}>
          {choice === null
            ? words.choose
            : choice.decision.kind === 'link'
              ? words.link
              : choice.decision.kind === 'not-held'
                ? words.decide['not-held']
                : words.decide['not-a-citation']}
          {choice !== null && (
            <>
              {' '}
              <Kbd>Enter</Kbd>
            </>
          )}
        </Button>
      </div>
    </>
  )
}

function ChoiceText(props: Readonly<{ choice: Choice; citation: CitationView }>) {
  const { document, decision } = props.choice
  if (!document) return <span>{decision.kind === 'not-held' ? words.notHeld : words.notACitation}</span>
  const differs = props.citation.issuedOn !== null && document.issuedOn !== props.citation.issuedOn
  return (
    <span>
      <b className="ref">{document.reference ?? commonWords.noReference}</b>{' '}
      <span className="num">{showDay(document.issuedOn) || words.noDayThere}</span>
      <br />
      <span className="muted">
        {subjectLine(document.documentType, document.subject ?? '') || commonWords.noSubject}
      </span>
      <br />
      <span className="hint">
        {[
          document.issuer,
          document.arrivalNumber === null ? '' : words.arrival(document.arrivalNumber),
          differs && document.issuedOn ? words.dayDiffers(showDay(document.issuedOn)) : ''
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
    </span>
  )
}

function decidedLine(choice: Choice, cited: string): string {
  if (choice.document) return words.decided.link(choice.document.reference ?? commonWords.noReference)
  return choice.decision.kind === 'not-held' ? words.decided['not-held'](cited) : words.decided['not-a-citation']
}

function sameNames(documents: readonly DocumentLine[]): string {
  const names = documents.slice(0, 3).map((one) => one.reference ?? commonWords.noReference)
  return documents.length > 3 ? `${names.join(', ')} ${words.sameMore(documents.length - 3)}` : names.join(', ')
}
