import { localDay } from '../ids.ts'
import { queueCounts } from '../intake/intake-page.ts'
import { openDeliveryCount } from '../store/delivery-rows.ts'
import { daysBefore } from '../store/delivery-state.ts'
import { overdueCount } from '../store/handling-board.ts'
import { office } from '../store/office.ts'
import { worklistCounts } from '../store/worklists.ts'
import type { Handlers } from './handlers.ts'

/** A local day reaches no further back, wherever the machine stands. */
const TWO_DAYS = 2 * 24 * 3600 * 1000

/** Counts for the rail and the status bar. */
export const overviewHandlers: Handlers<'overview'> = {
  overview: (archive) => {
    const { db } = archive
    const today = archive.today()
    const queue = queueCounts(archive)
    const olderThanDays = office(db).acknowledgeDays
    return {
      documents: Number(db.prepare('SELECT count(*) FROM document WHERE withdrawn_at IS NULL').pluck().get()),
      filedToday: db
        .prepare<[string], { at: string }>('SELECT filed_at AS at FROM document WHERE filed_at >= ?')
        .all(new Date(archive.clock.now().getTime() - TWO_DAYS).toISOString())
        .filter((row) => localDay(new Date(row.at)) === today).length,
      intakeWaiting: queue.waiting,
      intakeReady: queue.ready,
      unacknowledged: openDeliveryCount(db, daysBefore(today, olderThanDays)),
      overdue: overdueCount(db, today),
      worklist: Object.values(worklistCounts(db, today)).reduce((sum, count) => sum + count, 0)
    }
  }
}
