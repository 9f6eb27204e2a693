/** The paper is looked for in squares of so many to the inch; between their middles its light is taken to change evenly. */
const SQUARES_AN_INCH = 3
/** A dot lighter than so much of its square is paper; where writing is dense it still holds. */
const PAPER_RANK = 0.85
const WHITE = 250
/** Paper that is everywhere so light and so gray came off a scanner's glass and is left alone. */
const LIGHT_ENOUGH = 226
/** Darker "paper" is a picture or a black edge; it is not made white. */
const DARKEST_PAPER = 70

type Squares = Readonly<{ columns: number; rows: number; levels: Uint8Array }>

/**
 * Evens out the light of a photographed page, in place: each dot is measured against the paper around it, colour by
 * colour, so that shade, lamp light and yellowed paper become white and ink keeps its own colour. True: it was needed.
 */
export function evenLight(width: number, height: number, rgba: Uint8ClampedArray, dpi: number): boolean {
  const side = Math.max(16, Math.round(dpi / SQUARES_AN_INCH))
  const squares = paperOf(width, height, rgba, side)
  if (squares.levels.every((level) => level >= LIGHT_ENOUGH)) return false
  const { columns, rows, levels } = smoothed(squares)
  for (let y = 0; y < height; y++) {
    const down = Math.min(Math.max(y / side - 0.5, 0), rows - 1)
    const [row, dy] = [Math.floor(down), down % 1]
    const next = Math.min(row + 1, rows - 1)
    for (let x = 0; x < width; x++) {
      const right = Math.min(Math.max(x / side - 0.5, 0), columns - 1)
      const [column, dx] = [Math.floor(right), right % 1]
      const beside = Math.min(column + 1, columns - 1)
      const at = (y * width + x) * 4
      for (let channel = 0; channel < 3; channel++) {
        const level = (r: number, c: number): number => levels[(r * columns + c) * 3 + channel] ?? WHITE
        const above = level(row, column) * (1 - dx) + level(row, beside) * dx
        const below = level(next, column) * (1 - dx) + level(next, beside) * dx
        const paper = above * (1 - dy) + below * dy
        rgba[at + channel] = ((rgba[at + channel] ?? 0) * WHITE) / paper
      }
    }
  }
  return true
}

/** The light of the paper in each square, red, green and blue. */
function paperOf(width: number, height: number, rgba: Uint8ClampedArray, side: number): Squares {
  const [columns, rows] = [Math.ceil(width / side), Math.ceil(height / side)]
  const levels = new Uint8Array(columns * rows * 3)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)] as const
      let seen = 0
      for (let y = row * side; y < Math.min(height, (row + 1) * side); y += 3) {
        for (let x = column * side; x < Math.min(width, (column + 1) * side); x += 3) {
          const at = (y * width + x) * 4
          seen++
          for (let channel = 0; channel < 3; channel++) {
            const shade = rgba[at + channel] ?? 255
            const shades = counts[channel as 0 | 1 | 2]
            shades[shade] = (shades[shade] ?? 0) + 1
          }
        }
      }
      counts.forEach((shades, channel) => {
        let left = seen * (1 - PAPER_RANK)
        let shade = 255
        for (; shade > 0 && left > (shades[shade] ?? 0); shade--) left -= shades[shade] ?? 0
        levels[(row * columns + column) * 3 + channel] = shade
      })
    }
  }
  return { columns, rows, levels }
}

/** The middle one of each square and its neighbours: a seal or a picture does not pass for paper. */
function smoothed({ columns, rows, levels }: Squares): Squares {
  const even = new Uint8Array(levels.length)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      for (let channel = 0; channel < 3; channel++) {
        const near: number[] = []
        for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
          for (let c = Math.max(0, column - 1); c <= Math.min(columns - 1, column + 1); c++) {
            near.push(levels[(r * columns + c) * 3 + channel] ?? 0)
          }
        }
        near.sort((a, b) => a - b)
        const middle = near[Math.floor(near.length / 2)] ?? WHITE
        even[(row * columns + column) * 3 + channel] = Math.max(DARKEST_PAPER, middle)
      }
    }
  }
  return { columns, rows, levels: even }
}
