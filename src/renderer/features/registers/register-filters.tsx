import type { ReactNode, Ref } from 'react'
import type { RegisterRow } from '#contract/operations/registers.ts'
import { Checkbox } from '../../components/checkbox.tsx'
import { Icon } from '../../components/icon.tsx'
import { Segments } from '../../components/segments.tsx'
import { ColumnMenu } from '../../components/table/column-menu.tsx'
import type { Column } from '../../components/table/columns.ts'
import { registerWords as words } from '../../strings/registers.ts'
import type { Book } from './register-columns.tsx'
import type { Grouping } from './register-groups.ts'

const GROUPINGS = ['day', 'month', 'author', 'type', 'none'] as const

type RegisterFiltersProps = Readonly<{
  ref: Ref<HTMLInputElement>
  book: Book
  text: string
  onText(text: string): void
  group: Grouping
  onGroup(group: Grouping): void
  withdrawn: boolean
  onWithdrawn(shown: boolean): void
  columns: readonly Column<RegisterRow>[]
  hidden: readonly string[]
  onColumn(id: string): void
  /** Arrow down in the field: on to the rows. */
  onDown(): void
  views: ReactNode
}>

/** What is shown of the book and how it is put together. */
export function RegisterFilters(props: RegisterFiltersProps) {
  const groups = GROUPINGS.map((value) => ({ value, text: words.groups[props.book][value] }))
  return (
    <div className="subbar reg-filters">
      <div className="input sm">
        <Icon name="filter" small />
        <input
          ref={props.ref}
          aria-label={words.filterLabel}
          placeholder={words.filter[props.book]}
          value={props.text}
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          onChange={(event) => props.onText(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
            event.preventDefault()
            props.onDown()
          }}
        />
        {props.text !== '' && (
          <button
            type="button"
            className="reg-clear"
            aria-label={words.dropFilter(props.text)}
            title={words.dropFilter(props.text)}
            onClick={() => props.onText('')}
          >
            <Icon name="close" small />
          </button>
        )}
      </div>
      <Checkbox checked={props.withdrawn} onChange={props.onWithdrawn}>
        {words.showWithdrawn}
      </Checkbox>
      <span className="row reg-groups">
        <span className="hint">{words.groupBy}</span>
        <Segments label={words.groupBy} value={props.group} choices={groups} onChange={props.onGroup} />
        {props.views}
        <ColumnMenu columns={props.columns} hidden={props.hidden} onToggle={props.onColumn} />
      </span>
    </div>
  )
}
