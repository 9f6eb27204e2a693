import { connect } from 'node:net'

export type RawReply = Readonly<{ status: number; headers: Readonly<Record<string, string>>; body: string }>

/** Sends bytes as they are and reads what comes back until the connection closes or the reply is whole; status 0: none came. */
export function rawRequest(port: number, bytes: string | Buffer, milliseconds = 3000): Promise<RawReply> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    const timer = setTimeout(end, milliseconds)
    function end(): void {
      clearTimeout(timer)
      socket.destroy()
      resolve(parseReply(Buffer.concat(parts).toString('utf8')))
    }
    socket.on('data', (part) => {
      parts.push(Buffer.from(part))
      const reply = parseReply(Buffer.concat(parts).toString('utf8'))
      const length = Number(reply.headers['content-length'] ?? Number.NaN)
      const wanted = String(bytes).startsWith('HEAD ') ? 0 : length
      if (reply.status > 199 && Buffer.byteLength(reply.body) >= wanted) end()
    })
    socket.on('error', () => {})
    socket.on('close', end)
  })
}

/** A request of this method with these header lines, HTTP/1.1, nothing added. */
export function requestText(method: string, path: string, headers: readonly string[], body = ''): string {
  return `${method} ${path} HTTP/1.1\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n${body}`
}

function parseReply(text: string): RawReply {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()])
  )
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}
