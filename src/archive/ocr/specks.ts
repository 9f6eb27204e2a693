import type { Gray } from './gray.ts'

/** Darker dots are ink. */
const INK = 128
/** Pages with fewer specks are clean enough; dots of i and full stops are then not even looked at. */
const DIRTY = 1500

/**
 * The picture without the specks of a dirty glass or a bad copy: small blots with no writing near them. Marks of letters
 * stand close to their letters and stay. A clean page is given back as it is.
 */
export function withoutSpecks(picture: Gray, dpi: number): Gray {
  const { width, height, data } = picture
  const most = Math.max(2, Math.round(dpi / 60))
  const near = Math.round(dpi / 30)
  const big = new Uint8Array(data.length)
  const seen = new Uint8Array(data.length)
  const specks: number[][] = []
  const stack: number[] = []
  for (let start = 0; start < data.length; start++) {
    if (seen[start] || (data[start] ?? 255) >= INK) continue
    const blot: number[] = []
    let [left, right, top, bottom] = [width, 0, height, 0]
    seen[start] = 1
    stack.push(start)
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      blot.push(at)
      const x = at % width
      const y = (at - x) / width
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const next = at + dy * width + dx
          if (x + dx < 0 || x + dx >= width || next < 0 || next >= data.length) continue
          if (seen[next] || (data[next] ?? 255) >= INK) continue
          seen[next] = 1
          stack.push(next)
        }
      }
    }
    if (right - left < most && bottom - top < most) specks.push(blot)
    else for (const at of blot) big[at] = 1
  }
  if (specks.length < DIRTY) return picture
  const clean = new Uint8Array(data)
  for (const blot of specks) {
    if (isNear(big, width, height, blot[0] ?? 0, near)) continue
    // Its gray rim goes with it.
    for (const at of blot) wipeAround(clean, width, at)
  }
  return { width, height, data: clean }
}

function isNear(big: Uint8Array, width: number, height: number, at: number, near: number): boolean {
  const x = at % width
  const y = (at - x) / width
  for (let row = Math.max(0, y - near); row <= Math.min(height - 1, y + near); row++) {
    const from = row * width + Math.max(0, x - near)
    const to = row * width + Math.min(width - 1, x + near)
    for (let one = from; one <= to; one++) if (big[one]) return true
  }
  return false
}

function wipeAround(data: Uint8Array, width: number, at: number): void {
  for (let dy = -2; dy <= 2; dy++) {
    for (let dx = -2; dx <= 2; dx++) {
      const next = at + dy * width + dx
      if (next >= 0 && next < data.length) data[next] = 255
    }
  }
}
