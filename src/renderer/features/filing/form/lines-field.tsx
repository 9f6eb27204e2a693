import { useRef, useState } from 'react'
import type { RecipientLine } from '#contract/schemas.ts'
import { TextField } from '../../../components/text-field.tsx'
import { showCount } from '../../../strings/dates.ts'
import { formWords as words } from '../../../strings/filing.ts'
import { lineAt, linesText, takeLines } from './lines.ts'

type LinesFieldProps = Readonly<{
  label: string
  name: 'addressees' | 'recipients'
  lines: readonly RecipientLine[]
  onChange(lines: RecipientLine[]): void
  /** The line the cursor is in. */
  onLine(line: number): void
}>

/** "Kính gửi" and "Nơi nhận" as lines, one a recipient; what was not touched keeps its place on the page. */
export function LinesField(props: LinesFieldProps) {
  const area = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const own = linesText(props.lines)
  const text = typed !== null && linesText(takeLines(typed, props.lines)) === own ? typed : own
  const copies = props.lines.filter((line) => line.kind === 'file-copy').length
  const tell = () => {
    const at = area.current
    if (at) props.onLine(lineAt(at.value, at.selectionStart))
  }
  const change = (value: string) => {
    setTyped(value)
    props.onChange(takeLines(value, props.lines))
  }
  return (
    <TextField
      ref={area}
      label={props.label}
      name={props.name}
      lines={Math.min(8, Math.max(2, text.split('\n').length))}
      value={text}
      placeholder={words.linesHelp}
      onChange={change}
      onFocus={tell}
      onBlur={() => setTyped(null)}
      onKeyDown={() => requestAnimationFrame(tell)}
      trail={
        props.lines.length > 0 && (
          <span className="src">
            {words.lineCount(showCount(props.lines.length))}
            {copies > 0 && ` · ${words.fileCopies(showCount(copies))}`}
          </span>
        )
      }
    />
  )
}
