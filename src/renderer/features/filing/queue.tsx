import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import { scaleOf, useAppearance } from '../../app/appearance.ts'
import { Kbd } from '../../components/kbd.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount } from '../../strings/dates.ts'
import { fieldNames, filingWords as words } from '../../strings/filing.ts'

export type QueueItem = OutputOf<'intake.list'>['items'][number]
/** What stands in the middle: a waiting file, or the page for a paper without one. */
export const PAPER = 'paper'

type QueueProps = Readonly<{
  /** Those loaded, surest first, and the one that is open wherever it stands. */
  items: readonly QueueItem[]
  /** How many wait in all. */
  total: number
  current: string | null
  paper: boolean
  onOpen(id: string): void
  /** Called before the loaded ones run out. */
  onMore(): void
}>

const DOTS = { ready: 'ok', unsure: 'warn', unreadable: 'danger', duplicate: 'ring' } as const

/** Height of a line before the letters' size. */
const LINE = 50
/** So many lines before the end of those loaded the next are asked for. */
const AHEAD = 40

/** The files that wait, each with its state in words; of thousands only those in sight are drawn. */
export function Queue(props: QueueProps) {
  const list = useRef<HTMLUListElement>(null)
  const height = LINE * scaleOf(useAppearance())
  const paper = props.paper ? 1 : 0
  const virtual = useVirtualizer({
    count: props.items.length + paper,
    getScrollElement: () => list.current,
    estimateSize: () => height,
    overscan: 10
  })
  useEffect(() => virtual.measure(), [height, virtual])
  const at = props.current === PAPER ? 0 : props.items.findIndex((item) => item.id === props.current) + paper
  useEffect(() => {
    if (props.current !== null && at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [props.current, at, virtual])
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const { onMore } = props
  useEffect(() => {
    if (last >= props.items.length - AHEAD && props.items.length < props.total) onMore()
  }, [last, props.items.length, props.total, onMore])
  const filedToday = useCall('overview', {}, { keep: true }).data?.filedToday
  return (
    <aside className="queue col" aria-label={words.queueLabel}>
      <div className="panel-h">
        <h2>{words.queue}</h2>
        <span className="queue-keys">
          <Kbd>Alt ↑</Kbd> <Kbd>Alt ↓</Kbd>
        </span>
      </div>
      <ul className="list scroll grow" ref={list} aria-label={words.queue}>
        <li className="queue-space" style={{ height: virtual.getTotalSize() }} aria-hidden="true" />
        {shown.map(({ index, start }) => {
          const item = props.items[index - paper]
          const id = index < paper ? PAPER : (item?.id ?? '')
          return (
            <li
              key={id}
              className="queue-line"
              style={{ height, transform: `translateY(${start}px)` }}
              aria-current={id === props.current ? 'true' : undefined}
              aria-setsize={props.total + paper}
              aria-posinset={index + 1}
            >
              {item ? (
                <button type="button" title={item.name} onClick={() => props.onOpen(item.id)}>
                  <span className="row">
                    <span className={`dot ${DOTS[item.status]}`} />
                    <span className={item.reference ? 'ref clip' : 'clip'}>{itemName(item)}</span>
                  </span>
                  <span className="hint clip">{statusText(item)}</span>
                </button>
              ) : (
                <button type="button" onClick={() => props.onOpen(PAPER)}>
                  <span className="row">
                    <span className="dot ring" />
                    <span className="clip strong">{words.paperItem}</span>
                  </span>
                  <span className="hint clip">{words.paperItemAbout}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {filedToday !== undefined && (
        <div className="sect queue-today">
          <dl className="defs">
            <dt>{`${words.today}: ${words.filedToday.toLowerCase()}`}</dt>
            <dd className="num strong">{showCount(filedToday)}</dd>
          </dl>
        </div>
      )}
    </aside>
  )
}

/** "Chưa có số, ngày văn bản", "Quét · 3 trang", "Đã có trong kho". */
function statusText(item: QueueItem): string {
  if (item.status === 'unsure' && item.doubts.length > 0 && item.doubts.length < 4) {
    return words.missing(fieldNames(item.doubts))
  }
  const scan = item.textKind === 'scan' || item.textKind === 'mixed' ? ` · ${words.scan}` : ''
  const pages = item.pages > 0 ? ` · ${words.pages(item.pages)}` : ''
  return `${words.status[item.status]}${item.status === 'duplicate' ? '' : `${pages}${scan}`}`
}

/** "221-CV/HU?" while number or symbol is only suspected; the file's name where nothing was read. */
export function itemName(item: Pick<QueueItem, 'reference' | 'name' | 'doubts'>): string {
  if (item.reference === null) return item.name
  return item.doubts.includes('number') || item.doubts.includes('symbol') ? `${item.reference}?` : item.reference
}
