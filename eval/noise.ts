/** Letters an OCR engine takes for one another on Vietnamese scans (seen in the corpus: QUYÉT, bỏ sưng, Ø4, thấm định). */
const CONFUSIONS: Readonly<Record<string, string>> = {
  ế: 'é',
  ề: 'è',
  ổ: 'ỏ',
  ồ: 'ò',
  ộ: 'ọ',
  ấ: 'á',
  ầ: 'à',
  ẩ: 'ả',
  ữ: 'ũ',
  ự: 'ụ',
  ừ: 'ù',
  ô: 'ó',
  ê: 'è',
  ư: 'u',
  đ: 'd',
  ă: 'ä',
  Ế: 'É',
  Ộ: 'Ọ',
  Ổ: 'Ỏ',
  Đ: 'D',
  Ủ: 'Ú',
  Ỉ: 'Ĩ',
  '0': 'Ø',
  '1': 'l',
  '3': '8',
  '5': 'S',
  '8': '3',
  l: '1',
  I: 'l',
  O: '0',
  '-': '~',
  ';': ':',
  ',': '.',
  '/': '⁄',
  c: 'e',
  n: 'u',
  h: 'b'
}
const ANY = 'eaonitc.,:;~`|'

/** A small seeded generator (mulberry32): the same seed gives the same noise. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Spoils the given share of letters as a scan does: confused, lost, doubled, parted by a space. Line ends stay. */
export function addNoise(text: string, share: number, seed: number): string {
  const random = seeded(seed)
  let out = ''
  for (const letter of text) {
    if (letter === '\n' || letter === '\f' || random() >= share) {
      out += letter
      continue
    }
    const kind = random()
    if (kind < 0.7) out += CONFUSIONS[letter] ?? ANY[Math.floor(random() * ANY.length)] ?? letter
    else if (kind < 0.82) continue
    else if (kind < 0.92) out += `${letter} `
    else out += letter + letter
  }
  return out
}
