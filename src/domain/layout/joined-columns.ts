import type { Span } from '../text/span.ts'
import { isCapitals } from './capitals.ts'

const STATE_TITLE = /c.ng\s?h.a\s?xa\s?h.i\s?ch.\s?ngh.a\s?vi.t\s?nam/
const PARTY_TITLE = /dang cong san viet nam/
const MOTTO = /d.c\s?l.p\s*-?\s*tu do/
const RECIPIENTS = /^[^a-z]{0,2}[a-z]{0,2}oi nh.{1,2}n\s*:+\s*(?=\S)/
/** "Số: 04/QĐ-BCĐ138 Lâm Sơn, ngày …": the place begins after the symbol. */
const NUMBER_AND_PLACE =
  /^S[ốôoó]\s*:?.{0,12}?[/-]\s?\p{L}[\p{L}\d]*(?:\s?[-/]\s?\p{L}[\p{L}\d]*)*\s+(?=\p{Lu}\p{Ll}[\p{L}' .-]{0,40}(?:\s\d{1,2})?,\s*ng)/u
/** "HUYỆN ỦY ĐỨC LÂM Đức Lâm, ngày …": the place begins after the capitals. */
const CAPITALS_AND_PLACE = /^([\p{Lu}\s\d*–-]{1,60}?)\s+(?=\p{Lu}\p{Ll}[\p{L}' .-]{0,34}(?:\s\d{1,2})?,\s*ngày)/u
/** A rule line that lost its line end: "-----Thực hiện …". */
const GLUED_RULE = /^(?:[-–—_=]{4,}\s*(?=\p{L})|[-–—_=]{2,3}(?=\p{Lu}.{24}|Kính))/u
const LIST_ITEM = /^\s*[-–~¬+]/
const CAPACITY =
  /\s(?=(?:tm|t\/m|kt|k\/t|tl|t\/l|tuq|q)\s?[./]?\s|(?:pho |quyen )?(?:chu tich|bi thu|giam doc|truong|chanh|thu truong|bo truong|chu nhiem))/g

export type Parts = Readonly<{
  spans: readonly Span[]
  /** Two columns of a head stood on one line with a single space between: no page is set like that. */
  ranTogether: boolean
}>

/**
 * Where an OCR engine ran two columns together with a single space, the words tell where the second begins: the national or
 * Party title, the motto, the place and date beside a number, the capacity beside a recipient. "Nơi nhận:" is parted from
 * what stands on its line.
 */
export function splitJoined(text: string, folded: string): Parts {
  const whole = { spans: [{ start: 0, end: text.length }], ranTogether: false }
  const rule = GLUED_RULE.exec(text)?.[0].length
  if (rule) {
    return {
      spans: [
        { start: 0, end: text.slice(0, rule).trimEnd().length },
        { start: rule, end: text.length }
      ],
      ranTogether: false
    }
  }
  if (text.length > 240) return whole
  const column =
    titleAt(text, folded) ??
    NUMBER_AND_PLACE.exec(text)?.[0].length ??
    CAPITALS_AND_PLACE.exec(text)?.[0].length ??
    null
  const at = column ?? afterLabel(folded) ?? besideItem(text, folded)
  if (at === null || at <= 0 || at >= text.length) return whole
  const left = text.slice(0, at).trimEnd().length
  return {
    spans: [
      { start: 0, end: left },
      { start: at, end: text.length }
    ],
    ranTogether: column !== null && /\S\s$/.test(text.slice(0, column))
  }
}

function titleAt(text: string, folded: string): number | null {
  for (const pattern of [STATE_TITLE, PARTY_TITLE]) {
    const found = pattern.exec(folded)
    if (found && found.index > 0 && isCapitals(text)) return found.index
  }
  const motto = MOTTO.exec(folded)
  return motto && motto.index > 0 && isCapitals(text.slice(0, motto.index)) ? motto.index : null
}

function afterLabel(folded: string): number | null {
  return RECIPIENTS.exec(folded)?.[0].length ?? null
}

function besideItem(text: string, folded: string): number | null {
  if (!LIST_ITEM.test(text)) return null
  for (const found of folded.matchAll(CAPACITY)) {
    const rest = text.slice(found.index + 1)
    if (isCapitals(rest) && rest.length >= 6) return found.index + 1
  }
  return null
}
