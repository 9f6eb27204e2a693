import { movesBooks, placeAllLines } from '../store/book-lines.ts'
import { prepared } from '../store/db/prepared.ts'
import { writeMeta } from '../store/office.ts'
import type { Appliers } from './appliers.ts'

export const applyArchive: Appliers<'archive-created' | 'office-saved'> = {
  'archive-created': (db, { data }) => {
    writeMeta(db, 'archive_id', data.archiveId)
    writeMeta(db, 'format', String(data.format))
    writeMeta(db, 'office', JSON.stringify(data.office))
    prepared<[string, string]>(db, 'INSERT INTO fonds(id, name, own) VALUES (?, ?, 1)').run(
      data.fondsId,
      data.office.name
    )
  },
  'office-saved': (db, { data }) => {
    writeMeta(db, 'office', JSON.stringify(data.office))
    if (movesBooks(data.before, data.office)) placeAllLines(db)
  }
}
