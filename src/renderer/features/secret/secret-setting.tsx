import './secret.css'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/button.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { showCount, showInstant } from '../../strings/dates.ts'
import { secretWords } from '../../strings/secret-book.ts'
import { SwitchOffConfirm, SwitchOnDialog } from './switch-dialog.tsx'

const words = secretWords.setting

/** Whether the office keeps a secret book here, and the way to turn it on or off. */
export function SecretSetting(props: Readonly<{ readOnly: boolean }>) {
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState<'on' | 'off' | null>(null)
  const state = useCall('secret.state', {}, { keep: true }).data
  if (!state) return null
  const { on, switched, kept } = state
  return (
    <section className="secret-setting">
      <h2>{words.heading}</h2>
      <p className="muted">
        {on && switched
          ? words.on(showInstant(switched.at), switched.by)
          : kept > 0
            ? words.offKept(showCount(kept))
            : words.off}
      </p>
      {switched && <p className="muted">{words.why(switched.reason)}</p>}
      <p className="row store-deeds">
        {on && <Button onPress={() => navigate(paths.secret)}>{words.look}</Button>}
        <Button disabled={props.readOnly} onPress={() => setAsked(on ? 'off' : 'on')}>
          {on ? words.turnOff : words.turnOn}
        </Button>
      </p>
      {asked === 'on' && <SwitchOnDialog onClose={() => setAsked(null)} />}
      {asked === 'off' && <SwitchOffConfirm onClose={() => setAsked(null)} />}
    </section>
  )
}
