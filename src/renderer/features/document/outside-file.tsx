import type { DragEvent } from 'react'
import type { FileAddress } from '#contract/client.ts'
import { CallError } from '#contract/client.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { desktopWords as words } from '../../strings/desktop.ts'
import { useTransport } from '../../transport/context.tsx'

type OutsideProps = Readonly<{ address: FileAddress; name: string }>

/** Opens a copy in the system's own program; nothing where the shell cannot (a browser downloads instead). */
export function OpenOutside({ address, name }: OutsideProps) {
  const { openFile } = useTransport()
  const toasts = useToasts()
  if (!openFile) return null
  const open = async () => {
    const outcome = await openFile(address)
    if (outcome.ok) toasts.done(words.openedOutside(name))
    else toasts.failed(new CallError(outcome), words.notOpenedOutside)
  }
  return (
    <Button small onPress={() => void open()}>
      {words.openOutside}
    </Button>
  )
}

/** The name of a file, which can be taken by the pointer out to a folder where the shell knows how. */
export function FileName({ address, name }: OutsideProps) {
  const { dragFile } = useTransport()
  const toasts = useToasts()
  if (!dragFile) {
    return (
      <b className="strong clip grow" title={name}>
        {name}
      </b>
    )
  }
  const drag = async (event: DragEvent) => {
    // The system's own drag takes over from the page's.
    event.preventDefault()
    const outcome = await dragFile(address)
    if (!outcome.ok) toasts.failed(new CallError(outcome), words.notDragged)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the pointer's way; by keys there is the button for copying out
    <b
      className="strong clip grow"
      title={`${name}. ${words.dragHint}`}
      draggable
      onDragStart={(event) => void drag(event)}
    >
      {name}
    </b>
  )
}
