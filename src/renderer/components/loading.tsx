import { useDelayed } from '../hooks/use-delayed.ts'
import { commonWords } from '../strings/common.ts'

const WIDTHS = [72, 88, 54, 80, 64, 91, 47, 70]

/** Says that something is being opened, only after 400 ms, and keeps the place of the rows. */
export function Loading(props: Readonly<{ text?: string; rows?: number }>) {
  const shown = useDelayed(true)
  if (!shown) return null
  return (
    <div className="loading">
      <p className="hint" role="status">
        {props.text ?? commonWords.opening}
      </p>
      {WIDTHS.slice(0, props.rows ?? 6).map((width) => (
        <span key={width} className="skel" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
