import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { SectionId } from './sections.ts'

/** What every screen is given: the parameters of its address and the section it is shown in. */
export type ScreenProps = Readonly<{ params: Readonly<Record<string, string | undefined>>; section: SectionId }>
export type Screen = ComponentType<ScreenProps>

/** `mini`: the rail starts folded, since page and form need the room. */
export type AppRoute = Readonly<{
  path: string
  section: SectionId
  mini?: boolean
  screen: LazyExoticComponent<Screen>
}>

/** Feature screens by file: `features/<area>/<area>-screen.tsx` exports `<Area>Screen`. */
const files = import.meta.glob<Record<string, Screen>>('../features/*/*-screen.tsx')

function screen(area: string): LazyExoticComponent<Screen> {
  return lazy(async () => {
    const load = files[`../features/${area}/${area}-screen.tsx`]
    const found = load ? (await load())[`${area.charAt(0).toUpperCase()}${area.slice(1)}Screen`] : undefined
    if (!found) throw new Error(`no screen: ${area}`)
    return { default: found }
  })
}

const search = screen('search')
const registers = screen('registers')
const delivery = screen('delivery')
const sheet = screen('sheet')
const directory = screen('directory')
const lineage = screen('lineage')
const dossiers = screen('dossiers')

export const ROUTES: readonly AppRoute[] = [
  { path: '/tim-kiem', section: 'search', screen: search },
  { path: '/van-ban-den', section: 'incoming', screen: registers },
  { path: '/van-ban-di', section: 'outgoing', screen: registers },
  { path: '/vao-so', section: 'filing', mini: true, screen: screen('filing') },
  { path: '/ky-nhan/:id', section: 'delivery', screen: sheet },
  { path: '/ky-nhan', section: 'delivery', screen: sheet },
  { path: '/chuyen-giao/:id', section: 'delivery', screen: delivery },
  { path: '/chuyen-giao', section: 'delivery', screen: delivery },
  { path: '/luoc-do/:id', section: 'lineage', mini: true, screen: lineage },
  { path: '/luoc-do', section: 'lineage', mini: true, screen: lineage },
  { path: '/viec-con-lai', section: 'worklists', screen: screen('worklists') },
  { path: '/thoi-han', section: 'handling', screen: screen('handling') },
  { path: '/bao-cao', section: 'reports', screen: screen('reports') },
  { path: '/so-khac/:name', section: 'incoming', screen: screen('official') },
  { path: '/so-va-so', section: 'outgoing', screen: screen('books') },
  { path: '/so-mat', section: 'outgoing', screen: screen('secret') },
  { path: '/ho-so/:id', section: 'dossiers', screen: dossiers },
  { path: '/ho-so', section: 'dossiers', screen: dossiers },
  { path: '/danh-ba/:id', section: 'directory', screen: directory },
  { path: '/danh-ba', section: 'directory', screen: directory },
  { path: '/kho', section: 'store', screen: screen('store') },
  { path: '/van-ban/:id', section: 'search', mini: true, screen: screen('document') }
]
