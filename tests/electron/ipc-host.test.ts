import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'
import { answerAppRequest } from '#main/app-protocol.ts'
import { isOurs } from '#main/ipc-host.ts'
import { PRINT_POLICY, SCREEN_POLICY } from '#shell/policies.ts'
import { createPrintPages } from '#shell/print-pages.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'
import { OUR_FRAME, standInIpc } from '#tests/support/stand-in-ipc.ts'

describe('who is answered (checklist 17)', () => {
  it('is the main frame of the screens and no one else, on every channel', async () => {
    const door = fakeDoor()
    const ipc = standInIpc(door)
    const strangers = [
      { senderFrame: null },
      { senderFrame: { url: 'https://example.vn/', parent: null } },
      { senderFrame: { url: 'app://vankho.evil/', parent: null } },
      { senderFrame: { url: 'file:///c:/vankho/index.html', parent: null } },
      { senderFrame: { url: 'about:blank', parent: null } },
      { senderFrame: { url: 'app://vankho/print/x', parent: OUR_FRAME.senderFrame } }
    ]
    for (const stranger of strangers) {
      expect(isOurs(stranger)).toBe(false)
      for (const channel of ipc.channels()) {
        expect(await ipc.invokeFrom(stranger, channel, 'overview', {})).toEqual({
          ok: false,
          code: 'not-allowed',
          detail: {}
        })
      }
    }
    expect(door.calls).toEqual([])
    expect(isOurs(OUR_FRAME)).toBe(true)
  })

  it('has exactly the channels the preload names', () => {
    const { event, ...asked } = CHANNELS
    expect([...standInIpc(fakeDoor()).channels()].sort()).toEqual(Object.values(asked).sort())
    expect(event).toBe('vankho:event')
  })
})

describe('what is sent', () => {
  it('never throws, whatever it is', async () => {
    const ipc = standInIpc(fakeDoor({ overview: () => ({}) }))
    const odd: unknown[] = [
      undefined,
      null,
      0,
      Number.NaN,
      '',
      [],
      {},
      { __proto__: null },
      'x'.repeat(1_000_000),
      new Uint8Array(3),
      new ArrayBuffer(0),
      deep(40)
    ]
    for (const channel of ipc.channels()) {
      if (channel === CHANNELS.chooseFolder) continue
      for (const [index, first] of odd.entries()) {
        for (const second of odd) {
          const outcome = (await ipc.invoke(channel, first, second)) as { ok: unknown }
          expect(typeof outcome.ok, `${channel}, case ${index}`).toBe('boolean')
        }
      }
    }
  })

  it('is pushed to the windows as it comes', () => {
    const door = fakeDoor()
    const ipc = standInIpc(door)
    const event = { type: 'changed', what: 'documents', documentId: null } as const
    door.push(event)
    expect(ipc.sent).toEqual([[CHANNELS.event, event]])
  })

  it('reaches the engine as bytes where the file has no path', async () => {
    const door = fakeDoor()
    const outcome = await standInIpc(door).invoke(CHANNELS.stageBytes, 'a.txt', new TextEncoder().encode('abc').buffer)
    expect(outcome).toMatchObject({ ok: true })
    expect(door.staged).toEqual([3])
  })
})

describe('the app protocol (checklist 18)', () => {
  const prints = createPrintPages()
  const app = { screens: import.meta.dirname, prints }
  const get = (url: string, method = 'GET') => answerAppRequest({ url, method }, app)

  it('serves files of one folder, with the policy', async () => {
    const reply = await get('app://vankho/ipc-host.test.ts?x#y')
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-security-policy')).toBe(SCREEN_POLICY)
    expect(await reply.text()).toContain('answerAppRequest')
  })

  it('serves nothing else', async () => {
    for (const url of [
      'app://vankho/../support/fake-door.ts',
      'app://vankho/%2e%2e/support/fake-door.ts',
      'app://vankho/..%5csupport',
      'app://vankho//etc/passwd',
      'app://other/ipc-host.test.ts',
      'app://vankho/',
      'app://vankho/print/',
      'app://vankho/print/x',
      'file:///etc/passwd'
    ]) {
      expect((await get(url)).status, url).toBe(404)
    }
    for (const method of ['POST', 'PUT', 'OPTIONS'])
      expect((await get('app://vankho/ipc-host.test.ts', method)).status).toBe(404)
  })

  it('shows print views under a policy of their own', async () => {
    const reply = await get(`app://vankho/print/${prints.put('<p>1</p>')}`)
    expect(await reply.text()).toBe('<p>1</p>')
    expect(reply.headers.get('content-security-policy')).toBe(PRINT_POLICY)
  })
})

function deep(depth: number): unknown {
  let value: unknown = 1
  for (let index = 0; index < depth; index++) value = [value]
  return value
}
