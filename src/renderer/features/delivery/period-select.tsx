import { useState } from 'react'
import { DaysDialog } from '../../components/days-dialog.tsx'
import { Select } from '../../components/select.tsx'
import { showDay, today } from '../../strings/dates.ts'
import { careWords } from '../../strings/delivery-care.ts'
import { type PeriodDays, PRESETS, type Preset, presetDays } from './period-days.ts'

const words = careWords.period

/** From a day to a day: one of the usual stretches, or days of one's own. */
export function PeriodSelect(props: Readonly<{ value: PeriodDays; onChange(days: PeriodDays): void }>) {
  const [asking, setAsking] = useState(false)
  const { value } = props
  const choose = (preset: Preset) => {
    if (preset === 'days') setAsking(true)
    else props.onChange({ preset, ...presetDays(preset, today()) })
  }
  const own = value.preset === 'days' ? words.days(showDay(value.from), showDay(value.to)) : words.presets.days
  return (
    <span className="period-select">
      <Select<Preset>
        bare
        label={words.label}
        value={value.preset}
        choices={PRESETS.map((one) => ({ value: one, text: one === 'days' ? own : words.presets[one] }))}
        onChange={choose}
      />
      {asking && (
        <DaysDialog
          days={value}
          onClose={() => setAsking(false)}
          onTake={(days) => {
            setAsking(false)
            props.onChange({ preset: 'days', ...days })
          }}
        />
      )}
    </span>
  )
}
