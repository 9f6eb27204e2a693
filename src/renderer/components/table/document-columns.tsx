import type { DocumentLine } from '#contract/schemas.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import type { Column } from './columns.ts'

/** The columns by which every list tells its documents: number and symbol, day, and the subject, which takes what is left. */
export function documentColumns<Row>(
  of: (row: Row) => DocumentLine,
  titles: Readonly<{ reference: string; issuedOn: string; subject: string }>
): Readonly<Record<'reference' | 'issuedOn' | 'subject', Column<Row>>> {
  return {
    reference: {
      id: 'reference',
      title: titles.reference,
      width: 150,
      always: true,
      cell: (row) => <span className="ref">{of(row).reference ?? commonWords.noReference}</span>
    },
    issuedOn: {
      id: 'issuedOn',
      title: titles.issuedOn,
      width: 112,
      cell: (row) => <span className="num">{showDay(of(row).issuedOn)}</span>
    },
    subject: {
      id: 'subject',
      title: titles.subject,
      width: null,
      always: true,
      cell: (row) => {
        const text = of(row).subject ?? commonWords.noSubject
        return <span title={text}>{text}</span>
      }
    }
  }
}
