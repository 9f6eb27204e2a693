import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** A notice inside a screen. */
export function Note(props: Readonly<{ tone?: 'info' | 'ok' | 'warn' | 'danger'; children: ReactNode }>) {
  const tone = props.tone ?? 'info'
  return (
    <div className={`note ${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon name={tone === 'ok' ? 'check' : tone === 'info' ? 'info' : 'warning'} />
      <div className="grow">{props.children}</div>
    </div>
  )
}
