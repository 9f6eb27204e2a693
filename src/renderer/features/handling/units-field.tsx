import { Icon } from '../../components/icon.tsx'
import { handlingWords as words } from '../../strings/handling.ts'
import { UnitField } from './unit-field.tsx'

/** Several units: each chosen one stands as a chip, what is typed is added with Enter. */
export function UnitsField(
  props: Readonly<{
    label: string
    value: readonly string[]
    /** What is typed and not yet added: it counts when the dialog is saved. */
    typed: string
    onTyped(text: string): void
    onChange(value: readonly string[]): void
  }>
) {
  const add = (name: string) => {
    if (!props.value.includes(name)) props.onChange([...props.value, name])
    props.onTyped('')
  }
  return (
    <div className="units-field">
      <UnitField
        label={props.label}
        placeholder={words.coPlace}
        value={props.typed}
        onChange={props.onTyped}
        onPick={add}
      />
      {props.value.length > 0 && (
        <ul className="unit-chips">
          {props.value.map((name) => (
            <li key={name} className="chip">
              {name}
              <button
                type="button"
                aria-label={words.removeUnit(name)}
                onClick={() => props.onChange(props.value.filter((one) => one !== name))}
              >
                <Icon name="close" small />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
