import { useSyncExternalStore } from 'react'
import type { BaseLocationHook, BaseSearchHook } from 'wouter'

/**
 * The address after "#", path and query both ("#/van-ban/d_1?at=120-160"). wouter's own hash hook puts the query before
 * the "#", where it outlives the screen it was meant for.
 */
const HASH = /^#?\/?/

function whole(): string {
  return `/${window.location.hash.replace(HASH, '')}`
}

function subscribe(heard: () => void): () => void {
  window.addEventListener('hashchange', heard)
  window.addEventListener('popstate', heard)
  return () => {
    window.removeEventListener('hashchange', heard)
    window.removeEventListener('popstate', heard)
  }
}

function navigate(to: string, options: Readonly<{ replace?: boolean; state?: unknown }> = {}): void {
  const before = window.location.href
  const address = new URL(before)
  address.hash = to.replace(HASH, '/')
  window.history[options.replace ? 'replaceState' : 'pushState'](options.state ?? null, '', address.href)
  window.dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: address.href }))
}

function useSearch(): string {
  return useSyncExternalStore(subscribe, () => whole().split('?')[1] ?? '')
}

function useLocation(): [string, typeof navigate] {
  const path = useSyncExternalStore(subscribe, () => whole().split('?')[0] ?? '/')
  return [path, navigate]
}

type HashLocation = BaseLocationHook & { hrefs: (href: string) => string; searchHook: BaseSearchHook }

export const useHashLocation: HashLocation = Object.assign(useLocation, {
  hrefs: (href: string) => `#${href}`,
  searchHook: useSearch
})
