import type { ReactNode } from 'react'

/** Nothing to show: what that means and what can be done. Only after the whole archive was asked. */
export function EmptyState(props: Readonly<{ title: string; children?: ReactNode }>) {
  return (
    <div className="empty">
      <h2>{props.title}</h2>
      {props.children}
    </div>
  )
}
