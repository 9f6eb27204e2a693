/** A picture in shades of gray, a byte a dot, white 255. */
export type Gray = Readonly<{ width: number; height: number; data: Uint8Array }>

/** From red, green, blue and opacity, laid on white paper; weights of ITU-R BT.601. */
export function toGray(width: number, height: number, rgba: Uint8Array | Uint8ClampedArray): Gray {
  const data = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < data.length; at++, from += 4) {
    const light = (299 * (rgba[from] ?? 0) + 587 * (rgba[from + 1] ?? 0) + 114 * (rgba[from + 2] ?? 0)) / 1000
    const opacity = (rgba[from + 3] ?? 255) / 255
    data[at] = Math.round(255 + (light - 255) * opacity)
  }
  return { width, height, data }
}
