import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IntakeId } from '#contract/ids.ts'
import type { DocumentForm } from '#contract/schemas.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { Loading } from '../../components/loading.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { backlogWords } from '../../strings/backlog.ts'
import { commonWords } from '../../strings/common.ts'
import { showCount, today } from '../../strings/dates.ts'
import { filingWords as words } from '../../strings/filing.ts'
import { useClient } from '../../transport/context.tsx'
import { BookDialog } from '../backlog/book-dialog.tsx'
import { MatchDialog } from '../backlog/match-dialog.tsx'
import { FondsBar } from '../books/fonds-bar.tsx'
import { AddingStrip } from './adding-strip.tsx'
import { withoutLitter } from './dropped-files.ts'
import { FileReady } from './file-ready.tsx'
import { carryOver, chosenCarry } from './form/carry.ts'
import { blankForm } from './form/fields.ts'
import { JobPanel } from './job-panel.tsx'
import { PAPER, Queue, type QueueItem } from './queue.tsx'
import { Review } from './review.tsx'
import { useAddFiles } from './use-add-files.ts'
import { useDrop } from './use-drop.ts'
import { type FilingDesk, useFilingDesk } from './use-filing-desk.ts'
import { useIntakeJob } from './use-intake-job.ts'
import './filing.css'

const ACCEPT = '.pdf,.docx,.doc,.odt,.rtf,.txt,.md,.jpg,.jpeg,.png,.tif,.tiff,.edxml,.xml'
/** Lines of the queue asked for at a time. */
const PAGE = 200
/** From this many files on it is asked whether each is to be looked at now. */
const MANY = 20

/** Vào sổ: what waits on the left, the page in the middle, the form beside it (mock-up 03). */
export function FilingScreen() {
  const [current, setCurrent] = useKeptState<string | null>('filing.current', null)
  const [asked, setAsked] = useKeptState('filing.asked', PAGE)
  const list = useCall('intake.list', { limit: asked }, { keep: true })
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const first = list.data?.items
  // Others came in before what is open: it stands beyond those loaded.
  const beyond =
    current !== null && current !== PAPER && first?.length === asked && !first.some((item) => item.id === current)
  const far = useCall('intake.list', { limit: 1, current: current as IntakeId }, { enabled: beyond })
  const open = beyond ? far.data?.current : null
  const items = useMemo(
    () => [...(first ?? []), ...(open ? [open] : [])].filter((item) => !gone.has(item.id)),
    [first, open, gone]
  )
  const looking = beyond && far.data === undefined
  const total = list.data?.total ?? 0
  const more = useCallback(() => setAsked((old) => (items.length >= old ? old + PAGE : old)), [items.length, setAsked])
  const [paper, setPaper] = useKeptState('filing.paper', false)
  const begun = useCall('intake.paper', {}).data
  // A paper begun before the window was closed waits as the first line.
  useEffect(() => {
    if (begun?.form) setPaper(true)
  }, [begun, setPaper])
  const desk = useFilingDesk()
  const { last } = desk
  const [paperTurn, setPaperTurn] = useState(0)
  const { add, copying, notCopied, forget } = useAddFiles()
  const work = useIntakeJob(notCopied)
  const [panel, setPanel] = useState(false)
  const [many, setMany] = useState<readonly File[] | null>(null)
  const [book, setBook] = useState(false)
  const [pairs, setPairs] = useState(false)
  const matching = useCall('match.list', { limit: 1 }, { keep: true }).data?.total ?? 0
  const chooser = useRef<HTMLInputElement>(null)

  const order = [...(paper ? [PAPER] : []), ...items.map((item) => item.id as string)]
  const at = current === null ? -1 : order.indexOf(current)
  const place = useRef(0)
  if (at >= 0) place.current = at
  // What was open is gone: its place in the queue is taken by the next.
  useEffect(() => {
    if (list.data && at < 0 && !looking) setCurrent(order[Math.min(place.current, order.length - 1)] ?? null)
  })

  // The next document is read ahead, so that Ctrl+Enter and Alt+↓ show it at once.
  const ahead = order[at + 1]
  const client = useClient()
  const queries = useQueryClient()
  useEffect(() => {
    if (ahead === undefined || ahead === PAPER) return
    const input = { id: ahead as IntakeId }
    void queries.prefetchQuery({
      queryKey: ['intake.get', input],
      queryFn: () => client.call('intake.get', input),
      staleTime: 60_000
    })
  }, [ahead, client, queries])

  const take = (files: readonly File[]) => {
    if (files.length > MANY) setMany(files)
    else void add(files, 'review')
  }
  const over = useDrop(take)
  const step = (by: 1 | -1) => {
    const next = order[at + by]
    if (next) setCurrent(next)
  }
  const newPaper = () => {
    setPaper(true)
    setCurrent(PAPER)
  }
  const choose = () => chooser.current?.click()
  const folder = useRef<HTMLInputElement>(null)
  const chooseFolder = () => folder.current?.click()
  useShortcuts({
    'Ctrl+o': choose,
    'Ctrl+n': newPaper,
    'Alt+ArrowDown': () => step(1),
    'Alt+ArrowUp': () => step(-1),
    F9: () => {
      if (!work.any) return false
      setPanel(true)
    }
  })
  useStatusKeys(
    [
      { keys: ['Ctrl O'], does: words.keys.add },
      { keys: ['Ctrl N'], does: words.keys.paper }
    ],
    order.length === 0
  )

  const done = () => {
    if (current === PAPER) {
      setPaperTurn((old) => old + 1)
      return
    }
    if (current) setGone((old) => new Set([...old, current]))
    setCurrent(order[at + 1] ?? order[at - 1] ?? null)
  }
  const ready = list.data?.counts.ready ?? 0
  const blank = () => {
    if (paperTurn === 0 && begun?.form) return begun.form
    const form = blankForm('incoming', today())
    return { ...form, ...(paperTurn > 0 && last ? carryOver(form, last, chosenCarry()) : null) }
  }
  return (
    <>
      <div className="toolbar">
        <h1>{words.title}</h1>
        <span className="hint clip">
          {list.data &&
            (total === 0
              ? words.none
              : `${words.waiting(showCount(total))}${ready > 0 ? ` · ${words.ready(showCount(ready))}` : ''}`)}
        </span>
        <span className="row end">
          <Button icon="file" onPress={newPaper}>
            {words.paperOnly} <Kbd>Ctrl N</Kbd>
          </Button>
          <Button icon="add" onPress={choose}>
            {words.addFiles} <Kbd>Ctrl O</Kbd>
          </Button>
          <Button icon="folder" label={words.chooseFolder} onPress={chooseFolder} />
          <Button icon="spreadsheet" onPress={() => setBook(true)}>
            {backlogWords.open}
          </Button>
          {matching > 0 && (
            <Button icon="link" onPress={() => setPairs(true)}>
              {backlogWords.match(showCount(matching))}
            </Button>
          )}
          {list.data && <FileReady within={list.data.within} />}
        </span>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          accept={ACCEPT}
          aria-label={words.chooseFiles}
          onChange={(event) => {
            take([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <input
          ref={folder}
          type="file"
          hidden
          {...{ webkitdirectory: '' }}
          aria-label={words.chooseFolder}
          onChange={(event) => {
            take(withoutLitter(event.target.files ?? []))
            event.target.value = ''
          }}
        />
      </div>
      <FondsBar.Banner />
      <AddingStrip
        copying={copying}
        work={work}
        onOpen={() => setPanel(true)}
        onClose={() => {
          forget()
          work.see()
        }}
      />
      {list.isError ? (
        <div className="screen-pad">
          <FailureNote error={list.error} onRetry={() => void list.refetch()} />
        </div>
      ) : list.data === undefined ? (
        <Loading />
      ) : order.length === 0 ? (
        <NothingWaits onChoose={choose} onFolder={chooseFolder} onPaper={newPaper} onBook={() => setBook(true)} />
      ) : (
        <div className="filing">
          <Queue items={items} total={total} current={current} paper={paper} onOpen={setCurrent} onMore={more} />
          {current === PAPER && (
            <PaperReview
              key={`${PAPER} ${paperTurn}`}
              blank={blank}
              others={items}
              desk={desk}
              onFiled={done}
              onLeave={() => {
                setPaper(false)
                setCurrent(items[0]?.id ?? null)
              }}
            />
          )}
          {current !== null && current !== PAPER && items.some((item) => item.id === current) && (
            <ItemReview
              key={current}
              id={current as IntakeId}
              others={items.filter((item) => item.id !== current)}
              desk={desk}
              onDone={done}
            />
          )}
        </div>
      )}
      {book && <BookDialog onClose={() => setBook(false)} />}
      {pairs && <MatchDialog onClose={() => setPairs(false)} />}
      {panel && <JobPanel job={work.job} counts={work.counts} notCopied={notCopied} onClose={() => setPanel(false)} />}
      {many && (
        <Dialog
          title={words.manyTitle(showCount(many.length))}
          onClose={() => setMany(null)}
          footer={
            <>
              <Button onPress={() => setMany(null)}>{commonWords.cancel}</Button>
              <Button
                onPress={() => {
                  void add(many, 'import')
                  setMany(null)
                }}
              >
                {words.manyImport}
              </Button>
              <Button
                kind="primary"
                onPress={() => {
                  void add(many, 'review')
                  setMany(null)
                }}
              >
                {words.manyReview}
              </Button>
            </>
          }
        >
          <p>{words.manyAbout}</p>
        </Dialog>
      )}
      {over && (
        <div className="drop-over" role="status">
          <Icon name="file-add" />
          <b className="strong">{words.drop}</b>
          <span>{words.dropAbout}</span>
        </div>
      )}
    </>
  )
}

/** Loads what was read of a waiting file; the panes keep their places meanwhile. */
function ItemReview(props: Readonly<{ id: IntakeId; others: readonly QueueItem[]; desk: FilingDesk; onDone(): void }>) {
  const details = useCall('intake.get', { id: props.id })
  if (details.data) {
    return (
      <Review
        details={details.data}
        base={details.data.form}
        others={props.others}
        desk={props.desk}
        onDone={props.onDone}
      />
    )
  }
  return (
    <>
      <section className="desk" />
      <section className="panel">
        {details.isError ? (
          <div className="screen-pad">
            <FailureNote error={details.error} onRetry={() => void details.refetch()} />
          </div>
        ) : (
          <Loading rows={8} />
        )}
      </section>
    </>
  )
}

function PaperReview(
  props: Readonly<{
    blank: () => DocumentForm
    others: readonly QueueItem[]
    desk: FilingDesk
    onFiled(): void
    onLeave(): void
  }>
) {
  const [base] = useState(props.blank)
  return (
    <Review
      details={null}
      base={base}
      others={props.others}
      desk={props.desk}
      onDone={props.onFiled}
      onLeave={props.onLeave}
    />
  )
}

function NothingWaits(props: Readonly<{ onChoose(): void; onFolder(): void; onPaper(): void; onBook(): void }>) {
  return (
    <div className="scroll grow">
      <div className="empty filing-empty">
        <h2>{words.emptyTitle}</h2>
        <ol>
          {words.emptySteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p className="row">
          <Button kind="primary" icon="add" onPress={props.onChoose}>
            {words.chooseFiles} <Kbd>Ctrl O</Kbd>
          </Button>
          <Button icon="folder" onPress={props.onFolder}>
            {words.chooseFolder}
          </Button>
          <Button icon="file" onPress={props.onPaper}>
            {words.paperOnly} <Kbd>Ctrl N</Kbd>
          </Button>
          <Button icon="spreadsheet" onPress={props.onBook}>
            {backlogWords.open}
          </Button>
        </p>
        <p className="hint">{words.emptySecret}</p>
      </div>
    </div>
  )
}
