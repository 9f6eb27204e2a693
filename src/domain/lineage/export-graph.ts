import { guardedCell } from '../text/spreadsheet-text.ts'
import { RELATIONS } from '../vocabulary/relations.ts'
import type { LineageEdge, LineageNode } from './graph.ts'

type Graph = Readonly<{ nodes: readonly LineageNode[]; edges: readonly LineageEdge[] }>

const CSV_HEAD = [
  'from',
  'from_issued_on',
  'relation',
  'relation_name',
  'status',
  'to',
  'to_issued_on',
  'to_held',
  'quote',
  'from_id',
  'to_id'
] as const

/** One line a relation, the citing document first, for spreadsheets: with a byte order mark, as Excel wants it (C19). */
export function lineageCsv(graph: Graph): string {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]))
  const lines = graph.edges.map((edge) => {
    const [from, to] = [nodes.get(edge.from), nodes.get(edge.to)]
    return [
      from?.reference,
      from?.issuedOn,
      edge.relation,
      RELATIONS[edge.relation].name,
      edge.status,
      to?.reference,
      to?.issuedOn,
      to?.held ? 'true' : 'false',
      edge.quote,
      edge.from,
      edge.to
    ]
  })
  return `\uFEFF${[CSV_HEAD, ...lines].map((line) => line.map((one) => csvCell(one ?? '')).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  const plain = guardedCell(text.toWellFormed().replaceAll('\0', ''))
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

const NODE_KEYS = ['reference', 'documentType', 'issuedOn', 'issuer', 'level', 'subject'] as const

/** GraphML 1.0, as yEd, Gephi and networkx read it: directed, from the citing document to the cited one. */
export function lineageGraphml(graph: Graph): string {
  const key = (name: string, of: 'node' | 'edge', type = 'string') =>
    `  <key id="${of}.${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...NODE_KEYS.map((name) => key(name, 'node')),
    key('held', 'node', 'boolean'),
    ...['relation', 'relationName', 'status', 'quote'].map((name) => key(name, 'edge')),
    '  <graph id="lineage" edgedefault="directed">',
    ...graph.nodes.map(graphmlNode),
    ...graph.edges.map(graphmlEdge),
    '  </graph>',
    '</graphml>',
    ''
  ].join('\n')
}

function graphmlNode(node: LineageNode): string {
  const data = NODE_KEYS.map((name) => datum('node', name, node[name])).join('')
  return `    <node id="${xml(node.id)}">${data}${datum('node', 'held', String(node.held))}</node>`
}

function graphmlEdge(edge: LineageEdge, index: number): string {
  const data = [
    datum('edge', 'relation', edge.relation),
    datum('edge', 'relationName', RELATIONS[edge.relation].name),
    datum('edge', 'status', edge.status),
    datum('edge', 'quote', edge.quote)
  ].join('')
  return `    <edge id="e${index + 1}" source="${xml(edge.from)}" target="${xml(edge.to)}">${data}</edge>`
}

function datum(of: 'node' | 'edge', name: string, value: string | null): string {
  return value === null || value === '' ? '' : `<data key="${of}.${name}">${xml(value)}</data>`
}

/** Signs XML 1.0 cannot hold (controls, lone surrogates, U+FFFE) are left out. */
function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
