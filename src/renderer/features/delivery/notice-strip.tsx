import { useLocation } from 'wouter'
import type { Reconciliation } from '#contract/operations/distribution.ts'
import { useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay, today } from '../../strings/dates.ts'
import { careWords } from '../../strings/delivery-care.ts'

const words = careWords.notice

/** What this paper recalls, replaces or corrects, or what does it to this one; and the one key that sends it on. */
export function NoticeStrip(props: Readonly<{ reconciliation: Reconciliation; onWaiting(): void }>) {
  const { document, notices, offers } = props.reconciliation
  const [, navigate] = useLocation()
  const toasts = useToasts()
  const give = useCommand('delivery.giveNotice')
  const [offer] = offers
  const sendOn = () => {
    if (!offer || give.isPending) return
    give.mutate(
      {
        documentId: offer.first.id,
        kind: offer.kind,
        byDocumentId: document.id,
        on: today(),
        reason: null,
        recall: offer.kind === 'recall',
        send: true
      },
      {
        onSuccess: (made) => toasts.done(words.done(words.kinds[offer.kind], made.recalled, made.sent), made.undo),
        onError: (error) => toasts.failed(error, words.notDone)
      }
    )
  }
  useShortcuts({ F7: sendOn }, { enabled: offer !== undefined })
  if (notices.length === 0 && !offer) return null
  return (
    <div className="notice-strip">
      {notices.map((notice) => {
        const own = notice.first.id === document.id
        const other = own ? notice.by : notice.first
        const reference = other?.reference ?? ''
        return (
          <p key={notice.id} className="row">
            <span className="strong">
              {own
                ? words.about(words.kinds[notice.kind], showDay(notice.on), reference)
                : words.given(words.kinds[notice.kind], reference, notice.holders)}
            </span>
            {notice.reason && <span className="muted clip">{notice.reason}</span>}
            {notice.recalled > 0 && <span className="num">{words.returned(notice.returned, notice.recalled)}</span>}
            {own && notice.recalled > notice.returned && (
              <Button small onPress={props.onWaiting}>
                {words.showWaiting}
              </Button>
            )}
            {other && (
              <Button small quiet onPress={() => navigate(paths.delivery(other.id))}>
                {other.reference ?? commonWords.noReference}
              </Button>
            )}
          </p>
        )
      })}
      {offer && (
        <p className="row">
          <span className="strong">
            {words.offer(words.kinds[offer.kind], offer.first.reference ?? commonWords.noReference)}
          </span>
          <Button kind="primary" disabled={give.isPending} onPress={sendOn}>
            {words.offerDo(offer.holders, offer.first.reference ?? commonWords.noReference)} <Kbd>F7</Kbd>
          </Button>
        </p>
      )}
    </div>
  )
}
