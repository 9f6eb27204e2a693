import { describe, expect, it } from 'vitest'
import type { EngineDoor } from '#archive/door.ts'
import type { EngineEvent } from '#contract/events.ts'
import { lastingEngine } from '#main/lasting-engine.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'

const ASKER = { shell: 'electron' } as const

const OPEN = { open: true, folder: '/kho' }
const event = (state: object): EngineEvent => ({ type: 'archive', state: state as never })

/** Engines that fall when told to; `opened`: the folders each was asked to open. */
function falling(canOpen = true) {
  const doors: (ReturnType<typeof fakeDoor> & { fall(): void })[] = []
  const opened: string[] = []
  const told: string[] = []
  let time = 0
  const engine = lastingEngine({
    start(gone): EngineDoor {
      const door = fakeDoor({
        'archive.open': (input) => {
          opened.push((input as { folder: string }).folder)
          if (!canOpen) throw new Error('damaged')
          return STATE
        }
      })
      doors.push({ ...door, fall: gone })
      return door
    },
    asker: ASKER,
    restarted: (reopened) => void told.push(reopened ? 'restarted' : 'not reopened'),
    gaveUp: () => void told.push('gave up'),
    now: () => time
  })
  const last = () => doors.at(-1) as (typeof doors)[number]
  return { engine, doors, opened, told, last, wait: (ms: number) => (time += ms) }
}

describe('an engine whose thread falls', () => {
  it('is started again with the archive that was open, and says so', async () => {
    const { engine, last, doors, opened, told } = falling()
    const heard: EngineEvent[] = []
    engine.listen((one) => heard.push(one), ASKER)
    last().push(event(OPEN))
    last().fall()
    await engine.call('overview', {}, ASKER)
    expect(opened).toEqual(['/kho'])
    expect(told).toEqual(['restarted'])
    // The question asked meanwhile waited and went to the new one; events of the new one are heard.
    expect(doors[1]?.calls).toEqual(['archive.open', 'overview'])
    last().push({ type: 'changed', what: 'documents', documentId: null })
    expect(heard.map((one) => one.type)).toEqual(['archive', 'changed'])
  })

  it('opens nothing where nothing was open', async () => {
    const { engine, last, opened, told } = falling()
    last().push(event(OPEN))
    last().push(event({ open: false, folder: null }))
    last().fall()
    await engine.call('overview', {}, ASKER)
    expect([opened, told]).toEqual([[], ['restarted']])
  })

  it('says that the archive is not open where it cannot be', async () => {
    const { engine, last, told } = falling(false)
    last().push(event(OPEN))
    last().fall()
    await engine.call('overview', {}, ASKER)
    expect(told).toEqual(['not reopened'])
  })

  it('is not started for ever when it falls time and again, but is when the falls lie far apart', async () => {
    const quick = falling()
    for (let fall = 0; fall < 4; fall++) {
      quick.last().fall()
      await quick.engine.call('overview', {}, ASKER)
    }
    expect(quick.told.at(-1)).toBe('gave up')
    expect(quick.doors).toHaveLength(4)
    const slow = falling()
    for (let fall = 0; fall < 8; fall++) {
      slow.last().fall()
      slow.wait(30_000)
      await slow.engine.call('overview', {}, ASKER)
    }
    expect(slow.told).not.toContain('gave up')
  })

  it('stays down once it was closed', async () => {
    const { engine, last, doors } = falling()
    await engine.close()
    last().fall()
    expect(doors).toHaveLength(1)
  })
})

const STATE = {
  open: true,
  folder: '/kho',
  archiveId: null,
  office: null,
  mode: 'ready',
  notices: [],
  documents: 0,
  lastBackupAt: null,
  shell: 'electron',
  version: 'test',
  recentFolders: [],
  proposedFolder: '/kho',
  canPrintPdf: true
}
