import { OperationError } from '#contract/failures.ts'
import type { LineageView } from '#contract/operations/lineage.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import { LEVEL_NAMES, LEVELS } from '#domain/vocabulary/levels.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { documentLine } from '../../store/document-lines.ts'
import { traceLineage } from '../../store/lineage.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, words } from '../cells.ts'
import { documentSentence, typeAndSubject } from '../document-words.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'
import { documentAsked } from './one-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 11, align: 'center', whole: true },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Số, ký hiệu văn bản', mm: 29, align: 'left' },
  { title: 'Tên loại và trích yếu nội dung văn bản', mm: 51, align: 'left' },
  { title: 'Tác giả', mm: 26, align: 'left' },
  { title: 'Quan hệ với văn bản được dẫn, ghi chú', mm: 41, align: 'left' }
]
/** As the drawing is opened: two steps up and down, the nearest two hundred documents. */
const DEPTH = 2
const MOST = 200
const OTHER = 'Cấp khác, chưa rõ cấp'
type Node = LineageView['nodes'][number]

/** The list that says what the drawing shows, by level from the top and by day (C19). */
export function lineageList(archive: ReportArchive, params: ReportParams): PrintDocument {
  const id = documentAsked(params)
  const document = documentLine(archive.db, id)
  if (!document) throw new OperationError('not-found', { id })
  const view = traceLineage(
    archive.db,
    { documentId: id, direction: 'both', depth: DEPTH, limit: MOST },
    archive.today()
  )
  const missing = view.nodes.filter((node) => !node.held).length
  const counted = [
    `${view.nodes.length} văn bản`,
    `${view.edges.length} quan hệ`,
    ...(missing > 0 ? [`${missing} văn bản chưa có trong kho`] : [])
  ]
  return printDocument(archive, 'lineage-list', {
    title: 'Danh sách lược đồ chỉ đạo',
    lines: [documentSentence(document), counted.join('; ')],
    landscape: false,
    columns: COLUMNS,
    groups: levelGroups(view),
    tallies: [{ unit: 'văn bản', column: null }],
    empty: 'Văn bản này chưa nối với văn bản nào.',
    footnotes: view.truncated
      ? [`Danh sách ghi ${DEPTH} bậc viện dẫn gần văn bản gốc nhất; còn văn bản ở xa hơn, xem trên lược đồ.`]
      : [],
    signer: null
  })
}

function levelGroups(view: LineageView): readonly PrintGroup[] {
  let number = 0
  const titled: readonly (readonly [title: string, level: Node['level']])[] = [
    ...LEVELS.map((level) => [LEVEL_NAMES[level], level] as const),
    [OTHER, null]
  ]
  return titled
    .map(([title, level]): PrintGroup => {
      const nodes = view.nodes.filter((node) => node.level === level).toSorted(byDay)
      return { title, rows: nodes.map((node) => printRow(node, view, ++number)), total: null }
    })
    .filter((group) => group.rows.length > 0)
}

function printRow(node: Node, view: LineageView, number: number): PrintRow {
  const root = node.id === view.root
  return {
    cells: [
      count(number),
      day(node.issuedOn),
      { text: node.reference ?? 'Không số', strong: true },
      { text: typeAndSubject(node), ...(root ? { lead: 'Văn bản gốc.' } : {}) },
      words(node.issuer),
      words([relations(node, view), node.held ? '' : 'Chưa có trong kho'].filter(Boolean).join('\n'))
    ],
    tally: [1]
  }
}

/** Said of a tie that is not a plain one. */
const STATUS_WORDS: Readonly<Record<LineageView['edges'][number]['status'], string>> = {
  linked: '',
  missing: '',
  inferred: ' (nối suy ra)',
  ambiguous: ' (mơ hồ)',
  'date-mismatch': ' (lệch ngày)'
}

/** "Thực hiện 713-CV/TU; căn cứ 35-NQ/TW, 12-NQ/TU (nối suy ra)". */
function relations(node: Node, view: LineageView): string {
  const said = new Map<string, string[]>()
  for (const edge of view.edges.filter((one) => one.from === node.id)) {
    const to = view.nodes.find((one) => one.id === edge.to)
    if (!to) continue
    const name = RELATIONS[edge.relation].name
    const target = (to.reference ?? typeAndSubject(to)) + STATUS_WORDS[edge.status]
    said.set(name, [...(said.get(name) ?? []), target])
  }
  const text = [...said].map(([name, targets]) => `${name} ${targets.join(', ')}`).join('; ')
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
}

function byDay(a: Node, b: Node): number {
  const [one, other] = [a.issuedOn ?? '9999', b.issuedOn ?? '9999']
  if (one !== other) return one < other ? -1 : 1
  return (a.reference ?? '').localeCompare(b.reference ?? '', 'vi', { numeric: true })
}
