import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { searchWords as words } from '../../strings/search.ts'
import { dropQuery, type KeptKind, type KeptQuery, keptQueries } from './kept-queries.ts'
import { chipsOf } from './search-state.ts'

/** Before anything is typed: what was asked lately, what is kept, and how to ask. */
export function SearchStart(props: Readonly<{ onAsk(query: KeptQuery): void; onLatest(): void }>) {
  const [recent] = useState(() => keptQueries('recent'))
  const [saved, setSaved] = useState(() => keptQueries('saved'))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
    <section className="scroll grow search-start" data-pane="hits" tabIndex={0} aria-label={words.startHelp}>
      <div>
        <h2 className="h3">{words.startSaved}</h2>
        {saved.length === 0 ? (
          <p className="hint">{words.startNone}</p>
        ) : (
          <KeptList
            kind="saved"
            queries={saved}
            onAsk={props.onAsk}
            onDrop={(query) => setSaved(dropQuery('saved', query))}
          />
        )}
        {recent.length > 0 && (
          <>
            <h2 className="h3">{words.startRecent}</h2>
            <KeptList kind="recent" queries={recent} onAsk={props.onAsk} onDrop={null} />
          </>
        )}
        <p className="search-latest">
          <Button icon="clock" onPress={props.onLatest}>
            {words.startLatest}
          </Button>
        </p>
      </div>
      <div>
        <h2 className="h3">{words.startHelp}</h2>
        <SearchHelp />
      </div>
    </section>
  )
}

function KeptList(
  props: Readonly<{
    kind: KeptKind
    queries: readonly KeptQuery[]
    onAsk(query: KeptQuery): void
    onDrop: ((query: KeptQuery) => void) | null
  }>
) {
  return (
    <ul className="search-kept">
      {props.queries.map((query) => {
        const chips = chipsOf(query.filters)
        const name = query.text || words.everything
        return (
          <li key={JSON.stringify(query)} className="row">
            <Icon name={props.kind === 'recent' ? 'clock' : 'search'} small />
            <button type="button" className="link-btn clip" onClick={() => props.onAsk(query)}>
              {name}
            </button>
            <span className="hint clip grow">{chips.map((chip) => chip.text).join(' · ')}</span>
            {props.onDrop && (
              <Button small quiet icon="close" label={words.dropSaved(name)} onPress={() => props.onDrop?.(query)} />
            )}
          </li>
        )
      })}
    </ul>
  )
}

export function SearchHelp() {
  return (
    <dl className="search-help">
      {words.help.map(([typed, does]) => (
        <div key={typed}>
          <dt>
            <code>{typed}</code>
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
