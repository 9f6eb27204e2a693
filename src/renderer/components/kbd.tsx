import type { ReactNode } from 'react'

/** A key cap. */
export function Kbd(props: Readonly<{ children: ReactNode }>) {
  return <kbd>{props.children}</kbd>
}
