/** A set of row numbers, a bit each: of 100,000 documents some 12 kB. */
export type Bits = Uint32Array

export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function setBit(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) | (1 << (n & 31))
}

export function clearBit(bits: Bits, n: number): void {
  bits[n >>> 5] = (bits[n >>> 5] ?? 0) & ~(1 << (n & 31))
}

/** Makes `bits` what is in both; `without`: what is in it and not in the other. */
export function keepCommon(bits: Bits, other: Bits, without = false): void {
  for (let at = 0; at < bits.length; at++) {
    const word = other[at] ?? 0
    bits[at] = (bits[at] ?? 0) & (without ? ~word : word)
  }
}

export function addAll(bits: Bits, other: Bits): void {
  for (let at = 0; at < other.length; at++) bits[at] = (bits[at] ?? 0) | (other[at] ?? 0)
}

/** The row numbers, ascending. */
export function rowsOf(bits: Bits): number[] {
  const rows: number[] = []
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0
    while (word !== 0) {
      const low = word & -word
      rows.push(at * 32 + 31 - Math.clz32(low))
      word ^= low
    }
  }
  return rows
}

export function countBits(bits: Bits): number {
  let count = 0
  for (const word of bits) count += countWord(word)
  return count
}

function countWord(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
