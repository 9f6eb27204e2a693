import { useState } from 'react'
import { DaysDialog } from '../../components/days-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { registerWords as words } from '../../strings/registers.ts'
import { type Chosen, type Period, periodChoices } from './register-period.ts'
import './period-chooser.css'

type PeriodChooserProps = Readonly<{
  periods: readonly Period[]
  chosen: Chosen
  value: string
  onChoose(chosen: Chosen): void
}>

/** Which book: a year, a term, all, or days of one's own. */
export function PeriodChooser(props: PeriodChooserProps) {
  const [days, setDays] = useState(false)
  const choose = (value: string) => {
    if (value === 'days') setDays(true)
    else props.onChoose(value === 'all' ? { kind: 'all' } : { kind: 'book', key: value })
  }
  return (
    <span className="period">
      <Select
        bare
        label={words.book}
        value={props.value}
        choices={periodChoices(props.periods, props.chosen)}
        onChange={choose}
      />
      {days && (
        <DaysDialog
          days={props.chosen.kind === 'days' ? props.chosen : { from: null, to: null }}
          onClose={() => setDays(false)}
          onTake={(taken) => {
            setDays(false)
            props.onChoose(taken.from || taken.to ? { kind: 'days', ...taken } : { kind: 'all' })
          }}
        />
      )}
    </span>
  )
}
