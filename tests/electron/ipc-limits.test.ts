import { describe, expect, it } from 'vitest'
import { CHANNELS } from '#contract/channels.ts'
import { lockSwitches } from '#main/lock-down.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'
import { standInIpc } from '#tests/support/stand-in-ipc.ts'

describe('a page that asks too much', () => {
  it('is answered, whatever goes wrong behind the door', async () => {
    const door = {
      ...fakeDoor(),
      call: async () => {
        throw new Error('SELECT * FROM /home/kho')
      }
    }
    const ipc = standInIpc(door)
    const internal = { ok: false, code: 'internal', detail: {} }
    expect(await ipc.invoke(CHANNELS.call, 'overview', {})).toEqual(internal)
    expect(await ipc.invoke(CHANNELS.printPage, {})).toEqual(internal)
  })

  it('hands in no data nested deeper than any operation’s, and no more bytes than a paper has', async () => {
    const door = fakeDoor({ overview: () => ({}) })
    const ipc = standInIpc(door)
    const refused = { ok: false, code: 'bad-input', detail: {} }
    let deep: unknown = 1
    for (let depth = 0; depth < 40; depth++) deep = { more: deep }
    expect(await ipc.invoke(CHANNELS.call, 'overview', deep)).toEqual(refused)
    expect(await ipc.invoke(CHANNELS.printPage, deep)).toEqual(refused)
    expect(door.calls).toEqual([])
    expect(await ipc.invoke(CHANNELS.stageBytes, 'a.pdf', new ArrayBuffer(200 * 1024 * 1024 + 1))).toEqual(refused)
    expect(door.staged).toEqual([])
  })
})

describe('Chromium itself', () => {
  it('finds no name on any network and asks for nothing by itself', () => {
    const set = new Map<string, string | undefined>()
    lockSwitches({ appendSwitch: (name, value) => void set.set(name, value), hasSwitch: (name) => set.has(name) })
    expect(set.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    for (const name of ['disable-background-networking', 'disable-component-update', 'disable-sync', 'no-pings']) {
      expect(set.has(name), name).toBe(true)
    }
  })
})
