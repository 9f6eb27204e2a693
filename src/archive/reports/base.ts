import type { ReportName } from '#contract/operations/registers.ts'
import type { ArchiveContext } from '../archive-context.ts'
import { office as officeOf } from '../store/office.ts'
import { officeHead, printFoot, signatures } from './office-head.ts'
import type { PrintDocument } from './print-document.ts'

/** What a report is made from: it only reads. */
export type ReportArchive = Pick<ArchiveContext, 'db' | 'today' | 'folder'>

/** What a report says for itself; the rest follows from the office and the day. */
export type ReportBody = Pick<PrintDocument, 'title' | 'lines' | 'landscape' | 'columns' | 'groups' | 'empty'> &
  Partial<
    Pick<
      PrintDocument,
      | 'numbered'
      | 'rowMm'
      | 'tallies'
      | 'pageTotals'
      | 'closing'
      | 'footnotes'
      | 'preface'
      | 'afterword'
      | 'chart'
      | 'seal'
      | 'forms'
    >
  > &
  Readonly<{
    signer: string | null
    /** Who signs beside the clerk, at the right, with the seal: "CHÁNH VĂN PHÒNG". */
    confirmer?: string
    /** Whoever else signs: instead of the clerk. */
    signatures?: PrintDocument['signatures']
  }>

export function printDocument(archive: ReportArchive, name: ReportName, body: ReportBody): PrintDocument {
  const office = officeOf(archive.db)
  const today = archive.today()
  const { signer, confirmer, ...said } = body
  return {
    name,
    numbered: false,
    rowMm: null,
    tallies: [],
    pageTotals: false,
    closing: null,
    footnotes: [],
    preface: [],
    afterword: [],
    chart: null,
    seal: null,
    forms: null,
    ...said,
    head: officeHead(office),
    signatures: said.signatures ?? (signer === null ? [] : signatures(office, signer, confirmer ?? null, today)),
    foot: printFoot(office, today),
    printedOn: today
  }
}
