import type { FlatText } from '../text/flatten.ts'
import {
  BETWEEN_NEAR,
  ORDERING_TYPES,
  RELATION_WORDINGS,
  type RelationWording,
  SUBJECT_START,
  WORDINGS_BEHIND
} from '../vocabulary/relation-words.ts'
import type { Relation } from '../vocabulary/relations.ts'
import type { Mention } from './mention.ts'
import { type Sentence, sentenceAt } from './sentences.ts'

type Wording = Readonly<{ start: number; end: number; wording: RelationWording }>

const WORDS = pattern(RELATION_WORDINGS)
const BEHIND = pattern(WORDINGS_BEHIND)
const LONGEST_SUBJECT = 400
/** A list under a line such as "bãi bỏ các Quyết định sau:": the line's last wording governs its items. */
const LEAD =
  /(?:sau day|sau|van ban|quyet dinh|nghi quyet|thong tu|chi thi|ke hoach|cong van|hieu luc(?: thi hanh)?|can cu) ?:\s?$/
const LEAD_RELATIONS: ReadonlySet<Relation> = new Set([
  'repeals',
  'replaces',
  'keeps-in-force',
  'expired',
  'forwards',
  'based-on',
  'continues-implementing',
  'amends'
])

/**
 * How the document stands to each one it cites: the nearest wording before it in its clause (domain.md §8). A wording inside
 * the subject of another cited document ("Công văn số … về việc triển khai Quyết định số …") does not govern: there the
 * wording before that document does. `party`: the citing document is a Party paper, where "trên cơ sở" is said for "căn cứ".
 */
export function readRelations(
  flat: FlatText,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  party: boolean
): readonly Relation[] {
  const words = wordings(flat.folded, WORDS)
  const subjects = mentions.map((one) => subjectOf(flat, one))
  return mentions.map((one) => {
    const sentence = sentenceAt(sentences, one.start)
    const start = continuedFrom(flat, sentences, sentence, one)
    const inside = (at: number): boolean =>
      subjects.some((subject, index) => {
        const cited = mentions[index]
        return (
          cited !== undefined && cited.end <= one.start && subject !== null && at >= subject.start && at < subject.end
        )
      })
    const before = wordsBetween(words, start, one.start).filter((word) => !isWithin(mentions, word))
    const found = nearest(flat, one, before, inside) ?? behind(flat, one, sentence) ?? lead(flat, sentences, sentence)
    return found === null ? 'mentions' : refine(flat, one, found, party)
  })
}

function nearest(
  flat: FlatText,
  one: Mention,
  words: readonly Wording[],
  inSubject: (at: number) => boolean
): Wording | null {
  const bracket = openBracket(flat.folded, one.start)
  for (const word of words.toReversed()) {
    const between = flat.folded.slice(word.end, one.start)
    const { relation, reach } = word.wording
    if (relation === 'amended-by') {
      if (/^ ?(?:cac |[a-z ]{0,20})?$/.test(between) || /[,;]|va /.test(between.slice(-5)))
        return between.length < 200 ? word : null
      continue
    }
    if (reach === 'near' && !BETWEEN_NEAR.test(between)) continue
    if (reach !== 'near' && inSubject(word.start)) continue
    if (bracket !== null && word.start < bracket && !mayEnterBracket(one, bracket, relation)) return null
    if (
      bracket !== null &&
      word.start >= bracket &&
      relation === 'based-on' &&
      /^theo/.test(flat.folded.slice(word.start, word.end))
    )
      return null
    return word
  }
  return null
}

/** A citation set in brackets by itself is said in passing, save where the clause asks, answers or presents something. */
function mayEnterBracket(one: Mention, bracket: number, relation: Relation): boolean {
  const opens = one.start - bracket <= 2
  if (!opens) return relation !== 'implements'
  return ['at-request-of', 'replies-to', 'on-opinion-of', 'issued-with'].includes(relation)
}

function refine(flat: FlatText, one: Mention, word: Wording, party: boolean): Relation {
  const { relation } = word.wording
  const said = flat.folded.slice(word.start, word.end)
  if (relation === 'on-opinion-of') return party ? 'based-on' : relation
  if (relation === 'based-on' && said === 'theo' && one.documentType !== null && ORDERING_TYPES.has(one.documentType)) {
    return 'implements'
  }
  return relation
}

/** Text behind a mention that says what the cited document is about, to its clause's end. */
function subjectOf(flat: FlatText, one: Mention): Sentence | null {
  const rest = flat.folded.slice(one.end, one.end + LONGEST_SUBJECT)
  if (!SUBJECT_START.test(rest.trimStart())) return null
  const text = flat.text.slice(one.end, one.end + LONGEST_SUBJECT)
  const end =
    /[;.)\n]|, (?=\p{Lu})|(?:,| và) (?=(?:theo|căn cứ|xét|trên cơ sở|tiếp theo|thực hiện|Ban|yêu cầu) )/u.exec(text)
  return { start: one.end, end: one.end + (end ? end.index : text.length) }
}

/** "…;⏎- Công văn số …": an item that begins with a citation goes on with the clause before it. */
function continuedFrom(flat: FlatText, sentences: readonly Sentence[], sentence: Sentence, one: Mention): number {
  let at = sentences.indexOf(sentence)
  let start = sentence.start
  let from = one.start
  while (
    at > 0 &&
    /^[-+\s"“]*$/.test(flat.text.slice(start, from)) &&
    /[;,]\s*\n$/.test(flat.text.slice(start - 3, start))
  ) {
    at--
    start = sentences[at]?.start ?? 0
    from = start
  }
  return start
}

function behind(flat: FlatText, one: Mention, sentence: Sentence): Wording | null {
  const rest = flat.folded.slice(one.end, Math.min(sentence.end, one.end + 220))
  const [found] = wordings(rest.split(/[;]/)[0] ?? '', BEHIND)
  if (!found) return null
  const between = rest.slice(0, found.start)
  return /(?<![a-z])(?:va|voi|cua quyet dinh nay) [a-z ]*so \d/.test(between) ? null : found
}

function lead(flat: FlatText, sentences: readonly Sentence[], sentence: Sentence): Wording | null {
  let at = sentences.indexOf(sentence) - 1
  for (let steps = 0; at >= 0 && steps < 40; at--, steps++) {
    const before = sentences[at]
    if (!before) return null
    const text = flat.folded.slice(before.start, before.end)
    if (/:\s*$/.test(text)) {
      if (!LEAD.test(text)) return null
      const last = wordings(text.slice(-160), WORDS)
        .filter((word) => LEAD_RELATIONS.has(word.wording.relation))
        .at(-1)
      return last ?? null
    }
    const item = flat.text.slice(before.start, before.end)
    if (!/^\s*(?:[-+•*]|\d{1,2}[.)]|[a-zđ][.)])\s/u.test(item) && !/[;,]\s*$/.test(item)) return null
  }
  return null
}

/** The bracket a place stands in, if it stands in one of its sentence. */
function openBracket(folded: string, at: number): number | null {
  const from = Math.max(0, at - 200)
  const left = folded.slice(from, at)
  const open = left.lastIndexOf('(')
  return open > left.lastIndexOf(')') && open >= 0 && !left.slice(open).includes('\n') ? from + open : null
}

function isWithin(mentions: readonly Mention[], word: Wording): boolean {
  return mentions.some((one) => word.start >= one.start && word.end <= one.end)
}

function wordsBetween(words: readonly Wording[], from: number, to: number): readonly Wording[] {
  return words.filter((word) => word.start >= from && word.end <= to)
}

function pattern(list: readonly RelationWording[]): Readonly<{ regex: RegExp; list: readonly RelationWording[] }> {
  return { regex: new RegExp(`(?<![a-z])(?:${list.map((one) => `(${one.words})`).join('|')})(?![a-z])`, 'g'), list }
}

function wordings(
  folded: string,
  { regex, list }: Readonly<{ regex: RegExp; list: readonly RelationWording[] }>
): readonly Wording[] {
  return [...folded.matchAll(regex)].flatMap((match) => {
    const wording = list[match.slice(1).findIndex((group) => group !== undefined)]
    return wording ? [{ start: match.index, end: match.index + match[0].length, wording }] : []
  })
}
