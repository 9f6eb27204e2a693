import { splitMarks } from './split-marks.ts'

/** Text with the words that were found marked. */
export function MarkedText(
  props: Readonly<{ text: string; marks: readonly (readonly [number, number])[]; current?: number | null }>
) {
  return splitMarks(props.text, props.marks).map((part) =>
    part.marked ? (
      <mark key={part.at} className={part.index === (props.current ?? null) ? 'now' : undefined}>
        {part.text}
      </mark>
    ) : (
      <span key={part.at}>{part.text}</span>
    )
  )
}
