import { isOver } from '#domain/lineage/validity.ts'
import { RELATIONS } from '#domain/vocabulary/relations.ts'
import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { BOX, type PlacedNode } from './lineage-box.ts'
import type { LineageNode } from './lineage-columns.ts'
import type { Group } from './summarise.ts'

type NodeBoxProps = Readonly<{
  placed: PlacedNode
  group: Group | null
  isRoot: boolean
  isCurrent: boolean
  dim: boolean
  onCurrent(id: string): void
  onOpen(id: string): void
  onExpand(id: string): void
}>

/** Letters of a name that a box has room for. */
const MOST_NAME = 17

/** A document, or many told as one. */
export function NodeBox(props: NodeBoxProps) {
  const { group } = props
  const { node, x, y } = props.placed
  const classes = [
    'node',
    props.isRoot && 'root',
    !node.held && 'stub',
    props.isCurrent && 'current',
    group && 'group',
    isOver(node.validity) && 'over',
    props.dim && 'dim'
  ]
  const tag = tagOf(node)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a box of the drawing
    <g
      role="button"
      tabIndex={props.isCurrent ? 0 : -1}
      className={classes.filter(Boolean).join(' ')}
      data-node={node.id}
      aria-current={props.isCurrent || undefined}
      transform={`translate(${x} ${y})`}
      onClick={() => (group ? props.onExpand(node.id) : props.onCurrent(node.id))}
      onDoubleClick={() => props.onOpen(node.id)}
      onKeyDown={() => {}}
    >
      <title>{group ? groupName(group) : nodeName(node)}</title>
      {group && <rect className="behind" x="4" y="4" width={BOX.width} height={BOX.height} rx="4" />}
      <rect width={BOX.width} height={BOX.height} rx="4" />
      <text className="r1" x="9" y="20">
        {clip(group ? words.group(group.members.length, words.groupLevels[group.level]) : shortName(node), MOST_NAME)}
      </text>{' '}
      <text className="r2" x="9" y="37">
        {group ? clip(groupDetail(group), 19) : secondLine(node)}
      </text>{' '}
      {node.hidden > 0 && !group && <Hidden node={node} onExpand={props.onExpand} />}{' '}
      {tag && (
        <g className={`tag ${tag.tone}`}>
          <rect x="8" y="-13" width={tag.text.length * 6 + 10} height="15" rx="3" />
          <text x="13" y="-2">
            {tag.text}
          </text>
        </g>
      )}
    </g>
  )
}

/** "+12": what stands beside the box and is not shown; a click shows it. On the lower edge, clear of the day whatever its length. */
function Hidden(props: Readonly<{ node: LineageNode; onExpand(id: string): void }>) {
  const text = `+${props.node.hidden}`
  const width = text.length * 7.4 + 9
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: part of the box, which is a button; the key + does the same
    <g
      className="more"
      onClick={(event) => {
        event.stopPropagation()
        props.onExpand(props.node.id)
      }}
    >
      <rect x={BOX.width - width - 4} y={BOX.height - 8} width={width} height="17" rx="3" />
      <text x={BOX.width - width / 2 - 4} y={BOX.height + 5} textAnchor="middle">
        {text}
      </text>
    </g>
  )
}

function tagOf(node: LineageNode): Readonly<{ text: string; tone: 'danger' | 'warn' }> | null {
  if (node.validity !== 'in-force') {
    return { text: words.validity[node.validity], tone: isOver(node.validity) ? 'danger' : 'warn' }
  }
  return node.unansweredDays === null ? null : { text: words.unanswered, tone: 'warn' }
}

function secondLine(node: LineageNode): string {
  if (node.issuedOn) return showDay(node.issuedOn)
  return node.held ? words.noDate : words.status.missing
}

export function shortName(node: LineageNode): string {
  return node.reference ?? node.subject ?? words.noReference
}

function clip(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`
}

/** "thực hiện · 2018–2021". */
export function groupDetail(group: Group): string {
  const years = group.from === group.to ? group.from : `${group.from}–${group.to}`
  return [group.relation ? RELATIONS[group.relation].name : null, years].filter(Boolean).join(' · ')
}

export function groupName(group: Group): string {
  return `${words.group(group.members.length, words.groupLevels[group.level])} (${groupDetail(group)}). ${words.openGroup}`
}

/** All a box says, for readers and when it is pointed at; what is drawn in it first, in the order it is drawn. */
export function nodeName(node: LineageNode): string {
  const name = shortName(node)
  return [
    clip(name, MOST_NAME),
    secondLine(node),
    node.hidden > 0 ? `+${node.hidden}` : null,
    tagOf(node)?.text,
    name.length > MOST_NAME ? name : null,
    node.issuer,
    node.subject,
    node.held || node.issuedOn === null ? null : words.notHeld,
    node.unansweredDays === null ? null : words.unansweredFor(node.unansweredDays),
    node.hidden > 0 ? words.hidden(node.hidden) : null
  ]
    .filter(Boolean)
    .join(', ')
}
