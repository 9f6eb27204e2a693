/** Where a command writes: results to stdout, everything said on the way to stderr. */
export type Io = Readonly<{
  json: boolean
  out(line: string): void
  /** One line of machine output. */
  data(value: unknown): void
  note(line: string): void
  progress: Progress
}>

export type Progress = Readonly<{ show(done: number, total: number, name: string | null): void; clear(): void }>

export function createIo(
  json: boolean,
  stdout: NodeJS.WritableStream,
  stderr: NodeJS.WritableStream & { isTTY?: boolean; columns?: number }
): Io {
  const progress = stderr.isTTY ? bar(stderr) : { show() {}, clear() {} }
  return {
    json,
    out(line) {
      progress.clear()
      stdout.write(`${line}\n`)
    },
    data(value) {
      progress.clear()
      stdout.write(`${JSON.stringify(value)}\n`)
    },
    note(line) {
      progress.clear()
      stderr.write(`${line}\n`)
    },
    progress
  }
}

const WIDTH = 24

/** A bar on one line of the terminal, written over in place. */
function bar(stream: NodeJS.WritableStream & { columns?: number }): Progress {
  let shown = false
  return {
    show(done, total, name) {
      const share = total > 0 ? Math.min(1, done / total) : 0
      const filled = Math.round(share * WIDTH)
      const text = `[${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}] ${done}/${total} ${name ?? ''}`
      stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`)
      shown = true
    },
    clear() {
      if (shown) stream.write('\r\u001b[2K')
      shown = false
    }
  }
}
