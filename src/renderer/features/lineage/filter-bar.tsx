import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATION_CODES, RELATIONS, type Relation } from '#domain/vocabulary/relations.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { DateField } from '../../components/date-field.tsx'
import { relationFamily } from '../../components/relation-badge.tsx'
import { Segments } from '../../components/segments.tsx'
import { type Tick, TickMenu } from '../../components/tick-menu.tsx'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { Term } from './drawn-view.ts'

export type Direction = 'up' | 'both' | 'down'
export type Depth = '1' | '2' | '12'
export type Filters = Readonly<{
  direction: Direction
  depth: Depth
  stubs: boolean
  /** Empty: all. */
  relations: readonly Relation[]
  /** First days of terms, '0': before the first; empty: all. */
  terms: readonly string[]
  /** Validity as of this day. */
  on: string | null
}>

type FilterBarProps = Readonly<{
  filters: Filters
  view: LineageView
  termStarts: readonly string[]
  onFilters(filters: Filters): void
}>

/** What of the neighbourhood is shown. */
export function FilterBar(props: FilterBarProps) {
  const { filters } = props
  const put = (some: Partial<Filters>) => props.onFilters({ ...filters, ...some })
  return (
    <div className="subbar lineage-filters">
      <Segments<Direction>
        label={words.direction}
        value={filters.direction}
        onChange={(direction) => put({ direction })}
        choices={(['up', 'both', 'down'] as const).map((value) => ({ value, text: words.directions[value] }))}
      />
      <Segments<Depth>
        label={words.depth}
        value={filters.depth}
        onChange={(depth) => put({ depth })}
        choices={(['1', '2', '12'] as const).map((value) => ({ value, text: words.depths[value] }))}
      />
      <TickMenu<Relation>
        label={words.relation}
        text={summary(filters.relations, (code) => RELATIONS[code].name, words.relations.all, words.manyRelations)}
        none={words.relations.all}
        ticks={relationTicks(props.view, filters.relations)}
        ticked={filters.relations}
        onChange={(relations) => put({ relations })}
      />
      {props.termStarts.length > 0 && (
        <TickMenu
          label={words.term}
          text={summary(filters.terms, (term) => termName(term, props.termStarts), words.allTerms, words.manyTerms)}
          none={words.allTerms}
          ticks={['0', ...props.termStarts].map((term) => ({ text: termName(term, props.termStarts), parts: [term] }))}
          ticked={filters.terms}
          onChange={(terms) => put({ terms })}
        />
      )}
      <Checkbox checked={filters.stubs} onChange={(stubs) => put({ stubs })}>
        {words.stubs}
      </Checkbox>
      <span className="row end">
        <span className="muted nowrap">{words.onDay}</span>
        <DateField bare label={words.onDayLong} value={filters.on} onChange={(on) => put({ on })} />
      </span>
    </div>
  )
}

/** One by its name, several by their number. */
function summary<T>(
  ticked: readonly T[],
  name: (one: T) => string,
  all: string,
  many: (count: number) => string
): string {
  const [first] = ticked
  if (first === undefined) return all
  return ticked.length === 1 ? name(first) : many(ticked.length)
}

/** The families, each with its relations that are there and how many lines say so. */
function relationTicks(view: LineageView, ticked: readonly Relation[]): readonly Tick<Relation>[] {
  const counts = new Map<Relation, number>(ticked.map((code) => [code, 0]))
  for (const { relation } of view.edges) counts.set(relation, (counts.get(relation) ?? 0) + 1)
  const there = RELATION_CODES.filter((code) => counts.has(code))
  return (['directs', 'talks', 'validity'] as const).flatMap((family) => {
    const own = there.filter((code) => relationFamily(code) === family)
    if (own.length === 0) return []
    return [
      { text: words.relations[family], parts: own, head: true },
      ...own.map((code) => ({ text: RELATIONS[code].name, parts: [code], count: counts.get(code) ?? 0 }))
    ]
  })
}

function termName(term: string, starts: readonly string[]): string {
  const year = (day: string | undefined) => day?.slice(0, 4) ?? null
  if (term === '0') return words.beforeTerm(year(starts[0]) ?? '')
  return words.termOf(year(term) ?? '', year(starts.find((start) => start > term)))
}

/** First day of each term and of the one after it. */
export function termDays(terms: readonly string[], starts: readonly string[]): readonly Term[] {
  return terms.map((term) =>
    term === '0'
      ? { from: null, to: starts[0] ?? null }
      : { from: term, to: starts.find((start) => start > term) ?? null }
  )
}
