import { OperationError } from '#contract/failures.ts'
import type { DocumentId } from '#contract/ids.ts'
import type { LineageView } from '#contract/operations/lineage.ts'
import type { ReportParams } from '#contract/operations/registers.ts'
import type { LineageEdge } from '#domain/lineage/graph.ts'
import { carriesOut, spineAbove } from '#domain/lineage/spine.ts'
import { LEVEL_NAMES, LEVELS } from '#domain/vocabulary/levels.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { documentDeliveries } from '../../store/delivery-rows.ts'
import { documentLine } from '../../store/document-lines.ts'
import { lineagePath, traceLineage } from '../../store/lineage.ts'
import { printDocument, type ReportArchive } from '../base.ts'
import { count, day, words } from '../cells.ts'
import { documentSentence, typeAndSubject } from '../document-words.ts'
import { measureWith } from '../paper/font-metrics.ts'
import { CELL, mm, TYPE } from '../paper/format.ts'
import { paginate } from '../paper/paginate.ts'
import { shortenTo } from '../paper/shorten.ts'
import { printDay } from '../print-day.ts'
import type { PrintColumn, PrintDocument, PrintGroup, PrintRow } from '../print-document.ts'
import { documentAsked } from './one-document.ts'

const COLUMNS: readonly PrintColumn[] = [
  { title: 'STT', mm: 10, align: 'center', whole: true },
  { title: 'Ngày tháng văn bản', mm: 22, align: 'center', whole: true },
  { title: 'Số, ký hiệu; tên loại và trích yếu', mm: 46, align: 'left' },
  { title: 'Tác giả, người ký', mm: 30, align: 'left' },
  { title: 'Quan hệ, câu viện dẫn', mm: 44, align: 'left' },
  { title: 'Nơi đã nhận', mm: 28, align: 'left' }
]
const OTHER = 'Cấp khác, chưa rõ cấp'
/** Lines a cell may take. */
type Room = Readonly<{ subject: number; quote: number; received: number }>
/** A short chain is told in full; a longer one is read at a glance, the rest stands in the papers. */
const ROOMS: readonly Room[] = [
  { subject: 12, quote: 24, received: 12 },
  { subject: 6, quote: 12, received: 8 }
]
const TIGHT: Room = { subject: 4, quote: 6, received: 6 }
const MOST_RECEIVERS = 3

type LineageNode = LineageView['nodes'][number]
type Chain = Readonly<{ nodes: readonly LineageNode[]; edges: readonly LineageEdge[]; said: string; more: boolean }>

/**
 * Phiếu truy vết: one chain on one page, from the centre down (C19): what was ordered, by whom, in which words it was
 * carried out, and who got it. With a second document, the path between both.
 */
export function lineageSheet(archive: ReportArchive, params: ReportParams): PrintDocument {
  const id = documentAsked(params)
  const document = documentLine(archive.db, id)
  if (!document) throw new OperationError('not-found', { id })
  const chain = params.toDocumentId === null ? ownChain(archive, id) : pathChain(archive, id, params.toDocumentId)
  const about = documentSentence(document)
  for (const room of ROOMS) {
    const sheet = sheetOf(archive, about, chain, id, chain.nodes.length, room)
    if (paginate(sheet).length === 1) return sheet
  }
  for (let most = chain.nodes.length; ; most--) {
    const sheet = sheetOf(archive, about, chain, id, most, TIGHT)
    if (most <= 1 || paginate(sheet).length === 1) return sheet
  }
}

function sheetOf(
  archive: ReportArchive,
  about: string,
  chain: Chain,
  root: string,
  most: number,
  room: Room
): PrintDocument {
  const kept = keptNodes(chain.nodes, root, most)
  const left = chain.nodes.length - kept.length
  return printDocument(archive, 'lineage-sheet', {
    title: 'Phiếu truy vết văn bản',
    lines: [about, chain.said],
    landscape: false,
    columns: COLUMNS,
    groups: levelGroups(archive, kept, chain.edges, root, room),
    tallies: [{ unit: 'văn bản', column: null }],
    empty: 'Văn bản này chưa nối với văn bản nào.',
    footnotes: [
      ...(left > 0 ? [`Còn ${left} văn bản không ghi hết trên một trang; xem danh sách lược đồ.`] : []),
      ...(chain.more ? ['Giữa hai văn bản có nhiều đường đi ngắn bằng nhau; phiếu ghi tất cả.'] : [])
    ],
    signer: null
  })
}

/** Those lowest and latest are left out first, never the one it is about. */
function keptNodes(nodes: readonly LineageNode[], root: string, most: number): readonly LineageNode[] {
  const sorted = nodes.toSorted(fromTheTop)
  const dropped = new Set(
    sorted
      .toReversed()
      .filter((node) => node.id !== root)
      .slice(0, nodes.length - most)
  )
  return sorted.filter((node) => !dropped.has(node))
}

/** The chain of orders above the document with all it carries out itself, and what carries it out below. */
function ownChain(archive: ReportArchive, id: DocumentId): Chain {
  const asked = { documentId: id, limit: 1000 }
  const up = traceLineage(archive.db, { ...asked, direction: 'up', depth: 12 }, archive.today())
  const down = traceLineage(archive.db, { ...asked, direction: 'down', depth: 2 }, archive.today())
  const nodes = new Map([...up.nodes, ...down.nodes].map((node) => [node.id, node]))
  const spine = spineAbove(id, nodes, up.edges)
  const root = nodes.get(id)
  const own = (edge: LineageEdge) => edge.from === id && carriesOut(edge.relation) && isAbove(nodes.get(edge.to), root)
  const orders = [...spine.map((step) => step.edge), ...up.edges.filter(own)]
  const above = [...new Set(orders.map((edge) => edge.to))].flatMap((one) => nodes.get(one) ?? [])
  const below = down.nodes.filter((node) => node.id !== id)
  const all = [...above, ...(root ? [root] : []), ...below]
  const said = `${above.length} văn bản cấp trên; ${below.length} văn bản dẫn văn bản này trở xuống`
  return { nodes: all, edges: [...new Set([...orders, ...down.edges])], said, more: false }
}

function pathChain(archive: ReportArchive, from: string, to: string): Chain {
  const path = lineagePath(archive.db, { from, to }, archive.today())
  const end = documentLine(archive.db, to)
  if (!end) throw new OperationError('not-found', { id: to })
  const said = path.way === null ? 'không nối với' : `đường đi ${path.length} bước tới`
  return {
    nodes: path.nodes,
    edges: path.edges,
    said: `${said} ${documentSentence(end)}`,
    more: path.nodes.length > path.length + 1
  }
}

function levelGroups(
  archive: ReportArchive,
  nodes: readonly LineageNode[],
  edges: readonly LineageEdge[],
  root: string,
  room: Room
): readonly PrintGroup[] {
  if (nodes.length <= 1) return []
  let number = 0
  const byId = new Map(nodes.map((node) => [node.id, node]))
  return [...LEVELS, null]
    .map((level): PrintGroup => {
      const rows = nodes
        .filter((node) => node.level === level)
        .map((node) => printRow(archive, node, edges, byId, ++number, root, room))
      return { title: level === null ? OTHER : LEVEL_NAMES[level], rows, total: null }
    })
    .filter((group) => group.rows.length > 0)
}

function printRow(
  archive: ReportArchive,
  node: LineageNode,
  edges: readonly LineageEdge[],
  nodes: ReadonlyMap<string, LineageNode>,
  number: number,
  root: string,
  room: Room
): PrintRow {
  const line = node.held ? documentLine(archive.db, node.id) : undefined
  const type = typeAndSubject({ documentType: line?.documentType ?? node.documentType, subject: node.subject })
  const name = `${node.reference ?? 'Không số'}${node.id === root ? ' (văn bản gốc)' : ''}`
  return {
    cells: [
      count(number),
      day(node.issuedOn),
      { text: fitted(type, 2, room.subject), lead: `${name}.` },
      words([line?.actingBody ?? node.issuer, line?.signer].filter(Boolean).join('\n')),
      words(fitted(relations(node, edges, nodes), 4, room.quote)),
      words(node.held ? fitted(received(archive, node.id), 5, room.received) : 'Chưa có trong kho')
    ],
    tally: [1]
  }
}

/** "Thực hiện 713-CV/TU: “Thực hiện Công văn số 713-CV/TU …”". */
function relations(node: LineageNode, edges: readonly LineageEdge[], nodes: ReadonlyMap<string, LineageNode>): string {
  return edges
    .filter((edge) => edge.from === node.id && nodes.has(edge.to))
    .map((edge) => {
      const name = RELATIONS[edge.relation].name
      const doubt = {
        linked: '',
        missing: '',
        inferred: ' (nối suy ra)',
        ambiguous: ' (mơ hồ)',
        'date-mismatch': ' (lệch ngày)'
      }
      const quote = edge.quote.replace(/\s+/g, ' ').trim()
      const head = `${name.charAt(0).toLocaleUpperCase('vi')}${name.slice(1)} ${nodes.get(edge.to)?.reference ?? 'văn bản không số'}${doubt[edge.status]}`
      return quote === '' ? head : `${head}: “${quote}”`
    })
    .join('\n')
}

/** "Ủy ban nhân dân huyện (13/8/2021), … và 9 nơi; 8/12 đã ký nhận", or how it came in. */
function received(archive: ReportArchive, id: string): string {
  const line = documentLine(archive.db, id)
  const sent = documentDeliveries(archive.db, id, archive.today()).filter((one) => one.recalledOn === null)
  if (sent.length === 0) {
    if (line?.direction !== 'incoming' || line.arrivedOn === null) return ''
    return `Đến ngày ${printDay(line.arrivedOn)}${line.arrivalNumber === null ? '' : `, số đến ${line.arrivalNumber}`}`
  }
  const names = sent.slice(0, MOST_RECEIVERS).map((one) => one.bodyName)
  const more = sent.length - names.length
  const signed = sent.filter((one) => one.acknowledgedOn !== null).length
  return `${names.join('; ')}${more > 0 ? ` và ${more} nơi` : ''}. Ký nhận ${signed}/${sent.length}`
}

function fitted(text: string, column: number, most: number): string {
  const width = ((COLUMNS[column]?.mm ?? 0) - 2 * CELL.padX - CELL.border) / mm(TYPE.table.pt)
  return shortenTo(text, most, width, measureWith('regular'))
}

function isAbove(node: LineageNode | undefined, other: LineageNode | undefined): boolean {
  return node?.level != null && other?.level != null && LEVELS.indexOf(node.level) < LEVELS.indexOf(other.level)
}

function fromTheTop(a: LineageNode, b: LineageNode): number {
  const height = (node: LineageNode) => (node.level === null ? LEVELS.length : LEVELS.indexOf(node.level))
  return (
    height(a) - height(b) ||
    (a.issuedOn ?? '9999').localeCompare(b.issuedOn ?? '9999') ||
    (a.reference ?? '').localeCompare(b.reference ?? '', 'vi', { numeric: true })
  )
}
