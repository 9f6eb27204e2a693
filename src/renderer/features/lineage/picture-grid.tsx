import { showDay } from '../../strings/dates.ts'
import { lineageWords as words } from '../../strings/lineage.ts'
import { HEAD, type LineageLayout, ROW_LABEL } from './lineage-layout.ts'

const FAMILIES = ['directs', 'talks', 'validity', 'open'] as const

/** Arrow heads, one for each family of relations. */
export function Markers() {
  return (
    <defs>
      {FAMILIES.map((family) => (
        <marker
          key={family}
          id={`arrow-${family}`}
          className={family}
          viewBox="0 0 8 8"
          refX="7.5"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      ))}
    </defs>
  )
}

/** Names of rows and columns: they stay in sight while the drawing is scrolled. */
export function Heads(props: Readonly<{ layout: LineageLayout; scale: number }>) {
  const { layout, scale } = props
  const size = (width: number, height: number) => ({
    width: width * scale,
    height: height * scale,
    viewBox: `0 0 ${width} ${height}`
  })
  return (
    <>
      <svg
        className="lin lin-corner"
        aria-hidden="true"
        {...size(ROW_LABEL, HEAD)}
        style={{ marginBottom: -HEAD * scale }}
      >
        <rect className="band" width={ROW_LABEL} height={HEAD} />
      </svg>
      <svg
        className="lin lin-times"
        aria-hidden="true"
        {...size(layout.width, HEAD)}
        style={{ marginBottom: -HEAD * scale }}
      >
        <rect className="band" width={layout.width} height={HEAD} />
        {layout.columns.map((column) => (
          <text key={column.x} className="time" x={column.x + column.width / 2} y="22" textAnchor="middle">
            {timeTitle(column.from, column.to)}
          </text>
        ))}
      </svg>
      <svg
        className="lin lin-levels"
        aria-hidden="true"
        {...size(ROW_LABEL, layout.height)}
        style={{ marginBottom: -layout.height * scale }}
      >
        {layout.rows.map((row, index) => (
          <g key={row.level}>
            <rect className={index % 2 === 0 ? 'band alt' : 'band'} y={row.y} width={ROW_LABEL} height={row.height} />
            <text className="level" x="16" y={row.y + row.height / 2 - 1}>
              {words.rows[row.level][0]}
            </text>
            <text className="level-name" x="16" y={row.y + row.height / 2 + 15}>
              {words.rows[row.level][1]}
            </text>
          </g>
        ))}
      </svg>
    </>
  )
}

/** Rows of levels and columns of time. */
export function Grid(props: Readonly<{ layout: LineageLayout }>) {
  const { layout } = props
  return (
    <g>
      {layout.rows.map((row, index) => (
        <g key={row.level}>
          <rect
            className={index % 2 === 0 ? 'band alt' : 'band'}
            x="0"
            y={row.y}
            width={layout.width}
            height={row.height}
          />
          <line className="rule" x1="0" x2={layout.width} y1={row.y} y2={row.y} />
        </g>
      ))}
      {layout.columns.map((column, index) => (
        <g key={column.x}>
          <line className={index === 0 ? 'rule' : 'rule weak'} x1={column.x} x2={column.x} y1="0" y2={layout.height} />
        </g>
      ))}
    </g>
  )
}

function timeTitle(from: string | null, to: string | null): string {
  if (!from || !to) return words.noDate
  if (from === to) return showDay(from)
  const [start, end] = [showDay(from).slice(3), showDay(to).slice(3)]
  return start === end ? start : `${start} – ${end}`
}
