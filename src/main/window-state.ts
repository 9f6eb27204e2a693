import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type Bounds = Readonly<{ x: number; y: number; width: number; height: number }>
export type WindowState = Readonly<{ bounds: Bounds; maximized: boolean }>

export const SMALLEST = { width: 1024, height: 640 } as const
export const USUAL = { width: 1366, height: 800 } as const
/** So much of the title bar must lie on a display for a hand to take hold of it. */
const GRIP = { width: 120, height: 30 } as const

/** The state the window was left in; null where none is known or what is there is no state. */
export function readWindowState(file: string): WindowState | null {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>
    const numbers = [bounds?.x, bounds?.y, bounds?.width, bounds?.height]
    if (!bounds || !numbers.every(Number.isSafeInteger)) return null
    const { x, y, width, height } = bounds
    return { bounds: { x, y, width, height }, maximized: maximized === true }
  } catch {
    return null
  }
}

/** Where windows stand is no fact of the archive: that it cannot be kept is no failure worth words. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {
    // As above.
  }
}

/**
 * Where a window is opened: where it was, made to fit; in the middle (no place) where the display it stood on is gone,
 * so that no window opens where nobody sees it.
 */
export function placeWindow(state: WindowState | null, displays: readonly Bounds[]): Partial<Bounds> {
  const usual = fit(USUAL, displays[0] ?? { x: 0, y: 0, ...USUAL })
  if (!state) return usual
  const [display] = displays
    .filter((one) => hasGrip(state.bounds, one))
    .toSorted((one, other) => across(state.bounds, other) - across(state.bounds, one))
  if (!display) return usual
  const size = fit(state.bounds, display)
  const within = (at: number, start: number, room: number) => Math.min(Math.max(at, start), start + Math.max(0, room))
  return {
    x: within(state.bounds.x, display.x, display.width - size.width),
    y: within(state.bounds.y, display.y, display.height - size.height),
    ...size
  }
}

function fit(size: Readonly<{ width: number; height: number }>, display: Bounds) {
  const side = (wanted: number, least: number, room: number) => Math.max(Math.min(wanted, room), Math.min(least, room))
  return {
    width: side(Math.max(size.width, SMALLEST.width), SMALLEST.width, display.width),
    height: side(Math.max(size.height, SMALLEST.height), SMALLEST.height, display.height)
  }
}

function hasGrip(window: Bounds, display: Bounds): boolean {
  const { y } = window
  const reachable = y >= display.y - GRIP.height && y <= display.y + display.height - GRIP.height
  return reachable && across(window, display) >= GRIP.width
}

/** How much of a window's width lies on a display. */
function across({ x, width }: Bounds, display: Bounds): number {
  const wide = Math.max(width, SMALLEST.width)
  return Math.min(x + wide, display.x + display.width) - Math.max(x, display.x)
}
