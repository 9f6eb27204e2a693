import { z } from 'zod'
import { DocumentId, DossierId, FondsId, JobId } from '../ids.ts'
import { Line } from '../schemas.ts'
import { ADMIN, command } from './operation.ts'

/** What is handed over: dossiers, or all that a body which has ended left. */
export const HandOver = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dossiers'), dossierIds: z.array(DossierId).min(1).max(2000) }),
  z.object({ kind: z.literal('fonds'), fondsId: FondsId })
])
export type HandOver = z.infer<typeof HandOver>

const Started = z.object({ jobId: JobId })

/**
 * Folders are new or empty; while one is written its name ends in ".partial". A job's last result line counts what was
 * written: `exported`, `handed-over`, or `facts-equal` and `facts-differ` where an archive was made of an export.
 */
export const exportOperations = {
  /** The whole archive as plain files (X03). */
  'export.full': command(z.object({ folder: Line(1000) }), Started),
  /** An archive from a full export, in a new folder; the open archive is not touched. */
  'export.restore': command(z.object({ from: Line(1000), folder: Line(1000) }), Started, ADMIN),
  /** A BagIt package (X05). `dossier-empty` where a dossier holds nothing, `conflict` where a fonds is not closed. */
  'export.handOver': command(z.object({ folder: Line(1000), what: HandOver }), Started),
  /** A document as an edXML package (X04) for whom it goes to; `file-too-large` where its files are. */
  'export.edxml': command(
    z.object({ documentId: DocumentId }),
    z.object({ name: z.string(), base64: z.string(), attachments: z.int() })
  )
} as const
