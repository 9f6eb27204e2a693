import { type KeyboardEvent, useRef, useState } from 'react'
import type { SearchAnswer, SearchFilters } from '#contract/operations/search.ts'
import { showCount } from '../../strings/dates.ts'
import { searchWords as words } from '../../strings/search.ts'
import { countedValues, FACETS, type FacetName, facetRows } from './search-state.ts'

const FEW = 6

type FacetPanelProps = Readonly<{
  facets: SearchAnswer['facets']
  filters: SearchFilters
  /** Counts are true for what is shown; else only the names stay. */
  counted: boolean
  onToggle(facet: FacetName, value: string): void
}>

/** Facets with counts. One tab stop: arrows move through the boxes, Space ticks. */
export function FacetPanel(props: FacetPanelProps) {
  const panel = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState<readonly FacetName[]>([])
  const [stop, setStop] = useState<string | null>(null)
  const shown = FACETS.map((facet) => ({
    facet,
    ...facetRows(facet, countedValues(props.facets, facet), props.filters, opened.includes(facet) ? 100 : FEW)
  })).filter((one) => one.rows.length > 0)
  const first = shown[0]?.rows[0]
  const firstKey = first && shown[0] ? `${shown[0].facet} ${first.value}` : null
  const keys = shown.flatMap((one) => one.rows.map((row) => `${one.facet} ${row.value}`))
  const tabStop = stop !== null && keys.includes(stop) ? stop : firstKey

  const press = (event: KeyboardEvent<HTMLElement>) => {
    const boxes = [...(panel.current?.querySelectorAll<HTMLInputElement>('input') ?? [])]
    const at = boxes.indexOf(event.target as HTMLInputElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key]
    if (at < 0 || to === undefined) return
    boxes[Math.max(0, Math.min(boxes.length - 1, to))]?.focus()
    event.preventDefault()
  }
  return (
    <aside
      ref={panel}
      className="search-facets scroll"
      aria-label={words.facetsPane}
      data-pane="facets"
      tabIndex={-1}
      onKeyDown={press}
    >
      {props.facets && props.counted && shown.length === 0 && (
        <p className="hint search-facets-none">{words.noFacets}</p>
      )}
      {shown.map(({ facet, rows, more }) => (
        <fieldset key={facet} className="facet">
          <legend>{words.facets[facet]}</legend>
          {rows.map((row) => (
            <label
              key={row.value}
              className={[row.on ? 'on' : '', row.detail ? 'tall' : ''].join(' ').trim()}
              title={row.name}
            >
              <input
                type="checkbox"
                className="check"
                checked={row.on}
                tabIndex={tabStop === `${facet} ${row.value}` ? 0 : -1}
                onFocus={() => setStop(`${facet} ${row.value}`)}
                onChange={() => props.onToggle(facet, row.value)}
              />
              <span className="clip">
                {row.label}
                {row.detail && <span className="facet-detail clip">{row.detail}</span>}
              </span>
              {props.counted && row.count !== null && <span className="n num">{showCount(row.count)}</span>}
            </label>
          ))}
          {(more > 0 || opened.includes(facet)) && (
            <button
              type="button"
              className="link-btn facet-more"
              aria-expanded={opened.includes(facet)}
              onClick={() =>
                setOpened((old) => (old.includes(facet) ? old.filter((one) => one !== facet) : [...old, facet]))
              }
            >
              {opened.includes(facet) ? words.fewerValues : words.moreValues(more)}
            </button>
          )}
        </fieldset>
      ))}
    </aside>
  )
}
