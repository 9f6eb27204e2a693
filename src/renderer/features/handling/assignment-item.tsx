import type { HandlingView } from '#contract/operations/handling.ts'
import { Button } from '../../components/button.tsx'
import { showDay } from '../../strings/dates.ts'
import { handlingWords as words } from '../../strings/handling.ts'

/** One bút phê: when and by whom, the opinion, who handles it, until when. */
export function AssignmentItem(
  props: Readonly<{
    assignment: HandlingView['assignments'][number]
    onEdit: (() => void) | null
    onRemove: (() => void) | null
  }>
) {
  const { assignment: one } = props
  return (
    <li className="assignment">
      <div className="row">
        <b className="num strong">{showDay(one.assignedOn)}</b>
        {one.leader && <span className="strong">{one.leader}</span>}
        <span className="row end">
          {props.onEdit && (
            <Button small quiet onPress={props.onEdit}>
              {words.edit}
            </Button>
          )}
          {props.onRemove && (
            <Button small quiet onPress={props.onRemove}>
              {words.remove}
            </Button>
          )}
        </span>
      </div>
      {one.opinion && <p className="opinion">{one.opinion}</p>}
      <dl className="defs">
        {one.main && (
          <>
            <dt>{words.main}</dt>
            <dd>{one.main}</dd>
          </>
        )}
        {one.co.length > 0 && (
          <>
            <dt>{words.co}</dt>
            <dd>{one.co.join('; ')}</dd>
          </>
        )}
        {one.due && (
          <>
            <dt>{words.due}</dt>
            <dd className="num">{showDay(one.due)}</dd>
          </>
        )}
        {one.note && (
          <>
            <dt>{words.note}</dt>
            <dd>{one.note}</dd>
          </>
        )}
      </dl>
    </li>
  )
}
