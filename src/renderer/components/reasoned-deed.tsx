import type { UseMutationResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CallError } from '#contract/client.ts'
import { type Undo, useToasts } from '../app/toasts.tsx'
import { Confirm } from './confirm.tsx'

type ReasonedDeedProps<Out, In> = Readonly<{
  title: string
  action: string
  danger?: boolean
  /** A reason that may be left out; else it must be given. */
  optional?: boolean
  /** From `useCommand`. */
  command: UseMutationResult<Out, CallError, In>
  input(reason: string): In
  /** What is said when it is done, and when it is not. */
  done(out: Out): string
  failed: string
  children?: ReactNode
  onClose(): void
  /** Instead of closing, once it is done. */
  onDone?(): void
}>

/** A question for a reason before a command, with what is said of it and the way back. */
export function ReasonedDeed<Out extends Readonly<{ undo: Undo }>, In>(props: ReasonedDeedProps<Out, In>) {
  const { command } = props
  const toasts = useToasts()
  return (
    <Confirm
      title={props.title}
      action={props.action}
      danger={props.danger ?? false}
      reason={props.optional ? 'optional' : 'required'}
      busy={command.isPending}
      onKeep={props.onClose}
      onDo={(reason) =>
        command.mutate(props.input(reason), {
          onSuccess: (out) => {
            toasts.done(props.done(out), out.undo)
            if (props.onDone) props.onDone()
            else props.onClose()
          },
          onError: (error) => toasts.failed(error, props.failed)
        })
      }
    >
      {props.children}
    </Confirm>
  )
}
