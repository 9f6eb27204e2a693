import type { ComponentProps } from 'react'
import { commonWords } from '../strings/common.ts'
import { Button } from './button.tsx'

/** The foot of a dialog that is there for one deed: leaving all as it is first, then the deed. */
export function DialogFoot({
  onClose,
  ...deed
}: Omit<ComponentProps<typeof Button>, 'kind'> & Readonly<{ onClose(): void }>) {
  return (
    <>
      <Button onPress={onClose}>{commonWords.cancel}</Button>
      <Button kind="primary" {...deed} />
    </>
  )
}
