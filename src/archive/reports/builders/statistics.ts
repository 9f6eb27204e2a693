import type { ReportParams } from '#contract/operations/registers.ts'
import type { Direction } from '#contract/schemas.ts'
import { DOCUMENT_TYPES, type DocumentType } from '#domain/vocabulary/document-types.ts'
import { type CountedBy, type DocumentCount, documentCounts } from '../../store/document-counts.ts'
import { office } from '../../store/office.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, words } from '../cells.ts'
import { periodLine } from '../period-line.ts'
import { spellMonth } from '../print-day.ts'
import type { PrintChart, PrintColumn, PrintDocument, PrintRow, PrintTally } from '../print-document.ts'

type Said = Readonly<{ title: string; column: string; unsaid: string }>
const SAID: Readonly<Record<CountedBy, Said>> = {
  type: { title: 'Thống kê văn bản theo thể loại', column: 'Thể loại văn bản', unsaid: 'Chưa rõ thể loại' },
  sender: { title: 'Thống kê văn bản theo tác giả', column: 'Tác giả', unsaid: 'Không ghi tác giả' },
  signer: { title: 'Thống kê văn bản theo người ký', column: 'Người ký', unsaid: 'Không ghi người ký' },
  handler: {
    title: 'Thống kê văn bản theo đơn vị xử lý',
    column: 'Đơn vị hoặc người nhận',
    unsaid: 'Chưa giao đơn vị nào'
  },
  month: { title: 'Thống kê văn bản theo tháng', column: 'Tháng', unsaid: 'Không ghi ngày' }
}
const DIRECTION_NAMES: Readonly<Record<Direction, string>> = {
  incoming: 'Văn bản đến',
  outgoing: 'Văn bản đi',
  internal: 'Văn bản nội bộ'
}
const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const
/** More bars would fill the sheet; the table has them all. */
const MOST_BARS = 12
const NUMBER_MM = 12
const COUNT_MM = 24

/** Thống kê: the documents of a period by type, author, signer, unit or month, drawn as bars over the figures (R02). */
export function statistics(archive: ReportArchive, params: ReportParams): PrintDocument {
  const said = SAID[params.by]
  const all = ordered(documentCounts(archive.db, params.by, params), params.by)
  const counted = all.filter((one) => total(one) > 0)
  const shown = params.direction === null ? DIRECTIONS.filter((one) => sumOf(counted, one) > 0) : [params.direction]
  const withdrawn = all.reduce((sum, one) => sum + one.withdrawn, 0)
  const directions = shown.length > 0 ? shown : DIRECTIONS.slice(0, 2)
  const whole = counted.reduce((sum, one) => sum + total(one), 0)
  return printDocument(archive, 'statistics', {
    title: said.title,
    lines: [
      periodLine(params.from, params.to, office(archive.db).termStarts, 'Toàn bộ kho'),
      ...(params.direction === null ? [] : [DIRECTION_NAMES[params.direction]])
    ],
    landscape: false,
    columns: columnsOf(said.column, directions),
    groups: [
      { title: null, rows: counted.map((one, index) => rowOf(one, index, params.by, directions, whole)), total: null }
    ],
    tallies: talliesOf(directions),
    pageTotals: true,
    closing: 'Cộng',
    empty: 'Không có văn bản nào trong kỳ này.',
    footnotes: withdrawn > 0 ? [`Không tính ${withdrawn} văn bản đã rút khỏi sổ.`] : [],
    signer: 'NGƯỜI LẬP BÁO CÁO',
    confirmer: 'LÃNH ĐẠO VĂN PHÒNG',
    chart: counted.length === 0 ? null : chartOf(counted, params.by, directions)
  })
}

/** Months by time, names by how many, then by alphabet; what is not said last. */
function ordered(all: readonly DocumentCount[], by: CountedBy): readonly DocumentCount[] {
  const last = (one: DocumentCount) => (one.key === '' ? 1 : 0)
  return all.toSorted(
    (a, b) =>
      last(a) - last(b) ||
      (by === 'month'
        ? a.key < b.key
          ? -1
          : 1
        : total(b) - total(a) || labelOf(a, by).localeCompare(labelOf(b, by), 'vi'))
  )
}

function columnsOf(name: string, directions: readonly Direction[]): readonly PrintColumn[] {
  const counts = directions.length > 1 ? directions.length + 2 : 2
  return [
    { title: 'STT', mm: NUMBER_MM, align: 'center', whole: true },
    { title: name, mm: 180 - NUMBER_MM - counts * COUNT_MM, align: 'left' },
    ...directions.map(
      (one): PrintColumn => ({ title: DIRECTION_NAMES[one], mm: COUNT_MM, align: 'center', whole: true })
    ),
    ...(directions.length > 1 ? ([{ title: 'Cộng', mm: COUNT_MM, align: 'center', whole: true }] as const) : []),
    { title: 'Tỷ lệ (%)', mm: COUNT_MM, align: 'center', whole: true }
  ]
}

function talliesOf(directions: readonly Direction[]): readonly PrintTally[] {
  const wide = directions.length > 1 ? directions.length + 1 : 1
  return Array.from({ length: wide }, (_, index) => ({ unit: 'văn bản', column: index + 2 }))
}

function rowOf(
  one: DocumentCount,
  index: number,
  by: CountedBy,
  directions: readonly Direction[],
  whole: number
): PrintRow {
  const counts = directions.map((direction) => one.counts[direction])
  const figures = directions.length > 1 ? [...counts, total(one)] : counts
  return {
    cells: [count(index + 1), words(labelOf(one, by)), ...figures.map(count), words(share(total(one), whole))],
    tally: figures
  }
}

function chartOf(counted: readonly DocumentCount[], by: CountedBy, directions: readonly Direction[]): PrintChart {
  const parts = (one: DocumentCount) => directions.map((direction) => one.counts[direction])
  const [drawn, rest] =
    counted.length > MOST_BARS && by !== 'month'
      ? [counted.slice(0, MOST_BARS - 1), counted.slice(MOST_BARS - 1)]
      : [counted.slice(-MOST_BARS), []]
  const bars = drawn.map((one) => ({ label: labelOf(one, by), parts: parts(one) }))
  const others = directions.map((direction) => sumOf(rest, direction))
  const newest = by === 'month' && counted.length > MOST_BARS
  return {
    title: newest ? `Biểu đồ số văn bản (${MOST_BARS} tháng cuối kỳ)` : 'Biểu đồ số văn bản',
    series: directions.map((direction) => DIRECTION_NAMES[direction]),
    bars: rest.length > 0 ? [...bars, { label: `Còn lại (${rest.length} dòng)`, parts: others }] : bars
  }
}

function labelOf(one: DocumentCount, by: CountedBy): string {
  if (one.key === '') return SAID[by].unsaid
  if (by === 'month') return spellMonth(one.key)
  return by === 'type' ? DOCUMENT_TYPES[one.key as DocumentType].name : one.key
}

/** "12,5": with the comma of Vietnamese. */
function share(part: number, whole: number): string {
  return whole === 0 ? '' : ((100 * part) / whole).toFixed(1).replace('.', ',')
}

function total(one: DocumentCount): number {
  return DIRECTIONS.reduce((sum, direction) => sum + one.counts[direction], 0)
}

function sumOf(counted: readonly DocumentCount[], direction: Direction): number {
  return counted.reduce((sum, one) => sum + one.counts[direction], 0)
}
