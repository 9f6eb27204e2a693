import { fold } from '../text/fold.ts'
import type { Span } from '../text/span.ts'

/**
 * What the printed trace of a digital signature says ("Ký bởi: … Cơ quan: … Thời gian ký: 04/02/2025 16:42:36"). It is
 * text like any other: anyone can type it, so it is a hint and no proof.
 */
export type SignatureBanner = Readonly<{
  signer: string | null
  organisation: string | null
  signedOn: string | null
}> &
  Span

const SIGNER = /(?:^|\n)[^\p{L}\n]{0,6}(?:nguoi ky|ky boi)\s*:[ \t]*/gu
const ORGANISATION = /(?:^|\n)[^\n]{0,30}?co quan\s*:[ \t]*/u
const TIME =
  /(?:thoi gian ky|ngay ky)\s*:\s*(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{2})-(\d{2}))[ ,]+\d{1,2}:\d{2}/u
/** The lines of a banner stand together. */
const REACH = 400

/** Every banner of the text in reading order; one without a time of signing is none. */
export function readBanners(text: string): readonly SignatureBanner[] {
  const folded = fold(text)
  const found: SignatureBanner[] = []
  for (const match of folded.matchAll(SIGNER)) {
    const from = match.index + match[0].length
    const zone = folded.slice(from, from + REACH)
    const time = TIME.exec(zone)
    const signedOn = time && dayOf(time)
    if (!time || !signedOn) continue
    const organisation = ORGANISATION.exec(zone.slice(0, time.index))
    found.push({
      start: match.index + (match[0].startsWith('\n') ? 1 : 0),
      end: from + time.index + time[0].length,
      signer: lineAt(text, from),
      organisation: organisation && lineAt(text, from + organisation.index + organisation[0].length),
      signedOn
    })
  }
  return found
}

function lineAt(text: string, from: number): string | null {
  const line =
    text
      .slice(from)
      .split('\n', 1)[0]
      ?.split(/\s{4,}/)[0]
      ?.replace(/[\s.:;]+$/u, '')
      .trim() ?? ''
  return line === '' ? null : line
}

function dayOf(match: RegExpExecArray): string | null {
  const [, d, m, y, isoYear, isoMonth, isoDay] = match
  const day = isoYear ? `${isoYear}-${isoMonth}-${isoDay}` : `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`
  const instant = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day) ? day : null
}
