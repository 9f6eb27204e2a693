import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { KeyLayerContext, useKeyLayer, useShortcuts } from '../app/keyboard.ts'

type DialogProps = Readonly<{
  title: string
  onClose(): void
  children: ReactNode
  /** Buttons, the harmless one first; it stands left and Enter may rest on it. */
  footer?: ReactNode
  /** `wide` for tables and folder lists. */
  size?: 'plain' | 'wide'
  role?: 'dialog' | 'alertdialog'
  /** How many pixels of what is inside are still below. */
  onScroll?(left: number): void
}>

/** A modal dialog: focus stays inside, Esc closes, keys of the screen below rest. Mounted only while open. */
export function Dialog(props: DialogProps) {
  const depth = useKeyLayer()
  return (
    <KeyLayerContext value={depth}>
      <ModalOverlay
        className="scrim"
        isOpen
        isDismissable={false}
        isKeyboardDismissDisabled
        onOpenChange={(open) => {
          if (!open) props.onClose()
        }}
      >
        <Modal className={`dialog-box ${props.size ?? 'plain'}`}>
          <AriaDialog className="dialog" role={props.role ?? 'dialog'}>
            <DialogKeys onClose={props.onClose} />
            <header>
              <Heading slot="title" level={2}>
                {props.title}
              </Heading>
            </header>
            <div
              className="body scroll"
              onScroll={({ currentTarget: box }) =>
                props.onScroll?.(box.scrollHeight - box.scrollTop - box.clientHeight)
              }
            >
              {props.children}
            </div>
            {props.footer && <footer>{props.footer}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </KeyLayerContext>
  )
}

function DialogKeys(props: Readonly<{ onClose(): void }>) {
  useShortcuts({ Escape: props.onClose })
  return null
}
