import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { OwnAccount } from '#contract/operations/accounts.ts'
import type { Office } from '#contract/operations/archive.ts'
import { setWhose } from '../../app/own-store.ts'
import { TitleBar } from '../../app/title-bar.tsx'
import { useToasts } from '../../app/toasts.tsx'
import { FailureNote } from '../../components/failure.tsx'
import { useCall } from '../../hooks/use-call.ts'
import { BEFORE_SIGN_IN, endedBy } from '../../hooks/use-engine-events.ts'
import { forgetKeptState } from '../../hooks/use-kept-state.ts'
import { useClient } from '../../transport/context.tsx'
import { SignIn } from './sign-in.tsx'

/** How often a key or a click is told to the engine. */
const TELL_EVERY_MS = 60_000

/**
 * What is inside needs somebody signed in, where the office keeps accounts. A page left alone until it locked stays as it
 * was, out of sight and reach, for the one who left it; for anybody else it is made anew and nothing of it is kept.
 */
export function Attended(
  props: Readonly<{
    office: Office | null
    encrypted: boolean
    onOther(): void
    children(account: OwnAccount | null): ReactNode
  }>
) {
  const queries = useQueryClient()
  const access = useCall('account.state', {})
  const [owner, setOwner] = useState<OwnAccount | null>(null)
  const state = access.data
  const account = state?.account ?? null
  const toasts = useToasts()
  const signedOut = state?.on === true && account === null
  useEffect(() => {
    if (account) setOwner(account)
  }, [account])
  useEffect(() => {
    if (signedOut) toasts.clear()
  }, [signedOut, toasts])
  useActivity(account !== null)
  if (!state)
    return access.isError ? (
      <div className="screen-pad">
        <FailureNote error={access.error} onRetry={() => void access.refetch()} />
      </div>
    ) : null
  if (!state.on) {
    setWhose(null, props.encrypted)
    return props.children(null)
  }
  const ended = endedBy(queries)
  const waiting = account === null && (ended === 'idle' || ended === 'long') ? owner : null
  const kept = account ?? waiting
  if (kept) setWhose(kept.id, props.encrypted)
  const signedIn = (now: OwnAccount): void => {
    if (now.id !== owner?.id) {
      forgetKeptState()
      queries.removeQueries({ predicate: (query) => !BEFORE_SIGN_IN.has(String(query.queryKey[0])) })
    }
    void queries.invalidateQueries()
  }
  return (
    <>
      {kept && (
        <div key={kept.id} className="attended" hidden={account === null} inert={account === null}>
          {props.children(kept)}
        </div>
      )}
      {account === null && (
        <div className="win bare">
          <TitleBar office={props.office && { ...props.office, clerk: '' }} account={null} onPalette={null} />
          <main className="main">
            <SignIn
              office={props.office}
              ended={ended}
              idleMinutes={state.idleMinutes}
              waiting={waiting}
              onSignedIn={signedIn}
              onOther={props.onOther}
            />
          </main>
        </div>
      )}
    </>
  )
}

/** Tells the engine that somebody is at the keyboard; what polls by itself says no such thing. */
function useActivity(on: boolean): void {
  const client = useClient()
  const told = useRef(0)
  useEffect(() => {
    if (!on) return
    const tell = (): void => {
      if (Date.now() - told.current < TELL_EVERY_MS) return
      told.current = Date.now()
      client.call('account.active', {}).catch(() => {})
    }
    for (const kind of ['keydown', 'pointerdown'] as const) window.addEventListener(kind, tell, true)
    return () => {
      for (const kind of ['keydown', 'pointerdown'] as const) window.removeEventListener(kind, tell, true)
    }
  }, [on, client])
}
