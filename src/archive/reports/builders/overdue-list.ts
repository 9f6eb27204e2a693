import type { BoardState, HandlingRow } from '#contract/operations/handling.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { SOON_DAYS } from '#domain/deadline/handling-state.ts'
import { handlingBoard } from '../../store/handling-board.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, strong, words } from '../cells.ts'
import { documentSentence } from '../document-words.ts'
import { dueWords, helpersWords, progressWords } from '../handling-words.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Số đến', mm: 16, align: 'center', whole: true },
  { title: 'Văn bản', mm: 92, align: 'left' },
  { title: 'Thời hạn giải quyết', mm: 24, align: 'center', whole: true },
  { title: 'Tình trạng', mm: 30, align: 'left' },
  { title: 'Tiến độ giải quyết', mm: 50, align: 'left' },
  { title: 'Ghi chú', mm: 44, align: 'left' }
]
const NOBODY = 'Chưa ghi đơn vị chủ trì'

/** Danh sách văn bản quá hạn, đến hạn: by the unit that has the work, the latest first; what a leader reads out. */
export function overdueList(archive: ReportArchive, _params: ReportParams): PrintDocument {
  const late = rowsOf(archive, 'overdue')
  const soon = rowsOf(archive, 'soon')
  return printDocument(archive, 'overdue-list', {
    title: 'Danh sách văn bản đến quá hạn, đến hạn giải quyết',
    lines: [
      `Đến ngày ${printDay(archive.today())}: ${late.length} văn bản quá hạn, ${soon.length} văn bản đến hạn trong ${SOON_DAYS} ngày`
    ],
    landscape: true,
    columns: COLUMNS,
    groups: byUnit([...late, ...soon]),
    tallies: [
      { unit: 'văn bản', column: null },
      { unit: 'quá hạn', column: null }
    ],
    closing: 'Cộng',
    empty: 'Không có văn bản nào quá hạn hoặc đến hạn.',
    signer: 'NGƯỜI LẬP DANH SÁCH'
  })
}

function rowsOf(archive: ReportArchive, state: BoardState): readonly HandlingRow[] {
  const input = { state, unit: null, text: '', offset: 0, limit: Number.MAX_SAFE_INTEGER }
  return handlingBoard(archive.db, input, archive.today()).rows
}

function byUnit(rows: readonly HandlingRow[]): readonly PrintGroup[] {
  const units = Map.groupBy(rows, (row) => row.main ?? NOBODY)
  let number = 0
  return [...units].map(([name, held]) => ({
    title: `${name} (${held.length} văn bản)`,
    rows: held.map((row) => printRow(row, ++number)),
    total: null
  }))
}

function printRow(row: HandlingRow, number: number): PrintRow {
  const told = progressWords({ ...row, state: 'open' })
  return {
    cells: [
      count(number),
      count(row.document.arrivalNumber),
      words(documentSentence(row.document)),
      day(row.due),
      row.state === 'overdue' ? strong(dueWords(row)) : words(dueWords(row)),
      words(told),
      words([helpersWords(row), row.note ?? ''].filter(Boolean).join('\n'))
    ],
    tally: [1, row.state === 'overdue' ? 1 : 0]
  }
}
