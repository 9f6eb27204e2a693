import type { ReactNode } from 'react'

export type BadgeTone = 'info' | 'ok' | 'warn' | 'danger' | 'directs' | 'talks' | 'validity' | 'stub' | 'plain'

/** State or relation in a word; the colour only helps. */
export function Badge(props: Readonly<{ tone?: BadgeTone; title?: string; children: ReactNode }>) {
  return (
    <span className={`badge ${props.tone ?? 'info'}`} title={props.title}>
      {props.children}
    </span>
  )
}
