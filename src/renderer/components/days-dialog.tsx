import { useState } from 'react'
import { daysWords as words } from '../strings/days.ts'
import { DateField } from './date-field.tsx'
import { Dialog } from './dialog.tsx'
import { DialogFoot } from './dialog-foot.tsx'

type Days = Readonly<{ from: string | null; to: string | null }>

/** From a day to a day, either of them open. */
export function DaysDialog(props: Readonly<{ days: Days; onClose(): void; onTake(days: Days): void }>) {
  const [days, setDays] = useState(props.days)
  const take = () => {
    // Given the wrong way round, they are meant the right way.
    const turned = days.from && days.to && days.from > days.to
    props.onTake(turned ? { from: days.to, to: days.from } : days)
  }
  return (
    <Dialog
      title={words.title}
      onClose={props.onClose}
      footer={
        <DialogFoot onClose={props.onClose} onPress={take}>
          {words.apply}
        </DialogFoot>
      }
    >
      <form
        className="days-form"
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <DateField label={words.from} value={days.from} onChange={(from) => setDays((old) => ({ ...old, from }))} />
        <DateField label={words.to} value={days.to} onChange={(to) => setDays((old) => ({ ...old, to }))} />
        <button type="submit" hidden />
      </form>
    </Dialog>
  )
}
