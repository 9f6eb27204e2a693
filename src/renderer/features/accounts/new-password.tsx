import { accountWords as words } from '../../strings/accounts.ts'
import { PasswordField, type Twice } from './password-field.tsx'

/** A password that is being set, typed twice. */
export function NewPassword(
  props: Readonly<{ value: Twice; onChange(value: Twice): void; label?: string; autoFocus?: boolean }>
) {
  const { first, second } = props.value
  const differ = second !== '' && !first.startsWith(second) && first !== second
  return (
    <>
      <PasswordField
        fresh
        label={props.label ?? words.change.fresh}
        value={first}
        autoFocus={props.autoFocus ?? false}
        onChange={(value) => props.onChange({ first: value, second })}
      />
      <PasswordField
        fresh
        label={words.change.again}
        value={second}
        error={differ ? words.differ : null}
        onChange={(value) => props.onChange({ first, second: value })}
      />
    </>
  )
}
