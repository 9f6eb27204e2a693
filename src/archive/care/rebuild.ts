import { join } from 'node:path'
import { OperationError } from '#contract/failures.ts'
import type { JobHandle } from '../archive-context.ts'
import { DATABASE } from '../archive-file.ts'
import type { OpenedArchive } from '../archive-session.ts'
import { storageFailure } from '../files/storage-failure.ts'
import { openDatabase } from '../store/db/connection.ts'
import { migrate } from '../store/db/migrate.ts'
import { discardDatabase, removeDatabase } from './aside.ts'
import { remakeTexts } from './missing-texts.ts'
import { replay, replayNow } from './replay.ts'
import { swapDatabase } from './swap-database.ts'

const NEW_DATABASE = '.new-archive.db'

/**
 * Makes the database anew from ledger and originals alone, beside the old one, which serves meanwhile; what is filed
 * in between is caught up in the last step. The old one is kept aside; where the last step fails it is opened again and the
 * archive goes on with it. A text that is lost is read again.
 */
export async function rebuild(archive: OpenedArchive, job: JobHandle): Promise<void> {
  if (!archive.folderWritable) throw new OperationError('archive-read-only')
  const path = join(archive.folder, NEW_DATABASE)
  const { ledger, originals, texts } = archive
  removeDatabase(path)
  job.total(ledger.head().seq)
  const db = openDatabase(path)
  try {
    migrate(db)
    const read = await remakeTexts(ledger, { originals, texts }, { signal: job.signal, step: (name) => job.step(name) })
    let done = 0
    await replay(db, ledger, {
      texts,
      signal: job.signal,
      step(now) {
        for (; done < now; done++) job.step(DATABASE)
      }
    })
    if (job.cancelled) throw new OperationError('cancelled')
    archive.replaceDatabase(
      (old) => {
        replayNow(db, ledger, texts)
        db.pragma('journal_mode = DELETE')
        db.close()
        return swapDatabase(archive.folder, path, old)
      },
      { code: 'database-rebuilt', detail: { why: 'asked', events: ledger.head().seq, texts: read } }
    )
  } catch (error) {
    if (db.open) db.close()
    discardDatabase(path)
    throw storageFailure(error)
  }
}
