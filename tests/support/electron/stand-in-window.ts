import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Browser, BrowserContext, CDPSession, Frame, Page, Request, Route } from 'playwright-core'
import type { Sender } from '#main/ipc-host.ts'
import { decode, encode, PAGE_SIDE, preloadSide, TO_MAIN, WORLD } from './worlds.ts'

/** Chromium by itself knows no `app:` scheme: the program's origin bears another name in the page, and only there. */
const [APP, WEB] = ['app://vankho', 'https://vankho.invalid']
const toWeb = (url: string) => (url.startsWith(APP) ? WEB + url.slice(APP.length) : url)
const toApp = (url: string) => (url.startsWith(WEB) ? APP + url.slice(WEB.length) : url)

type Options = Readonly<{
  width?: number
  height?: number
  webPreferences?: Readonly<{ preload?: string; javascript?: boolean; sandbox?: boolean; contextIsolation?: boolean }>
}>

/** What windows of one program share. */
export type Program = Readonly<{
  browser: Browser
  windows: StandInWindow[]
  handlers: Map<string, (event: Sender, ...args: unknown[]) => Promise<unknown>>
  serve: { handler: ((request: Readonly<{ url: string; method: string }>) => Promise<Response>) | null }
  beforeRequest: { handler: ((details: { url: string }, answer: (r: { cancel: boolean }) => void) => void) | null }
  app: EventEmitter
  dragged: string[]
  /** How often each channel was asked. */
  asked: Map<string, number>
}>

/** Of Electron's `WebContents` what the program uses. */
export class StandInContents extends EventEmitter {
  readonly window: StandInWindow
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  constructor(window: StandInWindow) {
    super()
    this.window = window
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler
  }
  send(channel: string, ...args: unknown[]): void {
    void this.window.tellPage({ type: 'event', channel, args: structuredClone(args) })
  }
  sendInputEvent(event: Readonly<{ type: string; keyCode: string; modifiers?: readonly string[] }>): void {
    if (event.type !== 'keyDown') return
    const key = event.keyCode.length === 1 ? event.keyCode.toLowerCase() : event.keyCode
    void this.window.page?.keyboard.press([...(event.modifiers?.includes('control') ? ['Control'] : []), key].join('+'))
  }
  async printToPDF(options: Readonly<{ preferCSSPageSize?: boolean; printBackground?: boolean }>): Promise<Buffer> {
    const page = await this.window.ready
    return await page.pdf({ preferCSSPageSize: options.preferCSSPageSize ?? false, printBackground: true })
  }
  startDrag(item: Readonly<{ file: string; icon: Readonly<{ isEmpty(): boolean }> }>): void {
    if (item.icon.isEmpty()) throw new Error('Must specify non-empty icon')
    this.window.program.dragged.push(item.file)
  }
  reload(): void {
    void this.window.page?.reload()
  }
}

/** A window of Electron as a page of the installed Chromium, with the options that bear on a page taken at their word. */
export class StandInWindow extends EventEmitter {
  readonly program: Program
  readonly options: Options
  readonly webContents: StandInContents
  readonly ready: Promise<Page>
  readonly problems: string[] = []
  /** Requests that were stopped, for they led elsewhere. */
  readonly stopped: string[] = []
  page: Page | null = null
  shown = false
  focused = 0
  private context: BrowserContext | null = null
  private cdp: CDPSession | null = null
  private world: number | null = null
  private destroyed = false
  private loading = false

  constructor(program: Program, options: Options) {
    super()
    this.program = program
    this.options = options
    this.webContents = new StandInContents(this)
    program.windows.push(this)
    program.app.emit('web-contents-created', {}, this.webContents)
    this.ready = this.open()
  }

  private async open(): Promise<Page> {
    const { webPreferences = {}, width = 1366, height = 768 } = this.options
    const context = await this.program.browser.newContext({
      viewport: { width, height },
      locale: 'vi-VN',
      timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
      reducedMotion: 'reduce',
      javaScriptEnabled: webPreferences.javascript !== false
    })
    this.context = context
    await context.route('**/*', (route) => this.answer(route))
    const page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text())
    })
    page.on('pageerror', (error) => this.problems.push(String(error)))
    page.on('popup', (popup) => {
      if (this.webContents.openHandler?.({ url: toApp(popup.url()) }).action === 'deny') void popup.close()
    })
    if (webPreferences.preload) await this.startPreload(context, page, webPreferences.preload)
    this.page = page
    return page
  }

  private async startPreload(context: BrowserContext, page: Page, preload: string): Promise<void> {
    const cdp = await context.newCDPSession(page)
    this.cdp = cdp
    cdp.on('Runtime.executionContextCreated', ({ context: made }) => {
      const { isDefault, frameId } = (made.auxData ?? {}) as { isDefault?: boolean; frameId?: string }
      if (made.name === WORLD && !isDefault && frameId === this.mainFrame) this.world = made.id
    })
    cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === TO_MAIN) void this.hear(payload, executionContextId)
    })
    await cdp.send('Page.enable')
    const { frameTree } = await cdp.send('Page.getFrameTree')
    this.mainFrame = frameTree.frame.id
    await cdp.send('Runtime.enable')
    await cdp.send('Runtime.addBinding', { name: TO_MAIN, executionContextName: WORLD })
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: PAGE_SIDE })
    const source = preloadSide(readFileSync(preload, 'utf8'))
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD })
  }
  private mainFrame = ''

  /** One question of the preload: answered by the program's own handler, which sees who asks. */
  private async hear(payload: string, contextId: number): Promise<void> {
    const { seq, channel, args } = decode(JSON.parse(payload)) as { seq: number; channel: string; args: unknown[] }
    const handler = this.program.handlers.get(channel)
    this.program.asked.set(channel, (this.program.asked.get(channel) ?? 0) + 1)
    const event: Sender = {
      senderFrame: { url: toApp(this.page?.url() ?? ''), parent: null },
      sender: this.webContents
    }
    try {
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value = structuredClone(await handler(event, ...args))
      await this.tellPage({ type: 'answer', seq, value: withWebAddress(value) }, contextId)
    } catch (error) {
      await this.tellPage({ type: 'answer', seq, error: String(error) }, contextId)
    }
  }

  async tellPage(message: unknown, contextId: number | null = this.world): Promise<void> {
    if (!this.cdp || contextId === null || this.destroyed) return
    const expression = `fromMain(${JSON.stringify(encode(message))})`
    // The page may have gone meanwhile, as in Electron.
    await this.cdp.send('Runtime.evaluate', { expression, contextId }).catch(() => {})
  }

  /** Says where the files a person is about to choose lie, as the system's own dialog knows. */
  async pathsOfFiles(paths: Readonly<Record<string, string>>): Promise<void> {
    if (!this.cdp || this.world === null) throw new Error('no preload')
    const expression = `pathsOfFiles = ${JSON.stringify(paths)}`
    await this.cdp.send('Runtime.evaluate', { expression, contextId: this.world })
  }

  /** Every request of the page: asked of the session, of the window, then of the program's own protocol. */
  private async answer(route: Route): Promise<void> {
    const request = route.request()
    const url = toApp(request.url())
    let cancelled = false
    this.program.beforeRequest.handler?.({ url }, (verdict) => {
      cancelled = verdict.cancel
    })
    const frame = request.isNavigationRequest() ? frameOf(request) : null
    if (frame && !this.loading) {
      const event = { url, preventDefault: () => (cancelled = true) }
      this.webContents.emit('will-frame-navigate', event)
      if (frame.parentFrame() === null) this.webContents.emit('will-navigate', event)
    }
    const handler = this.program.serve.handler
    if (cancelled || !handler || !url.startsWith('app:')) {
      this.stopped.push(url)
      // An aborted navigation leaves the page where it is; any other end would put an error page there.
      return await route.abort(frame ? 'aborted' : 'blockedbyclient')
    }
    const reply = await handler({ url, method: request.method() })
    await route
      .fulfill({
        status: reply.status,
        headers: Object.fromEntries(reply.headers),
        body: Buffer.from(await reply.arrayBuffer())
      })
      .catch(() => {})
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.ready
    if (this.destroyed) return
    const first = page.url() === 'about:blank'
    this.loading = true
    try {
      await page.goto(toWeb(url))
    } finally {
      this.loading = false
    }
    if (first) this.emit('ready-to-show')
  }

  show(): void {
    this.shown = true
  }
  focus(): void {
    this.focused++
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}
  maximize(): void {}
  isMaximized(): boolean {
    return false
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  getNormalBounds() {
    const { width = 0, height = 0 } = this.options
    return { x: 40, y: 30, width, height }
  }

  /** By the person: the window says goodbye first. */
  async close(): Promise<void> {
    this.emit('close', {})
    await this.destroy()
    if (this.program.windows.length === 0) this.program.app.emit('window-all-closed')
  }

  async destroy(): Promise<void> {
    this.destroyed = true
    const index = this.program.windows.indexOf(this)
    if (index >= 0) this.program.windows.splice(index, 1)
    await this.ready
    await this.context?.close().catch(() => {})
  }
}

/** null for a page that only begins to be: a window that was asked to be opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame()
  } catch {
    return null
  }
}

/** Addresses of print views name the program's origin; in this page it bears the other name. */
function withWebAddress(value: unknown): unknown {
  const page = (value as { value?: { address?: unknown } } | null)?.value
  if (typeof page?.address !== 'string' || !page.address.startsWith(APP)) return value
  return { ...(value as object), value: { ...page, address: toWeb(page.address) } }
}
