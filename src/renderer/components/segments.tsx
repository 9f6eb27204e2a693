/** A row of mutually exclusive choices: "Sát nhất | Mới nhất". */
export function Segments<T extends string>(
  props: Readonly<{
    label: string
    value: T
    choices: readonly Readonly<{ value: T; text: string }>[]
    onChange(value: T): void
  }>
) {
  return (
    <fieldset className="segs" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === props.value}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  )
}
