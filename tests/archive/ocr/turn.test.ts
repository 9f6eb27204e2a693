import { expect, it } from 'vitest'
import { cut, TURNS, turnedPicture, turnedSize, unturnedRun } from '#archive/ocr/turn.ts'

const WHITE = 255

/** White, with one black box. */
function boxAt(width: number, height: number, box: { x: number; y: number; w: number; h: number }) {
  const data = new Uint8Array(width * height).fill(WHITE)
  for (let y = box.y; y < box.y + box.h; y++) data.fill(0, y * width + box.x, y * width + box.x + box.w)
  return { width, height, data }
}

function blackBox({ width, data }: { width: number; data: Uint8Array }) {
  const at = [...data.keys()].filter((index) => data[index] === 0)
  const xs = at.map((index) => index % width)
  const ys = at.map((index) => Math.floor(index / width))
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, w: Math.max(...xs) - x + 1, h: Math.max(...ys) - y + 1 }
}

it.each(TURNS)('a box of the page turned by %i is brought back to where it stood', (turn) => {
  const size = { width: 40, height: 60 }
  const box = { x: 3, y: 7, w: 12, h: 4 }
  const picture = turnedPicture(boxAt(size.width, size.height, box), turn)
  expect({ width: picture.width, height: picture.height }).toEqual(turnedSize(size, turn))
  const found = { start: 0, end: 1, ...blackBox(picture) }
  expect(unturnedRun(found, size, turn)).toEqual({ start: 0, end: 1, ...box })
})

it('a turn by 90 sets the left edge on top', () => {
  const turned = turnedPicture(boxAt(40, 60, { x: 0, y: 0, w: 2, h: 60 }), 90)
  expect(blackBox(turned)).toEqual({ x: 0, y: 0, w: 60, h: 2 })
})

it('rows are cut from the first to before the last', () => {
  const strip = cut(boxAt(10, 20, { x: 0, y: 5, w: 10, h: 3 }), 4, 9)
  expect([strip.width, strip.height, blackBox(strip)]).toEqual([10, 5, { x: 0, y: 1, w: 10, h: 3 }])
})
