import type { SheetRow } from '#contract/operations/delivery-care.ts'
import type { Column } from '../../components/table/columns.ts'
import { commonWords } from '../../strings/common.ts'
import { showDay } from '../../strings/dates.ts'
import { deliveryWords } from '../../strings/delivery.ts'
import { careWords } from '../../strings/delivery-care.ts'

const words = careWords.sheet

type Sheet = Readonly<{
  /** Several papers, as the handover book has them. */
  book: boolean
  order: ReadonlyMap<string, number>
  ticked: ReadonlySet<string>
  signers: ReadonlyMap<string, string>
  onTick(row: SheetRow): void
  onSigner(row: SheetRow, by: string): void
  /** Enter in the name: back to the list. */
  onLeave(): void
}>

/** The columns of the printed sheet, with a tick where the signature stands. */
export function sheetColumns(sheet: Sheet): readonly Column<SheetRow>[] {
  const reference: Column<SheetRow> = {
    id: 'reference',
    title: words.reference,
    width: 150,
    cell: (row) => <span className="ref">{row.document.reference ?? commonWords.noReference}</span>
  }
  return [
    {
      id: 'order',
      title: words.order,
      width: 52,
      align: 'r',
      cell: (row) => <span className="num">{sheet.order.get(row.key)}</span>
    },
    {
      id: 'sentOn',
      title: words.sentOn,
      width: 116,
      cell: (row) => <span className="num">{showDay(row.delivery?.sentOn)}</span>
    },
    ...(sheet.book ? [reference] : []),
    { id: 'body', title: words.body, width: null, always: true, cell: (row) => row.name },
    {
      id: 'signed',
      title: words.signed,
      width: 84,
      align: 'c',
      cell: (row) =>
        row.open ? (
          <input
            type="checkbox"
            className="check"
            tabIndex={-1}
            aria-label={words.tick(row.name)}
            checked={sheet.ticked.has(row.key)}
            onClick={(event) => event.stopPropagation()}
            onChange={() => sheet.onTick(row)}
          />
        ) : null
    },
    {
      id: 'signer',
      title: words.signer,
      width: 220,
      cell: (row) =>
        row.open ? (
          <input
            type="text"
            className="input sheet-signer"
            tabIndex={-1}
            aria-label={words.signerOf(row.name)}
            maxLength={100}
            value={sheet.signers.get(row.key) ?? ''}
            onClick={(event) => event.stopPropagation()}
            onChange={(event) => sheet.onSigner(row, event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.key !== 'Enter') return
              event.preventDefault()
              event.stopPropagation()
              sheet.onLeave()
            }}
          />
        ) : (
          (row.delivery?.acknowledgedBy ?? '')
        )
    },
    {
      id: 'state',
      title: words.state,
      width: 208,
      cell: (row) => <span className="muted">{stateOf(row)}</span>
    }
  ]
}

function stateOf(row: SheetRow): string {
  if (row.bodyId === null) return words.unknown
  const { delivery } = row
  if (delivery === null) return deliveryWords.states['not-sent']
  const on = delivery.acknowledgedOn ? ` ${showDay(delivery.acknowledgedOn)}` : ''
  return `${deliveryWords.states[delivery.state]}${on}`
}
