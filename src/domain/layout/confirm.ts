import { printReference } from '../reference/print-reference.ts'
import type { Reference } from '../reference/reference.ts'
import { fold } from '../text/fold.ts'
import { isSyllable } from '../text/syllable.ts'
import { DOCUMENT_TYPES, documentTypeOfSymbol, documentTypesOfCode, typeCodeOf } from '../vocabulary/document-types.ts'
import { documentLevel, levelOfPartyCode } from '../vocabulary/issuer-codes.ts'
import type { Sheet } from './cells.ts'
import type { Draft, Reading } from './draft.ts'
import { hasRival, support } from './mend/choose.ts'
import { isNameSyllable, isOfficeWord } from './mend/lexicon.ts'
import type { OwnWords } from './mend/own-words.ts'
import { type Token, tokensOf } from './mend/tokens.ts'
import { asHint } from './reading.ts'
import { isPersonName } from './signature.ts'

const STRAY = /[`~|¬^_{}\\]|[.,;:]\S*[.,;:]\S|\p{L}[.,;:]\p{L}/u
const ON_BEHALF = /^(?:T\s?\/\s?M|K\s?\/\s?T|T\s?\/\s?L|TM\.|KT\.|TL\.|TUQ\.|Q\.)\s/u
const NUMBER_LINE =
  /^(?:(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh|Lệnh|Nghị định|Quyết định)\s+)?[Ss][ốỐ]\s{0,2}:?\s{0,2}(?=\d)/u
/** A letter behind the number ("45b"), but none that may have been a figure ("9l", "3o", "1e"). */
const CLEAR_SUFFIX = /^\d+[ab]?[-/]/
/** Capitals, none twice in a row: what a misread code seldom is. */
const PLAIN_CODE = /^(?!.*(.)\1)[A-CE-ZĐ]{2,6}$/u
/** Room before the symbol and none behind its dash: where a pen wrote. "35 - BC/ĐU" was typed. */
const PEN_GAP = /\d\s+[-/]\S/u
const DATE_LINE =
  /^\S.{1,34}, {1,2}ngày {1,2}(?:\d{1,2} {1,2}tháng {1,2}\d{1,2} {1,2}năm {1,2}\d{4}|\d{1,2}\/\d{1,2}\/\d{4})$/u
/** Figures of one or two digits and years: too short for a misread digit to be likely. */
const SHORT_NUMBER = /^(?:\d{1,2}|(?:19|20)\d\d)$/
const COMMITTEE =
  /^(?:(?:huyen|tinh|thanh|quan|thi|dang) uy|chi (?:bo|uy)|ban chap hanh|bo chinh tri|ban bi thu)(?![a-z])/
const STATE_CODE = /^(?:nb|UBND|HĐND|CP|TTg|CTN|VPCP|UBTVQH1\d|QH1\d|MTTQ|BTT|BTV)$/u
const DAYS = 86_400_000
/** A paper is written within about so many days of the last one it cites. */
const NEAR_DAYS = 550

/**
 * Which readings of a badly read paper hold: those whose every word stands beside its neighbour elsewhere too, in the words
 * of offices or in the text itself. All else is offered only. Number and day hold where the line was typed whole and agrees
 * with the rest; on a scan never, where a pen wrote them (domain.md §8). Nor does the subject of a scan: of free words any
 * sound one may stand for another ("Tết Ất Ty").
 */
export function confirmed(draft: Draft, sheet: Sheet, words: OwnWords, isScan: boolean): Draft {
  const hold = <T>(read: Reading<T> | null, holds: (value: T) => boolean): Reading<T> | null =>
    read && { ...read, certainty: holds(read.value) ? 'sure' : 'hint' }
  const text = (read: Reading<string> | null) => hold(read, (value) => isConfirmed(value, words))
  const type = draft.documentType
  const symbolType = draft.reference && documentTypeOfSymbol(draft.reference.value)
  return {
    ...draft,
    documentType: type && {
      ...type,
      certainty: type.certainty === 'sure' || type.value === symbolType ? 'sure' : 'hint'
    },
    reference: hold(draft.reference, (value) => !isScan && isTypedNumber(value, draft, sheet, words)),
    issuedOn: hold(draft.issuedOn, (value) => !isScan && isTypedDay(value, draft, sheet, words)),
    place: text(draft.place),
    issuer: hold(draft.issuer, (value) => isConfirmed(value, words) && isWholeBody(value, draft)),
    parentBody: text(draft.parentBody),
    actingBody: text(draft.actingBody),
    subject: isScan ? asHint(draft.subject) : text(draft.subject),
    signerTitle: text(draft.signerTitle),
    authority: hold(draft.authority, (value) =>
      value.split(' / ').every((part) => ON_BEHALF.test(part) && isConfirmed(part.replace(ON_BEHALF, ''), words))
    ),
    signer: hold(draft.signer, (value) => isConfirmedName(value, words))
  }
}

/**
 * Two lines name the board of a committee: where one was lost, what is left is another body. The issuer's code says which
 * of both issued ("VPHU", "HU"); without one a Party board must name its committee.
 */
function isWholeBody(value: string, draft: Draft): boolean {
  const name = fold(value)
  if (/^dang bo(?![a-z])/.test(name)) return false
  if (draft.system === 'mass') return !/^ban thuong/.test(name)
  if (draft.system !== 'party') return true
  const committee = COMMITTEE.test(name)
  const code = draft.reference?.value.symbol.split('/')[1]
  if (code !== undefined && levelOfPartyCode(code) !== null) return committee === code.length <= 3
  return committee || /(?:uy|trung uong)(?: |$)/.test(name)
}

/** The same for the number and the day alone: of a paper with a letter misread here and there. */
export function confirmedLines(draft: Draft, sheet: Sheet, words: OwnWords): Draft {
  const reference = draft.reference
  const day = draft.issuedOn
  return {
    ...draft,
    reference: reference && isTypedNumber(reference.value, draft, sheet, words) ? reference : asHint(reference),
    issuedOn: day && isTypedDay(day.value, draft, sheet, words) ? day : asHint(day)
  }
}

/** Every word known beside a neighbour; every number and symbol written elsewhere too. */
export function isConfirmed(value: string, words: OwnWords): boolean {
  if (STRAY.test(value)) return false
  const tokens = tokensOf(value)
  return tokens.length > 0 && tokens.every((token, at) => isKnownThere(token, tokens[at - 1], tokens[at + 1], words))
}

function isKnownThere(token: Token, before: Token | undefined, after: Token | undefined, words: OwnWords): boolean {
  if (token.kind !== 'word') return SHORT_NUMBER.test(token.text) || words.written(token.text) >= 2
  const small = token.text.toLowerCase()
  if (!isSyllable(small)) return words.count(token.key) >= 3
  const sides = { before: before?.key ?? null, after: after?.key ?? null }
  if (hasRival(words, token.text, sides)) return false
  return isOfficeWord(token.key) || words.count(token.key) >= 2 || support(words, token.key, sides, true) > 0
}

/** A family name and syllables of names; else a name the text writes twice. */
function isConfirmedName(value: string, words: OwnWords): boolean {
  const tokens = tokensOf(value)
  if (tokens.length < 2 || STRAY.test(value)) return false
  const listed = tokens.every(
    (token) => token.kind === 'word' && isSyllable(token.text.toLowerCase()) && isNameSyllable(token.key)
  )
  if (listed && isPersonName(value)) return true
  return tokens.every(
    (token, at) =>
      words.count(token.key) >= 2 && (at === 0 || words.together(tokens[at - 1]?.key ?? '', token.key, true) > 0)
  )
}

/** "Số 221-CV/HU": nothing between number and symbol, a type that the paper bears, an issuer's code that is known. */
function isTypedNumber(reference: Reference, draft: Draft, sheet: Sheet, words: OwnWords): boolean {
  const at = draft.reference?.evidence.start ?? 0
  const cell = sheet.cells.find((one) => one.start <= at && at < one.end)
  const printed = printReference(reference)
  const rest = cell?.text
    .replace(NUMBER_LINE, '')
    .replace(/\s?([-/])\s?/g, '$1')
    .trim()
  if (!CLEAR_SUFFIX.test(printed)) return false
  if (!cell || !NUMBER_LINE.test(cell.text) || rest !== printed || PEN_GAP.test(cell.text)) return false
  const code = typeCodeOf(reference.symbol)
  const type = draft.documentType?.value
  const types = documentTypesOfCode(code)
  const fits =
    type === undefined ||
    types.includes(type) ||
    (reference.separator === '/' && (type === 'cong-van' || types.length === 0))
  return fits && reference.symbol.split(/[-/]/).every((part) => isKnownCode(part, reference.separator, words))
}

/**
 * Years, types, committees of the Party and the commonest State bodies; another code of the State's must be plain capitals,
 * another of the Party's must stand in the text once more.
 */
function isKnownCode(part: string, separator: Reference['separator'], words: OwnWords): boolean {
  if (/^(?:19|20)\d\d$/.test(part) || STATE_CODE.test(part)) return true
  if (documentTypesOfCode(part).some((type) => DOCUMENT_TYPES[type].symbols.some((symbol) => symbol === part)))
    return true
  if (part !== part.toUpperCase() || part.length < 2) return false
  if (levelOfPartyCode(part) !== null || words.holding(part) >= 2) return true
  // A digit in a code was doubled or lost as easily as a letter.
  return separator === '/' && (PLAIN_CODE.test(part) || (!/\d/.test(part) && documentLevel(`X-${part}`, null) !== null))
}

function isTypedDay(day: string, draft: Draft, sheet: Sheet, words: OwnWords): boolean {
  const at = draft.issuedOn?.evidence.start ?? 0
  const cell = sheet.cells.find((one) => one.start <= at && at < one.end)
  if (draft.issuedOn?.evidence.rule !== 'adopted-on' && !(cell && DATE_LINE.test(cell.text.trim()))) return false
  const time = Date.parse(`${day}T00:00:00Z`)
  const cited = draft.citations.flatMap((citation) =>
    citation.issuedOn ? [Date.parse(`${citation.issuedOn}T00:00:00Z`)] : []
  )
  const last = Math.max(...cited.filter((other) => other <= time))
  const year = Number(day.slice(0, 4))
  const near =
    words.holding(String(year)) >= 2 || words.holding(String(year - 1)) > 0 || words.holding(String(year + 1)) > 0
  return near || (time - last) / DAYS <= NEAR_DAYS
}
