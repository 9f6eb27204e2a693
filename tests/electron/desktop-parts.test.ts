import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { EngineDoor } from '#archive/door.ts'
import type { FileAddress } from '#contract/client.ts'
import { createHandOver, filesOfArguments } from '#main/handed-files.ts'
import { isProbed } from '#main/lock-down.ts'
import { menuTemplate, PLACES, textMenu } from '#main/menu.ts'
import { openableType, outsideFiles, outsideName } from '#main/outside-files.ts'
import { placeWindow, readWindowState, SMALLEST, writeWindowState } from '#main/window-state.ts'
import { words } from '#main/words.ts'
import { SECTIONS } from '#renderer/app/sections.ts'
import { fakeDoor } from '#tests/support/fake-door.ts'

const ASKER = { shell: 'electron' } as const

/** The desktop program's own parts, each by itself. NOT RUN IN ELECTRON. */
const work = mkdtempSync(join(tmpdir(), 'vankho-desktop-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

function file(name: string, content: string | Buffer = 'x'): string {
  const path = join(work, name)
  writeFileSync(path, content)
  return path
}

describe('where the window stands', () => {
  const displays = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: -1366, y: 200, width: 1366, height: 728 }
  ]
  const at = (x: number, y: number, width = 1400, height = 900) =>
    placeWindow({ bounds: { x, y, width, height }, maximized: false }, displays)

  it('is where it was left', () => {
    expect(at(100, 50)).toEqual({ x: 100, y: 50, width: 1400, height: 900 })
  })
  it('fits the display it is on', () => {
    expect(at(-1300, 220, 1500, 900)).toEqual({ x: -1366, y: 200, width: 1366, height: 728 })
    expect(at(1700, 900)).toEqual({ x: 520, y: 140, width: 1400, height: 900 })
  })
  it('is the middle where its display is gone, or its title bar would be out of reach', () => {
    for (const [x, y] of [
      [5000, 100],
      [0, -500],
      [0, 5000],
      [-3000, 300]
    ] as const) {
      expect(at(x, y), `${x},${y}`).not.toHaveProperty('x')
    }
    expect(placeWindow(null, displays)).toEqual({ width: 1366, height: 800 })
  })
  it('is never smaller than the screens are made for, nor larger than a small display', () => {
    expect(at(0, 0, 10, 10)).toMatchObject(SMALLEST)
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1000, height: 600 }])).toEqual({ width: 1000, height: 600 })
  })
  it('is kept in a file, and a file that says nothing is no harm', () => {
    const kept = join(work, 'new', 'window.json')
    const state = { bounds: { x: 1, y: 2, width: 1100, height: 700 }, maximized: true }
    writeWindowState(kept, state)
    expect(readWindowState(kept)).toEqual(state)
    for (const bad of ['', '{}', 'null', '{"bounds":{"x":"1"}}', '{"bounds":{"x":1,"y":2,"width":1e99,"height":3}}'])
      expect(readWindowState(file('bad.json', bad)), bad).toBe(null)
    expect(() => writeWindowState(join(kept, 'no-folder', 'window.json'), state)).not.toThrow()
  })
})

describe('menus', () => {
  const pressed: string[] = []
  const gone: string[] = []
  const menus = menuTemplate({ press: (key) => pressed.push(key), go: (path) => gone.push(path), about: () => {} })
  const items = menus.flatMap((menu) => menu.submenu as Electron.MenuItemConstructorOptions[])

  it('are in Vietnamese, every item of Electron’s own too', () => {
    for (const item of [...menus, ...items]) {
      if (item.type === 'separator') continue
      expect(item.label, JSON.stringify(item)).toBeTruthy()
      expect(item.label).not.toMatch(/\b(?:File|Edit|View|Window|Help|Undo|Cut|Copy|Paste|Select|Zoom|Quit|Reload)\b/)
    }
    expect(items.map((item) => item.role)).not.toContain('toggleDevTools')
    expect(items.map((item) => item.role)).not.toContain('reload')
  })
  it('show keys and take none away from the screens', () => {
    for (const item of items.filter((one) => one.accelerator)) expect(item.registerAccelerator, item.label).toBe(false)
    for (const item of items.filter((one) => one.accelerator && one.click))
      item.click?.(null as never, undefined, null as never)
    expect(pressed).toEqual(expect.arrayContaining(['Ctrl+N', 'Ctrl+O', 'Ctrl+P', 'Ctrl+Z', 'Ctrl+K', 'F1']))
  })
  it('name the sections as the rail does, with the same addresses and keys', () => {
    expect(PLACES.map(([id, path, key]) => [words.go[id], path, key])).toEqual(
      SECTIONS.map(({ name, path, key }) => [name, path, key])
    )
    expect(gone).toContain('/vao-so')
  })
  it('of the right button are there for text alone', () => {
    expect(textMenu({ isEditable: true, selectionText: '' })?.map((item) => item.role)).toEqual([
      'cut',
      'copy',
      'paste',
      'selectAll'
    ])
    expect(textMenu({ isEditable: false, selectionText: 'a' })?.map((item) => item.role)).toEqual(['copy'])
    expect(textMenu({ isEditable: false, selectionText: ' ' })).toBe(null)
  })
})

describe('files handed over by the system', () => {
  it('are the papers named on the command line, no switch and no program', () => {
    const [pdf, docx, exe] = [file('Công văn 1.PDF'), file('-a.docx'), file('a.exe')]
    const argv = [
      'C:/vankho.exe',
      '--inspect=1',
      pdf,
      exe,
      join(work, 'none.pdf'),
      work,
      '-a.docx',
      pdf,
      `${pdf}\0.pdf`,
      ''
    ]
    expect(filesOfArguments(argv, work, true)).toEqual([pdf])
    expect(filesOfArguments(['electron', '.', basename(pdf), docx], work, false)).toEqual([pdf, docx])
  })

  const receiver = (engine: EngineDoor) => {
    const told: string[] = []
    return {
      told,
      to: {
        engine,
        asker: () => ASKER,
        shown: () => told.push('shown'),
        refused: (names: readonly string[]) => told.push(...names)
      }
    }
  }

  it('wait until an archive is open, and then go to the queue', async () => {
    let open = false
    const door = fakeDoor({ 'intake.start': () => ({ jobId: 'j_0123456789' }) })
    const engine: EngineDoor = {
      ...door,
      stage: async (name, source, asker) =>
        open ? door.stage(name, { stream: new Blob([JSON.stringify(source)]).stream() as never }, asker) : NO_ARCHIVE
    }
    const { told, to } = receiver(engine)
    const handed = createHandOver()
    handed.add(['/a/1.pdf', '/a/2.pdf'])
    handed.connect(to)
    await settled()
    expect([told, door.calls]).toEqual([[], []])
    open = true
    door.push({ type: 'archive', state: { open: true } as never })
    await settled()
    expect(told).toEqual(['shown'])
    expect(door.staged).toHaveLength(2)
    expect(door.calls).toEqual(['intake.start'])
    handed.add(['/a/3.pdf'])
    await settled()
    expect(door.staged).toHaveLength(3)
  })

  it('are named when they cannot be taken', async () => {
    const door = fakeDoor()
    const { told, to } = receiver({
      ...door,
      stage: async () => ({ ok: false, code: 'file-too-large', detail: {} })
    })
    const handed = createHandOver()
    handed.connect(to)
    handed.add(['/a/to.pdf'])
    await settled()
    expect(told).toEqual(['to.pdf'])
  })
})

describe('files that leave for another program', () => {
  const pdf = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n')
  const address = { intakeId: 'i_0123456789' } as unknown as FileAddress

  it('are of a kind that shows and does not run, by their content', () => {
    expect(openableType(pdf)).toBe('application/pdf')
    const refused: readonly (readonly [string, Buffer])[] = [
      ['a program', Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1')],
      ['a shortcut', Buffer.from('4c0000000114020000000000c000000000000046', 'hex')],
      ['an RTF with something packed in it', Buffer.from('{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}')],
      ['nothing', Buffer.alloc(0)],
      ['half a PDF', Buffer.from('%PDF-1.7\n1 0 obj')]
    ]
    for (const [what, bytes] of refused) expect(openableType(bytes), what).toBe(null)
  })

  it('have the ending of what they are and a name every system takes', () => {
    const name = (given: string) => outsideName(given, 'application/pdf')
    expect(name('221-CV-HU.pdf')).toBe('221-CV-HU.pdf')
    expect(name('Công văn số 221.docx')).toBe('Công văn số 221.pdf')
    expect(name('a.pdf\0.exe')).toBe('a.pdf.pdf')
    expect(name('\u202Efdp.exe')).toBe('fdp.pdf')
    expect(name('../../etc/passwd')).not.toMatch(/[\\/]|^\./)
    for (const device of ['CON.pdf', 'nul', 'com1.x.pdf', '', '...', ' .pdf']) expect(name(device)).toBe('van-ban.pdf')
    expect(name(`${'x'.repeat(500)}.pdf`).length).toBeLessThan(120)
  })

  it('are copies that cannot be written, opened by the system and taken away at the end', async () => {
    const original = file('goc', pdf)
    const found = { path: original, key: null, name: 'x.exe', mediaType: 'application/pdf', bytes: pdf.length }
    const engine: EngineDoor = { ...fakeDoor(), locate: async () => ({ ok: true, value: found }) }
    const opened: string[] = []
    const folder = join(work, 'copies')
    const outside = outsideFiles(engine, () => ASKER, {
      folder,
      openPath: async (path) => {
        opened.push(path)
        return ''
      }
    })
    expect(await outside.open(address)).toEqual({ ok: true, value: null })
    const [path = ''] = opened
    expect(basename(path)).toBe('x.pdf')
    expect(readFileSync(path)).toEqual(pdf)
    expect(statSync(path).mode & 0o222).toBe(0)
    expect(path.startsWith(folder)).toBe(true)
    const dragged = await outside.copyForDrag(address)
    expect(dragged.ok && existsSync(dragged.value)).toBe(true)
    await outside.clear()
    expect(existsSync(folder)).toBe(false)
    expect(readFileSync(original)).toEqual(pdf)
  })

  it('are refused, and nothing is opened, where they are something else', async () => {
    const original = file('goc.pdf', 'MZ\0\0\0')
    const found = { path: original, key: null, name: 'cong-van.pdf', mediaType: 'application/pdf', bytes: 5 }
    const engine: EngineDoor = { ...fakeDoor(), locate: async () => ({ ok: true, value: found }) }
    let opened = 0
    const outside = outsideFiles(engine, () => ASKER, {
      folder: join(work, 'none'),
      openPath: async () => String(++opened)
    })
    expect(await outside.open(address)).toMatchObject({ ok: false, code: 'file-unsupported' })
    expect(await outside.copyForDrag(address)).toMatchObject({ ok: false, code: 'file-unsupported' })
    expect([opened, existsSync(join(work, 'none'))]).toEqual([0, false])
  })
})

describe('the installed program', () => {
  it('does not start for one who looks in from outside', () => {
    for (const probe of ['remote-debugging-port', 'remote-debugging-pipe', 'load-extension'])
      expect(isProbed({ hasSwitch: (name) => name === probe }), probe).toBe(true)
    expect(isProbed({ hasSwitch: () => false })).toBe(false)
  })
})

const NO_ARCHIVE = { ok: false, code: 'no-archive', detail: {} } as const

async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}
