import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-archive.ts'

/**
 * Reliability.md S7: a whole session where there is no network but this machine's own, every call of every process to the
 * network written down by the system. Skipped and said so where nobody may make such a place (not root, not Linux).
 */
const SESSION = join(import.meta.dirname, 'children/whole-session.ts')
const inside = (command: string, timeout: number) =>
  spawnSync('unshare', ['-n', 'sh', '-c', `(ip link set lo up || ifconfig lo up) && ${command}`], {
    encoding: 'utf8',
    timeout
  })
const without = process.platform !== 'linux' || inside('true', 10_000).status !== 0
const traced = spawnSync('strace', ['-V']).status === 0
if (without) process.stdout.write('[faults] a session without a network: SKIPPED (no network namespace here)\n')

/** Before it asks for any name Chromium sees whether a route of the newer kind exists: a socket is pointed, nothing is sent. */
const ROUTE_PROBE = 'connect 2001:4860:4860::8888'
const LOCAL = /^\w+ (?:127\.0\.0\.1|::1)$/

/** Calls that name an address of the internet, as `connect 127.0.0.1`. */
function addressed(trace: string): readonly string[] {
  return trace.split('\n').flatMap((line) => {
    const call = /\b(connect|bind|sendto|sendmsg|sendmmsg)\(/.exec(line)?.[1]
    const at = /inet_addr\("([^"]+)"\)|inet_pton\(AF_INET6, "([^"]+)"/.exec(line)
    return call && at ? [`${call} ${at[1] ?? at[2]}`] : []
  })
}

describe.skipIf(without)('a session without a network', () => {
  it('files, reads letters off a picture, searches, prints, backs up; nobody is called, nobody is listened to from outside', () => {
    const trace = join(tempFolder(), 'trace')
    const watch = traced
      ? `exec strace -f -qq --seccomp-bpf -e trace=connect,bind,sendto,sendmsg,sendmmsg -e signal=none -o ${trace} `
      : 'exec '
    const ran = inside(`${watch}${process.execPath} ${SESSION}`, 400_000)
    expect(ran.status, ran.stderr).toBe(0)
    const said = JSON.parse(ran.stdout.trim().split('\n').at(-1) ?? '') as {
      done: string[]
      kinds: string[]
      strangers: string[]
    }
    expect(said.done).toEqual(
      expect.arrayContaining(['intake.import', 'search.full', 'archive.backup', 'archive.verify'])
    )
    expect(said.kinds).toContain('ocr')
    expect(said.strangers).toEqual([])
    if (!traced) return
    const calls = addressed(readFileSync(trace, 'utf8'))
    expect(calls).toContain('bind 127.0.0.1')
    expect(calls).toContain('connect 127.0.0.1')
    expect(calls.filter((call) => !LOCAL.test(call) && call !== ROUTE_PROBE)).toEqual([])
    // No name was looked up: not over the network, not by asking a service of the system.
    expect(readFileSync(trace, 'utf8')).not.toMatch(/htons\(53\)|nscd|resolve\/io\.systemd/)
    process.stdout.write(
      `[faults] a session without a network: ${said.done.length} deeds; ${calls.length} calls to addresses, all of this machine\n`
    )
  }, 420_000)

  it('sees a call that leaves (the watch itself)', () => {
    const trace = join(tempFolder(), 'trace')
    const script =
      "require('node:net').connect(9,'192.0.2.1').on('error',()=>{});require('node:dgram').createSocket('udp4').bind(0,'0.0.0.0',function(){this.close()})"
    if (!traced) return
    inside(`exec strace -f -qq -e trace=connect,bind -o ${trace} ${process.execPath} -e "${script}"`, 30_000)
    expect(addressed(readFileSync(trace, 'utf8'))).toEqual(
      expect.arrayContaining(['connect 192.0.2.1', 'bind 0.0.0.0'])
    )
  })
})
