import { type Bridge, createElectronTransport } from './electron.ts'
import { createHttpTransport } from './http.ts'
import type { AppTransport } from './transport.ts'

const TOKEN_KEY = 'vankho.token'

/** Electron's bridge where the preload put one, else the loopback server this page came from. */
export function chooseTransport(): AppTransport {
  const bridge = (window as Window & { vankho?: Bridge }).vankho
  return bridge ? createElectronTransport(bridge) : createHttpTransport(takeToken())
}

/** The token stands once in the opening address, after "#"; it is taken out of sight and history at once. */
function takeToken(): string {
  const found = /[#&]token=([A-Za-z0-9_-]+)/.exec(window.location.hash)?.[1]
  if (found) {
    sessionStorage.setItem(TOKEN_KEY, found)
    window.history.replaceState(null, '', `${window.location.pathname}${window.location.search}#/`)
    return found
  }
  return sessionStorage.getItem(TOKEN_KEY) ?? ''
}
