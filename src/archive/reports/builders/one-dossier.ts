import { OperationError } from '#contract/failures.ts'
import type { DossierLine } from '#contract/operations/dossiers.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { dossierLine } from '../../store/dossiers.ts'
import type { ReportArchive } from '../base.ts'

/** The dossier a sheet is about; a sheet about none is no sheet. */
export function dossierAsked(archive: ReportArchive, params: ReportParams): DossierLine {
  if (params.dossierId === null) throw new OperationError('bad-input', { field: 'dossierId', report: params.name })
  const dossier = dossierLine(archive.db, params.dossierId)
  if (!dossier || dossier.removed) throw new OperationError('not-found', { id: params.dossierId })
  return dossier
}

/** Thời hạn bảo quản as printed. */
export function termWords(years: number | null): string {
  return years === null ? 'Vĩnh viễn' : `${years} năm`
}
