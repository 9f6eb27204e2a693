import { Fragment, type Ref, useState } from 'react'
import { NO_FILTERS } from '#contract/no-filters.ts'
import type { QueryReading, SearchAnswer } from '#contract/operations/search.ts'
import { Button } from '../../components/button.tsx'
import { DaysDialog } from '../../components/days-dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { searchWords as words } from '../../strings/search.ts'
import { dropQuery, type KeptQuery, keepQuery, keptQueries, sameQuery } from './kept-queries.ts'
import { partsShown, partText, type Suggestion, withoutPart } from './query-edit.ts'
import { QueryHelp } from './query-help.tsx'
import { chipsOf, dropChip, isFiltered } from './search-state.ts'

type QueryBarProps = Readonly<{
  query: KeptQuery
  reading: QueryReading | null
  caret: number
  onCaret(caret: number): void
  onTake(taken: Suggestion): void
  /** The list the field drives, and its current row. */
  listId: string | null
  activeId: string | null
  ref: Ref<HTMLInputElement>
  /** Of the last answer: they name the books and dossiers that are ticked. */
  facets: SearchAnswer['facets']
  onQuery(query: KeptQuery): void
}>

/** The field, the conditions in force, and how to ask for exactly one thing. */
export function QueryBar(props: QueryBarProps) {
  const { query } = props
  const [saved, setSaved] = useState(() => keptQueries('saved'))
  const [days, setDays] = useState(false)
  const isSaved = saved.some((one) => sameQuery(one, query))
  const { reading } = props
  const parts = reading ? partsShown(reading) : []
  const chips = chipsOf(query.filters, props.facets)
  const asks = query.text.trim() !== '' || isFiltered(query.filters)
  return (
    <div className="search-query">
      <div className="row">
        <div className="input lg grow">
          <Icon name="search" />
          <input
            ref={props.ref}
            // biome-ignore lint/a11y/noAutofocus: one comes here to type
            autoFocus
            role="combobox"
            aria-label={words.field}
            aria-expanded={props.listId !== null}
            aria-controls={props.listId ?? undefined}
            aria-activedescendant={props.activeId ?? undefined}
            aria-autocomplete="list"
            placeholder={words.placeholder}
            spellCheck={false}
            autoComplete="off"
            maxLength={500}
            value={query.text}
            onChange={(event) => {
              props.onCaret(event.target.selectionStart ?? event.target.value.length)
              props.onQuery({ ...query, text: event.target.value })
            }}
            onSelect={(event) => props.onCaret(event.currentTarget.selectionStart ?? 0)}
          />
          {query.text !== '' && (
            <span className="hint row nowrap">
              <Kbd>F2</Kbd> {words.editQuery}
            </span>
          )}
        </div>
        <Button
          large
          icon={isSaved ? 'check' : 'mark'}
          disabled={!asks}
          onPress={() => setSaved(isSaved ? dropQuery('saved', query) : keepQuery('saved', query))}
        >
          {isSaved ? words.saved : words.save}
        </Button>
      </div>
      <div className="row search-chips">
        {parts.map((part, index) => (
          <Fragment key={`${part.from} ${part.text}`}>
            {index > 0 && parts[index - 1]?.alternative !== part.alternative && (
              <span className="hint">{words.query.or}</span>
            )}
            <PartChip
              text={partText(part)}
              onDrop={() => props.onQuery({ ...query, text: withoutPart(reading?.text ?? query.text, part) })}
            />
          </Fragment>
        ))}
        {chips.map((chip) => (
          <PartChip
            key={chip.key}
            text={chip.text}
            onDrop={() => props.onQuery({ ...query, filters: dropChip(query.filters, chip.key) })}
          />
        ))}
        <button type="button" className="chip add" onClick={() => setDays(true)}>
          <Icon name="add" small />
          {words.addCondition}
        </button>
        {chips.length > 1 && (
          <button type="button" className="link-btn" onClick={() => props.onQuery({ ...query, filters: NO_FILTERS })}>
            {words.dropAll}
          </button>
        )}
      </div>
      <QueryHelp reading={reading} caret={props.caret} onTake={props.onTake} />
      {days && (
        <DaysDialog
          days={{ from: query.filters.from, to: query.filters.to }}
          onClose={() => setDays(false)}
          onTake={(taken) => {
            setDays(false)
            props.onQuery({ ...query, filters: { ...query.filters, ...taken } })
          }}
        />
      )}
    </div>
  )
}

function PartChip(props: Readonly<{ text: string; onDrop(): void }>) {
  const name = words.dropChip(props.text)
  return (
    <span className="chip">
      <span className="clip">{props.text}</span>
      <button type="button" aria-label={name} title={name} onClick={props.onDrop}>
        <Icon name="close" small />
      </button>
    </span>
  )
}
