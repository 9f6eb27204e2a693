import { useEffect, useRef } from 'react'
import type { OutputOf } from '#contract/operations.ts'
import { Kbd } from '../../components/kbd.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount } from '../../strings/dates.ts'
import { fieldNames, filingWords as words } from '../../strings/filing.ts'

export type QueueItem = OutputOf<'intake.list'>['items'][number]
/** What stands in the middle: a waiting file, or the page for a paper without one. */
export const PAPER = 'paper'

type QueueProps = Readonly<{
  items: readonly QueueItem[]
  current: string | null
  paper: boolean
  onOpen(id: string): void
}>

const DOTS = { ready: 'ok', unsure: 'warn', unreadable: 'danger', duplicate: 'ring' } as const

/** The files that wait, each with its state in words. */
export function Queue(props: QueueProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [props.current])
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
        {props.paper && (
          <li aria-current={props.current === PAPER ? 'true' : undefined}>
            <button type="button" onClick={() => props.onOpen(PAPER)}>
              <span className="row">
                <span className="dot ring" />
                <span className="clip strong">{words.paperItem}</span>
              </span>
              <span className="hint clip">{words.paperItemAbout}</span>
            </button>
          </li>
        )}
        {props.items.map((item) => (
          <li key={item.id} aria-current={item.id === props.current ? 'true' : undefined}>
            <button type="button" title={item.name} onClick={() => props.onOpen(item.id)}>
              <span className="row">
                <span className={`dot ${DOTS[item.status]}`} />
                <span className={item.reference ? 'ref clip' : 'clip'}>{itemName(item)}</span>
              </span>
              <span className="hint clip">{statusText(item)}</span>
            </button>
          </li>
        ))}
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
