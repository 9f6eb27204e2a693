/**
 * The page's half of the stand-in. A preload lives in a world of its own: it shares the page's document and nothing of
 * its objects. What passes between the worlds here is copied, as Electron's contextBridge copies it.
 */
export const WORLD = 'preload'
export const TO_MAIN = 'standInToMain'

/** Values as JSON, with bytes and undefined kept: both ends of the wire have these two. */
export const CODEC = `
const encode = (value) => {
  if (value === undefined) return { $u: 1 }
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return { $b: btoa(text) }
  }
  if (Array.isArray(value)) return value.map(encode)
  if (value !== null && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, encode(v)]))
  return value
}
const decode = (value) => {
  if (Array.isArray(value)) return value.map(decode)
  if (value === null || typeof value !== 'object') return value
  if ('$u' in value) return undefined
  if ('$b' in value) return Uint8Array.from(atob(value.$b), (letter) => letter.charCodeAt(0)).buffer
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, decode(v)]))
}`

/** In the page's own world: the object that was exposed, each of its functions a way to the preload's world. */
export const PAGE_SIDE = `(() => {
  if (window !== window.top) return
  const promises = new Map(), callbacks = new Map()
  let count = 0
  window.printed = 0
  const call = (target, args) => {
    const id = ++count
    let reply
    const hear = (event) => { if (event.detail.id === id) reply = event.detail }
    window.addEventListener('bridge-result', hear)
    const sent = args.map((arg) => {
      if (typeof arg !== 'function') return arg
      callbacks.set(++count, arg)
      return { $callback: count }
    })
    window.dispatchEvent(new CustomEvent('bridge-call', { detail: { id, ...target, args: sent } }))
    window.removeEventListener('bridge-result', hear)
    if (!reply) throw new Error('the bridge did not answer')
    if (reply.promise) return new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
    if (reply.fn) return (...more) => call({ fn: reply.fn }, more)
    return reply.value
  }
  window.addEventListener('bridge-expose', ({ detail: { name, keys } }) => {
    if (Object.hasOwn(window, name)) return
    const api = Object.freeze(Object.fromEntries(keys.map((key) => [key, (...args) => call({ key }, args)])))
    Object.defineProperty(window, name, { value: api, writable: false, configurable: false, enumerable: true })
  })
  window.addEventListener('bridge-answer', ({ detail: { id, error, value } }) => {
    const waiting = promises.get(id)
    promises.delete(id)
    error ? waiting.reject(new Error(error)) : waiting.resolve(value)
  })
  window.addEventListener('bridge-back', ({ detail: { callback, args } }) => callbacks.get(callback)(...args))
  window.dispatchEvent(new CustomEvent('bridge-hello'))
})()`

/** In the preload's world: \`electron\` as a sandboxed preload has it, then the built preload itself. */
export function preloadSide(preload: string): string {
  return `(() => {
  if (window !== window.top) return
  ${CODEC}
  const waiting = new Map(), listeners = new Map(), functions = new Map()
  let asked = 0
  const tell = (type, detail) => window.dispatchEvent(new CustomEvent(type, { detail }))
  globalThis.fromMain = (text) => {
    const message = decode(text)
    if (message.type === 'event') {
      for (const listener of [...(listeners.get(message.channel) ?? [])]) listener({ sender: 'electron' }, ...message.args)
      return
    }
    const { resolve, reject } = waiting.get(message.seq)
    waiting.delete(message.seq)
    message.error ? reject(new Error(message.error)) : resolve(message.value)
  }
  globalThis.pathsOfFiles = {}
  const ipcRenderer = {
    invoke: (channel, ...args) => new Promise((resolve, reject) => {
      const seq = ++asked
      waiting.set(seq, { resolve, reject })
      globalThis.${TO_MAIN}(JSON.stringify(encode({ seq, channel, args })))
    }),
    on: (channel, listener) => void listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener)),
    removeListener: (channel, listener) => void listeners.get(channel)?.delete(listener)
  }
  const contextBridge = {
    exposeInMainWorld(name, api) {
      const announce = () => tell('bridge-expose', { name, keys: Object.keys(api) })
      window.addEventListener('bridge-hello', announce)
      announce()
      window.addEventListener('bridge-call', ({ detail: { id, key, fn, args } }) => {
        const real = args.map((arg) => arg && arg.$callback
          ? (...given) => tell('bridge-back', { callback: arg.$callback, args: given })
          : arg)
        const result = (fn ? functions.get(fn) : api[key])(...real)
        if (result instanceof Promise) {
          tell('bridge-result', { id, promise: true })
          result.then((value) => tell('bridge-answer', { id, value }), (error) => tell('bridge-answer', { id, error: String(error) }))
        } else if (typeof result === 'function') {
          functions.set(++asked, result)
          tell('bridge-result', { id, fn: asked })
        } else tell('bridge-result', { id, value: result })
      })
    }
  }
  const electron = { ipcRenderer, contextBridge, webUtils: { getPathForFile: (file) => globalThis.pathsOfFiles[file.name] ?? '' } }
  const require = (name) => {
    if (name !== 'electron') throw new Error('a sandboxed preload cannot require ' + name)
    return electron
  }
  const module = { exports: {} }
  ;((require, module, exports) => {
${preload}
  })(require, module, module.exports)
})()`
}

/** The same encoding on Node's side. */
export function encode(value: unknown): unknown {
  if (value === undefined) return { $u: 1 }
  if (value instanceof ArrayBuffer) return { $b: Buffer.from(value).toString('base64') }
  if (ArrayBuffer.isView(value))
    return { $b: Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64') }
  if (Array.isArray(value)) return value.map(encode)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, encode(one)]))
  return value
}

export function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode)
  if (value === null || typeof value !== 'object') return value
  if ('$u' in value) return undefined
  if ('$b' in value) return new Uint8Array(Buffer.from(String(value.$b), 'base64')).buffer
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, decode(one)]))
}
