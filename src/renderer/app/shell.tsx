import { lazy, Suspense, useState } from 'react'
import { Redirect, Route, Switch, useLocation, useRoute } from 'wouter'
import type { OwnAccount } from '#contract/operations/accounts.ts'
import type { ArchiveState } from '#contract/operations/archive.ts'
import { Loading } from '../components/loading.tsx'
import { useAccess } from '../hooks/use-access.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { useShortcuts } from './keyboard.ts'
import { paths } from './paths.ts'
import { Rail } from './rail.tsx'
import { type AppRoute, ROUTES } from './routes.tsx'
import { SECTIONS } from './sections.ts'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { StatusBar } from './status-bar.tsx'
import { TitleBar } from './title-bar.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { useRailFold } from './use-rail-fold.ts'

const Palette = lazy(async () => ({ default: (await import('../features/palette/palette.tsx')).Palette }))

/** The window with an open archive: title bar, rail, one screen, status bar. */
export function Shell(props: Readonly<{ state: ArchiveState; account: OwnAccount | null; reached: boolean }>) {
  const [location, navigate] = useLocation()
  const { may } = useAccess()
  const [palette, setPalette] = useState(false)
  const [sheet, setSheet] = useState(false)
  const route = useCurrentRoute()
  const [folded, fold] = useRailFold(route?.mini ?? false)
  useKeptFocus()
  useShortcuts({
    ...Object.fromEntries(
      SECTIONS.flatMap((section) =>
        section.key === null || !may(section.needs) ? [] : [[section.key, () => navigate(section.path)]]
      )
    ),
    'Ctrl+k': () => setPalette(true),
    'Ctrl+b': fold,
    'Ctrl+n': () => (may('intake.list') ? navigate(paths.filing) : false),
    'Alt+ArrowLeft': () => window.history.back(),
    F1: () => setSheet(true)
  })
  return (
    <div className={folded ? 'win mini' : 'win'}>
      <TitleBar office={props.state.office} account={props.account} onPalette={() => setPalette(true)} />
      <Rail current={route?.section ?? null} />
      <main className="main">
        <ErrorBoundary place={location}>
          <Suspense fallback={<Loading />}>
            <Screens />
          </Suspense>
        </ErrorBoundary>
      </main>
      <StatusBar state={props.state} reached={props.reached} />
      {palette && (
        <Suspense>
          <Palette onClose={() => setPalette(false)} />
        </Suspense>
      )}
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
    </div>
  )
}

function Screens() {
  return (
    <Switch>
      {ROUTES.map((route) => (
        <Route key={route.path} path={route.path}>
          {(params) => (
            <div className="screen">
              <route.screen params={params} section={route.section} />
            </div>
          )}
        </Route>
      ))}
      <Route>
        <Redirect to={paths.search} replace />
      </Route>
    </Switch>
  )
}

/** The route of the address; a hook a route, always in the same order. */
function useCurrentRoute(): AppRoute | null {
  let found: AppRoute | null = null
  for (const route of ROUTES) {
    const [matches] = useRoute(route.path)
    if (matches && !found) found = route
  }
  return found
}
