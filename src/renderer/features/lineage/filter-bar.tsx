import type { LineageView } from '#contract/operations/lineage.ts'
import { RELATION_CODES, RELATIONS } from '#domain/vocabulary/relations.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { DateField } from '../../components/date-field.tsx'
import { Segments } from '../../components/segments.tsx'
import { type Choice, Select } from '../../components/select.tsx'
import { lineageWords as words } from '../../strings/lineage.ts'
import type { RelationChoice } from './drawn-view.ts'

export type Direction = 'up' | 'both' | 'down'
export type Depth = '1' | '2' | '12'
export type Filters = Readonly<{
  direction: Direction
  depth: Depth
  stubs: boolean
  relation: RelationChoice
  /** First day of a term; '': all; '0': before the first. */
  term: string
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
      <Select<RelationChoice>
        bare
        label={words.relation}
        value={filters.relation}
        choices={relationChoices(props.view, filters.relation)}
        onChange={(relation) => put({ relation })}
      />
      {props.termStarts.length > 0 && (
        <Select
          bare
          label={words.term}
          value={filters.term}
          choices={termChoices(props.termStarts)}
          onChange={(term) => put({ term })}
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

/** The families, and each relation that is there. */
function relationChoices(view: LineageView, chosen: RelationChoice): readonly Choice<RelationChoice>[] {
  const there = new Set<string>([...view.edges.map((edge) => edge.relation), chosen])
  return [
    ...(['all', 'directs', 'talks', 'validity'] as const).map((value) => ({ value, text: words.relations[value] })),
    ...RELATION_CODES.filter((code) => there.has(code)).map((value) => ({
      value,
      text: RELATIONS[value].name,
      group: words.oneRelation
    }))
  ]
}

function termChoices(starts: readonly string[]): readonly Choice<string>[] {
  const year = (day: string | undefined) => day?.slice(0, 4) ?? null
  return [
    { value: '', text: words.allTerms },
    { value: '0', text: words.beforeTerm(year(starts[0]) ?? '') },
    ...starts.map((start, index) => ({ value: start, text: words.termOf(year(start) ?? '', year(starts[index + 1])) }))
  ]
}

/** First day of the term and of the one after it. */
export function termDays(
  term: string,
  starts: readonly string[]
): Readonly<{ from: string | null; to: string | null }> {
  if (term === '') return { from: null, to: null }
  if (term === '0') return { from: null, to: starts[0] ?? null }
  return { from: term, to: starts.find((start) => start > term) ?? null }
}
