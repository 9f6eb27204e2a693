import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { DeadlineView, HandlingView } from '#contract/operations/handling.ts'
import type { DocumentLine } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { Confirm } from '../../components/confirm.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { AssignmentItem } from './assignment-item.tsx'
import { DeadlineList } from './deadline-list.tsx'
import { DoneDialog } from './done-dialog.tsx'
import { DueBadge } from './due-badge.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { useDeadlineKeys } from './use-deadline-keys.ts'
import { type HandlingDeeds, useHandling } from './use-handling.ts'
import './handling.css'

type Standing = HandlingView['assignments'][number]
type Asked =
  | Readonly<{ what: 'assign'; before: Standing | null; deadline: DeadlineView | null }>
  | Readonly<{ what: 'remove'; assignment: Standing }>
  | Readonly<{ what: 'report' | 'done' | 'reopen' }>
  | null

type HandlingTabProps = Readonly<{
  document: DocumentLine
  /** Brings the sentence of a deadline into sight. */
  onShow(deadline: DeadlineView): void
}>

/** Xử lý: who handles an incoming paper, until when, how far it has come, what answered it (D07). */
export function HandlingTab(props: HandlingTabProps) {
  const { document } = props
  const found = useCall('handling.get', { documentId: document.id })
  const deeds = useHandling(document.id)
  if (found.isError) return <FailureNote error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Loading />
  return <Handling view={found.data} deeds={deeds} onShow={props.onShow} />
}

function Handling(props: Readonly<{ view: HandlingView; deeds: HandlingDeeds; onShow(deadline: DeadlineView): void }>) {
  const { view, deeds } = props
  const [asked, setAsked] = useState<Asked>(null)
  const [showAll, setShowAll] = useState(false)
  const close = () => setAsked(null)
  const can = !view.document.withdrawn
  const open = view.deadlines.filter((one) => one.state === 'open')
  const put = view.deadlines.filter((one) => one.state === 'dismissed')
  const shown = view.deadlines.filter((one) => one.state !== 'dismissed' || showAll)
  // A paper that is done is not opened again by a deadline of its text.
  const working = can && view.state !== 'done'
  const current = working ? (open[0] ?? null) : null
  const assign = () => setAsked({ what: 'assign', before: null, deadline: null })
  const take = (deadline: DeadlineView) => {
    if (deadline.day) deeds.take(deadline)
    else setAsked({ what: 'assign', before: null, deadline })
  }
  useShortcuts(
    {
      'Alt+b': assign,
      'Alt+t': () => (working ? setAsked({ what: 'report' }) : false),
      F8: () => (working && view.state !== 'none' ? setAsked({ what: 'done' }) : false)
    },
    { enabled: can && asked === null }
  )
  useDeadlineKeys(current, { take, dismiss: deeds.dismiss }, can && asked === null)
  useStatusKeys(
    [
      { keys: ['Alt B'], does: words.keys.assign },
      ...(working ? [{ keys: ['Alt T'], does: words.keys.report }] : []),
      ...(working && view.state !== 'none' ? [{ keys: ['F8'], does: words.keys.done }] : []),
      ...(current
        ? [
            { keys: ['Alt H'], does: words.keys.take },
            { keys: ['Alt K'], does: words.keys.dismiss }
          ]
        : [])
    ],
    can
  )
  return (
    <>
      {view.state !== 'none' && (
        <div className="sect handling-state">
          <DueBadge row={view} />
          {view.due && (
            <span>
              {words.due} <b className="num strong">{showDay(view.due)}</b>
            </span>
          )}
          {can && (
            <span className="row end">
              {view.state === 'done' ? (
                <Button small onPress={() => setAsked({ what: 'reopen' })}>
                  {words.reopen}
                </Button>
              ) : (
                <>
                  <Button small onPress={() => setAsked({ what: 'report' })}>
                    {words.report} <Kbd>Alt T</Kbd>
                  </Button>
                  <Button small kind="primary" onPress={() => setAsked({ what: 'done' })}>
                    {words.done} <Kbd>F8</Kbd>
                  </Button>
                </>
              )}
            </span>
          )}
        </div>
      )}
      {view.result && <Result view={view} />}
      {shown.length + put.length > 0 && (
        <div className="sect">
          <h2>
            {words.deadlines} {open.length > 0 && <span className="hint end">{words.deadlinesHint}</span>}
          </h2>
          <DeadlineList
            deadlines={shown}
            current={current?.key ?? null}
            canChange={working}
            onShow={props.onShow}
            onTake={take}
            onDismiss={deeds.dismiss}
          />
          {put.length > 0 && (
            <button type="button" className="link" onClick={() => setShowAll(!showAll)}>
              {words.showDismissed(put.length)}
            </button>
          )}
        </div>
      )}
      {view.assignments.length === 0 ? (
        <EmptyState title={words.none}>
          <p className="muted">{words.noneText}</p>
          {can && (
            <Button needs="handling.assign" kind="primary" icon="pen" onPress={assign}>
              {words.assign} <Kbd>Alt B</Kbd>
            </Button>
          )}
        </EmptyState>
      ) : (
        <div className="sect">
          <h2>
            {words.columns.opinion}
            {can && (
              <span className="end">
                <Button needs="handling.assign" small icon="add" onPress={assign}>
                  {words.assign} <Kbd>Alt B</Kbd>
                </Button>
              </span>
            )}
          </h2>
          <ul className="assignments">
            {view.assignments.map((one) => (
              <AssignmentItem
                key={one.id}
                assignment={one}
                onEdit={can ? () => setAsked({ what: 'assign', before: one, deadline: null }) : null}
                onRemove={can ? () => setAsked({ what: 'remove', assignment: one }) : null}
              />
            ))}
          </ul>
        </div>
      )}
      {view.progress.length > 0 && (
        <div className="sect last">
          <h2>{words.progress}</h2>
          <ul className="progress-lines">
            {view.progress.map((one) => (
              <li key={one.id}>
                <span className="num">{showDay(one.on)}</span>
                <span className="grow">
                  {one.text}
                  {one.by && <span className="hint"> · {one.by}</span>}
                </span>
                {can && (
                  <Button small quiet icon="close" label={words.remove} onPress={() => deeds.removeReport(one.id)} />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Dialogs view={view} deeds={deeds} asked={asked} onClose={close} />
    </>
  )
}

function Result(props: Readonly<{ view: HandlingView }>) {
  const { result } = props.view
  if (!result) return null
  return (
    <div className="sect">
      <h2>{words.result}</h2>
      <p className="handling-line">{words.resultLine(showDay(result.on), result.by ?? '')}</p>
      {(result.reply || result.replyText) && (
        <p className="handling-line">
          {words.answeredBy}{' '}
          {result.reply ? (
            <Link className="ref" href={paths.document(result.reply.id)}>
              {result.reply.reference}
            </Link>
          ) : (
            <b className="ref">{result.replyText}</b>
          )}
        </p>
      )}
      {result.note && <p className="hint">{result.note}</p>}
    </div>
  )
}

function Dialogs(
  props: Readonly<{ view: HandlingView; deeds: HandlingDeeds; asked: Asked; onClose(): void }>
): ReactNode {
  const { view, deeds, asked, onClose } = props
  const { document } = view
  switch (asked?.what) {
    case 'assign': {
      const { before, deadline } = asked
      const { id, ...said } = before ?? { id: null }
      return (
        <AssignDialog
          before={before ? (said as Omit<Standing, 'id'>) : null}
          start={deadline ? { dueFrom: { key: deadline.key, quote: deadline.quote }, main: deadline.unit } : {}}
          arrivedOn={document.arrivedOn}
          issuedOn={document.issuedOn}
          busy={deeds.busy}
          onClose={onClose}
          onSave={(assignment) => deeds.assign(id, assignment, onClose)}
        />
      )
    }
    case 'remove':
      return (
        <Confirm
          title={words.removeTitle}
          action={words.remove}
          danger
          onKeep={onClose}
          onDo={() => deeds.remove(asked.assignment.id, onClose)}
        >
          <p>{words.removeAbout}</p>
        </Confirm>
      )
    case 'report':
      return <ReportDialog busy={deeds.busy} onClose={onClose} onSave={(said) => deeds.report(said, onClose)} />
    case 'done':
      return (
        <DoneDialog
          documentId={document.id}
          busy={deeds.busy}
          onClose={onClose}
          onSave={(said) => deeds.done(said, onClose)}
        />
      )
    case 'reopen':
      return (
        <Confirm
          title={words.reopenTitle}
          action={words.reopen}
          reason="required"
          onKeep={onClose}
          onDo={(reason) => deeds.reopen(reason, onClose)}
        >
          <p>{words.reopenAbout}</p>
        </Confirm>
      )
    default:
      return null
  }
}
