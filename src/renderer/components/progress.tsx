/** How far a job is. `total` 0: not known yet. */
export function Progress(props: Readonly<{ label: string; done: number; total: number; wide?: boolean }>) {
  const share = props.total > 0 ? Math.min(1, props.done / props.total) : 0
  return (
    <span
      className={props.wide ? 'bar wide' : 'bar'}
      role="progressbar"
      aria-label={props.label}
      aria-valuenow={Math.round(share * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${share * 100}%` }} />
    </span>
  )
}
