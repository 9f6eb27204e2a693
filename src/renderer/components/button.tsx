import type { ReactNode, Ref } from 'react'
import type { OperationName } from '#contract/operations.ts'
import { Icon, type IconName } from './icon.tsx'
import { May } from './may.tsx'

type ButtonProps = Readonly<{
  children?: ReactNode
  /** Needed where there is no text: the accessible name and the tool tip. */
  label?: string
  icon?: IconName
  kind?: 'plain' | 'primary' | 'danger' | 'danger-solid'
  quiet?: boolean
  small?: boolean
  large?: boolean
  /** Shown as switched on. */
  pressed?: boolean
  disabled?: boolean
  submit?: boolean
  title?: string
  ref?: Ref<HTMLButtonElement>
  /** Not offered to whom this operation is not open. */
  needs?: OperationName
  onPress?(): void
}>

const KINDS = { plain: '', primary: ' primary', danger: ' danger', 'danger-solid': ' danger solid' } as const

/** A button is a verb and its object (ui README, "Writing"). */
export function Button(props: ButtonProps) {
  if (props.needs === undefined) return <Plain {...props} />
  return (
    <May do={props.needs}>
      <Plain {...props} />
    </May>
  )
}

function Plain(props: ButtonProps) {
  const classes = `btn${KINDS[props.kind ?? 'plain']}${props.quiet ? ' quiet' : ''}${props.small ? ' sm' : ''}${props.large ? ' lg' : ''}${props.pressed ? ' on' : ''}${props.children === undefined ? ' icon' : ''}`
  return (
    <button
      ref={props.ref}
      type={props.submit ? 'submit' : 'button'}
      className={classes}
      disabled={props.disabled}
      aria-label={props.label}
      aria-pressed={props.pressed}
      title={props.title ?? (props.children === undefined ? props.label : undefined)}
      onClick={props.submit ? undefined : props.onPress}
    >
      {props.icon && <Icon name={props.icon} small={props.small ?? false} />}
      {props.children}
    </button>
  )
}
