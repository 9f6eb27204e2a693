import type { DocumentForm } from '#contract/schemas.ts'
import type { TextKind } from '#domain/text/page-text.ts'
import type { DocumentType } from '#domain/vocabulary/document-types.ts'

/**
 * A generated office of two terms and three levels whose every citation is known: numbers that come round again each term,
 * two districts and three communes that write one code, wrong days, letters misread by a scanner, papers that come late or
 * never. Seeded.
 */
export type ResolverPaper = Readonly<{
  id: string
  form: Partial<DocumentForm>
  text: string
  kind: TextKind
  /** false: written, cited, and never got by the office. */
  held: boolean
  /** Comes after papers that cite it. */
  late: boolean
}>
export type ResolverArchive = Readonly<{
  papers: readonly ResolverPaper[]
  /** Mark that stands in a citation's sentence → the document it means. */
  truth: ReadonlyMap<string, string>
}>

export const TERM_STARTS = ['2015-08-01', '2020-08-01'] as const
const FIRST = Date.UTC(2015, 8, 1)
const SPAN_DAYS = 3500

type Body = Readonly<{
  name: string
  /** Without its place, as its own papers and those around it say it. */
  short: string
  codes: readonly (readonly [code: string, type: DocumentType, name: string])[]
  direction: 'incoming' | 'outgoing'
  weight: number
}>

const COMMUNE: Body['codes'] = [
  ['BC/ĐU', 'bao-cao', 'Báo cáo'],
  ['KH/ĐU', 'ke-hoach', 'Kế hoạch'],
  ['CV/ĐU', 'cong-van', 'Công văn']
]
const BODIES: readonly Body[] = [
  {
    name: 'Tỉnh ủy Lâm Đồng',
    short: 'Tỉnh ủy',
    codes: [
      ['CV/TU', 'cong-van', 'Công văn'],
      ['NQ/TU', 'nghi-quyet', 'Nghị quyết'],
      ['CT/TU', 'chi-thi', 'Chỉ thị'],
      ['KL/TU', 'ket-luan', 'Kết luận']
    ],
    direction: 'incoming',
    weight: 0.24
  },
  {
    name: 'Huyện ủy Đam Rông',
    short: 'Huyện ủy',
    codes: [
      ['CV/HU', 'cong-van', 'Công văn'],
      ['KH/HU', 'ke-hoach', 'Kế hoạch'],
      ['CT/HU', 'chi-thi', 'Chỉ thị']
    ],
    direction: 'outgoing',
    weight: 0.34
  },
  // Another district with the same code: its papers come too.
  {
    name: 'Huyện ủy Lâm Hà',
    short: 'Huyện ủy Lâm Hà',
    codes: [
      ['CV/HU', 'cong-van', 'Công văn'],
      ['KH/HU', 'ke-hoach', 'Kế hoạch']
    ],
    direction: 'incoming',
    weight: 0.07
  },
  ...['Đạ Tông', 'Phi Liêng', 'Rô Men'].map((place): Body => {
    const name = `Đảng ủy xã ${place}`
    return { name, short: name, codes: COMMUNE, direction: 'incoming', weight: 0.35 / 3 }
  })
]

type Known = Readonly<{
  id: string
  body: Body
  number: string
  code: string
  typeName: string
  issuedOn: string
}>

export function resolverArchive(count: number, seed: number): ResolverArchive {
  const random = sequence(seed)
  const int = (below: number) => Math.floor(random() * below)
  const pick = <T>(some: readonly T[]): T => some[int(some.length)] as T
  const numbers = new Map<string, number>()
  const written: Known[] = []
  const truth = new Map<string, string>()
  let marks = 0

  const bodyOf = () => {
    let left = random()
    for (const body of BODIES) {
      left -= body.weight
      if (left < 0) return body
    }
    return BODIES[0] as Body
  }
  const one = (index: number): ResolverPaper => {
    const body = bodyOf()
    const [code, documentType, typeName] = pick(body.codes)
    const issuedOn = isoDay(Math.floor((index / count) * SPAN_DAYS))
    const series = `${body.name} ${code} ${issuedOn >= TERM_STARTS[1]}`
    const last = (numbers.get(series) ?? 0) + 1
    numbers.set(series, last)
    const number = String(last)
    const id = `d_${String(index).padStart(6, '0')}`
    const scanned = random() < 0.12
    const cited = written.length === 0 ? [] : Array.from({ length: 1 + int(3) }, () => choose(written, random))
    const sentences = cited.map((known) => {
      const mark = `mục A${++marks}Z`
      truth.set(mark, known.id)
      return `${pick(['Thực hiện', 'Căn cứ', 'Tiếp tục thực hiện', 'Theo'])} ${asWritten(known, { scanned, plain: plainly(known, body, issuedOn, random) }, random)}, ${mark}, cơ quan triển khai các nội dung sau.`
    })
    written.push({ id, body, number, code, typeName, issuedOn })
    return {
      id,
      form: {
        direction: body.direction,
        number,
        symbol: code,
        documentType,
        issuedOn,
        issuer: body.name,
        subject: 'công tác dân vận',
        ...(body.direction === 'incoming' ? { arrivedOn: issuedOn } : {})
      },
      text: textOf(body, number, code, issuedOn, sentences),
      kind: scanned ? 'scan' : 'born-digital',
      held: random() >= 0.1,
      late: random() < 0.2
    }
  }
  return { papers: Array.from({ length: count }, (_, index) => one(index)), truth }
}

/** Mostly of late; sometimes long ago, in another term. */
function choose(written: readonly Known[], random: () => number): Known {
  const near = random() < 0.75 ? Math.min(written.length, 120) : written.length
  return written[written.length - 1 - Math.floor(random() * near)] as Known
}

/**
 * Whether a clerk may leave out day and body: of the own line (the own body, the province, for a commune its district) and
 * this term (HD05: the first mention has both). One in a hundred does so all the same, and nobody could tell what is meant.
 */
function plainly(known: Known, citing: Body, issuedOn: string, random: () => number): boolean {
  const ownDistrict = citing.name.includes('Lâm Hà') ? 'Lâm Hà' : 'Đam Rông'
  const line = known.body === citing || known.body.name.startsWith('Tỉnh') || known.body.name.includes(ownDistrict)
  const sameTerm = known.issuedOn >= TERM_STARTS[1] === issuedOn >= TERM_STARTS[1]
  return (line && sameTerm) || random() < 0.01
}

/** As a clerk writes it, with the faults of clerks and scanners. */
function asWritten(known: Known, how: Readonly<{ scanned: boolean; plain: boolean }>, random: () => number): string {
  const number = how.scanned && random() < 0.35 ? misread(known.number, random) : known.number
  const reference = `${number}-${known.code}`
  const [y = '', m = '', d = ''] = known.issuedOn.split('-')
  const chance = random() * (how.plain ? 1 : 0.6)
  const wrong = chance < 0.06
  const on = wrong ? wrongDay(known.issuedOn, random) : `${d}/${Number(m) > 2 ? Number(m) : m}/${y}`
  const by = random() < 0.5 ? known.body.name : known.body.short
  if (chance < 0.6) return `${known.typeName} số ${reference}, ngày ${on} của ${by}`
  if (chance < 0.7)
    return `${known.typeName} số ${reference}, ngày ${d} tháng ${Number(m) > 2 ? Number(m) : m} năm ${y}`
  if (chance < 0.8) return `${known.typeName} số ${reference} ngày ${on}`
  if (chance < 0.9) return `${known.typeName} số ${reference} của ${by}`
  return `${known.typeName} ${reference}`
}

/** The faults real papers show: day and month turned, a figure of the day or the year mistyped. */
function wrongDay(iso: string, random: () => number): string {
  const [y = '', m = '', d = ''] = iso.split('-')
  const chance = random()
  if (chance < 0.3 && Number(d) <= 12) return `${m}/${d}/${y}`
  if (chance < 0.65) return `${String((Number(d) % 28) + 1).padStart(2, '0')}/${m}/${y}`
  return `${d}/${m}/${Number(y) + (random() < 0.5 ? 1 : -1)}`
}

/** One figure taken for another, lost or doubled. */
function misread(number: string, random: () => number): string {
  const at = Math.floor(random() * number.length)
  const figure = number[at] ?? '1'
  const other = { '0': '8', '1': '7', '2': '7', '3': '8', '4': '1', '5': '6', '6': '8', '7': '1', '8': '3', '9': '0' }[
    figure
  ]
  const chance = random()
  const made =
    chance < 0.6
      ? number.slice(0, at) + (other ?? '1') + number.slice(at + 1)
      : chance < 0.8 && number.length > 1
        ? number.slice(0, at) + number.slice(at + 1)
        : number.slice(0, at) + figure + number.slice(at)
  return made.replace(/^0+(?=\d)/, '') || '1'
}

function textOf(body: Body, number: string, code: string, issuedOn: string, sentences: readonly string[]): string {
  const [y = '', m = '', d = ''] = issuedOn.split('-')
  const above = body.name.startsWith('Tỉnh')
    ? ''
    : body.name.startsWith('Huyện')
      ? 'ĐẢNG BỘ TỈNH LÂM ĐỒNG'
      : 'ĐẢNG BỘ HUYỆN ĐAM RÔNG'
  return [
    above,
    body.name.toLocaleUpperCase('vi'),
    '*',
    `Số ${number}-${code}`,
    '',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    '',
    `Đam Rông, ngày ${d} tháng ${Number(m) > 2 ? Number(m) : m} năm ${y}`,
    '',
    ...sentences,
    ''
  ].join('\n')
}

function isoDay(after: number): string {
  return new Date(FIRST + after * 86_400_000).toISOString().slice(0, 10)
}

function sequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
