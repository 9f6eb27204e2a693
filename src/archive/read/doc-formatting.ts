/** How a stretch of a Word file's bytes is set: from `start` to before `end` in the WordDocument stream. */
export type Stretch<T> = Readonly<{ start: number; end: number; set: T }>
export type CharacterSet = Readonly<{ font: number | null; style: number | null; gone: boolean }>
export type ParagraphSet = Readonly<{ style: number; inTable: boolean; rowEnd: boolean; breaksBefore: boolean }>

const PAGE = 512
/** Where the file information block tells the places of its tables ([MS-DOC] 2.5.6). */
const CHARACTERS = 0xfa
const PARAGRAPHS = 0x102
const OPERAND = [1, 1, 2, 4, 2, 2, 0, 3] as const
const MOST_PAGES = 100_000

/** A part of the table stream that the block at `at` points to; empty where it points outside. */
export function tablePart(word: Buffer, table: Buffer, at: number): Buffer {
  if (at + 8 > word.length) return Buffer.alloc(0)
  const from = word.readUInt32LE(at)
  const length = word.readUInt32LE(at + 4)
  return from + length <= table.length ? table.subarray(from, from + length) : Buffer.alloc(0)
}

export function characterSets(word: Buffer, table: Buffer): readonly Stretch<CharacterSet>[] {
  return pages(word, tablePart(word, table, CHARACTERS)).flatMap((page) =>
    stretches(page, 1, (offset) => {
      const length = page[offset] ?? 0
      return characterSet(offset === 0 ? Buffer.alloc(0) : page.subarray(offset + 1, offset + 1 + length))
    })
  )
}

export function paragraphSets(word: Buffer, table: Buffer): readonly Stretch<ParagraphSet>[] {
  return pages(word, tablePart(word, table, PARAGRAPHS)).flatMap((page) =>
    stretches(page, 13, (offset) => {
      const short = page[offset] ?? 0
      const from = short === 0 ? offset + 2 : offset + 1
      const length = short === 0 ? (page[offset + 1] ?? 0) * 2 : short * 2 - 1
      return offset === 0 ? paragraphSet(Buffer.alloc(2)) : paragraphSet(page.subarray(from, from + length))
    })
  )
}

export function characterSet(properties: Buffer): CharacterSet {
  let font: number | null = null
  let other: number | null = null
  let style: number | null = null
  let gone = false
  for (const [code, operand] of sprms(properties)) {
    if (code === 0x4a4f && operand.length >= 2) font = operand.readUInt16LE(0)
    else if (code === 0x4a51 && operand.length >= 2) other = operand.readUInt16LE(0)
    else if (code === 0x4a30 && operand.length >= 2) style = operand.readUInt16LE(0)
    else if (code === 0x0800 || code === 0x083c) gone ||= operand[0] === 1
  }
  return { font: font ?? other, style, gone }
}

function paragraphSet(properties: Buffer): ParagraphSet {
  const set = {
    style: properties.length >= 2 ? properties.readUInt16LE(0) : 0,
    inTable: false,
    rowEnd: false,
    breaksBefore: false
  }
  for (const [code, operand] of sprms(properties.subarray(2))) {
    if (code === 0x2416) set.inTable = operand[0] === 1
    else if (code === 0x2417) set.rowEnd = operand[0] === 1
    else if (code === 0x2407) set.breaksBefore = operand[0] === 1
  }
  return set
}

/** Each property with its value ([MS-DOC] 2.2.5.1): the upper three bits of its code tell how long the value is. */
export function* sprms(properties: Buffer): Generator<readonly [number, Buffer]> {
  let at = 0
  while (at + 2 < properties.length) {
    const code = properties.readUInt16LE(at)
    at += 2
    let length: number = OPERAND[code >> 13] ?? 1
    if (code >> 13 === 6) {
      const wide = code === 0xd608
      length = wide && at + 2 <= properties.length ? properties.readUInt16LE(at) + 1 : (properties[at] ?? 0) + 1
    }
    yield [code, properties.subarray(at, at + length)]
    at += length
  }
}

/** The formatted pages a table of places tells; each is 512 bytes of the WordDocument stream. */
function pages(word: Buffer, places: Buffer): readonly Buffer[] {
  const count = Math.min(MOST_PAGES, Math.floor((places.length - 4) / 8))
  const found: Buffer[] = []
  for (let index = 0; index < count; index++) {
    const number = places.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff
    const page = word.subarray(number * PAGE, number * PAGE + PAGE)
    if (page.length === PAGE) found.push(page)
  }
  return found
}

function stretches<T>(page: Buffer, width: number, read: (offset: number) => T): readonly Stretch<T>[] {
  const count = page[PAGE - 1] ?? 0
  if ((count + 1) * 4 + count * width >= PAGE) return []
  return Array.from({ length: count }, (_, index) => ({
    start: page.readUInt32LE(index * 4),
    end: page.readUInt32LE(index * 4 + 4),
    set: read((page[(count + 1) * 4 + index * width] ?? 0) * 2)
  }))
}
