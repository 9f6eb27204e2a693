import { type Random, seeded } from './random.ts'
import { GIVEN, PLACES, RECIPIENTS, SURNAMES, SYLLABLES, TOPICS, VERBS } from './vocabulary.ts'

/** A generated paper, before it is filed. */
export type Paper = Readonly<{
  number: string
  symbol: string
  issuedOn: string
  issuer: string
  subject: string
  signer: string
  /** The lines of "Nơi nhận". */
  recipients: readonly string[]
  body: string
  /** References named in the body with their dates. */
  cites: readonly Readonly<{ reference: string; issuedOn: string }>[]
}>

const ISSUERS = [
  { symbol: 'CV/TU', issuer: 'Tỉnh ủy Lâm Sơn' },
  { symbol: 'CV/HU', issuer: 'Huyện ủy Đức Lâm' },
  { symbol: 'KH/HU', issuer: 'Huyện ủy Đức Lâm' },
  { symbol: 'TB/HU', issuer: 'Huyện ủy Đức Lâm' },
  { symbol: 'HD/BTGHU', issuer: 'Ban Tuyên giáo Huyện ủy Đức Lâm' },
  { symbol: 'BC/ĐU', issuer: 'Đảng ủy xã' },
  { symbol: 'NQ/TU', issuer: 'Tỉnh ủy Lâm Sơn' }
] as const

/** Papers of one office in the order they were issued; about 900 syllables each, citing earlier ones. */
export function* generatePapers(count: number, seed: number): Generator<Paper> {
  const random = seeded(seed)
  /** A chance of their own: what else a paper says stays as it was before papers had recipients. */
  const sending = seeded(seed + 7919)
  const recent: { reference: string; issuedOn: string }[] = []
  for (let index = 0; index < count; index++) {
    const by = random.pick(ISSUERS)
    const issuedOn = day(index, count)
    const number = String(1 + (Math.floor(index / ISSUERS.length) % 1900))
    const cites = recent.length === 0 ? [] : Array.from({ length: random.int(5) }, () => random.pick(recent))
    const subject = `${capital(random.pick(VERBS))} ${random.pick(TOPICS)} trên địa bàn ${random.pick(PLACES)}`
    yield {
      number,
      symbol: by.symbol,
      issuedOn,
      issuer: by.symbol === 'BC/ĐU' ? `${by.issuer} ${random.pick(PLACES)}` : by.issuer,
      subject,
      signer: `${random.pick(SURNAMES)} ${random.pick(GIVEN)}`,
      recipients: recipientsOf(sending),
      body: bodyOf(random, subject, cites),
      cites
    }
    recent.push({ reference: `${number}-${by.symbol}`, issuedOn })
    if (recent.length > 400) recent.shift()
  }
}

function recipientsOf(random: Random): readonly string[] {
  const lines = new Set<string>()
  const wanted = 2 + random.int(4)
  while (lines.size < wanted)
    lines.add(random.next() < 0.4 ? `Đảng ủy xã ${random.pick(PLACES)}` : random.pick(RECIPIENTS))
  return [...lines]
}

function bodyOf(random: Random, subject: string, cites: Paper['cites']): string {
  const lines = [subject]
  for (const cite of cites) {
    const [y, m, d] = cite.issuedOn.split('-')
    lines.push(
      `Thực hiện văn bản số ${cite.reference}, ngày ${d}/${m}/${y}, ${random.pick(VERBS)} ${random.pick(TOPICS)}.`
    )
  }
  for (let paragraph = 0; paragraph < 12; paragraph++) {
    const words: string[] = []
    while (words.length < 70) {
      const chance = random.next()
      if (chance < 0.25) words.push(...random.pick(TOPICS).split(' '))
      else if (chance < 0.45) words.push(...random.pick(VERBS).split(' '))
      else words.push(syllable(random))
    }
    lines.push(`${capital(words.join(' '))}.`)
  }
  return lines.join('\n')
}

/** Rare syllables stay rare: squaring leans the draw towards the head of the list (Zipf-like). */
function syllable(random: Random): string {
  const chance = random.next()
  return SYLLABLES[Math.floor(chance * chance * chance * SYLLABLES.length)] ?? 'và'
}

function day(index: number, count: number): string {
  const start = Date.UTC(2010, 0, 4)
  const span = Date.UTC(2025, 5, 30) - start
  return new Date(start + Math.floor((span * index) / count)).toISOString().slice(0, 10)
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
