import type { ReactNode } from 'react'
import type { OperationName } from '#contract/operations.ts'
import { useAccess } from '../hooks/use-access.ts'

/** What is inside is offered only to whom the operation is open; the engine asks again. */
export function May(props: Readonly<{ do: OperationName; children: ReactNode }>) {
  return useAccess().may(props.do) ? props.children : null
}
