import type { QueryReading } from '#contract/operations/search.ts'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { showCount } from '../../strings/dates.ts'
import { searchWords } from '../../strings/search.ts'
import { isWrong, problemShown, type Suggestion } from './query-edit.ts'

const words = searchWords.query

/** One line that stays in its place: what is wrong with the query, what could be typed next, or how to ask. */
export function QueryHelp(
  props: Readonly<{ reading: QueryReading | null; caret: number; onTake(taken: Suggestion): void }>
) {
  const { reading } = props
  const problem = reading && problemShown(reading, props.caret)
  const field = reading?.help.field ?? null
  const isOld = reading !== null && reading.text !== reading.typed
  const suggestions = reading?.help.suggestions ?? []
  return (
    <div className="row search-typed">
      {problem && (
        <span role="status" className={isWrong(problem) ? 'search-wrong' : 'hint'}>
          {isWrong(problem) && <Icon name="warning" small />}
          {words.problems[problem.code](problem.text)}
        </span>
      )}
      {!problem && isOld && <span className="hint">{words.oldEncoding}</span>}
      {!problem && !isOld && field && <span className="hint">{words.about[field]}</span>}
      {!problem &&
        suggestions.map((one, index) => (
          <button
            key={`${one.field} ${one.text}`}
            type="button"
            className="chip suggestion"
            tabIndex={-1}
            title={words.take(String(index + 1))}
            onClick={() => props.onTake(one)}
          >
            <Kbd>{`Alt ${index + 1}`}</Kbd>
            <span className="clip">
              {(field === null || one.kind === 'field') && <b>{words.typed[one.field]} </b>}
              {one.kind === 'field' ? words.offer : one.text}
            </span>
            {one.count !== null && <span className="num muted">{showCount(one.count)}</span>}
          </button>
        ))}
      {!problem && !field && !isOld && suggestions.length === 0 && (
        <span className="hint search-teach">
          {searchWords.type}{' '}
          {searchWords.teachFields.map((name) => (
            <b key={name}>{name} </b>
          ))}
          {searchWords.teachLine}
        </span>
      )}
    </div>
  )
}
