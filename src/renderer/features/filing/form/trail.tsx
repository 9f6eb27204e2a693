import type { DocumentForm } from '#contract/schemas.ts'
import { Icon } from '../../../components/icon.tsx'
import { formWords as words } from '../../../strings/filing.ts'
import type { FieldName } from './fields.ts'
import { type Reading, showReading, standing } from './readings.ts'

/** The small words at the right of a label: where the value was read, that it was changed, or that it is only suspected. */
export function Trail(props: Readonly<{ form: DocumentForm; field: FieldName; reading: Reading | undefined }>) {
  const { reading, field } = props
  if (!reading) return null
  const page = reading.evidence.page
  switch (standing(props.form, field, reading)) {
    case 'hint':
      return (
        <span className="src unsure" title={words.hintTitle}>
          <Icon name="pen" small />
          {words.hintTrail}
        </span>
      )
    case 'read':
      return (
        <span className="src read" title={words.readTitle(page)}>
          <Icon name="check" small />
          {words.readTrail(page)}
        </span>
      )
    case 'changed':
      return (
        <span className="src" title={words.changedTitle(showReading(field, reading.value))}>
          {words.changedTrail}
        </span>
      )
    case 'none':
      return null
  }
}
