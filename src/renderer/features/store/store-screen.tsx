import { type KeyboardEvent, useRef } from 'react'
import type { ScreenProps } from '../../app/routes.tsx'
import { useStatusKeys } from '../../app/status-keys.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { Loading } from '../../components/loading.tsx'
import { useAccess } from '../../hooks/use-access.ts'
import { useCall } from '../../hooks/use-call.ts'
import { useKeptState } from '../../hooks/use-kept-state.ts'
import { storeWords as words } from '../../strings/store.ts'
import { AccountsPart } from '../accounts/accounts-part.tsx'
import { EncryptionPart } from '../encryption/encryption-part.tsx'
import { UnlockDialog } from '../encryption/unlock-dialog.tsx'
import { SecretSetting } from '../secret/secret-setting.tsx'
import { BackupPart } from './backup-part.tsx'
import { ExportPart } from './export-part.tsx'
import { LedgerPart } from './ledger-part.tsx'
import { LookPart } from './look-part.tsx'
import { OfficePart } from './office-part.tsx'
import { PART_NEEDS, PARTS, type StorePart } from './parts.ts'
import { StatePart } from './state-part.tsx'
import { UpdatePart } from './update-part.tsx'
import { VerifyPart } from './verify-part.tsx'
import { WatchPart } from './watch-part.tsx'
import './store.css'

/** Kho: how the archive is, its care, its ledger, and how the window looks. */
export function StoreScreen(_props: ScreenProps) {
  const [kept, setPart] = useKeptState<StorePart>('store.part', 'state')
  const { may } = useAccess()
  const state = useCall('archive.state', {}, { keep: true })
  const parts = PARTS.filter((one) => may(PART_NEEDS[one] ?? 'archive.state'))
  const part = parts.includes(kept) ? kept : 'state'
  useStatusKeys([{ keys: ['↑', '↓'], does: words.keys.part }])
  return (
    <div className="store">
      <div className="toolbar">
        <h1>{words.title}</h1>
        {state.data?.folder && <span className="hint clip">{state.data.folder}</span>}
      </div>
      <div className="store-panes">
        <PartNames parts={parts} part={part} onPart={setPart} />
        {state.isError ? (
          <div className="screen-pad">
            <FailureNote error={state.error} onRetry={() => void state.refetch()} />
          </div>
        ) : !state.data ? (
          <Loading />
        ) : part === 'ledger' ? (
          <LedgerPart />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keys
          <section className="scroll store-part" tabIndex={0} aria-label={words.part[part]}>
            {part === 'state' && <StatePart state={state.data} onPart={setPart} />}
            {part === 'office' && state.data.office && (
              <>
                <OfficePart office={state.data.office} readOnly={state.data.mode !== 'ready'} />
                <SecretSetting readOnly={state.data.mode !== 'ready'} />
              </>
            )}
            {part === 'accounts' && <AccountsPart office={state.data.office} readOnly={state.data.mode !== 'ready'} />}
            {part === 'verify' && <VerifyPart readOnly={state.data.mode !== 'ready'} />}
            {part === 'backup' && <BackupPart state={state.data} />}
            {part === 'encryption' && <EncryptionPart state={state.data} />}
            {part === 'export' && <ExportPart />}
            {part === 'watch' && <WatchPart readOnly={state.data.mode !== 'ready'} />}
            {part === 'look' && <LookPart />}
            {part === 'program' && <UpdatePart />}
          </section>
        )}
      </div>
      {state.data?.locked && <UnlockDialog folder={state.data.locked.folder} />}
    </div>
  )
}

function PartNames(props: Readonly<{ parts: readonly StorePart[]; part: StorePart; onPart(part: StorePart): void }>) {
  const { parts } = props
  const pane = useRef<HTMLElement>(null)
  const press = (event: KeyboardEvent) => {
    const at = parts.indexOf(props.part)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: parts.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(parts.length - 1, to))
    pane.current?.querySelectorAll<HTMLElement>('button')[index]?.focus()
    const next = parts[index]
    if (next) props.onPart(next)
  }
  return (
    <nav className="side-list scroll" aria-label={words.parts} ref={pane} onKeyDown={press}>
      {parts.map((part) => (
        <button
          key={part}
          type="button"
          className="side-item"
          // biome-ignore lint/a11y/noAutofocus: arrows change the part at once
          autoFocus={part === props.part}
          aria-current={part === props.part ? 'true' : undefined}
          tabIndex={part === props.part ? 0 : -1}
          onClick={() => props.onPart(part)}
        >
          {words.part[part]}
        </button>
      ))}
    </nav>
  )
}
