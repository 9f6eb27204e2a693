import { createInterface } from 'node:readline'
import { OperationError } from '#contract/failures.ts'
import { openIt } from '../harness/archive.ts'

/**
 * A second program on the same archive: `open <shell> <at>` opens it at that instant and says `open`, or `refused <code>
 * <pid>`; `close` closes it and says `closed`.
 */
type Opened = Awaited<ReturnType<typeof openIt>>
const folder = process.argv[2] ?? ''
let archive: Opened | null = null
const say = (line: string): void => void process.stdout.write(`${line}\n`)
say('warm')
for await (const line of createInterface({ input: process.stdin })) {
  const [what, shell = 'direct', at = '0'] = line.split(' ')
  if (what === 'close') {
    await archive?.close()
    archive = null
    say('closed')
    continue
  }
  // All of them begin at one instant, not one after the other's turn.
  while (Date.now() < Number(at));
  try {
    archive = await openIt(folder, { shell })
    say(`open ${archive.mode} ${process.pid}`)
  } catch (error) {
    say(error instanceof OperationError ? `refused ${error.code} ${error.detail.pid ?? '-'}` : `broke ${String(error)}`)
  }
}
