import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Kbd } from '../components/kbd.tsx'
import { shellWords } from '../strings/vi.ts'
import { useShortcuts } from './keyboard.ts'
import { useShownKeys } from './status-keys.tsx'

/** F1: the keys of this screen, then the keys of the whole program. */
export function ShortcutSheet(props: Readonly<{ onClose(): void }>) {
  const here = useShownKeys()
  return (
    <Dialog
      title={shellWords.sheetTitle}
      onClose={props.onClose}
      size="wide"
      footer={<Button onPress={props.onClose}>{shellWords.close}</Button>}
    >
      <SheetKeys onClose={props.onClose} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in large letters the list scrolls, and must by keys */}
      <section tabIndex={0} aria-label={shellWords.sheetTitle}>
        {here.length > 0 && (
          <>
            <h3 className="h3">{shellWords.sheetHere}</h3>
            <KeyList rows={here.map((key) => [key.keys.join(' '), key.does])} />
          </>
        )}
        <h3 className="h3">{shellWords.sheetEverywhere}</h3>
        <KeyList rows={shellWords.sheet} />
      </section>
    </Dialog>
  )
}

function SheetKeys(props: Readonly<{ onClose(): void }>) {
  useShortcuts({ F1: props.onClose })
  return null
}

function KeyList(props: Readonly<{ rows: readonly (readonly [string, string])[] }>) {
  return (
    <ul className="key-list">
      {props.rows.map(([keys, does]) => (
        <li key={keys} className="row">
          <span>
            <Kbd>{keys}</Kbd>
          </span>
          {does}
        </li>
      ))}
    </ul>
  )
}
