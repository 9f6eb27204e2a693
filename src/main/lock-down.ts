import { isLocalAddress, isOwnAddress } from './own-address.ts'

type Preventable = Readonly<{ preventDefault(): void }>

/** Of Electron's `CommandLine` what is set and asked. */
export type Switches = Readonly<{ appendSwitch(name: string, value?: string): void; hasSwitch(name: string): boolean }>

/**
 * Chromium's own services find no name on any network, whatever they would ask for; its dialogs speak Vietnamese.
 */
export function lockSwitches(switches: Switches): void {
  switches.appendSwitch('lang', 'vi')
  switches.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of ['disable-background-networking', 'disable-component-update', 'no-pings', 'disable-sync'])
    switches.appendSwitch(name)
}

/** Switches by which another program looks into or steers this one; the installed program does not start with them. */
const PROBES = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'load-extension', 'js-flags']

export function isProbed(switches: Pick<Switches, 'hasSwitch'>): boolean {
  return PROBES.some((name) => switches.hasSwitch(name))
}

/** Of Electron's `Session` what is shut; tests give a stand-in. */
export type LockableSession = Readonly<{
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void
  ): void
  setPermissionCheckHandler(handler: () => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  webRequest: Readonly<{
    onBeforeRequest(
      listener: (details: Readonly<{ url: string }>, answer: (r: { cancel: boolean }) => void) => void
    ): void
  }>
}>

/** Of Electron's `WebContents` what is shut. */
export type LockableContents = Readonly<{
  on(
    event: 'will-navigate' | 'will-redirect' | 'will-frame-navigate',
    listener: (event: Preventable & Readonly<{ url: string }>) => void
  ): unknown
  on(event: 'will-attach-webview', listener: (event: Preventable) => void): unknown
  setWindowOpenHandler(handler: () => { action: 'deny' }): void
}>

/** Checklist 5 and 1: no permission is given, and no request leaves for anywhere but the program itself. */
export function lockSession(session: LockableSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isLocalAddress(url) }))
}

/** Checklist 12–14: a window stays on the screens, opens no other and holds no foreign page. */
export function lockContents(contents: LockableContents): void {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const) {
    contents.on(event, (details) => {
      if (!isOwnAddress(details.url)) details.preventDefault()
    })
  }
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
