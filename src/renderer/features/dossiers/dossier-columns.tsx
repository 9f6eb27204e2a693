import type { DossierItem, DossierLine } from '#contract/operations/dossiers.ts'
import { authorOf } from '#domain/vocabulary/author.ts'
import { DOCUMENT_TYPES } from '#domain/vocabulary/document-types.ts'
import { Badge } from '../../components/badge.tsx'
import type { Column } from '../../components/table/columns.ts'
import { documentColumns } from '../../components/table/document-columns.tsx'
import { commonWords } from '../../strings/common.ts'
import { showCount, showDay, today } from '../../strings/dates.ts'
import { dossierWords as words } from '../../strings/dossiers.ts'

const heads = words.columns

/** Thời hạn bảo quản in words. */
export function showTerm(years: number | null): string {
  return years === null ? words.forever : words.years(years)
}

export const DOSSIER_COLUMNS: readonly Column<DossierLine>[] = [
  { id: 'code', title: heads.code, width: 120, always: true, cell: (row) => <span className="ref">{row.code}</span> },
  {
    id: 'title',
    title: heads.title,
    width: null,
    always: true,
    cell: (row) => <span title={row.title}>{row.title}</span>
  },
  { id: 'term', title: heads.term, width: 96, cell: (row) => showTerm(row.years) },
  { id: 'from', title: heads.from, width: 104, cell: (row) => <span className="num">{showDay(row.from)}</span> },
  { id: 'to', title: heads.to, width: 104, cell: (row) => <span className="num">{showDay(row.to)}</span> },
  {
    id: 'documents',
    title: heads.documents,
    width: 88,
    align: 'r',
    cell: (row) => <span className="num">{showCount(row.documents)}</span>
  },
  {
    id: 'pages',
    title: heads.pages,
    width: 104,
    align: 'r',
    cell: (row) => <span className="num">{row.pages === null ? '' : showCount(row.pages)}</span>
  },
  { id: 'keeper', title: heads.keeper, width: 140, cell: (row) => row.keeper },
  { id: 'state', title: heads.state, width: 168, cell: (row) => <DossierState dossier={row} /> }
]

/** Columns that are given up first where there is no room. */
export const DOSSIER_GIVEN_UP = ['keeper', 'pages', 'from', 'to', 'term'] as const

/** Where a dossier stands: being put together, ended, past its term, decided on. */
export function DossierState(props: Readonly<{ dossier: DossierLine }>) {
  const { closedOn, dueOn, disposal } = props.dossier
  if (disposal) return <Badge tone="plain">{words.disposed(showDay(disposal.decidedOn))}</Badge>
  if (dueOn !== null && dueOn <= today()) return <Badge tone="warn">{words.due(showDay(dueOn))}</Badge>
  if (closedOn) return <Badge tone="plain">{words.closed(showDay(closedOn))}</Badge>
  return <Badge tone="ok">{words.open}</Badge>
}

const named = documentColumns<DossierItem>((row) => row.document, heads)

export function itemColumns(
  ticked: ReadonlySet<string>,
  onTick: ((id: string) => void) | null
): readonly Column<DossierItem>[] {
  return [
    ...(onTick
      ? [
          {
            id: 'tick',
            title: words.keys.tick,
            bare: true,
            width: 42,
            always: true,
            cell: (row: DossierItem) => (
              <input
                type="checkbox"
                className="check"
                tabIndex={-1}
                aria-label={row.document.reference ?? commonWords.noReference}
                checked={ticked.has(row.document.id)}
                onChange={() => onTick(row.document.id)}
              />
            )
          }
        ]
      : []),
    {
      id: 'position',
      title: heads.position,
      width: 52,
      align: 'r',
      always: true,
      cell: (row) => <span className="num">{row.position}</span>
    },
    named.reference,
    named.issuedOn,
    {
      id: 'subject',
      title: heads.subject,
      width: null,
      always: true,
      cell: (row) => {
        const type = row.document.documentType ? DOCUMENT_TYPES[row.document.documentType].name : ''
        const text = [type, row.document.subject ?? commonWords.noSubject].filter(Boolean).join(' · ')
        return <span title={text}>{text}</span>
      }
    },
    {
      id: 'author',
      title: heads.author,
      width: 190,
      cell: (row) => authorOf(row.document.issuer, row.document.actingBody)
    },
    {
      id: 'sheets',
      title: heads.sheets,
      width: 104,
      align: 'r',
      cell: (row) => <span className="num">{showSheets(row)}</span>
    }
  ]
}

export const ITEM_GIVEN_UP = ['author', 'sheets', 'issuedOn'] as const

function showSheets({ firstPage, lastPage }: DossierItem): string {
  if (firstPage === null || lastPage === null) return ''
  return firstPage === lastPage ? String(firstPage) : `${firstPage}–${lastPage}`
}
