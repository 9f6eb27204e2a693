import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { NumberRequest } from '#contract/operations/books.ts'
import type { OutputOf } from '#contract/operations.ts'
import type { DocumentForm, PageTextView } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { Note } from '../../components/note.tsx'
import { type FocusSpan, PageView } from '../../components/page-view.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useCommand } from '../../hooks/use-command.ts'
import { useDebounced } from '../../hooks/use-debounced.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { failureWords, isFailureCode } from '../../strings/failures.ts'
import { warningWords, filingWords as words } from '../../strings/filing.ts'
import { pageWords } from '../../strings/page-view.ts'
import { DeadlinesRead } from '../handling/deadlines-read.tsx'
import { useFilingDeadlines } from '../handling/use-filing-deadlines.ts'
import { CarryChoice } from './carry-choice.tsx'
import { CitesRead } from './cites-read.tsx'
import { filedText } from './filed-text.ts'
import { carryOver, chosenCarry } from './form/carry.ts'
import { DocumentFields } from './form/document-fields.tsx'
import { cleanForm, type FieldName, firstDoubt, formReference, isFieldName } from './form/fields.ts'
import { focusField } from './form/move-focus.ts'
import { NumberHelp, useNumberProposal } from './form/number-help.tsx'
import { fieldFocus, pageMarks, type Readings, takeHint } from './form/readings.ts'
import { guessRole, type Joined, JoinFiles } from './join-files.tsx'
import { type Answer, Question, type Role } from './question.tsx'
import { PAPER, type QueueItem } from './queue.tsx'
import { ReviewFoot } from './review-foot.tsx'
import { useDraft } from './use-draft.ts'
import type { FilingDesk } from './use-filing-desk.ts'

export type IntakeDetails = OutputOf<'intake.get'>

type ReviewProps = Readonly<{
  /** null: a paper without a file. */
  details: IntakeDetails | null
  /** The form as read, or a blank one. */
  base: DocumentForm
  others: readonly QueueItem[]
  desk: FilingDesk
  /** Filed, added to another document, or thrown away. */
  onDone(): void
  /** The page for a paper without a file was put away. */
  onLeave?(): void
}>

const NOTHING: Readings = {}
const NO_PAGES: readonly PageTextView[] = []
const QUESTIONS = ['duplicate-bytes', 'duplicate-identity']

/** One waiting document: the page, and the form that follows it (mock-up 03). */
export function Review(props: ReviewProps) {
  const { details, base } = props
  const item = details?.item ?? null
  const toasts = useToasts()
  const name = item?.reference ?? item?.name ?? words.paperItem
  const { form, change, saveNow, savedAt, forget } = useDraft(
    props.desk,
    item?.id ?? PAPER,
    item?.id ?? null,
    base,
    name
  )
  const readings = details?.readings ?? NOTHING
  const citations = details?.citations ?? []
  const deadlines = useFilingDeadlines(item?.id ?? PAPER, form, details?.pages ?? NO_PAGES)
  const panel = useRef<HTMLDivElement>(null)
  const scroller = useRef<HTMLElement>(null)
  const firstAnswer = useRef<HTMLButtonElement>(null)
  const [field, setField] = useState<FieldName | null>(null)
  const [focus, setFocus] = useState<FocusSpan | null>(null)
  const [answer, setAnswer] = useState<Answer>(null)
  const [chosenRole, setRole] = useState<Role | null>(null)
  const [joined, setJoined] = useState<readonly Joined[]>([])
  const [numbering, setNumbering] = useState<NumberRequest | null>(null)
  const [discarding, setDiscarding] = useState(false)
  const { last, setLast } = props.desk

  const asked = useDebounced(form, 250)
  const proposal = useNumberProposal(asked)
  const intakeIds = useMemo(() => [...(item ? [item.id] : []), ...joined.map((one) => one.id)], [item, joined])
  const check = useCall('document.check', { form: cleanForm(asked), intakeIds, except: null }, { keep: true })
  const warnings = check.data?.warnings ?? details?.warnings ?? []
  const question = warnings.find((one) => QUESTIONS.includes(one.code)) ?? null
  const reference = formReference(form)
  const target = question?.document ?? null
  const role = chosenRole ?? (target?.textKind === 'none' || !item ? 'main' : guessRole(item))

  const file = useCommand('document.file')
  const attach = useCommand('document.attach')
  const discard = useCommand('intake.discard')
  const busy = file.isPending || attach.isPending || discard.isPending

  // The cursor starts in the first doubtful field, once for each document (F12).
  useEffect(() => focusField(panel.current, firstDoubt(form)), [])

  const show = useCallback(
    (name: FieldName, line: number | null) => {
      setField(name)
      setFocus(fieldFocus(form, readings, name, line))
    },
    [form, readings]
  )
  const showCitation = (id: string) => {
    const one = citations.find((citation) => citation.id === id)
    setField(null)
    if (one && one.start !== null && one.end !== null) setFocus({ id, start: one.start, end: one.end, tone: 'cite' })
  }
  const openMark = (id: string) => {
    const [named] = id.split(' ')
    if (named && isFieldName(named)) focusField(panel.current, named)
    else showCitation(id)
  }

  const done = () => {
    forget()
    props.onDone()
  }
  const send = () => {
    if (busy) return
    if (question && answer === null) {
      firstAnswer.current?.focus()
      return
    }
    const clean = cleanForm(form)
    const said = formReference(clean) ?? commonWords.noReference
    if (answer === 'attach' && target && item) {
      const to = target.reference ?? commonWords.noReference
      attach.mutate(
        { documentId: target.id, intakeId: item.id, role },
        {
          onSuccess: (out) => {
            toasts.done(words.attached(to), out.undo)
            done()
          },
          onError: (error) => toasts.failed(error, words.notAttached(to))
        }
      )
      return
    }
    const files = [
      ...(item ? [{ intakeId: item.id, role: 'main' as const }] : []),
      ...joined.map((one) => ({ intakeId: one.id, role: one.role }))
    ]
    file.mutate(
      { form: clean, files, reviewed: true, deadlines: deadlines.said, numbering },
      {
        onSuccess: (out) => {
          toasts.done(filedText(out), out.undo)
          setLast(clean)
          done()
        },
        onError: (error) => toasts.failed(error, words.notFiled(said))
      }
    )
  }
  const throwAway = () => {
    setDiscarding(false)
    if (!item) {
      forget()
      props.onLeave?.()
      return
    }
    discard.mutate(
      { id: item.id },
      {
        onSuccess: () => {
          toasts.done(words.discarded(name))
          done()
        },
        onError: (error) => toasts.failed(error, words.notDiscarded(name))
      }
    )
  }
  const carry = () => {
    if (!last) return toasts.done(words.carryNone)
    const patch = carryOver(form, last, chosenCarry())
    if (patch) change(patch)
    else toasts.done(words.carryNothing)
  }
  const takeSuggestion = () => {
    const patch = field && takeHint(form, field, readings)
    if (!patch || !field) return
    change(patch)
  }
  const nextPane = () => {
    if (document.activeElement === scroller.current) focusField(panel.current, field ?? firstDoubt(form))
    else scroller.current?.focus()
  }
  useShortcuts({
    'Ctrl+Enter': send,
    'Ctrl+s': () => void saveNow(),
    'Ctrl+d': carry,
    F4: takeSuggestion,
    // The next number of the book, given when the paper is filed.
    F7: () => {
      if (!proposal?.book || proposal.refused || proposal.next === null) return false
      change({ number: null, suffix: null })
      setNumbering({ take: { kind: 'next', bookId: proposal.book.id }, reason: null })
    },
    F6: nextPane,
    'Alt+1': () => {
      if (question?.code === 'duplicate-bytes') setDiscarding(true)
      else if (question && item) setAnswer('attach')
      else return false
    },
    'Alt+2': () => {
      if (!question) return false
      setAnswer('other')
    }
  })
  useStatusKeys([
    { keys: ['Enter'], does: words.keys.next },
    { keys: ['F4'], does: words.keys.hint },
    { keys: ['Ctrl Enter'], does: words.keys.file },
    { keys: ['Ctrl D'], does: words.keys.before },
    { keys: ['Ctrl S'], does: words.keys.draft },
    { keys: ['Alt ↓'], does: words.keys.later }
  ])

  const marks = useMemo(() => pageMarks(form, readings, citations), [form, readings, citations])
  const label = words.pageLabel(name)
  const action =
    answer === 'attach' && target
      ? words.attachTo(target.reference ?? commonWords.noReference)
      : reference
        ? words.fileAs(reference)
        : words.file
  return (
    <>
      {details ? (
        <PageView
          label={label}
          address={{ intakeId: details.item.id }}
          mediaType={details.file.mediaType}
          pages={details.pages}
          signatures={details.signatures}
          marks={marks}
          focus={focus}
          onMark={openMark}
          scrollerRef={scroller}
          about={details.item.textKind === 'none' ? '' : commonWords.textKinds[details.item.textKind].toLowerCase()}
          tools={
            <span className="row legend" aria-hidden="true">
              <span className="ev on-paper">{pageWords.read}</span>
              <span className="ev unsure on-paper">{pageWords.unsure}</span>
            </span>
          }
        />
      ) : (
        <section className="desk no-file" aria-label={words.noFile}>
          <div className="empty">
            <h2>{words.noFile}</h2>
            <p className="muted">{words.noFileAbout}</p>
          </div>
        </section>
      )}
      <section className="panel" aria-label={words.formLabel}>
        <div className="scroll grow" ref={panel}>
          <div className="form-notes">
            {question && (
              <Question
                warning={question}
                answer={answer}
                role={role}
                canAttach={item !== null}
                onAnswer={setAnswer}
                onRole={setRole}
                onDiscard={() => setDiscarding(true)}
                firstRef={firstAnswer}
              />
            )}
            {item?.status === 'unreadable' && <Note tone="warn">{unreadableText(item)}</Note>}
            {warnings
              .filter((one) => one.field === null && !QUESTIONS.includes(one.code))
              .map((one) => (
                <Note key={one.code}>
                  {warningWords(one.code, one.detail, one.document?.reference ?? null, showDay)}
                </Note>
              ))}
          </div>
          <DocumentFields
            form={form}
            readings={readings}
            warnings={warnings}
            nextArrivalNumber={check.data?.nextArrivalNumber ?? null}
            onChange={(patch) => {
              // A number typed is the clerk's own: none is asked of the book any more.
              if (patch.number) setNumbering(null)
              change(patch)
            }}
            numbers={
              <NumberHelp
                form={form}
                proposal={proposal}
                request={numbering}
                onRequest={setNumbering}
                onChange={change}
              />
            }
            onField={show}
            paper={item === null}
          >
            <DeadlinesRead
              filing={deadlines}
              onShow={({ start, end }) => {
                setField(null)
                setFocus({ id: `deadline ${start}`, start, end, tone: 'hit' })
              }}
            />
            {details && <CitesRead citations={citations} current={focus?.id ?? null} onOpen={showCitation} />}
            {details && <JoinFiles file={details.file} joined={joined} others={props.others} onChange={setJoined} />}
            <CarryChoice onCarry={carry} />
          </DocumentFields>
        </div>
        <ReviewFoot
          action={action}
          busy={busy}
          savedAt={savedAt}
          paper={item === null}
          onSend={send}
          onSave={() => void saveNow()}
          onDiscard={() => setDiscarding(true)}
        />
      </section>
      {discarding && (
        <Confirm
          title={words.discardTitle(name)}
          action={item ? words.discard : words.discardPaper}
          danger
          onKeep={() => setDiscarding(false)}
          onDo={throwAway}
        >
          <p>{words.discardAbout}</p>
        </Confirm>
      )}
    </>
  )
}

/** What keeps the file from being read, and that it can be filed all the same. */
function unreadableText(item: QueueItem): string {
  if (item.problem === null || !isFailureCode(item.problem)) return words.unreadable
  return words.problem(failureWords({ code: item.problem, detail: { name: item.name } }).happened)
}
