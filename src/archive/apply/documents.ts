import { addBatchRow } from '../store/batches.ts'
import { placeDocument, saveNumberSaid } from '../store/book-lines.ts'
import { addFile, insertDocument, removeFile, setWithdrawn, updateDocument } from '../store/documents.ts'
import { endRequest } from './accounts.ts'
import type { Appliers } from './appliers.ts'
import { applyNumbering } from './books.ts'
import { applyFiledDeadlines } from './handling.ts'

export const applyDocuments: Appliers<
  | 'document-filed'
  | 'file-attached'
  | 'file-detached'
  | 'document-corrected'
  | 'document-withdrawn'
  | 'document-restored'
> = {
  'document-filed': (db, { data, at, actor }) => {
    insertDocument(db, data.documentId, data.form, data.files, {
      filedAt: at,
      filedBy: actor,
      reviewed: data.reviewed
    })
    if (data.batch) addBatchRow(db, data.batch, data.documentId, '')
    if (data.deadlines) applyFiledDeadlines(db, data.documentId, data.deadlines)
    if (data.numbering) applyNumbering(db, data.documentId, data.numbering)
    placeDocument(db, data.documentId)
  },
  'file-attached': (db, { data }) => {
    addFile(db, data.documentId, data.file)
    if (data.batch) addBatchRow(db, data.batch, data.documentId, data.file.sha256)
  },
  'file-detached': (db, { data }) => {
    removeFile(db, data.documentId, data.sha256)
  },
  'document-corrected': (db, { data }) => {
    updateDocument(db, data.documentId, data.after)
    if (data.numbering) saveNumberSaid(db, data.documentId, data.numbering.after)
    placeDocument(db, data.documentId)
  },
  'document-withdrawn': (db, { data, at }) => {
    setWithdrawn(db, data.documentId, at, data.reason)
    endRequest(db, data.documentId)
    placeDocument(db, data.documentId)
  },
  'document-restored': (db, { data }) => {
    setWithdrawn(db, data.documentId, null, null)
    placeDocument(db, data.documentId)
  }
}
