import type { FileAddress } from '#contract/client.ts'
import type { EngineEvent } from '#contract/events.ts'
import type { Failure, Outcome } from '#contract/failures.ts'
import { MOST_FILE_BYTES } from '#contract/limits.ts'
import type { OperationName } from '#contract/operations.ts'
import type { AppTransport, PrintPage } from './transport.ts'

const TOKEN_HEADER = 'x-vankho-token'
const SESSION_HEADER = 'x-vankho-session'
const SESSION_KEY = 'vankho.session'
/** Operations whose answer brings a session's token: it stays here. */
const BRINGS_SESSION: ReadonlySet<OperationName> = new Set<OperationName>(['account.signIn', 'account.changePassword'])

/** What is sent though the window closes this moment; the browser carries no more than 64 KB so. */
const LAST_WORDS: ReadonlySet<OperationName> = new Set<OperationName>(['intake.saveForm', 'intake.savePaper'])
const MOST_KEPT_ALIVE = 60_000

/** The server was stopped or the answer was cut off: said as an ordinary failure, so that screens have one way to show it. */
const UNREACHED: Failure = { ok: false, code: 'internal', detail: { problem: 'unreached' } }

/** Wires of the loopback shell: JSON calls, raw bytes, and a stream of events, each with the token in a header. */
export function createHttpTransport(token: string, base = ''): AppTransport {
  const kept = typeof sessionStorage === 'undefined' ? null : sessionStorage
  let session = kept?.getItem(SESSION_KEY) ?? ''
  const streams = new Set<() => void>()
  const headers = (): Record<string, string> => ({
    [TOKEN_HEADER]: token,
    ...(session ? { [SESSION_HEADER]: session } : {})
  })

  /** Somebody else sits at this window from now on: what is pushed to it is theirs. */
  function take(next: string): void {
    if (next === session) return
    session = next
    if (next) kept?.setItem(SESSION_KEY, next)
    else kept?.removeItem(SESSION_KEY)
    for (const again of streams) again()
  }

  function keep(name: OperationName, outcome: Outcome<unknown>): Outcome<unknown> {
    if (!outcome.ok) return outcome
    if (name === 'account.signOut') take('')
    if (!BRINGS_SESSION.has(name)) return outcome
    const value = outcome.value as { session: string }
    take(value.session)
    return { ok: true, value: { ...value, session: '' } }
  }

  async function post(path: string, input: unknown, keepalive = false): Promise<Outcome<unknown>> {
    const body = JSON.stringify(input)
    const response = await fetchOrNull(`${base}${path}`, {
      method: 'POST',
      headers: { ...headers(), 'content-type': 'application/json' },
      body,
      keepalive: keepalive && body.length < MOST_KEPT_ALIVE
    })
    return readOutcome(response)
  }
  return {
    shell: 'loopback',
    call: async (name: OperationName, input) =>
      keep(name, await post(`/api/call/${encodeURIComponent(name)}`, input, LAST_WORDS.has(name))),
    printPage: async (report) => (await post('/api/print', report)) as Outcome<PrintPage>,
    stage: (file, onProgress) =>
      upload(`${base}/api/stage?name=${encodeURIComponent(file.name)}`, headers(), file, onProgress),
    async bytes(address) {
      const response = await fetchOrNull(`${base}/api/bytes?${addressQuery(address)}`, { headers: headers() })
      const refused = response?.headers.get('content-type')?.startsWith('application/json') ?? false
      if (!response?.ok || refused) return (await readOutcome(response)) as Failure
      return { ok: true, value: await response.arrayBuffer() }
    },
    listen(hear) {
      let stop = new AbortController()
      const begin = () => {
        stop.abort()
        stop = new AbortController()
        void keepListening(`${base}/api/events`, headers(), hear, stop.signal)
      }
      begin()
      streams.add(begin)
      return () => {
        streams.delete(begin)
        stop.abort()
      }
    }
  }
}

function addressQuery(address: FileAddress): string {
  return new URLSearchParams({ ...address }).toString()
}

async function fetchOrNull(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, { ...init, cache: 'no-store' })
  } catch {
    return null
  }
}

async function readOutcome(response: Response | null): Promise<Outcome<unknown>> {
  // The server turned the request itself away: it was started anew, and this page holds the old token.
  if (!response || response.status === 403) return UNREACHED
  try {
    const outcome = (await response.json()) as Outcome<unknown>
    return typeof outcome.ok === 'boolean' ? outcome : UNREACHED
  } catch {
    return UNREACHED
  }
}

/** A file that would be refused is not sent. `fetch` tells nothing about bytes sent, so uploads go by XMLHttpRequest. */
function upload(
  url: string,
  headers: Readonly<Record<string, string>>,
  file: File,
  onProgress?: (share: number) => void
): Promise<Outcome<{ staged: string }>> {
  if (file.size > MOST_FILE_BYTES) {
    const detail = { name: file.name, most: MOST_FILE_BYTES }
    return Promise.resolve({ ok: false, code: 'file-too-large', detail })
  }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = (event) => onProgress?.(event.total ? event.loaded / event.total : 0)
    request.onerror = () => resolve(UNREACHED)
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText) as Outcome<{ staged: string }>)
      } catch {
        resolve(UNREACHED)
      }
    }
    request.send(file)
  })
}

/** Server-sent events over `fetch` (an EventSource cannot carry the token's header); comes back by itself. */
async function keepListening(
  url: string,
  headers: Readonly<Record<string, string>>,
  hear: (event: EngineEvent) => void,
  signal: AbortSignal
): Promise<void> {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, { headers, signal, cache: 'no-store' })
      if (response.ok && response.body) await readEvents(response.body, hear)
    } catch {
      if (signal.aborted) return
    }
    await new Promise((resolve) => setTimeout(resolve, 1500))
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, hear: (event: EngineEvent) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let buffer = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    buffer += value.replaceAll('\r\n', '\n')
    const blocks = buffer.split('\n\n')
    buffer = blocks.pop() ?? ''
    for (const block of blocks) {
      const data = block
        .split('\n')
        .filter((line) => line.startsWith('data:'))
        .map((line) => line.slice(5).trimStart())
        .join('\n')
      if (data) hear(JSON.parse(data) as EngineEvent)
    }
  }
}
