import { useState } from 'react'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DialogFoot } from '../../components/dialog-foot.tsx'
import { MenuButton, type MenuItem } from '../../components/menu-button.tsx'
import { TextField } from '../../components/text-field.tsx'
import { commonWords } from '../../strings/common.ts'
import { registerWords } from '../../strings/registers.ts'
import { dropView, type SavedView, savedViews, saveView } from './saved-views.ts'

const words = registerWords.views

/** "Kiểu xem": views of the register kept under a name. */
export function ViewMenu(
  props: Readonly<{ register: string; now: Omit<SavedView, 'name'>; onTake(view: SavedView): void }>
) {
  const { register } = props
  const [views, setViews] = useState(() => savedViews(register))
  const [asked, setAsked] = useState<'save' | 'drop' | null>(null)
  const toasts = useToasts()
  const items: readonly MenuItem[] = [
    ...views.map((view) => ({ id: `take ${view.name}`, text: view.name, run: () => props.onTake(view) })),
    { id: 'save', text: words.save, run: () => setAsked('save') },
    { id: 'drop', text: words.drop, disabled: views.length === 0, run: () => setAsked('drop') }
  ]
  return (
    <>
      <MenuButton small items={items}>
        {words.menu}
      </MenuButton>
      {asked === 'save' && (
        <NameDialog
          onClose={() => setAsked(null)}
          onName={(name) => {
            setViews(saveView(register, { ...props.now, name }))
            setAsked(null)
            toasts.done(words.saved(name))
          }}
        />
      )}
      {asked === 'drop' && (
        <Dialog
          title={words.drop}
          onClose={() => setAsked(null)}
          footer={<Button onPress={() => setAsked(null)}>{commonWords.close}</Button>}
        >
          {views.map((view) => (
            <div key={view.name} className="row view-line">
              <span className="grow clip">{view.name}</span>
              <Button small onPress={() => setViews(dropView(register, view.name))}>
                {words.remove}
              </Button>
            </div>
          ))}
          {views.length === 0 && <p className="muted">{words.none}</p>}
        </Dialog>
      )}
    </>
  )
}

function NameDialog(props: Readonly<{ onClose(): void; onName(name: string): void }>) {
  const [name, setName] = useState('')
  const text = name.normalize('NFC').trim().slice(0, 80)
  const take = () => text !== '' && props.onName(text)
  return (
    <Dialog
      title={words.save}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} disabled={text === ''} onPress={take}>
          {commonWords.save}
        </DialogFoot>
      }
    >
      <p className="muted">{words.about}</p>
      <TextField
        label={words.name}
        value={name}
        autoFocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) take()
        }}
      />
    </Dialog>
  )
}
