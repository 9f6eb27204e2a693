import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { Router } from 'wouter'
import { FailureNote } from '../components/failure.tsx'
import { Attended } from '../features/accounts/attended.tsx'
import { useCall } from '../hooks/use-call.ts'
import { useCommand } from '../hooks/use-command.ts'
import { useEngineEvents } from '../hooks/use-engine-events.ts'
import { chooseTransport } from '../transport/choose-transport.ts'
import { WiresProvider } from '../transport/context.tsx'
import { useHashLocation } from './hash-location.ts'
import { Shell } from './shell.tsx'
import { StatusKeysProvider } from './status-keys.tsx'
import { TitleBar } from './title-bar.tsx'
import { ToastProvider } from './toasts.tsx'

const Welcome = lazy(async () => ({ default: (await import('../features/welcome/welcome-screen.tsx')).WelcomeScreen }))

const transport = chooseTransport()
const queries = new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <WiresProvider transport={transport}>
        <I18nProvider locale="vi-VN">
          <Router hook={useHashLocation}>
            <StatusKeysProvider>
              <ToastProvider>
                <Gate />
              </ToastProvider>
            </StatusKeysProvider>
          </Router>
        </I18nProvider>
      </WiresProvider>
    </QueryClientProvider>
  )
}

/** No archive: the welcome screen. An archive: the shell. */
function Gate() {
  useEngineEvents()
  const state = useCall('archive.state', {}, { every: 30_000 })
  const archiveId = state.data?.archiveId ?? null
  const close = useCommand('archive.close')
  const open = state.data?.open ? state.data : null
  if (open)
    return (
      <Attended key={archiveId} office={open.office} encrypted={open.encrypted} onOther={() => close.mutate({})}>
        {(account) => <Shell state={open} account={account} reached={!state.isError} />}
      </Attended>
    )
  return (
    <div className="win bare">
      <TitleBar office={null} account={null} onPalette={null} />
      <main className="main">
        {state.isError && (
          <div className="screen-pad">
            <FailureNote error={state.error} onRetry={() => void state.refetch()} />
          </div>
        )}
        {state.data && (
          <Suspense>
            <Welcome state={state.data} />
          </Suspense>
        )}
      </main>
    </div>
  )
}
