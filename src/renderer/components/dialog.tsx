import { type ReactNode, type RefObject, useRef } from 'react'
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

/** A modal dialog: focus stays inside, Esc closes, Ctrl+Enter does what it is for, keys of the screen below rest. Mounted only while open. */
export function Dialog(props: DialogProps) {
  const depth = useKeyLayer()
  const foot = useRef<HTMLElement>(null)
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
            <DialogKeys onClose={props.onClose} foot={foot} />
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
            {props.footer && <footer ref={foot}>{props.footer}</footer>}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </KeyLayerContext>
  )
}

/** What the dialog names keys for itself is asked before. Nothing dangerous is done by a key that was not named. */
function DialogKeys(props: Readonly<{ onClose(): void; foot: RefObject<HTMLElement | null> }>) {
  useShortcuts({
    Escape: props.onClose,
    'Ctrl+Enter': () => {
      const deed = props.foot.current?.querySelector<HTMLButtonElement>('button.primary:enabled')
      if (!deed) return false
      deed.click()
    }
  })
  return null
}
