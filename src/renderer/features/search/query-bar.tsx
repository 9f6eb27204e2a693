import { type Ref, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { DaysDialog } from '../../components/days-dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { searchWords as words } from '../../strings/search.ts'
import { dropQuery, type KeptQuery, keepQuery, keptQueries, sameQuery } from './kept-queries.ts'
import { chipsOf, dropChip, isFiltered, NO_FILTERS } from './search-state.ts'

type QueryBarProps = Readonly<{
  query: KeptQuery
  /** The list the field drives, and its current row. */
  listId: string | null
  activeId: string | null
  ref: Ref<HTMLInputElement>
  onQuery(query: KeptQuery): void
}>

/** The field, the conditions in force, and how to ask for exactly one thing. */
export function QueryBar(props: QueryBarProps) {
  const { query } = props
  const [saved, setSaved] = useState(() => keptQueries('saved'))
  const [days, setDays] = useState(false)
  const isSaved = saved.some((one) => sameQuery(one, query))
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
            onChange={(event) => props.onQuery({ ...query, text: event.target.value })}
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
        {chipsOf(query.filters).map((chip) => (
          <span key={chip.key} className="chip">
            <span className="clip">{chip.text}</span>
            <button
              type="button"
              aria-label={words.dropChip(chip.text)}
              title={words.dropChip(chip.text)}
              onClick={() => props.onQuery({ ...query, filters: dropChip(query.filters, chip.key) })}
            >
              <Icon name="close" small />
            </button>
          </span>
        ))}
        <button type="button" className="chip add" onClick={() => setDays(true)}>
          <Icon name="add" small />
          {words.addCondition}
        </button>
        {chipsOf(query.filters).length > 1 && (
          <button type="button" className="link-btn" onClick={() => props.onQuery({ ...query, filters: NO_FILTERS })}>
            {words.dropAll}
          </button>
        )}
        <span className="hint search-teach">
          {words.type}{' '}
          {words.teachFields.map((name) => (
            <b key={name}>{name} </b>
          ))}
          {words.teachLine}
        </span>
      </div>
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
