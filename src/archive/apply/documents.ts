import { addBatchRow } from '../store/batches.ts'
import { addFile, insertDocument, removeFile, setWithdrawn, updateDocument } from '../store/documents.ts'
import type { Appliers } from './appliers.ts'

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
  },
  'document-withdrawn': (db, { data, at }) => {
    setWithdrawn(db, data.documentId, at, data.reason)
  },
  'document-restored': (db, { data }) => {
    setWithdrawn(db, data.documentId, null, null)
  }
}
