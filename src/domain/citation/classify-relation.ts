import type { FlatText } from '../text/flatten.ts'
import {
  BETWEEN_NEAR,
  DIRECTIONS,
  LEAD,
  LEAD_RELATIONS,
  NEW_SUBJECT,
  ORDERING_TYPES,
  RELATION_WORDINGS,
  type RelationWording,
  SUBJECT_END,
  SUBJECT_START,
  WORDINGS_BEHIND
} from '../vocabulary/relation-words.ts'
import type { Relation } from '../vocabulary/relations.ts'
import type { Mention } from './mention.ts'
import { type Sentence, sentenceAt } from './sentences.ts'

type Wording = Readonly<{ start: number; end: number; wording: RelationWording }>
type Pattern = Readonly<{ regex: RegExp; list: readonly RelationWording[] }>

const WORDS = pattern(RELATION_WORDINGS)
const BEHIND = pattern(WORDINGS_BEHIND)
const LONGEST_SUBJECT = 400
const LONGEST_LEAD = 40
const DOING: ReadonlySet<Relation> = new Set(['implements', 'continues-implementing'])
const TOUCHING = /^ ?(?:[,;]|,? ?(?:va|hoac|den)|; va)?(?: cac)?(?: so)?:? ?$/

/** The text once read: wordings, subjects and sentences serve all its mentions. */
type Reading = Readonly<{
  flat: FlatText
  mentions: readonly Mention[]
  sentences: readonly Sentence[]
  words: readonly Wording[]
  subjects: readonly (Sentence | null)[]
  party: boolean
}>

/**
 * How the document stands to each one it cites: the nearest wording before it in its clause (domain.md §8). A document named
 * within the subject of another ("Công văn số … về việc triển khai Quyết định số …") is only mentioned; one that touches the
 * citation before it ("Chỉ thị số … và Kế hoạch số …") stands as that does. `party`: the citing document is a Party paper,
 * where "trên cơ sở" is said for "căn cứ"; State papers set an opinion heard apart.
 */
export function readRelations(
  flat: FlatText,
  mentions: readonly Mention[],
  sentences: readonly Sentence[],
  party: boolean
): readonly Relation[] {
  const words = wordings(flat.folded, WORDS).filter((word) => !isWithin(mentions, word))
  const reading = { flat, mentions, sentences, words, subjects: mentions.map((one) => subjectOf(flat, one)), party }
  const found: (Wording | null)[] = []
  return mentions.map((one, index) => {
    const leader = leaderOf(reading, index, found)
    const word = leader === null ? readWording(reading, index) : (found[leader] ?? null)
    found.push(word)
    return word === null ? 'mentions' : refine(reading, one, word)
  })
}

/** The mention that this one stands in line with: the opener of its list, or a neighbour that it touches. */
function leaderOf(reading: Reading, index: number, found: readonly (Wording | null)[]): number | null {
  const { flat, mentions, subjects } = reading
  const one = mentions[index]
  const neighbour = mentions[index - 1]
  if (!one || !neighbour) return null
  const opener = one.list === null ? -1 : mentions.findIndex((other) => other.list === one.list)
  if (opener >= 0 && opener < index) return opener
  if (!TOUCHING.test(flat.folded.slice(neighbour.end, one.start))) return null
  // Amendments of one paper follow each other; one with a subject of its own ends them.
  const ends = found[index - 1]?.wording.relation === 'amended-by' && subjects[index] !== null
  return ends ? null : index - 1
}

function readWording(reading: Reading, index: number): Wording | null {
  const { flat, mentions, sentences, subjects } = reading
  const one = mentions[index]
  if (!one) return null
  const sentence = sentenceAt(sentences, one.headStart)
  const start = continuedFrom(flat, sentences, sentence, one)
  const subject = subjects
    .slice(0, index)
    .find((part) => part !== null && one.headStart > part.start && one.headStart < part.end)
  const nested =
    subject != null && !/(?:[,;]|(?<![a-z])va(?: cac)?) ?$/.test(flat.folded.slice(one.headStart - 12, one.headStart))
  const words = reading.words.filter((word) => word.start >= start && word.end <= one.headStart)
  const right = reading.words.findLast((word) => word.end <= one.headStart)
  if (
    right &&
    /^can cu/.test(saidBy(flat, right)) &&
    /^ ?[.:]{0,2} ?$/.test(flat.folded.slice(right.end, one.headStart))
  )
    return right
  const found = nested
    ? words.findLast((word) => word.start >= (subject?.start ?? 0) && isOfItsOwn(flat, word, one))
    : nearest(reading, one, index, words)
  const stands = behind(flat, one, sentence, mentions[index + 1])
  if (stands && (!found || found.wording.reach === 'near')) return stands
  return found ?? (nested ? null : lead(flat, sentences, sentence))
}

function saidBy(flat: FlatText, word: Wording): string {
  return flat.folded.slice(word.start, word.end)
}

/** Within a subject only what is said of the nested document itself counts. */
function isOfItsOwn(flat: FlatText, word: Wording, one: Mention): boolean {
  const { relation } = word.wording
  return (
    (relation === 'in-spirit-of' || relation === 'amended-by') &&
    /^[a-z ]{0,24}$/.test(flat.folded.slice(word.end, one.headStart))
  )
}

function nearest(reading: Reading, one: Mention, index: number, words: readonly Wording[]): Wording | null {
  const { flat } = reading
  const bracket = openBracket(flat.folded, one.headStart)
  for (const word of words.toReversed()) {
    const { relation, reach } = word.wording
    const between = betweenWithout(reading, word.end, one.headStart)
    if (relation === 'amended-by') {
      if (/^[a-z ]{0,24}$/.test(flat.folded.slice(word.end, one.headStart))) return word
      continue
    }
    if (reach === 'near' && !BETWEEN_NEAR.test(between)) continue
    if (reach === 'clause' && inSubject(reading, index, word)) continue
    if (bracket !== null && word.start < bracket) return entersBracket(one, bracket, relation) ? word : null
    if (bracket !== null && reach === 'near' && relation === 'based-on') return null
    if (relation === 'implements' && carriesOutSomethingElse(reading, word, one)) return null
    return word
  }
  return null
}

/**
 * "UBND tỉnh thực hiện đánh giá tác động tại Quyết định số …", "Thực hiện chỉ đạo …, Sở đã gửi Báo cáo số …": what is carried
 * out is not the document named later.
 */
function carriesOutSomethingElse(reading: Reading, word: Wording, one: Mention): boolean {
  const between = betweenWithout(reading, word.end, one.headStart)
  if (
    NEW_SUBJECT.test(reading.flat.text.slice(word.end, one.headStart)) &&
    NEW_SUBJECT.test(textWithout(reading, word.end, one.headStart))
  ) {
    return true
  }
  return / tai(?: cac)? ?$/.test(between) && !DIRECTIONS.test(between)
}

/** A citation set in brackets by itself is said in passing, save where the clause asks, answers or presents something. */
function entersBracket(one: Mention, bracket: number, relation: Relation): boolean {
  if (one.headStart - bracket > 2) return relation !== 'implements'
  return relation === 'at-request-of' || relation === 'replies-to' || relation === 'on-opinion-of'
}

function refine({ flat, party, words }: Reading, one: Mention, word: Wording): Relation {
  const { relation } = word.wording
  const said = saidBy(flat, word)
  if (said === 'sau khi xem xet' && one.documentType === 'to-trinh') return 'at-request-of'
  if (relation === 'on-opinion-of') return party ? 'based-on' : relation
  if (relation !== 'based-on' || !said.startsWith('theo')) return relation
  if (isContinued(flat, word)) return 'continues-implementing'
  if (said === 'theo' && one.documentType !== null && ORDERING_TYPES.has(one.documentType)) return 'implements'
  return isCarriedOut(flat, word, words) ? 'implements' : relation
}

/** "Tiếp tục chi trả hỗ trợ … theo Nghị quyết số …": a paper or an item that begins so. "Dịch tiếp tục lan rộng, xử lý theo …" does not. */
function isContinued(flat: FlatText, theo: Wording): boolean {
  return /(?<!\p{L})Tiếp tục (?!thực hiện|triển khai|quán triệt|chỉ đạo)[^;.:\n]{3,160}$/u.test(
    flat.text.slice(Math.max(0, theo.start - 200), theo.start)
  )
}

/** "Tiếp tục thực hiện việc rà soát … theo Quyết định số …": the clause is about carrying out. */
function isCarriedOut(flat: FlatText, theo: Wording, words: readonly Wording[]): boolean {
  const doing = words.findLast((word) => word.end <= theo.start && DOING.has(word.wording.relation))
  if (!doing) return false
  const between = flat.folded.slice(doing.end, theo.start)
  return between.trim() !== '' && between.length < 200 && !/[;.\n]/.test(between)
}

function inSubject({ mentions, subjects }: Reading, index: number, word: Wording): boolean {
  return subjects.some(
    (subject, at) =>
      at < index &&
      subject !== null &&
      mentions[at] !== undefined &&
      word.start >= subject.start &&
      word.start < subject.end
  )
}

/** Text behind a mention that says what the cited document is about, to its clause's end. */
function subjectOf(flat: FlatText, one: Mention): Sentence | null {
  const rest = flat.folded.slice(one.end, one.end + LONGEST_SUBJECT)
  if (!SUBJECT_START.test(rest.trimStart())) return null
  const capital = /, (?=\p{Lu})/u.exec(flat.text.slice(one.end, one.end + LONGEST_SUBJECT))?.index ?? rest.length
  const end = Math.min(capital, SUBJECT_END.exec(rest)?.index ?? rest.length)
  return { start: one.end, end: one.end + end }
}

/** "…;⏎- Công văn số …": an item that begins with a citation goes on with the clause before it. */
function continuedFrom(flat: FlatText, sentences: readonly Sentence[], sentence: Sentence, one: Mention): number {
  let at = sentences.indexOf(sentence)
  let start = sentence.start
  let from = one.headStart
  while (
    at > 0 &&
    /^[-+\s"“]*$/.test(flat.text.slice(start, from)) &&
    /[;,]\s*\n$/.test(flat.text.slice(Math.max(0, start - 3), start))
  ) {
    at--
    start = sentences[at]?.start ?? 0
    from = start
  }
  return start
}

/** What is said of a citation behind it, before the next one: "… hết hiệu lực", "…: nội dung phù hợp, đề nghị tiếp tục thực hiện". */
function behind(flat: FlatText, one: Mention, sentence: Sentence, next: Mention | undefined): Wording | null {
  const end = Math.min(sentence.end, one.end + 200)
  const clause = flat.folded.slice(one.end, end)
  const rest = clause.replace(/^ \([^()\n]*\)/, (bracket) => ' '.repeat(bracket.length)).split(';')[0] ?? ''
  const [found] = wordings(rest, BEHIND)
  if (!found) return null
  if (found.wording.relation !== 'continues-implementing' && rest.slice(0, found.start).includes(',')) return null
  const until = one.end + found.start
  const bracketed = clause.startsWith(' (') && next !== undefined && next.start < one.end + clause.indexOf(')')
  const others =
    next !== undefined && !bracketed && next.start < until && !TOUCHING.test(flat.folded.slice(one.end, next.start))
  return others ? null : found
}

/** The line a list stands under: "bãi bỏ các Quyết định sau:", "các thông tư sau đây tiếp tục có hiệu lực thi hành:". */
function lead(flat: FlatText, sentences: readonly Sentence[], sentence: Sentence): Wording | null {
  let at = sentences.indexOf(sentence) - 1
  for (let steps = 0; at >= 0 && steps < LONGEST_LEAD; at--, steps++) {
    const before = sentences[at]
    if (!before) return null
    const text = flat.folded.slice(before.start, before.end)
    if (/:\s*$/.test(text)) {
      if (!LEAD.test(text)) return null
      return wordings(text.slice(-260), WORDS).findLast((word) => LEAD_RELATIONS.has(word.wording.relation)) ?? null
    }
    if (!/^\s*(?:[-+•*]|\d{1,2}[.)]|[a-z][.)])\s/.test(text) && !/[;,]\s*$/.test(text)) return null
  }
  return null
}

/** The bracket a place stands in, if it stands in one of its paragraph. */
function openBracket(folded: string, at: number): number | null {
  const from = Math.max(0, at - 200)
  const left = folded.slice(from, at)
  const open = left.lastIndexOf('(')
  return open > left.lastIndexOf(')') && !left.slice(open).includes('\n') ? from + open : null
}

/** The folded text between two places without the citations in it and what joins them. */
function betweenWithout(reading: Reading, from: number, to: number): string {
  return cutMentions(reading, from, to, reading.flat.folded).replace(/^(?:[ ,;]|va(?![a-z]))+(?=[ ,;]|$)/, ' ')
}

function textWithout(reading: Reading, from: number, to: number): string {
  return cutMentions(reading, from, to, reading.flat.text)
}

function cutMentions({ mentions }: Reading, from: number, to: number, text: string): string {
  let cut = ''
  let at = from
  for (const one of mentions) {
    if (one.start < at || one.end > to) continue
    cut += text.slice(at, one.start)
    at = one.end
  }
  return cut + text.slice(at, to)
}

function isWithin(mentions: readonly Mention[], word: Wording): boolean {
  return mentions.some((one) => word.start >= one.start && word.end <= one.end)
}

function pattern(list: readonly RelationWording[]): Pattern {
  return { regex: new RegExp(`(?<![a-z])(?:${list.map((one) => `(${one.words})`).join('|')})(?![a-z])`, 'g'), list }
}

function wordings(folded: string, { regex, list }: Pattern): readonly Wording[] {
  return [...folded.matchAll(regex)].flatMap((match) => {
    const wording = list[match.slice(1).findIndex((group) => group !== undefined)]
    return wording ? [{ start: match.index, end: match.index + match[0].length, wording }] : []
  })
}
