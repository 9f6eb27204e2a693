import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useLocation } from 'wouter'
import { KeyLayerContext, useKeyLayer, useShortcuts } from '../../app/keyboard.ts'
import { paths } from '../../app/paths.ts'
import { Icon } from '../../components/icon.tsx'
import { Kbd } from '../../components/kbd.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { paletteWords as words } from '../../strings/palette.ts'
import { askSearch } from '../search/ask-search.ts'
import { type PaletteItem, paletteItems } from './items.ts'
import './palette.css'

/** Ctrl+K: documents by number, words, sections and commands in one list. */
export function Palette(props: Readonly<{ onClose(): void }>) {
  const depth = useKeyLayer()
  return (
    <KeyLayerContext value={depth}>
      {/* Not `isDismissable`: that puts a hidden button into the page whose name is English. */}
      <ModalOverlay
        className="scrim palette-scrim"
        isOpen
        isKeyboardDismissDisabled
        onPointerDown={(event) => {
          if (event.target === event.currentTarget) props.onClose()
        }}
      >
        <Modal className="palette-box">
          <Dialog className="palette" aria-label={words.title}>
            <PaletteBody onClose={props.onClose} />
          </Dialog>
        </Modal>
      </ModalOverlay>
    </KeyLayerContext>
  )
}

function PaletteBody(props: Readonly<{ onClose(): void }>) {
  const id = useId()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  useShortcuts({ Escape: props.onClose, 'Ctrl+k': props.onClose })
  const asked = useCall(
    'search.suggest',
    { text: text.normalize('NFC'), limit: 12 },
    { enabled: text.trim() !== '', keep: true }
  )
  const search = (query: string) => {
    askSearch(query)
    navigate(paths.search)
  }
  const items = paletteItems(text, text.trim() === '' ? [] : (asked.data?.suggestions ?? []), navigate, search)
  const current = Math.min(at, items.length - 1)
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const run = (item: PaletteItem | undefined) => {
    if (!item) return
    props.onClose()
    item.run()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt((current + 1) % items.length)
    else if (event.key === 'ArrowUp') setAt((current - 1 + items.length) % items.length)
    else if (event.key === 'Enter') run(items[current])
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className="q">
        <Icon name="search" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the palette is opened to type
          autoFocus
          role="combobox"
          aria-label={words.input}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={items.length > 0 ? `${id}-${current}` : undefined}
          placeholder={words.input}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={press}
        />
        <Kbd>Esc</Kbd>
      </div>
      <div
        className="scroll palette-list"
        role="listbox"
        id={`${id}-list`}
        aria-label={words.title}
        ref={list}
        tabIndex={-1}
      >
        {items.map((item, index) => (
          <div key={item.id}>
            {items[index - 1]?.group !== item.group && <h3 role="presentation">{item.group}</h3>}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are taken by the input, which keeps the focus */}
            <div
              id={`${id}-${index}`}
              role="option"
              className="palette-item"
              tabIndex={-1}
              aria-selected={index === current}
              onClick={() => run(item)}
              onMouseMove={() => setAt(index)}
            >
              <Icon name={item.icon} />
              <span className={item.strong ? 'ref' : 'clip'}>{item.text}</span>
              <span className="hint clip grow">{item.detail}</span>
              {item.key && <Kbd>{item.key}</Kbd>}
            </div>
          </div>
        ))}
      </div>
      <footer>
        <span className="key">
          <Kbd>↑</Kbd>
          <Kbd>↓</Kbd> {words.keys.choose}
        </span>
        <span className="key">
          <Kbd>Enter</Kbd> {words.keys.run}
        </span>
        <span className="key">
          <Kbd>Esc</Kbd> {words.keys.close}
        </span>
      </footer>
    </>
  )
}
