import { useState } from 'react'
import type { CareSettings } from '#contract/operations/care.ts'
import { useToasts } from '../../app/toasts.tsx'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { TextField } from '../../components/text-field.tsx'
import { useCommand } from '../../hooks/use-command.ts'
import { careWords as words } from '../../strings/care.ts'
import { numberIn } from './care-words.ts'

/** As typed, with the bounds of each number. */
const FIELDS = [
  ['keepDaily', 1, 60],
  ['keepWeekly', 0, 60],
  ['keepMonthly', 0, 120],
  ['remindDays', 1, 90],
  ['drillMonths', 1, 24]
] as const
type FieldName = (typeof FIELDS)[number][0]

/** When backups are made by themselves, how many are kept, and after how long one is reminded. */
export function BackupSettings(props: Readonly<{ settings: CareSettings }>) {
  const { keep, ...settings } = props.settings
  const [daily, setDaily] = useState(settings.daily)
  const [typed, setTyped] = useState<Readonly<Record<FieldName, string>>>({
    keepDaily: String(keep.daily),
    keepWeekly: String(keep.weekly),
    keepMonthly: String(keep.monthly),
    remindDays: String(settings.remindDays),
    drillMonths: String(settings.drillMonths)
  })
  const toasts = useToasts()
  const save = useCommand('care.saveSettings')
  const numbers = new Map(FIELDS.map(([name, least, most]) => [name, numberIn(typed[name], least, most)]))
  const of = (name: FieldName): number => numbers.get(name) ?? 0
  const ready = [...numbers.values()].every((value) => value !== null)
  const saveNow = () =>
    save.mutate(
      {
        settings: {
          daily,
          keep: { daily: of('keepDaily'), weekly: of('keepWeekly'), monthly: of('keepMonthly') },
          remindDays: of('remindDays'),
          drillMonths: of('drillMonths')
        }
      },
      { onSuccess: () => toasts.done(words.saved), onError: (error) => toasts.failed(error, words.notSaved) }
    )
  return (
    <>
      <h2 className="store-second">{words.settings}</h2>
      <Checkbox checked={daily} onChange={setDaily}>
        {words.daily}
      </Checkbox>
      <div className="store-fields care-numbers">
        {FIELDS.map(([name]) => (
          <TextField
            key={name}
            label={words[name]}
            value={typed[name]}
            inputMode="numeric"
            error={numbers.get(name) === null ? words.wrongNumber : null}
            onChange={(value) => setTyped((old) => ({ ...old, [name]: value }))}
          />
        ))}
      </div>
      <p className="hint store-advice">{words.keepHint}</p>
      <p className="row store-deeds">
        <Button disabled={!ready || save.isPending} onPress={saveNow}>
          {words.save}
        </Button>
      </p>
    </>
  )
}
